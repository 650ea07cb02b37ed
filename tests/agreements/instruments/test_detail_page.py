"""The page of one agreement: where it stands, who signed, what is owed; flat, in both languages."""

import pytest
from django.urls import reverse

from agreements.instruments.kinds import ChangeOf
from agreements.models import Agreement
from tests.agreements.instruments.shelf import Shelf, day
from tests.factories.action import CommitmentFactory
from tests.factories.charter import member_of
from tests.factories.instruments import (
    AgreementChangeFactory,
    AgreementFactory,
    AgreementPartyFactory,
    AmendmentChangeFactory,
    AmendmentFactory,
    ClauseFactory,
    RequiredDocumentFactory,
)
from tests.html import soup_of

HOME = reverse("dashboards:home")


@pytest.fixture
def shelf(db, sign_in):
    shelf = Shelf()
    sign_in(shelf.coordinator)
    return shelf


def page_of(client, agreement):
    return soup_of(client.get(agreement.get_absolute_url()))


def test_the_strip_says_where_it_stands_and_how_long(shelf, client):
    page = page_of(client, shelf.stuck)
    here = page.select_one(".stage-strip [aria-current=step]")
    assert "39 days of 30" in " ".join(here.text.split())
    assert "(9 days over)" in page.select_one(".agreement-now").text


def test_the_missing_signature_is_said_and_can_be_given(shelf, client, sign_in):
    sign = reverse("agreements:agreement-sign", args=[shelf.bank_place.pk])
    for user in (shelf.coordinator, shelf.speaker):
        sign_in(user)
        page = page_of(client, shelf.signing)
        assert "Has not signed yet" in page.select_one("#parties").text
        assert page.select(f'a[href="{sign}"]')
    sign_in(member_of(shelf.collaboration, language="en"))
    assert not page_of(client, shelf.signing).select(f'a[href="{sign}"]')


def test_an_obligation_shows_the_commitment_that_came_of_it(shelf, client):
    clause = ClauseFactory(agreement=shelf.long, owed=True, text="Menyediakan data.")
    assert "Nobody has made a commitment of it yet" in page_of(client, shelf.long).text
    made = CommitmentFactory(
        collaboration=shelf.collaboration,
        organization=clause.owed_by.party.organization,
        clause=clause,
        overdue=True,
    )
    section = page_of(client, shelf.long).select_one("#obligations")
    assert made.code in section.text
    assert "late" in section.text


def test_an_amendment_shows_what_it_changes(shelf, client):
    amendment = AmendmentFactory(agreement=shelf.soon)
    AmendmentChangeFactory(amendment=amendment, of=ChangeOf.FIELD)
    page = page_of(client, shelf.soon)
    assert len(page.select("#amendments del")) == len(page.select("#amendments ins")) == 1
    address = reverse("agreements:amendment-detail", args=[amendment.pk])
    assert soup_of(client.get(address)).select("#changes ins")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_standing_has_its_page_in_both_languages(shelf, client, language):
    shelf.coordinator.language = language
    shelf.coordinator.save()
    for agreement in (shelf.draft, shelf.stuck, shelf.signing, shelf.long, shelf.soon, shelf.ended):
        assert page_of(client, agreement).html["lang"] == language


def test_a_signer_whose_post_has_no_name_leaves_no_empty_place(shelf, client):
    signature = shelf.sign(shelf.bank_place, appointment__post="")
    amendment = AmendmentFactory(agreement=shelf.long, state="signing")
    place = AgreementPartyFactory(agreement=shelf.long, party=shelf.bank)
    shelf.sign(place, amendment=amendment, appointment__post="")
    page = reverse("agreements:amendment-detail", args=[amendment.pk])
    for url in (shelf.signing.get_absolute_url(), page):
        pieces = soup_of(client.get(url)).select(".row-meta > span")
        assert pieces
        assert all(piece.text.strip() for piece in pieces)
    paper = client.get(reverse("agreements:agreement-print", args=[shelf.signing.pk]))
    assert ", ," not in soup_of(paper).text
    assert str(signature.appointment) == str(signature.appointment.person)


