"""The demo's agreements, goals and values: what the design papers computed, from records."""

import datetime as dt
import re

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from actors.accounts.models import User
from agreements.demo.build import build_demo
from agreements.documents.store import path_of
from agreements.engagement.agenda_page import carried_here, questions_here
from agreements.goals.courses import courses_of
from agreements.goals.periods import fits
from agreements.goals.progress import Lack, Verdict, percent
from agreements.goals.states import RivalryState, TheoryState
from agreements.instruments.states import AgreementState
from agreements.models import (
    Agreement,
    AgreementChange,
    Baseline,
    Collaboration,
    DocumentVersion,
    Goal,
    Indicator,
    Measurement,
    MeasurementChange,
    Rivalry,
    Target,
)
from dashboards.criteria.core import Answer
from dashboards.criteria.reading import criteria_of
from dashboards.readings.core import ElementState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.html import soup_of

SULBAR, BOGOR = "Penanganan 4+1 Provinsi Sulawesi Barat", "E-SAKIP Kabupaten Bogor"
S = AgreementState


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Both scenarios, built once for this file and rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        build_demo(today=timezone.localdate(), password="kata-sandi-peragaan")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def course(demo, db):
    def course(name):
        indicator = Indicator.objects.get(name=name)
        return courses_of([indicator])[indicator.pk]

    return course


def collaboration(title):
    return Collaboration.objects.get(title__endswith=title)


def reading(code, title):
    return BY_CODE[code].read(Scope.of(collaboration(title)))


@pytest.mark.parametrize(
    ("name", "value", "way", "time", "verdict"),
    [
        ("Anak stunting sasaran satgas yang diintervensi", 9085, "55.5", "23.1", Verdict.AHEAD),
        ("Anak keluar dari status stunting", 1054, "6.4", "7.7", Verdict.ON_TRACK),
        ("Laporan kinerja triwulan tepat waktu", 61, "27.5", "66.5", Verdict.BEHIND),
        ("Perangkat daerah memakai E-SAKIP", 82, "70.0", "72.5", Verdict.ON_TRACK),
    ],
)
def test_how_far_each_indicator_has_come(course, name, value, way, time, verdict):
    found = course(name).progress
    assert found.latest.value == value
    assert (str(percent(found.share)), str(percent(found.elapsed))) == (way, time)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("name", "lack"),
    [
        ("Inflasi Sulawesi Barat", Lack.DEFINITION),
        ("Anak tidak sekolah", Lack.TARGET),
        ("Indikator dengan nilai berbeda antarsumber", Lack.VALUE),
        ("Permohonan dispensasi kawin dikabulkan", Lack.VALUE),
    ],
)
def test_what_cannot_be_judged_says_what_it_lacks(course, name, lack):
    assert lack in course(name).progress.lacks


def test_drafts_disputes_and_rival_figures_stand_beside(course):
    assert course("Inflasi Sulawesi Barat").beside.drafts == 1
    assert course("Indikator dengan nilai berbeda antarsumber").beside.disputed == 1
    assert course("Anak stunting per kecamatan").beside.differing == 2
    assert Rivalry.objects.filter(state=RivalryState.OPEN).count() == 2


def test_every_value_is_of_a_period_of_its_indicator(demo, db):
    for row in Measurement.objects.select_related("indicator"):
        assert fits(row.indicator.frequency, row.starts_on, row.ends_on), row


def test_targets_by_district_are_those_that_were_published(demo, db):
    targets = Target.objects.exclude(region=None).order_by("value")
    assert [(row.region.name, row.value) for row in targets] == [
        ("Kecamatan Pasangkayu", 360),
        ("Kecamatan Bambalamotu", 389),
    ]


def test_no_target_came_before_the_theory_was_agreed(demo, db):
    for target in Target.objects.select_related("indicator__goal__collaboration", "decision"):
        theory = target.indicator.goal.collaboration.theories.get(state=TheoryState.AGREED)
        assert theory.agreed_on <= target.decision.meeting.held_on
        assert theory.consents.exclude(stance="support").count() == 0


