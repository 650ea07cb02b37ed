"""The home page: what each person finds there, and what an empty instance says."""

import pytest
from django.urls import reverse
from django.utils import translation

from dashboards.board import FIRST
from tests.factories.action import CommitmentFactory, ProgressUpdateFactory
from tests.factories.actors import InvitationFactory, OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    CycleFactory,
    PartyFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingDraftFactory,
    MeetingFactory,
)
from tests.factories.goals import MeasurementFactory, RivalryFactory

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture
def collaboration():
    meeting = MeetingFactory()
    return meeting.collaboration


def links_of(soup):
    return {a["href"] for a in soup.find_all("a", href=True)}


def test_home_is_at_the_root_and_asks_for_a_sign_in(client):
    assert reverse("dashboards:home") == HOME
    response = client.get(HOME)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("accounts:login"))


def test_staff_see_what_their_organization_owes_and_not_what_others_do(
    sign_in, page, collaboration
):
    user = sign_in(member_of(collaboration))
    ours = {"collaboration": collaboration, "organization": user.organization, "party": False}
    late = CommitmentFactory(**ours, overdue=True)
    soon = CommitmentFactory(**ours)
    theirs = CommitmentFactory(collaboration=collaboration, overdue=True)
    soup = page(HOME)
    assert late.promise in soup.text
    assert soon.promise in soup.text
    assert theirs.promise not in soup.text
    forms = {form["action"] for form in soup.main.find_all("form")}
    assert reverse("agreements:commitment-report-done", args=[late.pk]) in forms


def test_a_promise_is_reported_done_from_home_and_leads_back(client, sign_in, collaboration):
    user = sign_in(member_of(collaboration))
    promise = CommitmentFactory(
        collaboration=collaboration, organization=user.organization, party=False, overdue=True
    )
    url = reverse("agreements:commitment-report-done", args=[promise.pk])
    assert client.post(url, {"next": HOME})["Location"] == HOME
    promise.refresh_from_db()
    assert promise.state == "reported_done"


def test_drafts_are_the_writers_alone(sign_in, page, collaboration):
    user = sign_in(member_of(collaboration))
    mine = MeetingDraftFactory(user=user, title="Draf milik saya")
    MeetingDraftFactory(title="Draf orang lain")
    soup = page(HOME)
    assert mine.title in soup.text
    assert "Draf orang lain" not in soup.text
    assert f"{reverse('agreements:meeting-create')}?draft={mine.submission_id}" in links_of(soup)


def test_a_representative_sees_what_waits_for_an_answer(sign_in, page, collaboration):
    user = sign_in(representative_in(collaboration))
    asked = CommitmentFactory(
        collaboration=collaboration, organization=user.organization, party=False, proposed=True
    )
    soup = page(HOME)
    accept = reverse("agreements:commitment-accept", args=[asked.pk])
    assert accept in {form.get("action") for form in soup.main.find_all("form")}


def test_the_next_three_meetings_are_shown_soonest_first(sign_in, page, collaboration, ago):
    sign_in(member_of(collaboration))
    for days in (9, 3, 6, 1):
        MeetingFactory(
            collaboration=collaboration, planned=True, held_on=ago(-days), title=f"Rapat H+{days}"
        )
    text = page(HOME).text
    places = [text.find(f"Rapat H+{days}") for days in (1, 3, 6)]
    assert places == sorted(places)
    assert min(places) > 0
    assert "Rapat H+9" not in text


def test_a_coordinator_sees_figures_pictures_and_the_wheel(sign_in, page, collaboration):
    sign_in(coordinator_of(collaboration))
    late = CommitmentFactory(collaboration=collaboration, overdue=True)
    soup = page(HOME)
    assert len(soup.select(".stats .stat")) == 4
    assert late.promise in soup.text
    for chart in ("commitments", "kept", "presence", "framework"):
        assert soup.find(id=f"chart-{chart}")


def test_a_coordinator_of_two_chooses_one_in_the_address(sign_in, page, collaboration):
    user = sign_in(coordinator_of(collaboration))
    other = CoordinatorFactory(person=user.person).collaboration
    promise = CommitmentFactory(collaboration=other, overdue=True)
    both = page(HOME)
    assert promise.promise in both.text
    assert not both.find(id="chart-framework")
    assert f"?collaboration={other.pk}" in links_of(both)
    one = page(f"{HOME}?collaboration={collaboration.pk}")
    assert promise.promise not in one.text
    assert one.find(id="chart-framework")