@pytest.mark.parametrize(("name", "is_said"), [("stuck", True), ("ended", False)])
def test_what_moves_on_no_more_is_held_up_by_no_document(shelf, client, name, is_said):
    RequiredDocumentFactory(type=shelf.kind, is_mandatory=True)
    asked = page_of(client, getattr(shelf, name)).select_one("#documents .asked").text
    assert "missing" in asked
    assert ("nothing moves on" in asked) is is_said


@pytest.fixture
def merged(shelf):
    """A merged amendment with a signature that the coordinator recorded for the bank."""
    place = AgreementPartyFactory(agreement=shelf.long, party=shelf.bank, position=1)
    amendment = AmendmentFactory(agreement=shelf.long, state="merged", merged_on=day())
    shelf.sign(place, amendment=amendment, is_on_behalf=True, recorded_by=shelf.coordinator)
    return amendment


def amendment_page(client, amendment):
    return soup_of(client.get(reverse("agreements:amendment-detail", args=[amendment.pk])))


def test_a_merged_amendment_says_who_signed_it(merged, client):
    signed = amendment_page(client, merged).select_one("#signatures").text
    assert "signed on" in signed
    assert "Has not signed yet" not in signed


def test_a_signature_on_behalf_is_confirmed_from_both_pages(merged, shelf, client, sign_in):
    signature = merged.signatures.get()
    link = f'a[href="{reverse("agreements:signature-confirm", args=[signature.pk])}"]'
    pages = [lambda: page_of(client, shelf.long), lambda: amendment_page(client, merged)]
    assert not any(page().select(link) for page in pages)
    assert f"{merged}: recorded on its behalf" in page_of(client, shelf.long).text
    sign_in(shelf.speaker)
    assert all(page().select(link) for page in pages)
    merged.signatures.update(withdrawn_on=merged.state_since, withdrawn_reason="Keliru")
    assert not any(page().select(link) for page in pages)


@pytest.mark.parametrize("is_own", [True, False])
def test_what_nobody_can_confirm_waits_for_nobody(merged, shelf, client, sign_in, is_own):
    waiting = Agreement.objects.waiting_for(shelf.speaker).filter(pk=shelf.long.pk)
    assert waiting.exists()
    if is_own:
        merged.signatures.update(recorded_by=shelf.speaker)
    else:
        type(merged).objects.update(state="withdrawn", merged_on=None)
    sign_in(shelf.speaker)
    assert "signatures/" not in str(page_of(client, shelf.long).select("#parties, .agreement-now"))
    assert not waiting.exists()


def test_outsiders_get_the_page_of_a_missing_amendment(shelf, client, sign_in):
    amendment = AmendmentFactory(agreement=shelf.soon)
    sign_in()
    assert (
        client.get(reverse("agreements:amendment-detail", args=[amendment.pk])).status_code == 404
    )


def test_the_page_costs_the_same_however_much_is_on_it(shelf, assert_flat_queries):
    agreement = shelf.long

    def grow():
        for _number in range(3):
            AgreementPartyFactory(agreement=agreement, party__collaboration=shelf.collaboration)
            clause = ClauseFactory(agreement=agreement, owed=True)
            CommitmentFactory(collaboration=shelf.collaboration, clause=clause)
            AgreementChangeFactory(agreement=agreement)
            AgreementFactory(collaboration=shelf.collaboration, parent=agreement, in_force=True)

    grow()
    AmendmentChangeFactory(amendment__agreement=agreement)
    assert_flat_queries(agreement.get_absolute_url(), grow=grow, ceiling=45)


def test_home_tells_what_waits_for_my_signature_and_what_is_stuck(shelf, client, sign_in):
    assert "stuck" in soup_of(client.get(HOME)).select_one("[aria-labelledby=attention-title]").text
    sign_in(shelf.speaker)
    card = soup_of(client.get(HOME)).select_one("[aria-labelledby=sign-title]")
    assert "signing" in card.text


def test_the_collaboration_and_the_party_show_their_agreements(shelf, client):
    dashboard = reverse("dashboards:collaboration", args=[shelf.collaboration.pk])
    body = client.get(dashboard).content.decode()
    assert "Waits for the signature of Bank daerah" in body
    party = soup_of(client.get(shelf.bank.organization.get_absolute_url()))
    assert "signing" in party.select_one("#agreements").text