def test_nobody_verified_what_they_entered_and_every_day_lies_behind_us(demo, db):
    for row in Measurement.objects.verified():
        assert row.verified_by not in (row.entered_by, row.submitted_by)
        assert row.ends_on <= timezone.localdate(row.submitted_at) <= timezone.localdate()
        assert row.submitted_at <= row.verified_at <= timezone.now()
    for model, record in ((MeasurementChange, "measurement"), (AgreementChange, "agreement")):
        lines = model.objects.order_by(record, "pk").values_list(record, "made_at")
        assert list(lines) == sorted(lines), model
        assert not model.objects.filter(made_at__gt=timezone.now()).exists()


def test_one_memorandum_is_negotiated_one_pks_is_stuck_and_one_ends_soon(demo, db):
    today = timezone.localdate()
    sulbar = Agreement.objects.filter(collaboration=collaboration(SULBAR))
    negotiated = sulbar.get(state=S.NEGOTIATION)
    assert negotiated.type.code == "kesepakatan-bersama"
    stuck = sulbar.get(state=S.PARTLY_SIGNED)
    assert (stuck.type.code, stuck.parent.state) == ("perjanjian-kerja-sama", S.IN_FORCE)
    assert [place.signatures.exists() for place in stuck.parties.order_by("position")] == [
        True,
        True,
        False,
    ]
    assert today - stuck.state_since > dt.timedelta(days=40)
    (ending,) = sulbar.expiring(days=89)
    assert ending.ends_on > today
    decree = sulbar.get(type__code="surat-keputusan")
    assert (decree.number, decree.state, decree.is_registered) == ("296", S.IN_FORCE, True)
    for version in DocumentVersion.objects.all():
        assert path_of(version.stored_name).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("code", "title", "state", "numbers"),
    [
        ("CTX", SULBAR, ElementState.ESTABLISHED, [(6, 7), (6, 6)]),
        ("CTX", BOGOR, ElementState.DEVELOPING, [(4, 7), (3, 4)]),
        ("DRV", SULBAR, ElementState.DEVELOPING, [(4, 4), (6, 17)]),
        ("CJ1", SULBAR, ElementState.DEVELOPING, [(3, 5), (1, 3)]),
        ("CJ1", BOGOR, ElementState.DEVELOPING, [(1, 2), (0, 1)]),
        ("IMP", SULBAR, ElementState.ESTABLISHED, [(1, 1), (0, 1)]),
        ("IMP", BOGOR, ElementState.NEEDS_ATTENTION, [(0, 1), (0, 1)]),
    ],
)
def test_what_each_element_reads(demo, db, code, title, state, numbers):
    found = reading(code, title)
    assert [(signal.numerator, signal.denominator) for signal in found.signals] == numbers
    assert found.state is state


def test_definitions_and_goals_with_targets_are_counted(demo, db):
    by_code = {
        signal.gauge.code: (signal.numerator, signal.denominator)
        for code in ("PE2", "PE4b")
        for signal in reading(code, SULBAR).signals
    }
    assert (by_code["PE2.defined"], by_code["PE4b.measured"]) == ((6, 7), (3, 5))


def test_somebody_of_the_demo_resolves_what_differs(demo, db):
    auditor = User.objects.get(email="auditor@demo.test")
    rivalries = Rivalry.objects.filter(state=RivalryState.OPEN)
    assert all(auditor.has_perm("agreements.resolve_rivalry", row) for row in rivalries)


def test_all_of_it_is_marked_as_sample_data(demo, db):
    for model in (Agreement, Goal, Indicator, Baseline, Target, Measurement, Rivalry):
        assert model.objects.exists()
        assert not model.objects.filter(is_sample=False).exists()


def test_the_six_criteria_say_what_kind_of_collaboration_each_is(demo, db):
    def answers(title):
        return [row.answer for row in criteria_of(Scope.of(collaboration(title)))]

    assert answers(SULBAR)[:2] == [Answer.MET, Answer.MET]
    assert answers(BOGOR)[:3] == [Answer.MET, Answer.NOT_MET, Answer.NOT_ASKED]
    assert answers(SULBAR)[5] == answers(BOGOR)[5] == Answer.MET


