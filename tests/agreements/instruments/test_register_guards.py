"""The parts of the register at their edges, and whose names its filters give away."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
from agreements.instruments.register import (
    is_in_force,
    is_lapsing,
    is_review_due,
    is_stuck,
    wants_signature_of,
)
from agreements.instruments.states import AgreementState, AmendmentState
from agreements.instruments.validity import Validity
from agreements.models import Agreement, Amendment, Party, Representative
from collabgov.kit import filtering
from tests.agreements.instruments.shelf import Shelf, day
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, PartyFactory
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory, AmendmentFactory
from tests.html import soup_of

URL = reverse("agreements:agreement-list")
S = AgreementState


@pytest.fixture
def shelf(db, sign_in):
    shelf = Shelf()
    sign_in(shelf.coordinator)
    return shelf


def titles(rows):
    return {row.title for row in rows}


def waiting(user):
    return titles(Agreement.objects.waiting_for(user))


def having(condition):
    return titles(Agreement.objects.filter(condition))


# --- whose word it waits for ------------------------------------------------------------------


def test_it_waits_for_the_word_of_whoever_speaks_for_the_party(shelf):
    assert waiting(shelf.speaker) == {"signing"}
    assert waiting(shelf.coordinator) == set()


def test_nothing_waits_for_nobody(shelf):
    """An account without a person is not taken for the representative that a party lacks."""
    AgreementPartyFactory(agreement=shelf.signing, party__collaboration=shelf.collaboration)
    nobody = UserFactory(person=None)
    assert waiting(nobody) == set()
    assert having(wants_signature_of(nobody)) == set()


def test_being_amended_is_said_of_what_has_an_open_amendment(shelf):
    AmendmentFactory(agreement=shelf.long)
    AmendmentFactory(agreement=shelf.soon, state=AmendmentState.WITHDRAWN)
    rows = Agreement.objects.with_open_amendment()
    assert titles(row for row in rows if row.is_being_amended) == {"long"}
    assert [row.agreement for row in Amendment.objects.open()] == [shelf.long]


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Party, {"state": PartyState.PAUSED}),
        (Party, {"state": PartyState.LEFT, "ends_on": day(-1)}),
        (Party, {"starts_on": day(1)}),
        (Representative, {"starts_on": day(-9), "ends_on": day(-1)}),
    ],
)
def test_who_no_longer_speaks_for_it_is_not_waited_for(shelf, model, fields):
    model.objects.filter(**({"pk": shelf.bank.pk} if model is Party else {})).update(**fields)
    assert waiting(shelf.speaker) == set()


@pytest.mark.parametrize("state", [S.DRAFT, S.ABANDONED])
def test_nothing_waits_for_a_signature_before_or_after_its_time(shelf, state):
    over_on = day() if state == S.ABANDONED else None
    Agreement.objects.filter(pk=shelf.signing.pk).update(state=state, over_on=over_on)
    assert waiting(shelf.speaker) == set()


def test_a_party_that_does_not_sign_is_not_waited_for(shelf):
    shelf.bank_place.must_sign = False
    shelf.bank_place.save()
    assert waiting(shelf.speaker) == set()


def test_a_signature_taken_back_is_missing_again(shelf):
    signature = shelf.sign(shelf.bank_place, is_on_behalf=True)
    assert waiting(shelf.speaker) == {"signing"}
    signature.withdrawn_on, signature.withdrawn_reason = day(), "Salah."
    signature.save()
    Agreement.objects.filter(pk=shelf.signing.pk).update(state=S.NEGOTIATION)
    assert waiting(shelf.speaker) == set()
    Agreement.objects.filter(pk=shelf.signing.pk).update(state=S.READY_TO_SIGN)
    assert waiting(shelf.speaker) == {"signing"}


def test_an_amendment_waits_for_its_own_signature(shelf):
    shelf.sign(shelf.bank_place)
    place = AgreementPartyFactory(agreement=shelf.long, party=shelf.bank)
    shelf.sign(place)
    amendment = AmendmentFactory(agreement=shelf.long)
    assert waiting(shelf.speaker) == set()
    amendment.state = AmendmentState.SIGNING
    amendment.save()
    assert waiting(shelf.speaker) == {"long"}
    shelf.sign(place, amendment=amendment)
    assert waiting(shelf.speaker) == set()


def test_a_word_is_asked_of_the_one_party_that_was_signed_for(shelf):
    other = AgreementPartyFactory(
        agreement=shelf.signing, party__collaboration=shelf.collaboration, position=2
    )
    shelf.sign(other, is_on_behalf=True)
    assert waiting(shelf.speaker) == {"signing"}
    shelf.sign(shelf.bank_place)
    assert waiting(shelf.speaker) == set()


def test_nobody_is_asked_to_confirm_what_they_recorded_themselves(shelf):
    shelf.sign(shelf.bank_place, is_on_behalf=True, recorded_by=shelf.speaker)
    assert waiting(shelf.speaker) == set()


def test_a_word_on_an_amendment_is_asked_while_it_may_take_effect(shelf):
    shelf.sign(shelf.bank_place)
    place = AgreementPartyFactory(agreement=shelf.long, party=shelf.bank)
    shelf.sign(place)
    amendment = AmendmentFactory(agreement=shelf.long, state=AmendmentState.SIGNING)
    shelf.sign(place, amendment=amendment, is_on_behalf=True)
    assert waiting(shelf.speaker) == {"long"}
    Amendment.objects.update(state=AmendmentState.WITHDRAWN)
    assert waiting(shelf.speaker) == set()


# --- the parts at their edges -----------------------------------------------------------------


def test_in_force_is_from_the_first_day_to_the_last(shelf):
    soon = shelf.soon
    days = (soon.starts_on - timedelta(days=1), soon.starts_on, soon.ends_on)
    held = [having(is_in_force(today=on)) >= {"soon"} for on in days]
    assert held == [False, True, True]
    assert "soon" not in having(is_in_force(today=soon.ends_on + timedelta(days=1)))
    shelf.hold("endless", ends_on=None)
    assert "endless" in having(is_in_force())
    shelf.hold("paused", state=S.SUSPENDED)
    assert "paused" not in having(is_in_force())


def test_ending_within_so_many_days_counts_the_last_of_them(shelf):
    assert titles(Agreement.objects.expiring(days=42)) == {"soon"}
    assert titles(Agreement.objects.expiring(days=41)) == set()
    assert titles(Agreement.objects.expiring(days=42, today=day(43))) == set()


def test_a_renewal_that_was_given_up_renews_nothing(shelf):
    renewal = AgreementFactory(collaboration=shelf.collaboration, renews=shelf.soon)
    assert having(is_lapsing(60)) == set()
    assert Agreement.objects.with_renewal().get(pk=shelf.soon.pk).is_renewed
    Agreement.objects.filter(pk=renewal.pk).update(state=S.ABANDONED, over_on=day())
    assert having(is_lapsing(60)) == {"soon"}
    assert not Agreement.objects.with_renewal().get(pk=shelf.soon.pk).is_renewed


def test_a_review_is_due_on_its_day_while_the_agreement_binds(shelf):
    Agreement.objects.filter(pk=shelf.long.pk).update(review_on=day())
    Agreement.objects.filter(pk=shelf.ended.pk).update(review_on=day(-9))
    shelf.hold("tomorrow", review_on=day(1))
    shelf.hold("never", review_on=None)
    assert having(is_review_due()) == {"soon", "long"}
    assert having(is_review_due(today=day(1))) == {"soon", "long", "tomorrow"}


@pytest.mark.parametrize("later", ["stage_since", "state_since"])
def test_a_stage_counts_from_the_later_of_its_two_days(shelf, later):
    assert having(is_stuck()) == {"stuck"}
    Agreement.objects.filter(pk=shelf.stuck.pk).update(**{later: day(-2)})
    assert having(is_stuck()) == set()


def test_what_holds_is_not_stuck_at_the_stage_it_was_left_at(shelf):
    Agreement.objects.filter(pk=shelf.long.pk).update(
        stage=shelf.stuck.stage, stage_since=day(-400), state_since=day(-400)
    )
    assert having(is_stuck()) == {"stuck"}


def test_what_is_decided_to_end_is_no_lapse_that_nobody_saw(shelf):
    soon = Agreement.objects.filter(pk=shelf.soon.pk)
    assert soon.filter(is_lapsing(90)).exists()
    decided = {"termination_reason": "Salah.", "termination_on": day(20)}
    soon.update(termination_asked_on=day(), termination_decided_on=day(), **decided)
    assert not soon.filter(is_lapsing(90)).exists()
    assert soon.expiring(days=20).exists()


def test_what_waits_longest_comes_first_and_what_is_over_last(shelf):
    assert [row.title for row in Agreement.objects.live_first()] == [
        *("stuck", "signing", "draft", "soon", "long", "ended")
    ]
    Agreement.objects.filter(pk=shelf.stuck.pk).update(state_since=day())
    assert [row.title for row in Agreement.objects.live_first()][2] == "stuck"


def test_of_several_collaborations_the_filter_leaves_one_or_those_that_i_coordinate(shelf, client):
    other = AgreementFactory(title="of partners")
    organization = shelf.coordinator.organization
    PartyFactory(collaboration=other.collaboration, organization=organization)

    def shown(query):
        page = soup_of(client.get(URL + query))
        return {link.text.strip() for link in page.select("#agreements a.row-title")}

    assert "of partners" in shown("")
    assert shown(f"?collaboration={other.collaboration_id}") == {"of partners"}
    assert "of partners" not in shown(f"?collaboration={shelf.collaboration.pk}")
    assert "of partners" not in shown("?coordinated=1")
    assert "draft" in shown("?coordinated=1")


# --- what the filter offers, and to whom ------------------------------------------------------


def options(client, name, query=""):
    select = soup_of(client.get(URL + query)).select_one(f"#filter_{name}")
    return {int(each["value"]) for each in select.select("option") if each["value"]}


def test_the_filter_names_no_collaboration_and_no_party_of_others(shelf, client):
    foreign = AgreementPartyFactory()
    assert options(client, "collaboration") == {shelf.collaboration.pk}
    assert options(client, "organization") == {shelf.bank.organization_id}
    assert foreign.agreement.title not in client.get(URL).content.decode()


def test_what_a_link_names_is_offered_however_long_the_list(shelf, client, monkeypatch):
    monkeypatch.setattr(filtering, "MOST_CHOICES", 1)
    other = AgreementPartyFactory(agreement=shelf.long, party__collaboration=shelf.collaboration)
    both = {shelf.bank.organization_id, other.party.organization_id}
    assert len(options(client, "organization")) == 1
    for wanted in both:
        assert wanted in options(client, "organization", f"?organization={wanted}")


def test_a_part_that_is_rare_is_offered_only_with_rows_or_when_it_is_on(shelf, client):
    def chips(query=""):
        found = soup_of(client.get(URL + query)).select("#agreements .chips .chip")
        return {chip.contents[0].strip() for chip in found}

    assert "Waits for my word" not in chips()
    assert "Waits for my word" in chips("?show=mine")


def test_another_part_begins_at_its_first_page_and_keeps_the_filter(shelf, client):
    page = soup_of(client.get(f"{URL}?page=3&state=in_force"))
    links = [chip["href"] for chip in page.select("#agreements .chips .chip")]
    assert links
    assert all("page=" not in link and "state=in_force" in link for link in links)


def test_pages_end_where_counting_ends(shelf, client, monkeypatch):
    for module in ("collabgov.kit.pages", "agreements.instruments.filters"):
        monkeypatch.setattr(f"{module}.COUNT_UP_TO", 3)
    page = soup_of(client.get(URL))
    assert page.select_one("#agreements [role=status]").text.strip().startswith("3+")
    assert "The list ends here" in page.text


def test_figures_count_nothing_of_others(shelf, client):
    AgreementFactory(in_force=True)
    figure = soup_of(client.get(URL)).select_one(f'a.stat[href="{URL}?show=in_force"]')
    assert figure.select_one(".stat-figure").text == "2"


def test_figures_are_not_asked_for_where_they_are_not_drawn(shelf, client):
    page = client.get(URL, headers={"HX-Request": "true"})
    assert not soup_of(page).select("a.stat")


def test_nothing_is_recorded_in_a_collaboration_that_closed_or_is_run_by_others(shelf, client):
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=day())
    CoordinatorFactory(collaboration=closed, person=shelf.coordinator.person)
    own = f"agreements/new/?collaboration={shelf.collaboration.pk}"
    assert own in client.get(URL).content.decode()
    body = client.get(f"{URL}?collaboration={closed.pk}").content.decode()
    assert "agreements/new/" not in body


def test_a_search_of_blanks_is_none_and_a_row_that_went_meanwhile_is_left_out(shelf):
    assert Agreement.objects.having("  ").count() == 6
    ids = [shelf.long.pk, 987654321, shelf.draft.pk]
    assert Agreement.objects.in_order(ids) == [shelf.long, shelf.draft]


def test_a_search_of_signs_alone_finds_nothing(shelf, client):
    assert not soup_of(client.get(f"{URL}?q=...")).select("#agreements a.row-title")


def test_a_file_says_who_is_in_it_whom_it_waits_for_and_for_how_long(shelf, client):
    body = client.get(f"{URL}?show=preparing&format=csv").content.decode("utf-8-sig")
    rows = {row["title"]: row for row in csv.DictReader(io.StringIO(body))}
    signing, stuck = rows["signing"], rows["stuck"]
    assert (signing["parties"], signing["waits for"]) == ("Bank daerah", "Bank daerah")
    assert signing["waits since"] == day(-2).isoformat()
    assert stuck["days longer than the stage may take"] == "9"


# --- the timeline -----------------------------------------------------------------------------


def bars(*agreements):
    return [row["bar"] for row in Validity(agreements).rows]


def test_the_years_shown_reach_back_where_room_is_left(db):
    this = timezone.localdate().year
    old = AgreementFactory.build(in_force=True, starts_on=day(-365 * 8), ends_on=day(-365 * 6))
    assert Validity([old]).years[0] <= this - 8
    assert len(Validity([old]).years) <= 12


def test_what_was_over_before_the_years_shown_has_no_bar(db):
    ancient = AgreementFactory.build(
        in_force=True, starts_on=day(-365 * 30), ends_on=day(-365 * 28)
    )
    assert bars(ancient) == [None]
