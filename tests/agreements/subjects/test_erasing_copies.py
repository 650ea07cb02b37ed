"""What imports, merges, exports and reasons kept of somebody goes with them, however spelt."""

import io

import pghistory
import pytest
from django.core.management import call_command

from actors.audit.recording import record_event
from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from actors.importing.kept import head_of
from actors.importing.registry import KINDS
from actors.importing.transitions import start
from actors.models import AccessEvent, ImportContent, ImportRun, Merge, Person, User
from agreements.subjects import copies, erasing
from agreements.subjects.exporting import export_of
from agreements.subjects.subject import Subject
from collabgov.kit.audit import because, event_model
from tests.actors.importing.tables import begin, confirm, table
from tests.agreements.subjects.test_erasing import places_of
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.arrangements import KnowledgeChangeFactory
from tests.factories.assistance import AssistanceChangeFactory
from tests.factories.engagement import MeetingFactory
from tests.factories.pledges import PledgeFactory
from tests.factories.services import JointServiceChangeFactory

pytestmark = pytest.mark.django_db
HEADERS = ["Nama", "HP", "purpose and consent"]
THEIRS = ["Erasmus  Rahasia", "081277771234", "Pak Erasmus setuju 0812 7777 1234"]
OTHER = ["Siti Aminah", "0813 5555 1234", "rapat"]
PHONES = "7777", "77771234"


@pytest.fixture
def admin():
    return UserFactory(admin=True)


@pytest.fixture
def erasmus():
    return PersonFactory(
        full_name="Erasmus Rahasia",
        email="erasmus.rahasia@x.test",
        phone="0812-7777-1234",
        consent_note="rapat",
    )


def left_of(*words):
    return {place for word in words for place in places_of(word)}


def test_the_file_as_it_came_loses_their_row_and_what_it_wrote(admin):
    run = confirm(begin(table(HEADERS, THEIRS, OTHER), admin, "people"), admin)
    erasmus = Person.objects.get(full_name="Erasmus Rahasia")
    erasing.erase(erasmus)
    assert left_of("erasmus", "rahasia", "setuju", *PHONES) == set()
    content = ImportContent.objects.get(run=run)
    assert [cells[0] for _number, cells in content.rows] == ["Nama", "Siti Aminah"]
    assert [became["full_name"] for *_rest, became in content.written] == ["Siti Aminah"]


def test_a_post_that_the_import_made_for_them_is_no_longer_of_the_import(admin):
    place = OrganizationFactory(name="Dinas Sosial")
    file = table(["Nama", "Instansi", "Jabatan"], ["Erasmus Rahasia", place.name, "Kabid"])
    run = confirm(begin(file, admin, "people"), admin)
    assert len(run.content.written) == 2
    erasing.erase(Person.objects.get(full_name="Erasmus Rahasia"))
    assert ImportContent.objects.get(run=run).written == []


def test_a_file_that_nobody_confirmed_loses_their_row_and_is_planned_anew(admin, erasmus):
    lines = [["Erasmus   Rahasia", "081277771234", "setuju"], ["", "+6281277771234", "ya"], OTHER]
    run = begin(table(HEADERS, *lines), admin, "people")
    assert head_of(run)["counts"]["changed"] == 1
    erasing.erase(erasmus)
    assert left_of("erasmus", "setuju", *PHONES) == set()
    assert head_of(ImportRun.objects.get(pk=run.pk))["counts"]["new"] == 1


def test_a_row_that_names_them_by_number_goes(admin, erasmus):
    run = begin(table(["No", "purpose and consent"], [erasmus.pk, "setuju"]), admin, "people")
    ImportContent.objects.filter(run=run).update(columns={"pk": 0, "consent_note": 1})
    erasing.erase(erasmus)
    assert left_of("setuju") == set()


def test_a_row_of_somebody_else_stays_without_their_name(admin, erasmus):
    line = ["Siti Aminah", "", "izin Erasmus Rahasia, 0812 7777 1234"]
    run = begin(table(HEADERS, line), admin, "people")
    erasing.erase(erasmus)
    cells = ImportContent.objects.get(run=run).rows[1][1]
    label = f"Removed person {erasmus.pk}"
    assert cells == ["Siti Aminah", "", f"izin {label}, {label}"]


