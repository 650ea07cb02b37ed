"""What pages read: whom it waits for, what differs, what overlaps, and the kinds to begin with."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

from agreements.charter.rewording import words
from agreements.instruments import transitions as verbs
from agreements.instruments.difference import difference
from agreements.instruments.models import AgreementType
from agreements.instruments.overlaps import overlapping
from agreements.instruments.seeds import KINDS
from agreements.instruments.transitions.loading import load_types
from agreements.instruments.waiting import waiting_of
from collabgov.preparing import load_agreement_types
from tests.agreements.instruments.scene import TODAY, day
from tests.factories.instruments import RequiredDocumentFactory


def who(agreement, offset=0):
    agreement.refresh_from_db()
    return waiting_of(agreement, today=day(offset)).who


def test_while_it_is_written_it_waits_for_the_coordinator_longer_than_its_stage_allows(table):
    waiting = waiting_of(table.draft(), today=day(31))
    assert (waiting.who, waiting.since, waiting.days) == ("koordinator", TODAY(), 31)
    assert (waiting.limit, waiting.is_late, waiting.days_over) == (30, True, 1)
    assert waiting_of(table.draft(title="Lain"), today=day(30)).is_late is False


def test_then_for_those_who_have_not_signed(table):
    agreement = table.ready()
    table.sign(agreement, 0)
    agreement.refresh_from_db()
    waiting = waiting_of(agreement)
    assert waiting.organizations == (table.parties[1].organization,)
    assert waiting.who == str(table.parties[1].organization)


def test_then_for_its_first_day_its_parent_or_its_documents_and_in_force_for_nobody(table):
    parent = table.signed(table.ready(title="Induk", starts_on=day(5)))
    assert who(parent) == "hari pertamanya"
    child = table.signed(table.ready(title="Anak", parent=parent))
    assert who(child) == "kesepakatan induknya"
    list(verbs.advance(today=day(5)))
    child.refresh_from_db()
    assert waiting_of(child) is None
    RequiredDocumentFactory(type=table.kind, role="signed_copy", needed_for="in_force")
    assert who(table.signed(table.ready(title="Lain"))) == "dokumennya"


def test_a_child_waits_for_a_parent_that_is_no_longer_in_force(table):
    parent = table.in_force(title="Induk")
    child = table.ready(title="Anak", parent=parent)
    verbs.suspend(agreement=parent, by=table.coordinator, reason="Jeda.")
    assert who(child) == "kesepakatan induknya"


def test_with_the_legislature_it_waits_for_it_until_it_approved(table):
    agreement = table.draft(legislature_needed=True)
    while agreement.state != "legislature":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    assert who(agreement) == "DPRD"
    verbs.approve_by_legislature(agreement=agreement, by=table.coordinator, on=day(0))
    assert who(agreement) == "koordinator"


def test_the_difference_names_each_detail_before_and_after(table):
    agreement = table.in_force(scope="regions", is_mandatory=True)
    amendment = table.amendment(
        agreement,
        changes={
            "subject": "Penurunan stunting bersama.",
            "scope": "foreign",
            "is_mandatory": False,
            "benefits": ["efficiency"],
            "ends_on": day(300),
        },
    )
    (part,) = difference(amendment)
    lines = {line.label: (line.before, line.after) for line in part.lines}
    assert lines["Lingkup kerja sama"] == (
        "Dengan daerah lain (KSDD)",
        "Dengan lembaga luar negeri (KSDPL)",
    )
    assert lines["Kerja sama wajib"] == ("Ya", "Tidak")
    assert lines["Untuk apa"] == ("", "Efisiensi")
    assert "2" in lines["Hari terakhir"][0]
    assert "T00" not in lines["Hari terakhir"][0]
    pieces = [piece for line in part.lines for piece in line.pieces]
    assert [(p.kind, p.text) for p in pieces if p.kind != "same"] == [
        ("deleted", "terintegrasi."),
        ("inserted", "bersama."),
    ]


def test_the_difference_of_clauses_says_who_owes_it(table):
    agreement = table.draft()
    clause = verbs.add_clause(
        agreement=agreement, by=table.coordinator, number="Pasal 1", text="Data tiap tahun."
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    amendment = table.amendment(table.signed(agreement), changes={})
    by = {"amendment": amendment, "by": table.coordinator}
    place = agreement.parties.first()
    verbs.change_clause(
        **by,
        clause=clause,
        text="Data tiap bulan.",
        is_obligation=True,
        owed_by=place,
        due_on=day(9),
    )
    verbs.new_clause(**by, text="Rapat bersama.")
    changed, new = difference(amendment)
    assert changed.label == "Pasal 1"
    assert (changed.lines[0].before, changed.lines[0].after) == (
        "Data tiap tahun.",
        "Data tiap bulan.",
    )
    assert str(place) in [line.after for line in changed.lines]
    assert [line.after for line in new.lines] == ["Rapat bersama."]
    assert new.label == "Pasal baru"


def test_words_are_kept_with_their_blanks():
    pieces = words("satu dua tiga", "satu empat tiga lima")
    assert "".join(p.text for p in pieces if p.kind != "inserted") == "satu dua tiga"
    assert "".join(p.text for p in pieces if p.kind != "deleted") == "satu empat tiga lima"


def test_others_of_its_kind_between_the_same_parties_are_warned_of(table):
    first = table.in_force()
    second = table.draft(title="Lain", starts_on=day(365), ends_on=day(400))
    assert overlapping(second) == [first]
    later = table.draft(title="Sesudah", starts_on=day(401), ends_on=day(500))
    assert overlapping(later) == []
    alone = table.draft(title="Satu pihak", parties=[(table.parties[0], True, "")])
    assert overlapping(alone) == []
    assert overlapping(table.draft(title="Tanpa", starts_on=None)) == []


def test_the_page_of_a_draft_names_what_it_overlaps(table, client, sign_in):
    first, second = table.in_force(title="Lama"), table.draft(title="Baru")
    sign_in(table.coordinator)
    page = client.get(second.get_absolute_url()).content.decode()
    assert "Para pihak yang sama memiliki kesepakatan lain" in page
    assert first.get_absolute_url() in page
    page = client.get(first.get_absolute_url()).content.decode()
    assert "Para pihak yang sama memiliki kesepakatan lain" not in page


def test_the_usual_kinds_are_there_once_and_marked_as_not_verified(db):
    added = load_types()
    assert [kind.code for kind in added] == [kind.code for kind in KINDS]
    assert not AgreementType.objects.filter(is_verified=True).exists()
    pks = AgreementType.objects.get(code="perjanjian-kerja-sama")
    assert pks.needs_parent
    assert pks.stages.get(state="review").days == 45
    asked = pks.documents.values_list("role", "name", "needed_for", "is_mandatory")
    said = next(kind.documents for kind in KINDS if kind.code == pks.code)
    assert [*asked] == [(role, name, need, must) for role, name, _en, need, must in said]
    assert "Belum diverifikasi" in pks.origin
    with translation.override("en"):
        assert "Not verified" in pks.origin
        assert "power of attorney" in pks.when_to_use
    assert load_types() == []


def test_what_an_admin_changed_stays_and_what_is_missing_comes_back(db):
    load_types()
    kind = AgreementType.objects.get(code="surat-keputusan")
    kind.name = "Keputusan kepala daerah"
    kind.save()
    kind.stages.all().delete()
    AgreementType.objects.get(code="kesepakatan-informal").delete()
    said = StringIO()
    call_command("load_agreement_types", stdout=said)
    kind.refresh_from_db()
    assert (kind.name, kind.stages.count()) == ("Keputusan kepala daerah", 0)
    assert said.getvalue() == "Kinds of agreement added: Kesepakatan informal.\n"
    load_agreement_types()
    assert AgreementType.objects.count() == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_takes_an_agreement_to_being_ready_to_sign(table, kind):
    load_types()
    row = AgreementType.objects.get(code=kind.code)
    parent = table.in_force(title="Induk") if row.needs_parent else None
    agreement = table.draft(type=row, parent=parent, title="Baru")
    for document in row.documents.filter(is_mandatory=True):
        verbs.attach_document(
            agreement=agreement,
            by=table.coordinator,
            role=document.role,
            document=table.letter(),
            requirement=document,
        )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    assert table.signed(agreement).state == "in_force"
