"""What was signed, decided or verified keeps its paper: not withdrawn, and not written over."""

import datetime as dt

import pytest

from agreements.documents import holding, transitions
from agreements.goals.states import MeasurementState
from agreements.instruments.kinds import Authority
from agreements.instruments.states import BINDING, OVER, AgreementState, AmendmentState
from agreements.models import Document
from collabgov.kit.errors import Refused
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of
from tests.factories.documents import DocumentFactory
from tests.factories.goals import MeasurementFactory
from tests.factories.instruments import (
    AgreementDocumentFactory,
    AgreementFactory,
    AgreementPartyFactory,
    AmendmentFactory,
    RequiredDocumentFactory,
    SignatureFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return DocumentFactory(collaboration=CollaborationFactory())


REGISTERED = {"is_registered": True, "signed_on": dt.date(2026, 1, 1)}  # its first day is to come
ABANDONED = {"state": "abandoned", "over_on": dt.date(2026, 1, 1)}


def of_an_agreement(document, **fields):
    fields = fields or {"in_force": True}
    agreement = AgreementFactory(collaboration=document.collaboration, title="PKS Data", **fields)
    AgreementDocumentFactory(agreement=agreement, document=document)
    return agreement


def of_a_signature(document):
    agreement = AgreementFactory(collaboration=document.collaboration, title="PKS Data", ready=True)
    place = AgreementPartyFactory(agreement=agreement, party__collaboration=document.collaboration)
    return SignatureFactory(place=place, power=document, authority=Authority.POWER_OF_ATTORNEY)


def of_an_amendment(document, state="signing"):
    agreement = AgreementFactory(
        collaboration=document.collaboration, title="PKS Data", in_force=True
    )
    amendment = AmendmentFactory(agreement=agreement, document=document)
    type(amendment).objects.filter(pk=amendment.pk).update(state=state)
    return amendment


def of_a_value(document, state="verified"):
    value = MeasurementFactory(
        indicator__goal__collaboration=document.collaboration, indicator__name="Anak stunting"
    )
    type(value).objects.filter(pk=value.pk).update(evidence=document)
    return value


USES = {
    of_an_agreement: "PKS Data",
    of_a_signature: "PKS Data",
    of_an_amendment: "PKS Data",
    of_a_value: "Anak stunting",
}


@pytest.mark.parametrize("use", USES)
def test_what_rests_on_a_document_is_named_and_keeps_it(document, upload, use):
    assert holding.uses_of(document) == []
    use(document)
    user = coordinator_of(document.collaboration)
    with pytest.raises(Refused, match=USES[use]):
        transitions.withdraw(document=document, by=user, reason="Salah")
    with pytest.raises(Refused, match=USES[use]):
        transitions.add_version(document=document, file=upload(), by=user)
    fresh = Document.objects.get(pk=document.pk)
    assert not fresh.is_withdrawn
    assert fresh.versions.count() == 1


@pytest.mark.parametrize(
    ("use", "how"),
    [
        (of_an_agreement, {"state": "draft"}),
        (of_an_agreement, {"ready": True}),
        (of_an_agreement, ABANDONED),
        (of_an_amendment, {"state": "draft"}),
    ],
)
def test_what_may_still_change_keeps_nothing(document, upload, use, how):
    use(document, **how)
    user = coordinator_of(document.collaboration)
    transitions.add_version(document=document, file=upload(), by=user)
    assert transitions.withdraw(document=document, by=user, reason="Salah").is_withdrawn


@pytest.mark.parametrize(
    ("role", "how", "is_kept"),
    [
        ("signed_copy", {"in_force": True}, True),
        ("letter", {"in_force": True}, False),
        ("termination", {"in_force": True}, False),
        ("termination", {"in_force": True, "termination_decided_on": dt.date(2026, 1, 1)}, True),
        ("text", {"in_force": True, "state": "ended", "over_on": dt.date(2026, 1, 1)}, False),
        ("signed_copy", {"in_force": True, "state": "ended", "over_on": dt.date(2026, 1, 1)}, True),
        ("signed_copy", {"ready": True}, False),
        ("signed_copy", {"ready": True, **REGISTERED}, True),
        ("letter", {"ready": True, **REGISTERED}, False),
        ("letter", {"in_force": True, "termination_decided_on": dt.date(2026, 1, 1)}, False),
    ],
)
def test_which_papers_of_an_agreement_are_kept(document, role, how, is_kept):
    agreement = AgreementFactory(collaboration=document.collaboration, **how)
    AgreementDocumentFactory(agreement=agreement, document=document, role=role)
    assert bool(holding.uses_of(document)) is is_kept


@pytest.mark.parametrize(("how", "is_kept"), [({"in_force": True}, True), ({"ready": True}, False)])
def test_what_an_agreement_had_to_have_is_kept_once_it_is_signed(document, how, is_kept):
    agreement = AgreementFactory(collaboration=document.collaboration, **how)
    asked = RequiredDocumentFactory(type=agreement.type, is_mandatory=True)
    AgreementDocumentFactory(
        agreement=agreement, document=document, role="letter", requirement=asked
    )
    assert bool(holding.uses_of(document)) is is_kept


@pytest.mark.parametrize(("role", "is_kept"), [("reference", True), ("letter", False)])
def test_what_stands_in_the_role_of_what_is_asked_for_is_kept(document, role, is_kept):
    agreement = AgreementFactory(collaboration=document.collaboration, in_force=True)
    RequiredDocumentFactory(type=agreement.type, is_mandatory=True, role="reference")
    RequiredDocumentFactory(type=agreement.type, is_mandatory=False, role="letter")
    AgreementDocumentFactory(agreement=agreement, document=document, role=role)
    assert bool(holding.uses_of(document)) is is_kept


def test_the_word_of_the_legislature_is_kept_as_soon_as_it_is_given(document):
    agreement = AgreementFactory(collaboration=document.collaboration, ready=True)
    AgreementDocumentFactory(agreement=agreement, document=document, role="legislature")
    assert holding.uses_of(document) == []
    type(agreement).objects.filter(pk=agreement.pk).update(
        legislature_needed=True, legislature_approved_on=dt.date(2026, 1, 1)
    )
    assert holding.uses_of(document)


def test_a_power_of_attorney_under_what_came_to_nothing_keeps_nothing(document):
    signature = of_a_signature(document)
    type(signature.place.agreement).objects.update(**ABANDONED)
    assert holding.uses_of(document) == []


@pytest.mark.parametrize(("state", "is_kept"), [("withdrawn", False), ("signing", True)])
def test_a_power_of_attorney_for_an_amendment_lasts_as_long(document, state, is_kept):
    signature = of_a_signature(document)
    amendment = AmendmentFactory(agreement=signature.place.agreement)
    type(signature).objects.update(amendment=amendment)
    type(amendment).objects.update(state=state)
    assert bool(holding.uses_of(document)) is is_kept


def test_what_was_withdrawn_holds_nothing_up(document, upload):
    require_standing = holding.require_standing
    require_standing(None)
    require_standing(document)
    user = coordinator_of(document.collaboration)
    transitions.withdraw(document=document, by=user, reason="Salah")
    with pytest.raises(Refused, match="ditarik"):
        require_standing(document)


def test_a_draft_of_a_value_and_a_withdrawn_signature_keep_nothing(document):
    value, signature = of_a_value(document), of_a_signature(document)
    assert len(holding.uses_of(document)) == 2
    type(value).objects.filter(pk=value.pk).update(
        state=MeasurementState.DRAFT,
        submitted_by=None,
        submitted_at=None,
        verified_by=None,
        verified_at=None,
    )
    type(signature).objects.filter(pk=signature.pk).update(
        withdrawn_on=signature.signed_on, withdrawn_reason="Salah"
    )
    assert holding.uses_of(document) == []


def test_the_states_are_those_of_the_features_above():
    assert {*holding.SIGNED} == {AgreementState.PARTLY_SIGNED, *BINDING}
    over = {*OVER} - {AgreementState.ABANDONED}
    assert {*holding.SIGNED_OR_OVER} == {AgreementState.PARTLY_SIGNED, *BINDING, *over}
    assert {*holding.STANDING_AMENDMENT} == {AmendmentState.SIGNING, AmendmentState.MERGED}
    kept = {*MeasurementState} - {MeasurementState.DRAFT, MeasurementState.RETURNED}
    assert {*holding.HANDED_IN} == kept


def test_a_new_version_is_added_by_whoever_added_the_first_or_coordinates(document):
    here = document.collaboration
    adder, other, coordinator = member_of(here), member_of(here), coordinator_of(here)
    document.added_by = adder
    may = [
        user.has_perm("agreements.add_document_version", document)
        for user in (adder, other, coordinator)
    ]
    assert may == [True, False, True]


def test_the_page_says_what_rests_on_it_instead_of_offering_what_is_refused(
    client, sign_in, document
):
    sign_in(coordinator_of(document.collaboration))
    page = client.get(document.get_absolute_url()).content.decode()
    address = f"/documents/{document.pk}/"
    assert f"{address}versions/new/" in page
    assert f"{address}withdraw/" in page
    of_an_agreement(document)
    page = client.get(document.get_absolute_url()).content.decode()
    assert "PKS Data" in page
    assert f"{address}versions/new/" not in page
    assert f"{address}withdraw/" not in page