def test_the_name_of_a_file_goes_from_the_run_its_events_and_reasons(admin, erasmus):
    run = start(
        kind=KINDS["people"],
        table=table(HEADERS, OTHER),
        file_name="Erasmus_Rahasia.csv",
        sha256="0" * 64,
        by=admin,
    )
    confirm(run, admin)
    assert {"actors_importrun.file_name", "actors_importrunevent.file_name"} <= left_of("Rahasia")
    erasing.erase(erasmus)
    assert left_of("Erasmus", "Rahasia") == set()
    assert ImportRun.objects.get().file_name == f"Removed person {erasmus.pk}.csv"


def test_a_label_is_never_longer_than_its_column(admin):
    ari = PersonFactory(full_name="Ari")
    name = f"{'ari_' * 29}.csv"
    ImportRun.objects.filter(pk=begin(table(HEADERS, OTHER), admin, "people").pk).update(
        file_name=name
    )
    erasing.erase(ari)
    assert len(ImportRun.objects.get().file_name) == 120


@pytest.mark.parametrize(
    "query",
    ["format=csv&q=Erasmus+Rahasia&active=all", "q=erasmus.rahasia%40x.test", "q=0812%207777+1234"],
)
def test_filters_of_exports_go_encoded_or_not(admin, erasmus, query):
    record_event("exported", user=admin, what="accounts", filters={"q": query})
    erasing.erase(erasmus)
    assert left_of("erasmus", "rahasia", "7777") == set()


def test_accounts_go_out_with_a_filter_that_can_be_read(client, admin, erasmus):
    client.force_login(admin)
    query = {"format": "csv", "q": "erasmus.rahasia@x.test"}
    assert client.get("/users/", query).status_code == 200
    kept = AccessEvent.objects.get(kind="exported").details["filters"]
    assert kept == {"q": "erasmus.rahasia@x.test"}


def test_phones_in_reasons_go_and_who_and_when_stay(admin, erasmus):
    account = UserFactory()
    with because("Pak Erasmus Rahasia (081277771234) pindah"):
        User.objects.filter(pk=account.pk).update(is_active=False)
    why = "Pak Rahasia kembali; HP +6281277771234"
    event = record_event("account_changed", user=admin, about=account, reason=why)
    done = erasing.erase(erasmus)
    label = f"Removed person {erasmus.pk}"
    state = event_model(User).objects.filter(pgh_obj=account.pk).last()
    assert state.pgh_context["reason"] == f"Pak {label} ({label}) pindah"
    after = AccessEvent.objects.get(pk=event.pk)
    assert after.details["reason"] == f"Pak Rahasia kembali; HP {label}"
    assert (after.at, after.user_label) == (event.at, event.user_label)
    places = [(place.model, place.pk, place.field) for place in done.former]
    assert places == [(AccessEvent, event.pk, "details")]


def test_a_single_word_that_only_they_have_is_listed(erasmus):
    PersonFactory(full_name="Rahasia Putri")
    MeetingFactory(notes="Pak Erasmus tidak hadir.")
    MeetingFactory(notes="Rahasia, tidak disebut.")
    out = io.StringIO()
    call_command("subject_erase", str(erasmus.pk), stdout=out)
    listed = [line for line in out.getvalue().splitlines() if "agreements.Meeting " in line]
    assert len(listed) == 1


@pytest.fixture
def merged(admin):
    """41 became part of 40, with every field of 41."""
    kept = person_called("Raden", "Erasmus Rahasia", "izin lisan pertama")
    away = person_called("Gusti", "Erasmus R. Tertutup", "izin tulis kedua")
    record_event("viewed", user=admin, about=kept)
    sides = dict.fromkeys(["title_before", "full_name", "consent_note", "phone"], "away")
    made = merge(kind="person", keep=kept.pk, away=away.pk, sides=sides, by=admin)
    return kept, away, made


def person_called(title, name, consent):
    return PersonFactory(
        full_name=name, title_before=title, consent_note=consent, phone="0812-7777-1234"
    )


WORDS_OF_BOTH = "izin lisan", "izin tulis", "Raden", "Gusti", "Erasmus", "Tertutup", "7777"


