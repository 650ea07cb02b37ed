"""The page of one commitment: facts, who moves next, its story, and the buttons of each reader."""

import pytest
from django.urls import reverse

from agreements.action import transitions
from agreements.action.kinds import Progress
from tests.agreements.action.people import today
from tests.factories.action import ProgressUpdateFactory
from tests.factories.actors import OrganizationFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.html import soup_of


@pytest.fixture
def read(client, sign_in):
    """Open the page of a commitment as somebody who reads English."""

    def read(commitment, user):
        user.language = "en"
        user.save()
        sign_in(user)
        return client.get(commitment.get_absolute_url())

    return read


def steps_on(response):
    """The verbs whose forms stand on the page."""
    actions = (form["action"] for form in soup_of(response).select(".next-steps form"))
    return [action.rstrip("/").rsplit("/", 1)[1] for action in actions]


@pytest.mark.parametrize(
    ("who", "fields", "verbs"),
    [
        ("representative", {"proposed": True}, ["accept", "decline", "due-date"]),
        ("coordinator", {"proposed": True}, ["accept", "decline", "due-date", "cancel"]),
        ("member", {"proposed": True}, ["due-date"]),
        ("member", {}, ["progress", "due-date"]),
        ("representative", {"overdue": True}, ["progress", "due-date", "not-kept"]),
        ("coordinator", {}, ["progress", "due-date", "cancel"]),
        ("member", {"reported": True}, ["take-back"]),
        ("other", {"reported": True}, ["confirm", "send-back"]),
        ("other", {}, []),
        ("other_member", {"reported": True}, []),
        ("admin", {}, []),
        ("auditor", {"reported": True}, []),
        (
            "representative",
            {"is_answered_on_behalf": True},
            ["confirm-answer", "progress", "correct-answer", "due-date"],
        ),
        ("representative", {"kept": True}, []),
    ],
)
def test_everybody_finds_the_buttons_that_are_theirs(people, read, who, fields, verbs):
    response = read(people.promise(**fields), getattr(people, who))
    assert sorted(steps_on(response)) == sorted(verbs)


@pytest.mark.parametrize(
    ("who", "fields"),
    [
        ("representative", {"proposed": True}),
        ("member", {}),
        ("other", {"reported": True}),
        ("representative", {"is_answered_on_behalf": True}),
        ("coordinator", {"overdue": True}),
    ],
)
def test_there_is_one_primary_button(people, read, who, fields):
    response = read(people.promise(**fields), getattr(people, who))
    assert len(soup_of(response).select("main .btn-primary")) == 1


def test_every_button_that_is_offered_works(people, read, client):
    """No page offers a verb that then answers 403."""
    for fields in ({"proposed": True}, {"overdue": True}, {"reported": True}):
        commitment = people.promise(**fields)
        for user in people.everybody().values():
            response = read(commitment, user)
            if response.status_code == 404:
                continue
            for verb in steps_on(response):
                url = reverse(f"agreements:commitment-{verb}", args=[commitment.pk])
                assert client.get(url).status_code in {200, 405}


def test_the_facts_are_there(people, read):
    decision = DecisionFactory(meeting=MeetingFactory(collaboration=people.collaboration))
    commitment = people.promise(
        person=people.member.person,
        decision=decision,
        meeting=decision.meeting,
        due_on=today(20),
        original_due_on=today(5),
        source_note="Notula rapat",
        is_sample=True,
    )
    response = read(commitment, people.other)
    page = soup_of(response)
    assert page.h1.text == commitment.promise
    facts = page.select_one("dl.facts").text
    for fact in (
        commitment.code,
        commitment.organization.name,
        str(people.member.person),
        decision.meeting.title,
        decision.text,
        "Notula rapat",
        str(commitment.recorded_by),
    ):
        assert fact in facts
    assert page.select_one("dl.facts s")
    assert page.select_one(".page-head .badge-sample")


def test_the_story_says_who_in_which_role_and_when(people, read):
    commitment = transitions.accept(
        commitment=people.promise(proposed=True), by=people.coordinator, on=today(-6)
    )
    transitions.confirm_answer(commitment=commitment, by=people.representative, on=today(-5))
    transitions.note_progress(
        commitment=commitment,
        by=people.member,
        progress=Progress.HELP,
        note="Butuh data dasar.",
        on=today(-4),
    )
    transitions.change_due_date(
        commitment=commitment,
        by=people.member,
        new_due_on=today(50),
        reason="Data terlambat.",
        on=today(-3),
    )
    transitions.report_done(commitment=commitment, by=people.member, on=today(-2))
    transitions.send_back(
        commitment=commitment, by=people.other, reason="Kurang dua desa.", on=today(-1)
    )
    lines = [line.text for line in soup_of(read(commitment, people.other)).select(".timeline li")]
    expected = [
        ("Sent back: not done yet", "Kurang dua desa.", "representative of"),
        ("Reported done", str(people.member), people.member.organization.label),
        ("Due date moved", "Data terlambat.", str(people.member)),
        ("Asks for help", "Butuh data dasar.", str(people.member)),
        ("The party confirmed this answer", str(people.representative), "representative of"),
        ("Accepted", "on behalf of the party", "coordinator"),
    ]
    assert len(lines) == len(expected)
    for line, parts in zip(lines, expected, strict=True):
        assert all(part in line for part in parts), line


def test_an_answer_on_behalf_says_so_before_and_after(people, read):
    proposed = people.promise(proposed=True)
    assert "recorded on its behalf" in read(proposed, people.coordinator).content.decode()
    assert "recorded on its behalf" not in read(proposed, people.representative).content.decode()
    accepted = transitions.accept(commitment=proposed, by=people.coordinator)
    page = read(accepted, people.other).content.decode()
    assert "Answered by the coordinator, not yet confirmed by the party" in page
    assert "has to confirm or correct it" in page


def test_the_page_costs_the_same_however_long_the_story(people, sign_in, assert_flat_queries):
    commitment = people.promise()
    ProgressUpdateFactory(commitment=commitment)
    sign_in(people.other)

    def grow():
        for _ in range(4):
            ProgressUpdateFactory(commitment=commitment)
            transitions.report_done(commitment=commitment, by=people.member)
            transitions.take_back(commitment=commitment, by=people.representative)

    assert_flat_queries(commitment.get_absolute_url(), grow=grow, ceiling=24)


def test_an_outsider_finds_nothing(people, read, client):
    commitment = people.promise()
    foreign = read(commitment, people.outsider)
    missing = client.get(reverse("agreements:commitment-detail", args=[987654321]))
    huge = client.get(f"/commitments/{'9' * 30}/")
    assert (foreign.status_code, missing.status_code, huge.status_code) == (404, 404, 404)


def test_hostile_words_stay_words(people, read):
    commitment = people.promise(promise="<img src=x onerror=alert(1)>")
    ProgressUpdateFactory(commitment=commitment, note="<script>alert(1)</script>")
    page = soup_of(read(commitment, people.other))
    assert page.h1.text == "<img src=x onerror=alert(1)>"
    assert "<script>alert(1)</script>" in page.select_one(".timeline").text


def test_the_page_says_that_a_guest_is_no_party_and_who_answers(people, read):
    commitment = people.promise(proposed=True, party=False)
    commitment.organization = OrganizationFactory()
    commitment.save()
    response = read(commitment, people.coordinator)
    words = " ".join(soup_of(response).main.text.split())
    assert "no party of this collaboration" in words
    assert "the coordinator answers and speaks for it" in words
    assert "accept" in steps_on(response)
    assert "no party of this" not in read(people.promise(), people.member).content.decode()
