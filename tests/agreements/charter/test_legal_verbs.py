"""The register of legal bases: added, corrected, verified, loaded; and what rests on them."""

from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.kinds import CharterEvent, LegalLevel
from agreements.charter.legal_list import entries
from agreements.charter.states import CollaborationState
from agreements.models import LegalBasis
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CollaborationLegalBasisFactory,
    LegalBasisFactory,
    coordinator_of,
    member_of,
)

pytestmark = pytest.mark.django_db
FACTS = {"level": LegalLevel.UU, "number": "25", "year": 2009, "title": "Pelayanan Publik"}
VERIFIED = {"is_verified": True, "verified_note": "Dibaca di lembaran negara."}


@pytest.fixture
def coordinator():
    return coordinator_of(CollaborationFactory())


def test_a_coordinator_adds_a_rule_for_their_work(coordinator):
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    assert (row.added_by, row.is_verified, str(row)) == (coordinator, False, "UU 25/2009")
    assert transitions.add_legal_basis(by=coordinator, **FACTS) == row


def test_the_same_rule_of_somebody_else_is_refused_with_a_sentence(coordinator):
    transitions.add_legal_basis(by=coordinator, **FACTS)
    with pytest.raises(ValidationError) as refusal:
        transitions.add_legal_basis(by=UserFactory(admin=True), **FACTS)
    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["number"]


def test_neither_members_nor_auditors_add_rules():
    for by in (member_of(CollaborationFactory()), UserFactory(auditor=True), UserFactory()):
        with pytest.raises(PermissionDenied):
            transitions.add_legal_basis(by=by, **FACTS)


def test_whoever_added_it_corrects_it_until_it_is_verified(coordinator):
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    row = transitions.edit_legal_basis(legal_basis=row, by=coordinator, version=1, number="26")
    admin = UserFactory(admin=True)
    row = transitions.edit_legal_basis(legal_basis=row, by=admin, version=2, **VERIFIED)
    with pytest.raises(PermissionDenied):
        transitions.edit_legal_basis(legal_basis=row, by=coordinator, version=3, number="25")


def test_another_coordinator_does_not_correct_it(coordinator):
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    other = coordinator_of(CollaborationFactory())
    with pytest.raises(PermissionDenied):
        transitions.edit_legal_basis(legal_basis=row, by=other, version=1, number="26")


def test_who_no_longer_coordinates_no_longer_corrects(coordinator):
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    coordinator.person.coordinates.all().delete()
    with pytest.raises(PermissionDenied):
        transitions.edit_legal_basis(legal_basis=row, by=coordinator, version=1, number="26")


def test_only_an_admin_says_that_it_is_verified(coordinator):
    with pytest.raises(PermissionDenied):
        transitions.add_legal_basis(by=coordinator, **FACTS, **VERIFIED)
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    with pytest.raises(PermissionDenied):
        transitions.edit_legal_basis(legal_basis=row, by=coordinator, version=1, **VERIFIED)
    assert transitions.add_legal_basis(
        by=UserFactory(admin=True), **FACTS | {"number": "26"}, **VERIFIED
    ).is_verified


def test_what_an_admin_noted_is_neither_written_over_nor_in_the_way(coordinator):
    """Not verified after all, but the note of the admin stays the admin's."""
    row = transitions.add_legal_basis(by=coordinator, **FACTS)
    told = {"is_verified": False, "verified_note": "Naskahnya tidak ditemukan."}
    transitions.edit_legal_basis(legal_basis=row, by=UserFactory(admin=True), version=1, **told)
    with pytest.raises(PermissionDenied):
        transitions.edit_legal_basis(legal_basis=row, by=coordinator, version=2, verified_note="")
    row = transitions.edit_legal_basis(
        legal_basis=row, by=coordinator, version=2, number="26", **told
    )
    assert (row.number, row.verified_note) == ("26", "Naskahnya tidak ditemukan.")


def test_two_people_correct_a_rule_and_the_second_is_told():
    row, admin = LegalBasisFactory(), UserFactory(admin=True)
    transitions.edit_legal_basis(legal_basis=row, by=admin, version=1, title="Satu")
    with pytest.raises(EditConflict):
        transitions.edit_legal_basis(legal_basis=row, by=admin, version=1, title="Dua")