def test_both_scenarios_define_their_problem_and_one_party_is_still_silent(demo, db):
    sulbar, bogor = collaboration(SULBAR), collaboration(BOGOR)
    agreed = sulbar.definitions.get()
    assert (agreed.state, agreed.is_sample) == ("agreed", True)
    assert agreed.consents.exclude(stance="not_stated").count() == 13
    terms = dict(sulbar.terms.values_list("term", "synonyms"))
    assert terms["anak tidak sekolah (ATS)"] == ["anak putus sekolah"]
    assert terms["perkawinan anak"] == ["pernikahan dini"]
    asked = bogor.definitions.get()
    assert asked.state == "for_consent"
    silent = asked.consents.get(stance="not_stated")
    assert silent.party.organization.short_name.startswith("Inspektorat")


def test_an_open_topic_and_an_open_question_follow_to_the_next_meeting(demo, db):
    together = collaboration(SULBAR)
    ahead = together.meetings.upcoming().order_by("held_on", "starts_at", "pk")
    coming = ahead.exclude(series=None).first()
    assert [row.topic for row in carried_here(coming)] == ["Verifikasi ulang data sebelum bantuan"]
    assert [row.state for row in questions_here(ahead.first())] == ["open"]


def page_of(client, name, title, *more):
    """A page of the collaboration as somebody who takes part in it sees it."""
    together = collaboration(title)
    client.force_login(together.coordinators.first().person.user)
    return soup_of(client.get(reverse(f"dashboards:{name}", args=[together.pk, *more]) + "?all=1"))


def listed(soup, anchor):
    """How many stand under a heading: the kinds that it names, else the records."""
    kinds, rows = [], []
    for part in soup.select_one(anchor).find_next_siblings():
        if part.name == "h3":
            break
        if "badges" in part.get("class", ()):
            kinds += part.select(".badge")
        if part.name == "ul":
            (rows if "rows" in part.get("class", ()) else kinds).extend(part.select("li"))
    return len(kinds) or len(rows)


@pytest.mark.parametrize("title", [SULBAR, BOGOR])
@pytest.mark.parametrize("code", BY_CODE)
def test_every_number_of_a_reading_opens_exactly_its_records(demo, db, client, title, code):
    soup = page_of(client, "element", title, code)
    for row in soup.select("section.card tbody tr"):
        counted, total = (row.select("td a")[place] for place in (0, 1))
        key = counted["href"].removesuffix("-counted")
        beside = listed(soup, f"{key}-missing")
        assert listed(soup, f"{key}-counted") == int(counted.text)
        assert int(counted.text) + beside == int(total.text)
        assert total["href"] == f"{key}-missing" if beside else f"{key}-counted"
        for side, number in (("counted", int(counted.text)), ("missing", beside)):
            assert soup.select_one(f"{key}-{side} .count").text == str(number)


@pytest.mark.parametrize("title", [SULBAR, BOGOR])
@pytest.mark.parametrize("code", ["PE1", "PE2", "PE3", "PE4a", "PE4b", "SM2", "SM3"])
def test_whoever_takes_part_may_open_every_record_behind_it(demo, db, client, title, code):
    found = {link["href"] for link in page_of(client, "element", title, code).select("ul.rows a")}
    for href in sorted(found)[:40]:
        assert client.get(href).status_code == 200


@pytest.mark.parametrize("title", [SULBAR, BOGOR])
def test_every_number_of_a_criterion_is_that_of_its_records(demo, db, client, title):
    soup = page_of(client, "criteria", title)
    for card in soup.select("section.card"):
        groups = [len(each.select("li")) for each in card.select("ul.rows")]
        totals = [int(count.text) for count in card.select("h3 .count")]
        assert sum(groups) == sum(totals)
        said = {int(number) for number in re.findall(r"\d+", card.select_one("p strong").text)}
        assert said <= {0, *totals, sum(totals)}
        for link in card.select("ul.rows a"):
            assert client.get(link["href"]).status_code == 200
