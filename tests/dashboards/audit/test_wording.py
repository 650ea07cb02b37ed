"""The trail in the reader's words: reasons of the program, roles, tables, who opened it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from actors.accounts.models import SiteRole, User
from actors.accounts.transitions import change_role
from actors.audit.codes import WORDS
from actors.audit.details import details_in_words
from actors.audit.kinds import EventKind
from actors.audit.reasons import REASONS, reason_for, reason_in_words
from actors.audit.recording import record_event
from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from actors.models import AccessEvent
from dashboards.audit.changes import raw_changes
from dashboards.audit.tables import events_by_key
from tests.factories.actors import InvitationFactory, OrganizationFactory, UserFactory
from tests.factories.goals import ReportingDutyFactory
from tests.html import soup_of

FACTS = {"away": 30, "kept": 26, "number": 3, "file": "sepuluh: 10.xlsx", "by": "a@b.test"}


@pytest.mark.parametrize("code", sorted(REASONS))
def test_a_reason_of_the_program_is_kept_neutral_and_read_in_any_language(code):
    with translation.override("id"):
        kept = reason_for(code, **FACTS)
        read = reason_in_words(kept)
    with translation.override("en"):
        assert reason_for(code, **FACTS) == kept == reason_in_words(kept)
    assert read != kept


@pytest.mark.django_db
def test_a_zero_is_told_of_a_new_row_and_what_is_empty_is_not():
    duty = ReportingDutyFactory(days_after=0)
    events = events_by_key()["agreements.reportingduty"]
    told = {each.field.name: each.new for each in raw_changes(events.objects.get(), None)}
    assert told["days_after"] == 0
    assert told["party"] == duty.party_id
    assert "ends_on" not in told


def test_what_a_person_typed_stays_as_it_is():
    assert reason_in_words("import dari kementerian") == "import dari kementerian"


def test_a_change_of_role_is_told_in_the_readers_words():
    with translation.override("id"):
        told = dict(details_in_words({"from": "staff", "to": "auditor"}))
        assert told == {"Sebelum": SiteRole.STAFF.label, "Sesudah": SiteRole.AUDITOR.label}


@pytest.mark.parametrize(("first", "then"), [("from", "to"), ("old", "new"), ("before", "after")])
def test_what_was_before_is_told_first(db, first, then):
    """PostgreSQL keeps the keys of a JSON object in an order of its own."""
    said = {first: "a", then: "b"}
    event = record_event(EventKind.ROLE_CHANGED, **said, filters=said)
    event.refresh_from_db()
    told = details_in_words(event.details)
    assert [text for _label, text in told if len(text) == 1] == ["a", "b"]
    nested = next(text for _label, text in told if len(text) > 1)
    assert nested.index(": a") < nested.index(": b")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", [EventKind.REFUSED, EventKind.SIGN_IN_FAILED, EventKind.FOREIGN])
def test_how_an_event_ended_is_said_once(client, sign_in, kind, language):
    sign_in(UserFactory(admin=True, language=language))
    record_event(kind)
    (line,) = soup_of(client.get("/audit/", {"kind": kind})).select(".audit-what")
    words = [word.strip(",.").casefold() for word in line.get_text(" ").split()]
    ends = {"ditolak", "gagal", "refused", "failed"}
    assert len(line.select(".badge, .state-badge")) == 1
    assert sum(word in ends for word in words) == 1


CODES = (
    r'\b(?:why|what|way|shown|list)="([^"]+)"',
    r'_(?:refuse|end_others)\([^"()]*"([^"]+)"',
)


def test_every_code_of_the_event_log_has_words_and_no_word_is_left_over():
    sources = [
        path.read_text()
        for app in ("actors", "agreements", "dashboards")
        for path in Path(settings.BASE_DIR, app).rglob("*.py")
        if "demo" not in path.parts  # whose data say “what” of help that is asked for
    ]
    said = {code for text in sources for each in CODES for code in re.findall(each, text)}
    elsewhere = {"password", "totp", "webauthn", "recovery_codes", "state or answer"}
    assert said | elsewhere == set(WORDS)


def test_a_code_is_read_in_the_readers_words_and_a_text_stays():
    with translation.override("id"):
        told = details_in_words({"why": "device lost", "what": "Daftar instansi"})
    assert told == (("Alasan", "perangkat hilang"), ("Apa", "Daftar instansi"))


def test_a_filter_and_numbers_are_told_under_names_people_know():
    with translation.override("id"):
        told = details_in_words({"filters": {"q": "dinas", "kind": "opd"}, "new": 3, "left_out": 2})
    assert told == (("Saringan", "Cari: dinas, Jenis: opd"), ("Baru", "3"), ("Dilewati", "2"))


def test_what_went_out_is_kept_neutral_and_read_in_the_readers_words(client, sign_in):
    sign_in(UserFactory(admin=True, language="id"))
    assert client.get("/organizations/", {"format": "csv"}).status_code == 200
    kept = AccessEvent.objects.get(kind="exported").details
    assert kept["what"] == "organizations"
    with translation.override("id"):
        assert ("Apa", "instansi") in details_in_words(kept)


def test_a_merge_names_the_record_that_went(db):
    kept, away = OrganizationFactory(), OrganizationFactory(name="Dinas Lama")
    made = merge(
        kind="organization", keep=kept.pk, away=away.pk, sides={}, by=UserFactory(admin=True)
    )
    undo(merge=made, by=made.made_by)
    events = AccessEvent.objects.filter(kind__in=("merged", "merge_undone"))
    assert [event.details["merged"] for event in events] == [f"Dinas Lama ({away.pk})"] * 2


def test_every_table_of_the_trail_is_named_in_words():
    """A name that Django made of the class has no translation."""
    made = {
        key
        for key, events in events_by_key().items()
        if isinstance(events.pgh_tracked_model._meta.verbose_name, str)
    }
    assert made == set()


def test_who_accepts_an_invitation_is_named_with_who_invited(client, sign_in):
    invited = InvitationFactory(token="x" * 43, email="rina@contoh.test")
    client.get(f"/accounts/invitations/{'x' * 43}/")
    word = "jembatan-hujan-pagi-7"
    client.post("/accounts/invitations/open/", {"new_password1": word, "new_password2": word})
    made = User.objects.get(email="rina@contoh.test")
    sign_in(UserFactory(auditor=True))
    page = client.get(f"/audit/user/{made.pk}/").content.decode()
    assert f"{invited.person}, dengan membuka akun baru" in page
    assert f"undangan dari {invited.invited_by.email}" in page
    assert "Seseorang yang tidak masuk" not in page


def test_whose_role_changed_is_told_so_at_the_sign_in(client, sign_in):
    user, word = sign_in(UserFactory()), "Anda telah keluar: sesi"
    change_role(user=user, role=SiteRole.AUDITOR, by=UserFactory(admin=True))
    assert word in client.get("/", follow=True).content.decode()
    assert word not in client.get("/", follow=True).content.decode()
