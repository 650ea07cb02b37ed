"""The list of meetings, the page of one, the decisions: who sees what, in how many queries."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement.kinds import AttendanceLevel, DecisionKind
from agreements.engagement.states import MeetingState
from tests.factories.action import CommitmentFactory
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import PartyFactory, coordinator_of, member_of
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingChangeFactory,
    MeetingDraftFactory,
    MeetingFactory,
    MinutesVersionFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:meeting-list"


@pytest.fixture
def meeting():
    return MeetingFactory(title="Rapat koordinasi #13")


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


def titles(response):
    return [link.text for link in soup_of(response).select(".row-title")]


def full(meeting):
    """Give a meeting one more of everything."""
    attendance = AttendanceFactory(
        meeting=meeting, person=PersonFactory(), level=AttendanceLevel.DELEGATE
    )
    item = AgendaItemFactory(meeting=meeting)
    DecisionFactory(meeting=meeting, agenda_item=item)
    MeetingChangeFactory(meeting=meeting)
    CommitmentFactory(
        collaboration=meeting.collaboration,
        meeting=meeting,
        organization=attendance.organization,
        person=attendance.person,
    )


def test_without_plans_the_list_opens_on_what_is_behind_us(client, user, meeting):
    assert titles(client.get(reverse(LIST))) == ["Rapat koordinasi #13"]


def test_what_is_planned_comes_first_and_soonest_first(client, user, meeting):
    for days in (20, 3):
        MeetingFactory(
            collaboration=meeting.collaboration,
            planned=True,
            held_on=timezone.localdate() + timedelta(days=days),
            title=f"Dalam {days} hari",
        )
    assert titles(client.get(reverse(LIST))) == ["Dalam 3 hari", "Dalam 20 hari"]
    assert titles(client.get(reverse(LIST), {"when": "past"})) == ["Rapat koordinasi #13"]


def test_a_planned_day_that_passed_is_behind_us(client, user, meeting):
    yesterday = timezone.localdate() - timedelta(days=1)
    MeetingFactory(
        collaboration=meeting.collaboration,
        planned=True,
        held_on=yesterday,
        title="Tidak tercatat",
    )
    assert "Tidak tercatat" in titles(client.get(reverse(LIST), {"when": "past"}))


def test_the_list_counts_organizations_that_were_there(client, user, meeting):
    AttendanceFactory.create_batch(2, meeting=meeting)
    AttendanceFactory(meeting=meeting, is_present=False)
    assert "2 instansi" in client.get(reverse(LIST)).content.decode()


def test_drafts_are_listed_for_their_writer_alone(client, user):
    MeetingDraftFactory(user=user, title="Draf saya")
    MeetingDraftFactory(title="Draf orang lain")
    assert titles(client.get(reverse(LIST), {"when": "drafts"})) == ["Draf saya"]


@pytest.mark.parametrize("when", ["upcoming", "past", "drafts"])
def test_an_empty_list_says_what_to_do(client, sign_in, when):
    sign_in(member_of(PartyFactory().collaboration))
    assert soup_of(client.get(reverse(LIST), {"when": when})).find(class_="empty")


def test_filters_narrow_and_an_empty_result_offers_to_clear_them(client, user, meeting):
    other = PartyFactory(organization=user.organization).collaboration
    there = AttendanceFactory(meeting=MeetingFactory(collaboration=other, title="Pokja lain"))
    month = f"{meeting.held_on:%Y-%m}"
    for query, expected in [
        ({"collaboration": other.pk}, ["Pokja lain"]),
        ({"organization": there.organization_id}, ["Pokja lain"]),
        ({"q": "koordinasi"}, ["Rapat koordinasi #13"]),
        ({"month": month, "q": "pokja"}, ["Pokja lain"]),
    ]:
        assert titles(client.get(reverse(LIST), {"when": "past", **query})) == expected
    response = client.get(reverse(LIST), {"q": "tidak ada yang begini"})
    assert soup_of(response).select_one(".empty a.btn")


def test_words_are_found_in_topics_and_decisions_too(client, user, meeting):
    AgendaItemFactory(meeting=meeting, topic="Data posyandu")
    DecisionFactory(meeting=meeting, text="Satu pintu")
    for words in ("posyandu", "pintu satu"):
        assert titles(client.get(reverse(LIST), {"q": words})) == [meeting.title]


@pytest.mark.parametrize(
    "query",
    [
        {"collaboration": "987654321"},
        {"organization": "x"},
        {"month": "2026-13"},
        {"month": "besok"},
        {"q": "\x00"},
        {"q": "%' --"},
        {"when": "nanti"},
        {"page": "-1"},
        {"page": "x" * 100},
        {"page": "10" * 20},
    ],
)
def test_nonsense_in_the_address_breaks_nothing(client, user, meeting, query):
    assert client.get(reverse(LIST), query).status_code == 200
    assert client.get(reverse("agreements:decision-list"), query).status_code == 200


def test_a_foreign_collaboration_cannot_be_filtered_out_of_hiding(client, user):
    foreign = MeetingFactory(title="Rahasia")
    query = {"when": "past", "collaboration": foreign.collaboration_id}
    assert "Rahasia" not in client.get(reverse(LIST), query).content.decode()


def test_with_htmx_the_same_view_answers_only_the_list(client, user, meeting):
    response = client.get(reverse(LIST), HTTP_HX_REQUEST="true")
    assert not soup_of(response).find("html")
    assert titles(response) == [meeting.title]
    assert "HX-Request" in response["Vary"]


def test_the_list_costs_the_same_however_long(user, meeting, assert_flat_queries):
    full(meeting)

    def grow():
        for row in MeetingFactory.create_batch(4, collaboration=meeting.collaboration):
            full(row)

    assert_flat_queries(reverse(LIST), grow=grow, ceiling=14)


def test_the_page_shows_everything_of_a_meeting(client, user, meeting):
    full(meeting)
    page = client.get(meeting.get_absolute_url()).content.decode()
    attendance, item = meeting.attendances.get(), meeting.agenda_items.get()
    commitment = meeting.commitments.get()
    for part in (
        attendance.organization.name,
        str(attendance.person),
        item.topic,
        item.notes,
        item.decisions.get().text,
        commitment.promise,
        commitment.code,
        str(meeting.changes.first().made_by),
    ):
        assert part in page


def test_the_summary_is_plain_text_with_the_promises(client, user, meeting):
    full(meeting)
    box = soup_of(client.get(meeting.get_absolute_url())).find(id="summary-text")
    assert box.has_attr("readonly")
    assert meeting.commitments.get().promise in box.text
    assert meeting.get_absolute_url() in box.text


def test_the_page_costs_the_same_however_long(user, meeting, assert_flat_queries):
    full(meeting)

    def grow():
        for _ in range(4):
            full(meeting)

    # The last two ask what other parts of the collaboration show here: a pulse, knowledge used.
    assert_flat_queries(meeting.get_absolute_url(), grow=grow, ceiling=23)


@pytest.mark.parametrize("name", ["meeting-create", "meeting-edit"])
def test_the_form_costs_the_same_however_long_the_list(user, meeting, assert_flat_queries, name):
    full(meeting)
    url = reverse(f"agreements:{name}", args=[meeting.pk] if name.endswith("edit") else [])

    def grow():
        for _ in range(4):
            full(meeting)

    assert_flat_queries(url, grow=grow, ceiling=18)


def test_buttons_are_shown_to_who_may_press_them(client, meeting, sign_in):
    address = meeting.get_absolute_url()
    sign_in(member_of(meeting.collaboration))
    page = client.get(address).content.decode()
    assert reverse("agreements:meeting-edit", args=[meeting.pk]) in page
    assert reverse("agreements:meeting-share", args=[meeting.pk]) not in page
    sign_in(coordinator_of(meeting.collaboration))
    assert (
        reverse("agreements:meeting-share", args=[meeting.pk])
        in client.get(address).content.decode()
    )
    sign_in(UserFactory(auditor=True))
    page = client.get(address).content.decode()
    assert reverse("agreements:meeting-edit", args=[meeting.pk]) not in page


def test_an_outsider_gets_the_same_404_as_for_a_missing_meeting(client, meeting, sign_in):
    sign_in(UserFactory())
    assert client.get(meeting.get_absolute_url()).status_code == 404
    assert client.get(reverse("agreements:meeting-detail", args=[987654321])).status_code == 404
    assert client.get(f"/meetings/{10**30}/").status_code == 404


VERBS = [
    ("share", MeetingState.HELD, MeetingState.MINUTES_SHARED, coordinator_of),
    ("adopt", MeetingState.MINUTES_SHARED, MeetingState.MINUTES_ADOPTED, coordinator_of),
    ("hold", MeetingState.PLANNED, MeetingState.HELD, member_of),
    ("cancel", MeetingState.PLANNED, MeetingState.CANCELLED, member_of),
]


@pytest.mark.parametrize(("verb", "source", "target", "who"), VERBS)
def test_a_verb_moves_the_meeting(client, meeting, sign_in, verb, source, target, who):
    meeting.state = source
    meeting.save()
    came = AttendanceFactory(meeting=meeting)
    if verb == "adopt":
        MinutesVersionFactory(meeting=meeting)
    sign_in(who(meeting.collaboration))
    url = reverse(f"agreements:meeting-{verb}", args=[meeting.pk])
    said = {"reason": "Hujan", "days": "7", "present": came.pk, "version": meeting.version}
    response = client.post(url, said)
    assert response.url.split("#")[0] == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert meeting.state == target


@pytest.mark.parametrize("verb", ["share", "adopt"])
def test_a_member_publishes_no_minutes(client, user, meeting, verb):
    url = reverse(f"agreements:meeting-{verb}", args=[meeting.pk])
    assert client.post(url).status_code == 403


def test_an_illegal_verb_is_a_message_and_changes_nothing(client, meeting, sign_in):
    sign_in(coordinator_of(meeting.collaboration))
    response = client.post(reverse("agreements:meeting-adopt", args=[meeting.pk]), follow=True)
    assert soup_of(response).find(class_="alert-error")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD


def test_a_cancellation_without_a_reason_asks_again(client, user, meeting):
    meeting.state = MeetingState.PLANNED
    meeting.save()
    url = reverse("agreements:meeting-cancel", args=[meeting.pk])
    assert client.get(url).status_code == 200
    response = client.post(url, {"reason": " "})
    assert soup_of(response).select_one(".error-summary a[href='#id_reason']")


def test_decisions_are_listed_and_filtered(client, user, meeting):
    DecisionFactory(meeting=meeting, text="Rapat tiap bulan", kind=DecisionKind.PROCEDURAL)
    DecisionFactory(meeting=meeting, text="Satu data")
    DecisionFactory(text="Rahasia")
    url = reverse("agreements:decision-list")
    everything = client.get(url).content.decode()
    assert "Satu data" in everything
    assert "Rahasia" not in everything
    procedural = client.get(url, {"kind": "procedural"}).content.decode()
    assert "Rapat tiap bulan" in procedural
    assert "Satu data" not in procedural


def test_the_decisions_cost_the_same_however_many(user, meeting, assert_flat_queries):
    DecisionFactory(meeting=meeting)
    assert_flat_queries(
        reverse("agreements:decision-list"),
        grow=lambda: [
            full(row) for row in MeetingFactory.create_batch(4, collaboration=meeting.collaboration)
        ],
        ceiling=12,
    )


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["meeting-list", "meeting-create", "decision-list"])
def test_pages_speak_both_languages(client, sign_in, meeting, language, name):
    sign_in(member_of(meeting.collaboration, language=language))
    page = soup_of(client.get(reverse(f"agreements:{name}")))
    words = {
        "meeting-list": ("Rapat", "Meetings"),
        "meeting-create": ("Catat rapat", "Log a meeting"),
        "decision-list": ("Keputusan", "Decisions"),
    }[name]
    assert page.h1.text.strip() == words[language == "en"]