@pytest.mark.parametrize("which", [0, 1])
def test_a_merge_forgets_the_fields_of_both(merged, which):
    assert "actors_merge.steps" in left_of("izin lisan") & left_of("izin tulis")
    erasing.erase(Person.everything.get(pk=merged[which].pk))
    assert left_of(*WORDS_OF_BOTH) == set()
    assert "Removed person" in str(Merge.objects.get().steps)
    label = AccessEvent.objects.get(kind="viewed").about_label
    assert label == f"Removed person {merged[0].pk}"


def test_a_merge_forgets_what_a_joined_row_said_of_them(admin, erasmus):
    post = {"organization": OrganizationFactory(), "post": "Ajudan Erasmus Rahasia"}
    twin = AppointmentFactory(**post).person
    AppointmentFactory(person=erasmus, **post)
    made = merge(kind="person", keep=erasmus.pk, away=twin.pk, sides={}, by=admin)
    [step] = [step for step in made.steps if step["what"] == "removed"]
    assert step["left"]["post"] == step["old"]["post"] == post["post"]
    erasing.erase(erasmus)
    [step] = [step for step in Merge.objects.get().steps if step["what"] == "removed"]
    assert step["left"]["post"] == step["old"]["post"] == f"Ajudan Removed person {erasmus.pk}"


def test_of_a_joined_row_each_state_is_blanked_by_its_own_number(erasmus):
    account = UserFactory(person=erasmus)
    step = {"model": "actors.user", "row": account.pk, "into": account.pk + 1}
    cleaned = copies._step(
        Subject.of(erasmus), step | {"old": {"email": "a@x.test"}, "left": {"email": "b@x.test"}}
    )
    assert f"-{account.pk}@" in cleaned["old"]["email"]
    assert f"-{account.pk + 1}@" in cleaned["left"]["email"]


def test_a_merge_that_was_undone_forgets_whose_fields_it_had_lent(merged, admin):
    _kept, away, made = merged
    undo(merge=made, by=admin)
    erasing.erase(Person.everything.get(pk=away.pk))
    assert "actors_merge.steps" not in left_of("izin tulis", "Gusti", "Tertutup")


def test_a_line_about_them_is_relabelled_whatever_they_were_called_then(erasmus):
    seen = AccessEvent.objects.create(
        kind="viewed", about_model="actors.person", about_pk=str(erasmus.pk), about_label="Ki Mas"
    )
    erasing.erase(erasmus)
    seen.refresh_from_db()
    assert seen.about_label == f"Removed person {erasmus.pk}"


def test_the_number_of_a_request_is_no_phone(erasmus):
    account = UserFactory()
    with pghistory.context(request="a1-081277771234", reason="HP 081277771234"):
        User.objects.filter(pk=account.pk).update(is_active=False)
    erasing.erase(erasmus)
    context = event_model(User).objects.filter(pgh_obj=account.pk).last().pgh_context
    assert context["request"] == "a1-081277771234"
    assert context["reason"] == f"HP Removed person {erasmus.pk}"


def test_texts_of_capacity_that_nobody_can_edit_are_told_and_blotted(erasmus):
    name = str(erasmus)
    pledge = PledgeFactory(what=f"Dua hari kerja {name}")
    told = {mention["code"] for mention in export_of(erasmus)["named_in"]}
    assert told == {"agreements.Pledge.what"}
    done = erasing.erase(erasmus)
    pledge.refresh_from_db()
    assert pledge.what == f"Dua hari kerja {done.label}"
    assert (done.review, done.former) == ([], [])


def test_lines_that_repeat_what_a_record_of_capacity_said_are_blotted(erasmus):
    name = str(erasmus)
    lines = (
        KnowledgeChangeFactory(subject=f"Data {name}", note=f"Dipakai {name} di rapat."),
        JointServiceChangeFactory(subject=f"Loket {name}"),
        AssistanceChangeFactory(note=f"Honor {name}, dua minggu."),
    )
    erasing.erase(erasmus)
    for line in lines:
        line.refresh_from_db()
        assert name not in f"{line.note} {getattr(line, 'subject', '')}"
    assert "Removed person" in lines[2].note
    assert left_of("rahasia") == set()
