"""Several values verified at once: each judged by itself, each refusal with its sentence."""

import pytest
from django.urls import reverse

from agreements.goals.states import MeasurementState
from agreements.goals.transitions import locks, measurements
from collabgov.kit.errors import EditConflict
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.charter import CoordinatorFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState
PAGE = reverse("agreements:measurement-to-verify")


def ticks(*values):
    return {"value": [f"{one.pk}-{one.version}" for one in values]}


def sent(client, *values):
    """What the page says after these were ticked and sent."""
    answer = client.post(PAGE, ticks(*values), follow=True)
    return [one.get_text(" ", strip=True) for one in soup_of(answer).select("#messages .alert")]


def state(value):
    value.refresh_from_db()
    return value.state


def early():
    return months(2)[0]


def test_the_ticked_ones_are_verified_and_the_others_wait(client, sign_in):
    at = scene()
    first, second = submitted(at), submitted(at, period=early())
    third = submitted(at, period=months(3)[0])
    sign_in(at.coordinator)
    boxes = soup_of(client.get(PAGE)).select("input[form=verify-many]")
    assert {box["value"] for box in boxes} == {
        f"{v.pk}-{v.version}" for v in (first, second, third)
    }
    assert sent(client, first, second) == ["2 nilai terverifikasi."]
    assert [state(value) for value in (first, second, third)] == [S.VERIFIED] * 2 + [S.SUBMITTED]
    first.refresh_from_db()
    assert first.verified_by == at.coordinator


def test_what_counted_before_stands_beside_the_value(client, sign_in):
    at = scene()
    long_ago, before, now = months(3)
    verified(at, period=long_ago, value=7)
    verified(at, period=before, value=1234)
    submitted(at, period=now, value=60)
    sign_in(at.coordinator)
    [row] = soup_of(client.get(PAGE)).select(".verify-row")
    assert "sebelumnya dihitung: 1.234 (" in row.get_text(" ", strip=True)
    name = row.select_one("button").get_text(" ", strip=True)
    assert at.indicator.name in name


def test_without_an_earlier_value_nothing_is_said_of_one(client, sign_in):
    at = scene()
    verified(at, period=months(1)[0], value=9)
    submitted(at, period=early(), value=60)
    sign_in(at.coordinator)
    [row] = soup_of(client.get(PAGE)).select(".verify-row")
    assert "sebelumnya dihitung" not in row.get_text()


def test_one_address_ticks_them_all_without_scripts(client, sign_in):
    at = scene()
    submitted(at), submitted(at, period=early())
    sign_in(at.auditor)
    assert not soup_of(client.get(PAGE)).select("input[form=verify-many][checked]")
    soup = soup_of(client.get(f"{PAGE}?tick=all"))
    assert len(soup.select("input[form=verify-many][checked]")) == 2
    assert "tick" not in soup.select_one("#verify-many")["action"]


def test_each_that_cannot_be_verified_says_why_and_the_rest_is(client, sign_in):
    at = scene()
    good, own = submitted(at), submitted(at, by=at.coordinator, period=early())
    done = verified(at, period=months(3)[0])
    draft = entered(at, period=months(4)[0])
    sign_in(at.coordinator)
    said = sent(client, own, good, done, draft)
    assert said[0] == "1 nilai terverifikasi."
    assert len(said) == 4
    assert any("Orang lain yang memverifikasi" in one for one in said)
    assert [state(one) for one in (good, own, done, draft)] == [
        S.VERIFIED,
        S.SUBMITTED,
        S.VERIFIED,
        S.DRAFT,
    ]


def test_what_changed_after_the_page_was_made_is_not_verified_blindly(client, sign_in):
    at = scene()
    value = submitted(at)
    old = ticks(value)
    measurements.dispute(measurement=value, by=at.auditor, reason="Ragu")
    measurements.settle(measurement=value, by=at.auditor, resolution="Cocok")
    sign_in(at.coordinator)
    assert "berubah" in client.post(PAGE, old, follow=True).content.decode()
    assert state(value) == S.SUBMITTED
    single = reverse("agreements:measurement-verify", args=[value.pk])
    client.post(single, {"version": "1"})
    assert state(value) == S.SUBMITTED
    client.post(single, {"version": value.version})
    assert state(value) == S.VERIFIED


def test_a_newer_draft_is_not_submitted_by_an_older_page(client, sign_in):
    at = scene()
    draft = entered(at)
    entered(at, by=at.colleague, value=51)
    sign_in(at.member)
    client.post(reverse("agreements:measurement-submit", args=[draft.pk]), {"version": "1"})
    assert state(draft) == S.DRAFT
    with pytest.raises(EditConflict):
        measurements.submit(measurement=draft, by=at.member, version=1)


def test_locked_days_stay_and_the_sentence_says_so(client, sign_in):
    at = scene()
    value, other = submitted(at), submitted(at, period=early())
    days = {"starts_on": value.starts_on, "ends_on": value.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    sign_in(at.auditor)
    said = sent(client, value, other)
    assert any("Terbit" in one and at.indicator.name in one for one in said)
    assert (state(value), state(other)) == (S.SUBMITTED, S.VERIFIED)


def test_values_one_does_not_see_are_as_missing_as_those_that_are_not_there(client, sign_in):
    at, elsewhere = scene(), scene()
    value = submitted(elsewhere)
    sign_in(at.coordinator)
    said = client.post(PAGE, {"value": [f"{value.pk}-2"]}, follow=True).content.decode()
    assert "1 nilai tidak ditemukan" in said
    assert elsewhere.indicator.name not in said
    odd = ["999999-1", "x", "-", "²-1"]
    assert (
        "4 nilai tidak ditemukan" in client.post(PAGE, {"value": odd}, follow=True).content.decode()
    )
    assert state(value) == S.SUBMITTED


def test_a_coordinator_of_another_collaboration_verifies_nothing_here(client, sign_in):
    at = scene()
    value = submitted(at)
    CoordinatorFactory(person=at.other_representative.person)
    sign_in(at.other_representative)
    said = sent(client, value)
    assert any("Koordinatornya atau auditor" in one for one in said)
    assert state(value) == S.SUBMITTED


@pytest.mark.parametrize("who", ["member", "representative", "outsider"])
def test_who_verifies_nothing_is_refused(client, sign_in, who):
    at = scene()
    value = submitted(at)
    sign_in(getattr(at, who))
    assert client.post(PAGE, ticks(value)).status_code == 403
    assert state(value) == S.SUBMITTED


def test_without_a_tick_a_sentence_says_so(client, sign_in):
    at = scene()
    sign_in(at.auditor)
    assert sent(client) == ["Tidak ada yang ditandai, jadi tidak ada yang diverifikasi."]


def test_no_more_than_a_page_at_once(client, sign_in):
    at = scene()
    value = submitted(at)
    sign_in(at.auditor)
    client.post(PAGE, {"value": ["1-1"] * 25 + ticks(value)["value"]})
    assert state(value) == S.SUBMITTED
