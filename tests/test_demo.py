"""The demo shows what the design papers computed by hand, as of today, to the right people."""

import datetime as dt
import re

import pytest
from django.db import transaction
from django.utils import timezone

from actors.accounts.models import User
from actors.models import Person
from agreements.action.states import CommitmentState
from agreements.demo.build import build_demo
from agreements.demo.calendar import Calendar
from agreements.engagement.states import MeetingState
from agreements.models import (
    Collaboration,
    Commitment,
    CommitmentChange,
    LegalBasis,
    Meeting,
    MeetingChange,
)
from collabgov.demo import ACCOUNTS
from dashboards.readings.element import Scope
from dashboards.readings.elements.trust import TRUST

PASSWORD = "kata-sandi-peragaan"
SULBAR, BOGOR = "Penanganan 4+1 Provinsi Sulawesi Barat", "E-SAKIP Kabupaten Bogor"
ROLE_WORDS = (
    r"(Pj\. )?(Gubernur|Sekretaris|Kepala|Inspektur|Auditor|Pengelola|Ketua|Manajer|Analis)\b"
)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Both scenarios, built once for this file and rolled back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        build_demo(today=timezone.localdate(), password=PASSWORD)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def account(demo, db):
    return lambda name: User.objects.get(email=f"{name}@demo.test")


@pytest.fixture
def collaboration(demo, db):
    return lambda title: Collaboration.objects.get(title__endswith=title)


def test_a_second_run_leaves_alone_what_people_changed(demo, db):
    Collaboration.objects.update(title="Nama baru")
    assert build_demo(today=timezone.localdate(), password=PASSWORD) == ([], 0)


def test_a_new_password_reaches_the_accounts_that_are_there(demo, account):
    assert build_demo(today=timezone.localdate(), password="kata-sandi-lain") == ([], 6)
    assert account("petugas").check_password("kata-sandi-lain")


@pytest.mark.parametrize("email", ACCOUNTS)
def test_every_demo_account_signs_in(demo, db, client, email):
    assert client.login(username=email, password=PASSWORD)


def test_no_other_account_can_sign_in(demo, db):
    others = User.objects.exclude(email__in=ACCOUNTS)
    assert others
    assert not [user.email for user in others if user.has_usable_password()]


def test_each_account_is_what_its_label_says(account, collaboration):
    sulbar = collaboration(SULBAR)
    assert account("petugas").organization.name == "Dinas Kesehatan"
    assert account("auditor").organization.name == "Inspektorat"
    assert account("admin").is_admin
    assert account("auditor").is_auditor
    assert account("koordinator").has_perm("agreements.edit_charter", sulbar)
    assert not account("petugas").has_perm("agreements.edit_charter", sulbar)
    waiting = Commitment.objects.get(state=CommitmentState.PROPOSED, collaboration=sulbar)
    assert waiting.organization.name == "Dinas Sosial"
    assert account("perwakilan").has_perm("agreements.answer_commitment", waiting)
    assert not account("petugas").has_perm("agreements.answer_commitment", waiting)


@pytest.mark.parametrize(("title", "kept", "due"), [(SULBAR, 6, 10), (BOGOR, 3, 6)])
def test_promises_kept_by_the_date_first_promised(collaboration, title, kept, due):
    promises = collaboration(title).commitments
    fell_due = promises.fell_due()
    assert fell_due.count() == due
    assert fell_due.kept_on_time().count() == kept
    (signal,) = TRUST.read(Scope.of(collaboration(title))).signals
    assert (signal.numerator, signal.denominator) == (kept, due)


def test_the_running_cycle_holds_today_and_everything_that_fell_due(collaboration):
    for title in (SULBAR, BOGOR):
        cycle = collaboration(title).cycles.on(timezone.localdate()).get()
        assert cycle.state == "running"
        firsts = collaboration(title).commitments.fell_due().values_list("original_due_on")
        assert all(cycle.starts_on <= day <= cycle.ends_on for (day,) in firsts)