@pytest.mark.parametrize("wanted", ["0", "x", "", "9" * 30])
def test_a_foreign_collaboration_in_the_address_shows_all_of_ones_own(sign_in, page, wanted):
    other = CommitmentFactory(overdue=True)
    first, second = CollaborationFactory.create_batch(2)
    user = sign_in(coordinator_of(first))
    CoordinatorFactory(collaboration=second, person=user.person)
    for pk in (wanted, other.collaboration.pk):
        soup = page(f"{HOME}?collaboration={pk}")
        assert other.promise not in soup.text
        assert soup.select_one("nav.tabs a[aria-current]")["href"] == HOME


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_who_watches_sees_every_collaboration_with_its_state(sign_in, page, role, collaboration):
    others = CollaborationFactory.create_batch(2)
    sign_in(UserFactory(**{role: True}))
    soup = page(HOME)
    shown = links_of(soup)
    for one in (collaboration, *others):
        assert reverse("dashboards:collaboration", args=[one.pk]) in shown
    register = reverse("actors:organization-list")
    assert (register in {a["href"] for a in soup.select(".stats a")}) == (role == "admin")


def test_an_auditor_finds_what_waits_for_a_check_and_no_way_to_enter(client, sign_in, page):
    oldest = MeasurementFactory(submitted=True)
    MeasurementFactory(submitted=True)
    MeasurementFactory()  # verified
    RivalryFactory()
    to_verify = reverse("agreements:measurement-to-verify")
    sign_in(UserFactory(admin=True))
    assert to_verify not in links_of(page(HOME))
    sign_in(UserFactory(auditor=True, language="en"))
    values, differ = page(HOME).select(f".stats a[href^='{to_verify}']")
    assert values.select_one(".stat-figure").text == "2"
    assert f"{oldest.submitted_at.year}" in values.select_one(".stat-note").text
    assert differ.select_one(".stat-figure").text == "1"
    opened = client.get(to_verify)
    assert len(opened.context["measurements"]) == 2
    assert b'id="rival-title"' in opened.content
    grid = reverse("agreements:measurement-grid")
    register = reverse("agreements:measurement-list")
    assert grid not in links_of(page(register))
    sign_in(member_of(oldest.indicator.goal.collaboration))
    assert grid in links_of(page(register))


def test_an_auditor_for_whom_nothing_waits_is_told_of_nothing(sign_in, page, collaboration):
    sign_in(UserFactory(auditor=True))
    assert not page(HOME).select(".stats a")


def test_home_of_a_coordinator_begins_with_what_presses_and_folds_the_pictures(
    sign_in, page, collaboration
):
    sign_in(coordinator_of(collaboration))
    CommitmentFactory.create_batch(FIRST + 2, collaboration=collaboration, overdue=True)
    soup = page(HOME)
    card = soup.select_one("[aria-labelledby=attention-title]")
    assert len(card.select("ul.rows > li")) == FIRST
    assert card.select_one("a.chip .count").text == str(FIRST + 2)
    for chart in ("commitments", "framework"):
        assert soup.select_one(f"#chart-{chart} > details:not([open])")


def test_the_counts_beside_a_collaboration_are_those_of_its_lists(client, sign_in, collaboration):
    CommitmentFactory(collaboration=collaboration)
    CommitmentFactory(collaboration=collaboration, proposed=True)
    CommitmentFactory(collaboration=collaboration, kept=True)
    PartyFactory(collaboration=collaboration, left=True)
    PartyFactory(collaboration=collaboration, state="paused")
    sign_in(UserFactory(auditor=True))
    (row,) = client.get(HOME).context["page_obj"]
    assert (row.party_total, row.open_commitments) == (4, 2)
    parties = reverse("agreements:collaboration-parties", args=[collaboration.pk])
    assert len(client.get(parties).context["parties"]) == 4
    href = f"{reverse('agreements:commitment-list')}?collaboration={collaboration.pk}&open=1"
    assert client.get(href).context["page_obj"].paginator.count == 2


def test_an_empty_instance_leads_an_admin_step_by_step(sign_in, page):
    sign_in(UserFactory(admin=True, organization=None, person=None))
    soup = page(HOME)
    steps = soup.select("ol.checklist > li")
    assert len(steps) == 5
    assert not soup.select("li.done")
    assert reverse("actors:organization-create") in links_of(soup)
    OrganizationFactory()
    InvitationFactory()
    soup = page(HOME)
    assert len(soup.select("li.done")) == 2
    assert soup.select_one("li[aria-current=step] a")["href"] == reverse(
        "agreements:collaboration-create"
    )


def test_an_empty_instance_speaks_of_beginning_and_not_of_collaborations(sign_in, page):
    sign_in(UserFactory(admin=True))
    assert page(HOME).h1.text == "Mulai di sini"
    CollaborationFactory()
    assert page(HOME).h1.text == "Semua kolaborasi"