def test_a_collaboration_names_what_it_rests_on_and_takes_it_away():
    collaboration, by, row = CollaborationFactory(), UserFactory(), LegalBasisFactory(number="23")
    said = {"collaboration": collaboration, "legal_basis": row, "article": "Pasal 363"}
    link = transitions.rest_on(by=by, **said)
    assert transitions.rest_on(by=by, **said) == link
    transitions.rest_on_no_longer(link=link, by=by)
    told = [(line.event, line.subject) for line in collaboration.changes.order_by("pk")]
    assert told == [
        (CharterEvent.BASIS_ADDED, "UU 23/2014, Pasal 363"),
        (CharterEvent.BASIS_REMOVED, "UU 23/2014, Pasal 363"),
    ]
    with pytest.raises(Refused):
        transitions.rest_on_no_longer(link=link, by=by)
    assert LegalBasis.objects.filter(pk=row.pk).exists()


def test_the_same_rule_twice_is_a_sentence():
    link = CollaborationLegalBasisFactory()
    said = {"collaboration": link.collaboration, "legal_basis": link.legal_basis}
    with pytest.raises(ValidationError) as refusal:
        transitions.rest_on(by=UserFactory(), article="Pasal 9", **said)
    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["legal_basis"]


def test_a_closed_collaboration_names_nothing_more():
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=timezone.localdate())
    with pytest.raises(Refused):
        transitions.rest_on(collaboration=closed, legal_basis=LegalBasisFactory(), by=UserFactory())
    link = CollaborationLegalBasisFactory(collaboration=closed)
    with pytest.raises(Refused):
        transitions.rest_on_no_longer(link=link, by=UserFactory())
    assert closed.legal_bases.get() == link


def test_the_register_is_for_who_is_signed_in():
    row = LegalBasisFactory()
    assert not LegalBasis.objects.visible_to(AnonymousUser()).exists()
    assert LegalBasis.objects.visible_to(UserFactory()).get() == row


def load():
    said = StringIO()
    call_command("load_legal_bases", stdout=said)
    return said.getvalue()


def test_the_supplied_list_is_loaded_once_and_marks_what_nobody_has_read():
    assert load() == f"Legal bases: {len(entries())} added, 0 there already.\n"
    assert load() == f"Legal bases: 0 added, {len(entries())} there already.\n"
    assert LegalBasis.objects.get(list_key="pp-28-2018").is_verified
    assert not LegalBasis.objects.get(list_key="uu-23-2014").is_verified
    assert str(LegalBasis.objects.get(list_key="permendagri-22-2020")) == "Permendagri 22/2020"


def test_loading_again_changes_nothing_that_an_admin_changed():
    load()
    row = LegalBasis.objects.get(list_key="uu-23-2014")
    said = {"number": "23A", "title": "Diubah"}
    transitions.edit_legal_basis(
        legal_basis=row, by=UserFactory(admin=True), version=1, **said, **VERIFIED
    )
    load()
    row.refresh_from_db()
    assert (row.number, row.title, row.is_verified) == ("23A", "Diubah", True)
    assert LegalBasis.objects.count() == len(entries())


def test_what_the_register_had_before_is_left_as_it_was():
    there = LegalBasisFactory(number="23", year=2014, title="Milik kami")
    assert load() == f"Legal bases: {len(entries()) - 1} added, 1 there already.\n"
    there.refresh_from_db()
    assert (there.title, there.list_key) == ("Milik kami", None)


@pytest.mark.parametrize(
    "words", ["uu 23/2014", "23 2014", "pemerintahan daerah", "PEMERINTAHAN", "pemrintahan"]
)
def test_a_rule_is_found_by_its_number_and_its_words(words):
    found = LegalBasisFactory(number="23", year=2014, title="Pemerintahan Daerah")
    LegalBasisFactory(number="30", year=1999, title="Arbitrase")
    assert list(LegalBasis.objects.search(words)) == [found]
