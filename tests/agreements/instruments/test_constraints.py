"""Every constraint on agreements refuses what it should, whoever writes."""

import pytest

from agreements.models import AgreementStage
from tests.agreements.instruments.scene import day
from tests.constraints import assert_refused
from tests.factories.charter import LegalBasisFactory, PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.instruments import (
    AgreementChangeFactory,
    AgreementDocumentFactory,
    AgreementFactory,
    AgreementLegalBasisFactory,
    AgreementPartyFactory,
    AgreementStageFactory,
    AgreementTypeFactory,
    AmendmentChangeFactory,
    AmendmentFactory,
    ClauseFactory,
    RequiredDocumentFactory,
    SignatureFactory,
    SigningCheckFactory,
)

pytestmark = pytest.mark.django_db
OVER = {"starts_on": day(-9), "signed_on": day(-9)}


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("agreement_state_is_known", AgreementFactory, {"state": "asleep"}),
        (
            "agreement_ends_after_start",
            AgreementFactory,
            {"starts_on": day(0), "ends_on": day(-1)},
        ),
        (
            "agreement_mandatory_only_between_regions",
            AgreementFactory,
            {"is_mandatory": True, "scope": "foreign"},
        ),
        ("agreement_binding_has_a_term", AgreementFactory, {"state": "in_force"}),
        (
            "agreement_binding_has_a_term",
            AgreementFactory,
            {"state": "suspended", "starts_on": day(0)},
        ),
        (
            "agreement_binding_has_a_term",
            AgreementFactory,
            {"state": "ended", "signed_on": day(0), "over_on": day(0)},
        ),
        ("agreement_over_has_a_date", AgreementFactory, {"state": "abandoned"}),
        ("agreement_over_has_a_date", AgreementFactory, {"over_on": day(0)}),
        (
            "agreement_terminated_with_a_reason",
            AgreementFactory,
            {"state": "terminated", "over_on": day(0), "termination_on": day(0), **OVER},
        ),
        (
            "agreement_terminated_with_a_reason",
            AgreementFactory,
            {"state": "terminated", "over_on": day(0), "termination_reason": "Beban.", **OVER},
        ),
        (
            "agreement_approved_only_if_needed",
            AgreementFactory,
            {"legislature_approved_on": day(0)},
        ),
        ("agreement_change_event_is_known", AgreementChangeFactory, {"event": "sneezed"}),
        ("agreement_party_position_counts_from_one", AgreementPartyFactory, {"position": 0}),
        ("agreement_stage_state_is_known", AgreementStageFactory, {"state": "ended"}),
        ("agreement_stage_takes_a_day", AgreementStageFactory, {"days": 0}),
        ("agreement_stage_takes_a_day", AgreementStageFactory, {"days": 3651}),
        ("required_document_state_is_known", RequiredDocumentFactory, {"needed_for": "draft"}),
        ("clause_obligation_is_owed_by_a_party", ClauseFactory, {"is_obligation": True}),
        ("clause_due_only_if_owed", ClauseFactory, {"due_on": day(0)}),
        ("clause_says_something", ClauseFactory, {"text": ""}),
        ("agreement_document_role_is_known", AgreementDocumentFactory, {"role": "poem"}),
        ("amendment_state_is_known", AmendmentFactory, {"state": "asleep"}),
        ("amendment_merged_has_a_date", AmendmentFactory, {"state": "merged"}),
        ("amendment_merged_has_a_date", AmendmentFactory, {"merged_on": day(0)}),
        ("amendment_has_a_reason", AmendmentFactory, {"reason": ""}),
        ("amendment_change_is_of_something", AmendmentChangeFactory, {"field": ""}),
        (
            "amendment_change_is_of_something",
            AmendmentChangeFactory,
            {"of": "clause", "field": ""},
        ),
        (
            "amendment_change_is_of_something",
            AmendmentChangeFactory,
            {"of": "new_clause", "field": "title"},
        ),
        (
            "signature_power_of_attorney_has_its_document",
            SignatureFactory,
            {"authority": "power_of_attorney"},
        ),
        ("signature_taken_back_with_a_reason", SignatureFactory, {"withdrawn_on": day(0)}),
        ("signature_taken_back_with_a_reason", SignatureFactory, {"withdrawn_reason": "Salah."}),
        ("signing_check_item_is_known", SigningCheckFactory, {"item": "smell"}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_by_ones_own_authority_there_is_no_power_of_attorney():
    power = DocumentFactory()
    assert_refused(
        "signature_power_of_attorney_has_its_document", lambda: SignatureFactory(power=power)
    )


@pytest.mark.parametrize(
    ("constraint", "factory", "same"),
    [
        (
            "agreement_party_once",
            AgreementPartyFactory,
            lambda: {"agreement": AgreementFactory(), "party": PartyFactory()},
        ),
        (
            "agreement_party_position_once",
            AgreementPartyFactory,
            lambda: {"agreement": AgreementFactory(), "position": 1},
        ),
        (
            "agreement_legal_basis_once",
            AgreementLegalBasisFactory,
            lambda: {"agreement": AgreementFactory(), "legal_basis": LegalBasisFactory()},
        ),
        (
            "agreement_document_once",
            AgreementDocumentFactory,
            lambda: {"agreement": AgreementFactory(), "document": DocumentFactory()},
        ),
        ("signature_once_per_party", SignatureFactory, lambda: {"place": AgreementPartyFactory()}),
        (
            "signing_check_once",
            SigningCheckFactory,
            lambda: {"place": AgreementPartyFactory(), "item": "seal"},
        ),
    ],
)
def test_the_same_twice_is_refused(constraint, factory, same):
    said = same()
    factory(**said)
    assert_refused(constraint, lambda: factory(**said))


def test_names_of_kinds_and_of_their_documents_and_places_of_stages_are_there_once():
    kind = AgreementTypeFactory(name="Nota", stages=False)
    assert_refused("agreement_type_name_once", lambda: AgreementTypeFactory(name="NOTA"))
    RequiredDocumentFactory(type=kind, name="KAK")
    assert_refused(
        "required_document_name_once", lambda: RequiredDocumentFactory(type=kind, name="kak")
    )
    AgreementStageFactory(type=kind, position=1)
    assert_refused(
        "agreement_stage_position_once",
        lambda: AgreementStage.objects.create(type=kind, position=1, state="draft", name="Dua"),
    )


def test_a_number_is_there_once_for_a_kind_in_a_collaboration():
    first = AgreementFactory(number="7/PKS")
    same = {"collaboration": first.collaboration, "type": first.type}
    assert_refused("agreement_number_once", lambda: AgreementFactory(number="7/pks", **same))
    AgreementFactory(number="", **same)
    AgreementFactory(number="", **same)
    AgreementFactory(number="7/PKS", type=first.type)


def test_an_agreement_is_not_its_own_parent():
    agreement = AgreementFactory()
    itself = type(agreement).objects.filter(pk=agreement.pk)
    assert_refused("agreement_not_its_own_parent", lambda: itself.update(parent=agreement))


def test_amendments_are_numbered_and_one_is_open_at_a_time():
    first = AmendmentFactory()
    agreement = first.agreement
    assert_refused(
        "amendment_one_open_at_a_time", lambda: AmendmentFactory(agreement=agreement, order=2)
    )
    assert_refused(
        "amendment_order_once",
        lambda: AmendmentFactory(agreement=agreement, order=first.order, state="withdrawn"),
    )
    AmendmentFactory(agreement=agreement, order=2, state="withdrawn")


def test_an_amendment_changes_each_detail_and_each_clause_once():
    change = AmendmentChangeFactory()
    amendment = change.amendment
    assert_refused(
        "amendment_change_field_once", lambda: AmendmentChangeFactory(amendment=amendment)
    )
    said = {"amendment": amendment, "of": "no_clause", "field": "", "after": None}
    clause = ClauseFactory(agreement=amendment.agreement)
    AmendmentChangeFactory(clause=clause, **said)
    assert_refused(
        "amendment_change_clause_once", lambda: AmendmentChangeFactory(clause=clause, **said)
    )


def test_a_signature_that_was_taken_back_makes_room_for_another():
    taken_back = SignatureFactory(withdrawn_on=day(0), withdrawn_reason="Salah.")
    assert SignatureFactory(place=taken_back.place).pk