def test_the_picture_is_of_today(collaboration):
    today = timezone.localdate()
    meetings, promises = collaboration(SULBAR).meetings, collaboration(SULBAR).commitments
    last = meetings.took_place().latest("held_on")
    assert today - dt.timedelta(days=8) <= last.held_on <= today
    assert meetings.upcoming().filter(series=None).count() == 1
    for each in (SULBAR, BOGOR):
        ahead = collaboration(each).meetings.upcoming().exclude(series=None)
        assert ahead.count() == 2
    assert promises.overdue().count() == 1
    assert promises.due_within(7).exists()
    assert promises.filter(state=CommitmentState.REPORTED_DONE).count() == 1
    assert promises.filter(updates__needs_help=True, state=CommitmentState.UNDER_WAY).exists()
    assert collaboration(BOGOR).meetings.get(state=MeetingState.CANCELLED).changes.count() == 2


def test_histories_run_forward_and_never_ahead_of_now(demo, db):
    for model, record in ((CommitmentChange, "commitment"), (MeetingChange, "meeting")):
        lines = model.objects.order_by(record, "pk").values_list(record, "made_at")
        assert list(lines) == sorted(lines), model
        assert not model.objects.filter(made_at__gt=timezone.now()).exists()
    for commitment in Commitment.objects.all():
        first = commitment.changes.first().made_at
        assert timezone.localdate(first) == commitment.made_on
    for meeting in Meeting.objects.took_place():
        assert timezone.localdate(meeting.changes.first().made_at) == meeting.held_on


def test_the_coordinator_sees_everything_of_4_plus_1(account, collaboration):
    who = account("koordinator")
    sulbar = collaboration(SULBAR)
    for rows in (sulbar.meetings, sulbar.commitments, sulbar.drivers, sulbar.parties):
        assert rows.count() == rows.visible_to(who).count() > 0
    assert not Commitment.objects.visible_to(who).exclude(collaboration=sulbar).exists()


def test_the_outsider_sees_nothing(account):
    who = account("luar")
    for model in (Collaboration, Meeting, Commitment):
        assert not model.objects.visible_to(who).exists()


def test_the_context_and_what_each_rests_on_are_told(collaboration, account):
    sulbar, bogor = collaboration(SULBAR), collaboration(BOGOR)
    kinds = sulbar.context_factors.values_list("kind", flat=True)
    assert (len(set(kinds)), bogor.context_factors.count()) == (6, 4)
    assert [factor.kind for factor in bogor.context_factors.all() if factor.is_stale()] == [
        "prior_failure"
    ]
    assert [str(link) for link in sulbar.legal_bases.for_list()][:2] == [
        "UU 23/2014, Pasal 363",
        "UU 30/2014, Pasal 34 ayat (4)",
    ]
    decree = LegalBasis.objects.get(level="decree")
    assert (str(decree), decree.is_verified, decree.is_sample) == ("SK 296/2023", False, True)
    assert account("koordinator").has_perm("agreements.edit_legal_basis", decree)


def test_nobody_carries_a_real_name(demo, db):
    names = list(Person.objects.values_list("full_name", flat=True))
    assert names
    assert not [name for name in names if not re.match(ROLE_WORDS, name)]


def test_what_is_invented_says_so(demo, db):
    for model in (Collaboration, Meeting, Commitment, Person, User):
        assert not model.objects.filter(is_sample=False).exists()
    for model in (Collaboration, Meeting, Commitment):
        assert not model.objects.filter(source_note="").exists()


@pytest.mark.parametrize("today", ["2026-11-21", "2027-01-01", "2028-02-29", "2031-07-06"])
def test_the_calendar_moves_whole_weeks_and_keeps_today_in_the_cycle(today):
    calendar = Calendar(dt.date.fromisoformat(today))
    evaluation = calendar.day("2023-11-20")
    assert evaluation.weekday() == dt.date(2023, 11, 20).weekday()
    assert 2 <= (calendar.today - evaluation).days <= 8
    _, first, last = calendar.year(2023)
    assert first <= calendar.day("2023-07-31") < calendar.today <= last
    assert calendar.year(2024)[1] == last + dt.timedelta(days=1)


def test_a_cycle_is_a_calendar_year_when_the_picture_allows_it():
    november, may = Calendar(dt.date(2026, 11, 21)), Calendar(dt.date(2027, 5, 3))
    assert november.year(2023) == ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert may.year(2023)[0] == "2026/2027"


def test_days_from_today_avoid_weekends():
    saturday = Calendar(dt.date(2026, 11, 21))
    assert saturday.day(-1).strftime("%A") == "Friday"
    assert saturday.day(1) == dt.date(2026, 11, 23)
    assert saturday.day(7) == dt.date(2026, 11, 30)
