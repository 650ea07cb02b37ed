"""A figure from elsewhere beside a value: with its source, never alone, never twice the same."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.goals.states import MeasurementState
from agreements.goals.transitions import measurements, rivalries
from agreements.models import Measurement, Rivalry
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.goals.scene import months, scene, speaker_of, submitted, told, verified
from tests.factories.charter import PartyFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def address(value):
    return reverse("agreements:measurement-differ", args=[value.pk])


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("value", {"number": 50}),
        ("source", {"source": "  "}),
        ("why", {"why": " "}),
        ("why", {"why": None}),
    ],
)
def test_nothing_is_compared_without_another_figure_its_source_and_a_reason(field, said):
    at = scene()
    value = verified(at)
    with pytest.raises(ValidationError) as refusal:
        told(at, value, **said)
    assert field in refusal.value.message_dict
    with pytest.raises(ValidationError) as refusal:
        rivalries.raise_rivalry(
            measurement=value, by=at.auditor, value=None, source="Koran", why="x"
        )
    assert "value" in refusal.value.message_dict
    assert list(Measurement.objects.counted()) == [value]


def test_a_told_figure_takes_the_value_out_of_the_count_once():
    at = scene()
    value = verified(at)
    rivalry = told(at, value)
    facts = (rivalry.told_value, rivalry.told_source, rivalry.why, rivalry.raised_by)
    assert facts == (70, "Dapodik", "Dapodik lain", at.other_representative)
    assert not Measurement.objects.counted().exists()
    assert list(Measurement.objects.beside()) == [value]
    with pytest.raises(Refused, match="sudah"):
        told(at, value, number=71)


@pytest.mark.parametrize("who", ["member", "colleague", "representative", "other_member"])
def test_no_staff_and_nobody_of_the_reporting_party_makes_a_figure_vanish(client, sign_in, who):
    at = scene()
    value = verified(at)
    sign_in(getattr(at, who))
    said = {"value": "70", "source": "Koran", "why": "x", "reason": "x"}
    assert client.post(address(value), said).status_code == 403
    assert list(Measurement.objects.counted()) == [value]


def test_who_gave_the_figure_corrects_it_instead():
    at = scene()
    value = submitted(at, by=at.coordinator)
    with pytest.raises(Refused, match="sendiri"):
        told(at, value, by=at.coordinator)


def test_after_it_is_resolved_only_a_new_figure_is_compared():
    at = scene()
    value = verified(at)
    rivalry = told(at, value)
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=value, resolution="Cocok")
    assert list(Measurement.objects.counted()) == [value]
    with pytest.raises(ValidationError) as refusal:
        told(at, value)
    assert "value" in refusal.value.message_dict
    assert told(at, value, number=71)


def test_a_party_s_figure_that_lost_is_not_told_again():
    at = scene()
    value = verified(at)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=value, resolution="Cocok")
    with pytest.raises(ValidationError):
        told(at, value)


def test_against_a_corrected_value_or_in_another_period_the_same_figure_is_new():
    at = scene()
    value = verified(at)
    rivalry = told(at, value)
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=value, resolution="Cocok")
    assert told(at, verified(at, period=months(2)[0]))
    new = measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(51))
    assert told(at, new)


def test_where_the_told_figure_stands_the_value_is_disputed_and_corrected():
    at = scene()
    value = verified(at)
    done = rivalries.resolve(
        rivalry=told(at, value), by=at.auditor, kept=None, told_stands=True, resolution="Cocok"
    )
    value.refresh_from_db()
    assert (done.told_stands, done.kept, value.state) == (True, None, S.DISPUTED)
    new = measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(70))
    assert list(Measurement.objects.to_verify()) == [new]
    with pytest.raises(IllegalMove):
        rivalries.resolve(rivalry=done, by=at.auditor, kept=None, resolution="Lagi")


def test_a_value_that_says_the_same_as_the_told_figure_stands_with_it():
    at = scene()
    value = verified(at)
    rivalry = told(at, value)
    new = measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(70))
    rivalries.resolve(
        rivalry=rivalry, by=at.auditor, kept=None, told_stands=True, resolution="Cocok"
    )
    new.refresh_from_db()
    assert new.state == S.SUBMITTED


def test_a_told_figure_stands_only_where_one_was_told_and_alone():
    at = scene()
    value = submitted(at)
    submitted(at, party=at.other, by=at.other_member, value=70)
    with pytest.raises(Refused, match="bukan salah satu"):
        rivalries.resolve(
            rivalry=Rivalry.objects.get(),
            by=at.auditor,
            kept=None,
            told_stands=True,
            resolution="x",
        )
    early = verified(at, period=months(2)[0])
    with pytest.raises(Refused, match="bukan salah satu"):
        rivalries.resolve(
            rivalry=told(at, early), by=at.auditor, kept=early, told_stands=True, resolution="x"
        )
    assert value.state == S.SUBMITTED


def test_the_page_shows_both_figures_and_asks_which_stands(client, sign_in):
    at = scene()
    value = verified(at)
    sign_in(at.other_representative)
    page = client.get(address(value))
    assert page.status_code == 200
    wrong = client.post(address(value), {"value": "50", "source": "Koran", "why": "Dobel"})
    assert "sama" in wrong.content.decode()
    said = {"value": "1.070,5", "source": "Koran", "why": "Dobel"}
    soup = soup_of(client.post(address(value), said, follow=True))
    figures = [one.get_text(strip=True) for one in soup.select(".figure-card strong")]
    assert figures == ["50", "1.070,5"]
    rivalry = Rivalry.objects.get()
    assert "1.070,5" in client.get(value.get_absolute_url()).content.decode()
    resolve = reverse("agreements:rivalry-resolve", args=[rivalry.pk])
    said = {"kept": "told", "resolution": "Koran benar"}
    assert client.post(resolve, said).status_code == 403
    sign_in(at.auditor)
    assert client.post(resolve, {**said, "kept": "999"}).status_code == 200
    assert "Koran benar" in client.post(resolve, said, follow=True).content.decode()
    rivalry.refresh_from_db()
    assert (rivalry.told_stands, rivalry.kept) == (True, None)


def test_another_party_s_speaker_sees_but_does_not_resolve(client, sign_in):
    at = scene()
    rivalry = told(at, verified(at))
    sign_in(speaker_of(PartyFactory(collaboration=at.collaboration)))
    page = client.get(rivalry.get_absolute_url())
    resolve = reverse("agreements:rivalry-resolve", args=[rivalry.pk])
    assert resolve not in page.content.decode()
    new = reverse("agreements:measurement-create", args=[at.indicator.pk])
    assert new in page.content.decode()
    assert client.post(resolve, {"kept": "", "resolution": "x"}).status_code == 403
