"""Pages of values: who opens them, what they say, what a post does."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.goals.kinds import Frequency
from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.transitions import locks, measurements
from agreements.models import Measurement, PeriodLock, Rivalry
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.actors import RegionFactory
from tests.factories.goals import (
    BaselineFactory,
    IndicatorFactory,
    ReportingDutyFactory,
    TargetFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def url(name, record=None):
    return reverse(f"agreements:{name}", args=[record.pk] if record else [])


def test_every_page_answers_a_member_and_is_missing_for_an_outsider(client, sign_in):
    at = scene()
    value = submitted(at)
    rival = submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    pages = [
        url("measurement-detail", value),
        url("rivalry-detail", rivalry),
        url("reporting-calendar", at.collaboration),
        url("lock-list", at.collaboration),
        reverse("dashboards:indicator", args=[at.indicator.pk]),
    ]
    sign_in(at.member)
    for page in pages:
        assert client.get(page).status_code == 200, page
    assert rival.party.organization.label in client.get(pages[1]).content.decode()
    sign_in(at.outsider)
    for page in pages:
        assert client.get(page).status_code == 404, page


def test_the_list_shows_what_stands_and_its_file_is_the_same(client, sign_in):
    at = scene()
    verified(at, source="Posyandu")
    draft = entered(at, period=months(2)[0], value=1234)
    sign_in(at.member)
    page = client.get(url("measurement-list")).content.decode()
    assert "1.234" in page
    assert at.indicator.name in page
    assert "1.234" not in client.get(url("measurement-list") + "?state=counted").content.decode()
    file = client.get(url("measurement-list") + "?state=draft&format=csv")
    text = file.getvalue().decode("utf-8-sig")
    assert len(text.strip().splitlines()) == 2
    assert at.own.organization.name in text
    assert client.get(url("measurement-list") + f"?indicator={draft.pk + 999}").status_code == 200


def test_buttons_submit_and_verify_and_say_so(client, sign_in):
    at = scene()
    draft = entered(at)
    sign_in(at.other_member)
    assert client.post(url("measurement-submit", draft)).status_code == 403
    sign_in(at.member)
    client.post(url("measurement-submit", draft))
    assert client.post(url("measurement-verify", draft)).status_code == 403
    sign_in(at.coordinator)
    back = client.post(
        url("measurement-verify", draft), {"next": url("measurement-to-verify")}, follow=True
    )
    assert "terverifikasi" in back.content.decode()
    draft.refresh_from_db()
    assert draft.state == S.VERIFIED


def test_what_waits_is_shown_to_who_may_verify_it(client, sign_in):
    at = scene()
    submitted(at)
    own = submitted(at, by=at.coordinator, period=months(2)[0])
    sign_in(at.coordinator)
    page = client.get(url("measurement-to-verify"))
    assert [row.pk for row in page.context["measurements"]] != [own.pk]
    assert len(page.context["measurements"]) == 1
    sign_in(at.auditor)
    assert len(client.get(url("measurement-to-verify")).context["measurements"]) == 2
    sign_in(at.member)
    assert not client.get(url("measurement-to-verify")).context["measurements"]


@pytest.mark.parametrize(
    ("name", "who", "state"),
    [
        ("measurement-return", "auditor", S.RETURNED),
        ("measurement-dispute", "other_representative", S.DISPUTED),
    ],
)
def test_a_reason_is_asked_and_kept(client, sign_in, name, who, state):
    at = scene()
    value = submitted(at)
    sign_in(getattr(at, who))
    assert client.get(url(name, value)).status_code == 200
    assert client.post(url(name, value), {"reason": " "}).status_code == 200
    client.post(url(name, value), {"reason": "Bukti kurang"})
    value.refresh_from_db()
    assert value.state == state
    assert "Bukti kurang" in client.get(value.get_absolute_url()).content.decode()


def test_a_draft_gets_its_source_and_a_correction_its_reason(client, sign_in):
    at = scene()
    draft = entered(at)
    sign_in(at.member)
    page = client.get(url("measurement-edit", draft)).content.decode()
    assert 'value="50"' in page
    form = {"value": "1.250,5", "precision": "rounded", "source": "Posyandu", "note": ""}
    client.post(url("measurement-edit", draft), {**form, "version": draft.version})
    draft.refresh_from_db()
    assert (draft.value, draft.source) == (Decimal("1250.5"), "Posyandu")
    client.post(url("measurement-submit", draft))
    wrong = client.post(url("measurement-correct", draft), {**form, "value": "abc", "reason": "x"})
    assert 'value="abc"' in wrong.content.decode()
    client.post(url("measurement-correct", draft), {**form, "value": "1,260.5", "reason": "Salah"})
    assert Measurement.objects.standing().get().value == Decimal("1260.5")


def test_one_value_of_what_is_measured_once(client, sign_in):
    at = scene(frequency=Frequency.ONCE, is_share=True)
    sign_in(at.member)
    page = url("measurement-create", at.indicator)
    assert client.get(page).status_code == 200
    form = {
        "party": at.own.pk,
        "starts_on": "1/8/2023",
        "ends_on": "13 Agustus 2023",
        "numerator": "9.085",
        "denominator": "16.377",
        "precision": "exact",
    }
    client.post(page, form)
    value = Measurement.objects.get()
    assert (value.value, str(value.ends_on)) == (Decimal("55.4741"), "2023-08-13")
    refused = client.post(page, {**form, "party": at.other.pk})
    assert refused.status_code == 200
    assert Measurement.objects.count() == 1


def test_a_coordinator_is_offered_the_party_that_owes_the_value(client, sign_in):
    at = scene()
    sign_in(at.coordinator)
    page = url("measurement-create", at.indicator)
    ReportingDutyFactory(indicator=at.indicator, party=at.other)
    chosen = soup_of(client.get(page)).select_one("select[name=party] option[selected]")
    assert chosen["value"] == str(at.other.pk)
    sign_in(at.member)
    chosen = soup_of(client.get(page)).select_one("select[name=party] option[selected]")
    assert chosen["value"] == str(at.own.pk)


def test_rival_figures_are_resolved_by_somebody_else(client, sign_in):
    at = scene()
    kept = submitted(at)
    lost = submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    sign_in(at.member)
    assert client.get(url("rivalry-resolve", rivalry)).status_code == 403
    sign_in(at.coordinator)
    assert client.get(url("rivalry-resolve", rivalry)).status_code == 200
    client.post(url("rivalry-resolve", rivalry), {"kept": kept.pk, "resolution": "Dibandingkan"})
    rivalry.refresh_from_db()
    lost.refresh_from_db()
    assert (rivalry.state, rivalry.kept, lost.state) == (RivalryState.RESOLVED, kept, S.DISPUTED)
    assert "Dibandingkan" in client.get(rivalry.get_absolute_url()).content.decode()


def test_a_coordinator_locks_and_lifts(client, sign_in):
    at = scene()
    sign_in(at.member)
    assert client.get(url("lock-create", at.collaboration)).status_code == 403
    sign_in(at.coordinator)
    form = {"starts_on": "1/1/2024", "ends_on": "31/3/2024", "reason": "Terbit"}
    client.post(url("lock-create", at.collaboration), form)
    lock = PeriodLock.objects.get()
    assert "Triwulan I 2024" in client.get(url("lock-list", at.collaboration)).content.decode()
    client.post(url("lock-lift", lock), {"reason": "Koreksi"})
    lock.refresh_from_db()
    assert lock.lifted_reason == "Koreksi"


def test_the_page_of_an_indicator_shows_its_course_and_what_is_beside(client, sign_in):
    at = scene()
    BaselineFactory(indicator=at.indicator)
    TargetFactory(indicator=at.indicator)
    verified(at)
    entered(at, period=months(2)[0])
    north, south = RegionFactory(), RegionFactory()
    for region, number in ((north, 10), (south, 30)):
        TargetFactory(indicator=at.indicator, region=region, value=40)
        verified(at, region=region, value=number)
    sign_in(at.member)
    answer = client.get(reverse("dashboards:indicator", args=[at.indicator.pk]))
    page = answer.content.decode()
    assert "50%" in page
    assert "1 konsep" in page
    ends = [one.get_text(" ", strip=True) for one in soup_of(answer).select(".stat")]
    assert ends == [
        f"25% Terendah {north.name}",
        f"75% Tertinggi {south.name}",
        "50 Selisih poin persentase di antara keduanya",
    ]
    assert f"region={north.pk}" in page


def test_the_calendar_says_who_is_late(client, sign_in):
    at = scene()
    ReportingDutyFactory(indicator=at.indicator, party=at.own, days_after=0)
    sign_in(at.member)
    page = client.get(url("reporting-calendar", at.collaboration))
    assert page.context["late_total"] >= 4
    submitted(at)
    after = client.get(url("reporting-calendar", at.collaboration))
    assert after.context["late_total"] == page.context["late_total"] - 1
    assert "terlambat masuk" in after.content.decode()
    strange = url("reporting-calendar", at.collaboration) + "?month=99-99"
    assert client.get(strange).status_code == 200


@pytest.mark.parametrize("name", ["measurement-list", "measurement-to-verify", "calendar", "cards"])
def test_lists_cost_the_same_however_long(sign_in, assert_flat_queries, name):
    at = scene()
    places = {
        "calendar": url("reporting-calendar", at.collaboration),
        "cards": reverse("dashboards:indicator-list"),
    }
    ReportingDutyFactory(indicator=at.indicator, party=at.own)
    submitted(at)
    sign_in(at.coordinator)

    def grow():
        for _n in range(3):
            at.indicator = IndicatorFactory(goal=at.goal, frequency=Frequency.MONTHLY)
            ReportingDutyFactory(indicator=at.indicator, party=at.own)
            submitted(at)
            verified(at, period=months(2)[0])

    assert_flat_queries(places.get(name) or url(name), grow=grow, ceiling=34)


def test_a_locked_period_refuses_with_the_reason(client, sign_in):
    at = scene()
    value = submitted(at)
    days = {"starts_on": value.starts_on, "ends_on": value.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    sign_in(at.coordinator)
    page = client.post(url("measurement-verify", value), follow=True)
    assert "Terbit" in page.content.decode()
    assert measurements.Measurement.objects.get().state == S.SUBMITTED