def test_a_step_of_the_coordinator_says_who_that_is(sign_in, page):
    sign_in(UserFactory(admin=True))
    assert "setelah kolaborasi didirikan" in page(HOME).select_one("ol.checklist").text
    collaboration = CollaborationFactory()
    assert "belum ada koordinatornya" in page(HOME).select_one("ol.checklist").text
    coordinator = coordinator_of(collaboration).person
    soup = page(HOME)
    assert f"koordinator: {coordinator.full_name}." in soup.select_one("ol.checklist").text
    assert soup.select(".checklist-about")
    sign_in(UserFactory())
    assert not page(HOME).select(".checklist-about")


def test_an_admin_who_stands_for_no_person_is_told_how_to_get_one(sign_in, page):
    user = sign_in(UserFactory(admin=True, organization=None, person=None))
    about = page(HOME).select_one(".checklist-about")
    assert about.a["href"] == reverse("actors:user-link", args=[user.pk])


def test_somebody_without_a_collaboration_is_told_whom_to_ask(sign_in, page, collaboration):
    admin = UserFactory(admin=True)
    sign_in(UserFactory())
    soup = page(HOME)
    assert str(admin.person) in soup.select_one("ol.checklist").text
    assert collaboration.title not in soup.text
    assert not soup.select("ol.checklist a")


def test_the_checklist_goes_when_the_first_meeting_is_logged(sign_in, page):
    UserFactory()  # a colleague
    collaboration = CollaborationFactory()
    user = sign_in(coordinator_of(collaboration))
    soup = page(HOME)
    assert len(soup.select("li.done")) == 1  # founding, which may be theirs
    assert reverse("agreements:party-create", args=[collaboration.pk]) in links_of(soup)
    PartyFactory(collaboration=collaboration, organization=user.organization)
    assert len(page(HOME).select("li.done")) == 1
    PartyFactory(collaboration=collaboration)
    assert page(HOME).select_one("li[aria-current=step] a")["href"] == reverse(
        "agreements:meeting-create"
    )
    MeetingFactory(collaboration=collaboration)
    assert not page(HOME).select("ol.checklist")


@pytest.mark.parametrize("language", ["id", "en"])
def test_home_speaks_both_languages(client, collaboration, language):
    for user in (
        member_of(collaboration, language=language),
        coordinator_of(collaboration, language=language),
        UserFactory(auditor=True, language=language),
    ):
        client.force_login(user)
        response = client.get(HOME)
        assert f'<html lang="{language}"' in response.content.decode()
        with translation.override(language):
            assert str(translation.gettext("Commitments")) in response.content.decode()


def more_of_everything(collaboration, user):
    """Enough new rows of each kind to show a page that asks row by row."""
    for _n in range(4):
        meeting = MeetingFactory(collaboration=collaboration, kind="plenary")
        AttendanceFactory(
            meeting=meeting, organization=PartyFactory(collaboration=collaboration).organization
        )
        AgendaItemFactory(meeting=meeting)
        DecisionFactory(meeting=meeting)
        MeetingFactory(collaboration=collaboration, planned=True)
        MeetingDraftFactory(user=user)
        for trait in ("overdue", "proposed", "reported", "kept"):
            CommitmentFactory(collaboration=collaboration, meeting=meeting, **{trait: True})
            ours = {"organization": user.organization, "party": False}
            CommitmentFactory(collaboration=collaboration, **ours, **{trait: True})
        asking = CommitmentFactory(collaboration=collaboration, meeting=meeting)
        ProgressUpdateFactory(commitment=asking, needs_help=True)


@pytest.mark.parametrize(
    ("make", "ceiling"),
    # one question each of decisions, positions, minutes, proposals, assistance, pulses, pledges,
    # late requests to services and costs to confirm; a coordinator's also asks who is silent and
    # which roles fell vacant, and reads each element of the one collaboration: motivation and
    # capacity, too, each from tables of its own
    [(member_of, 24), (representative_in, 24), (coordinator_of, 65)],
)
def test_home_costs_the_same_however_much_there_is(
    sign_in, assert_flat_queries, collaboration, make, ceiling
):
    CycleFactory(collaboration=collaboration)
    user = sign_in(make(collaboration))
    more_of_everything(collaboration, user)
    assert_flat_queries(HOME, grow=lambda: more_of_everything(collaboration, user), ceiling=ceiling)


def test_the_overview_costs_the_same_however_many_there_are(sign_in, assert_flat_queries):
    user = sign_in(UserFactory(admin=True))
    more_of_everything(CollaborationFactory(), user)
    assert_flat_queries(
        HOME, grow=lambda: more_of_everything(CollaborationFactory(), user), ceiling=13
    )
