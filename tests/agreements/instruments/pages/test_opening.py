"""Every page that writes opens for who may write, and for nobody else."""

import pytest

from agreements.instruments.views.verbs_amending import STEPS
from agreements.instruments.views.verbs_steps import MOVES
from tests.agreements.instruments.pages.scene import url
from tests.factories.actors import UserFactory
from tests.factories.charter import member_of
from tests.factories.instruments import (
    AgreementDocumentFactory,
    AgreementLegalBasisFactory,
    AmendmentChangeFactory,
    AmendmentFactory,
    ClauseFactory,
    SignatureFactory,
)


def of_the_agreement(agreement):
    place = agreement.parties.first()
    clause = ClauseFactory(agreement=agreement, is_obligation=True, owed_by=place)
    basis = AgreementLegalBasisFactory(agreement=agreement)
    paper = AgreementDocumentFactory(agreement=agreement)
    names = ["agreement-edit", "agreement-party-create", "clause-create", "clause-paste"]
    names += ["agreement-basis-add", "agreement-document-attach", "agreement-paper"]
    pages = [url(name, agreement.pk) for name in [*names, "amendment-create"]]
    pages += [url(f"agreement-party-{verb}", place.pk) for verb in ("edit", "remove")]
    pages += [url(f"clause-{verb}", clause.pk) for verb in ("edit", "remove", "promise")]
    pages += [url("agreement-sign", place.pk), url("agreement-basis-remove", basis.pk)]
    pages += [url("agreement-document-detach", paper.pk)]
    return pages + [url("agreement-move", agreement.pk, verb) for verb in MOVES]


def of_an_amendment(agreement):
    amendment = AmendmentFactory(agreement=agreement)
    change = AmendmentChangeFactory(amendment=amendment)
    clause = ClauseFactory(agreement=agreement)
    signature = SignatureFactory(place=agreement.parties.first(), amendment=amendment)
    pages = [url("amendment-edit", amendment.pk), url("amendment-clause-new", amendment.pk)]
    pages += [url("amendment-clause-change", clause.pk)]
    pages += [url("amendment-clause-out", clause.pk)]
    pages += [url("amendment-line-drop", change.pk)]
    pages += [url("signature-take-back", signature.pk)]
    return pages + [url("amendment-move", amendment.pk, verb) for verb in STEPS]


def of_the_collaboration(scene):
    names = ("agreement-create", "agreement-register")
    number, kind = scene.collaboration.pk, scene.agreement().type.pk
    pages = [url(name, collaboration=number) for name in names]
    return pages + [url(name, collaboration=number, type=kind) for name in names]


def every_page(scene):
    return [
        *of_the_collaboration(scene),
        *of_the_agreement(scene.agreement()),
        *of_an_amendment(scene.agreement(in_force=True)),
    ]


def answers(client, pages):
    return {page: client.get(page).status_code for page in pages}


def test_the_coordinator_opens_every_page(as_coordinator, client):
    found = answers(client, every_page(as_coordinator))
    assert set(found.values()) == {200}, found


def test_a_member_sees_the_agreement_and_may_not_write(scene, sign_in, client):
    pages = every_page(scene)
    sign_in(member_of(scene.collaboration))
    found = answers(client, pages)
    assert set(found.values()) == {403}, found


@pytest.mark.parametrize("role", ["auditor", "admin"])
def test_who_only_oversees_may_not_write(scene, sign_in, client, role):
    pages = every_page(scene)
    sign_in(UserFactory(role=role))
    found = answers(client, pages)
    assert set(found.values()) == {403}, found


def test_for_an_outsider_nothing_of_it_exists(scene, sign_in, client):
    pages = every_page(scene)
    sign_in(UserFactory())
    found = answers(client, pages)
    assert set(found.values()) == {404}, found


def test_a_verb_that_is_none_is_no_page(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    amendment = AmendmentFactory(agreement=agreement)
    assert client.get(url("agreement-move", agreement.pk, "burn")).status_code == 404
    assert client.get(url("amendment-move", amendment.pk, "burn")).status_code == 404


def test_a_representative_opens_the_page_to_sign_for_their_own_party_only(scene, sign_in, client):
    own, other = scene.agreement(ready=True).parties.all()
    sign_in(scene.representative)
    assert client.get(url("agreement-sign", own.pk)).status_code == 200
    assert client.get(url("agreement-sign", other.pk)).status_code == 403
