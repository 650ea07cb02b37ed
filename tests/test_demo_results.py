"""The demo's agreements, goals and values: what the design papers computed, from records."""

import datetime as dt
import re
from fractions import Fraction

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
from dashboards.readings.core import ElementState, SignalState
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
        ("CJ1", SULBAR, ElementState.DEVELOPING, [(3, 5), (1, 3), (1, 2)]),
        ("CJ1", BOGOR, ElementState.DEVELOPING, [(1, 2), (0, 1), (1, 1)]),
        ("CJ2", SULBAR, ElementState.NOT_ENOUGH, [(8, 9), (2, 2), (1, 1)]),
        ("CJ2", BOGOR, ElementState.NOT_ENOUGH, [(3, 4), (2, 2), (0, 0)]),
        ("CJ3", SULBAR, ElementState.NEEDS_ATTENTION, [(2, 4), (0, 2)]),
        ("CJ3", BOGOR, ElementState.NOT_ENOUGH, [(1, 1), (0, 0)]),
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
@pytest.mark.parametrize(
    "code",
    ["PE1", "PE2", "PE3", "PE4a", "PE4b", "SM1", "SM2", "SM3", "SM4", "CJ1", "CJ2", "CJ3", "CJ4"],
)
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


def said(title):
    """What people say of the four parts, with one decimal; None where it was withheld."""
    found = [reading(code, title).perception for code in ("SM1", "SM2", "SM3", "SM4")]
    return [None if row.is_withheld else round(float(row.value), 1) for row in found]


def test_people_of_sulbar_say_what_was_worked_out_and_promises_stand_beside(demo, db):
    assert said(SULBAR) == [3.3, 3.7, 3.7, 4.0]
    trust = reading("SM1", SULBAR)
    assert (trust.perception.n, trust.perception.invited) == (15, 24)
    assert trust.perception.state is SignalState.MID
    assert (trust.signals[0].numerator, trust.signals[0].denominator) == (6, 10)
    assert trust.state is ElementState.DEVELOPING


def test_people_of_bogor_are_read_from_their_second_wave_the_first_being_withheld(demo, db):
    assert said(BOGOR)[0] == 3.0
    wave = collaboration(BOGOR).pulse_waves.get(title__endswith=" I")
    assert set(wave.results.values_list("suppressed", flat=True)) == {True}
    assert reading("SM1", BOGOR).perception.n == 6


def test_the_reading_of_resources_keeps_the_kinds_apart(demo, db):
    """14 of 20 children, two thirds of the money, all devices (framework.md §10)."""
    signal = reading("CJ4", SULBAR).signals[0]
    assert sorted(part.share for part in signal.parts) == [
        Fraction(2, 3),
        Fraction(14, 20),
        Fraction(10, 10),
    ]
    assert (signal.numerator, signal.denominator) == (1, 3)
    assert (signal.value, signal.state) == (Fraction(2, 3), SignalState.MID)


def test_pledges_stand_apart_kind_by_kind(demo, db, client):
    """14 of 20 children, two thirds of the money, all devices (framework.md §10)."""
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    soup = soup_of(client.get(reverse("agreements:collaboration-resources", args=[where.pk])))
    rows = {row.th.text.split()[0]: row.text for row in soup.select("tbody tr")}
    said = {
        "Pengasuhan": ("20\xa0anak", "14\xa0anak", "8\xa0anak", "6\xa0anak", "70%"),
        "Dana": ("Rp150.000.000", "Rp100.000.000", "66,7%"),
        "Peralatan": ("10\xa0perangkat", "100%"),
    }
    for kind, amounts in said.items():
        assert all(amount in rows[kind] for amount in amounts), rows[kind]
    assert "12\xa0orang belum dijanjikan" in rows["Staf"]


def test_the_matrix_of_five_issues_and_their_regions_is_on_one_page(demo, db, client):
    """SK 296/2023: five issues, two regencies, six districts; somebody leads in every cell."""
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    page = reverse("agreements:collaboration-responsibilities", args=[where.pk])
    soup = soup_of(client.get(page))
    rows = soup.select("tbody tr")
    assert [len(row.select("td")) for row in rows] == [5] * 9
    assert "45 dari 45" in soup.main.text
    said = {row.th.text: row.text for row in rows}
    assert said["Kecamatan Bambalamotu"].count("Inspektorat Sulbar") == 5
    assert said["Kecamatan Matakali"].count("Diskominfo Sulbar") == 5
    assert all(cell.a and "belum ada" not in cell.text for row in rows for cell in row.select("td"))
    drawn = [words.text for words in soup.select("#picture-title ~ .wheel svg.chart-svg text")]
    assert sum(words.endswith("Inspektorat Sulbar") for words in drawn) == 2


def test_the_secretariat_of_the_demo_is_vacant_since_a_day(demo, db, client):
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    page = reverse("agreements:collaboration-structures", args=[where.pk])
    gaps = soup_of(client.get(page)).select("#gaps li")
    assert len(gaps) == 1
    assert "Sekretariat: tidak ada sejak" in gaps[0].text


def test_one_of_five_juklak_is_issued_and_each_says_who_drafts_it(demo, db, client):
    """One of five guidelines is issued; one of the others is late (framework.md §10)."""
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    page = reverse("agreements:guideline-list")
    every = soup_of(client.get(page, {"collaboration": where.pk}))
    assert len(every.select("tbody tr")) == 5
    issued = soup_of(client.get(page, {"collaboration": where.pk, "state": "issued"}))
    assert len(issued.select("tbody tr")) == 1
    late = soup_of(client.get(page, {"collaboration": where.pk, "late": "1"}))
    assert len(late.select("tbody tr")) == 1


def test_the_ground_rules_name_the_decision_that_adopted_them(demo, db, client):
    client.force_login(User.objects.get(email="auditor@demo.test"))
    where = Collaboration.objects.get(title=SULBAR)
    soup = soup_of(client.get(reverse("agreements:collaboration-ground-rules", args=[where.pk])))
    assert len(soup.select("#adopted li")) == 7
    assert soup.select_one("#adopted").text.count("Model keterlibatan semua OPD") == 7
    assert len(soup.select("#proposed li")) == 1
