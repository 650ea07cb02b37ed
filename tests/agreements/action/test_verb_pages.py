"""The addresses of the verbs: POST, who may, what is said, and what comes back when it is wrong."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.action.urls import VERBS
from tests.agreements.action.people import today
from tests.html import soup_of

S = CommitmentState
REASON = {"reason": "Karena banjir."}
# verb, who, the promise before, what is sent, the state after
HAPPY = [
    ("accept", "representative", {"proposed": True}, {}, S.ACCEPTED),
    ("decline", "representative", {"proposed": True}, REASON, S.DECLINED),
    ("confirm-answer", "representative", {"is_answered_on_behalf": True}, {}, S.ACCEPTED),
    (
        "correct-answer",
        "representative",
        {"is_answered_on_behalf": True},
        REASON | {"to": "declined"},
        S.DECLINED,
    ),
    ("start", "member", {}, {}, S.UNDER_WAY),
    ("progress", "member", {}, {"progress": "under_way", "note": "Mulai."}, S.UNDER_WAY),
    ("report-done", "member", {}, {}, S.REPORTED_DONE),
    ("take-back", "member", {"reported": True}, {}, S.UNDER_WAY),
    ("confirm", "other", {"reported": True}, {}, S.CONFIRMED),
    ("send-back", "other", {"reported": True}, REASON, S.UNDER_WAY),
    ("not-kept", "coordinator", {"overdue": True}, REASON, S.NOT_KEPT),
    ("due-date", "member", {}, REASON | {"new_due_on": "31/12/2099"}, S.ACCEPTED),
    ("cancel", "coordinator", {}, REASON, S.CANCELLED),
]
ASKING = [row for row in HAPPY if row[3]]


def url_of(verb, commitment):
    return reverse(f"agreements:commitment-{verb}", args=[commitment.pk])


def test_every_verb_is_tried_here():
    assert {row[0] for row in HAPPY} == set(VERBS)


@pytest.mark.parametrize(("verb", "who", "before", "sent", "after"), HAPPY)
def test_a_verb_does_its_work_and_says_so(people, sign_in, client, verb, who, before, sent, after):
    commitment = people.promise(**before)
    sign_in(getattr(people, who))
    response = client.post(url_of(verb, commitment), sent)
    assert response.status_code == 302
    assert response.url == commitment.get_absolute_url()
    assert [message.level_tag for message in get_messages(response.wsgi_request)] == ["success"]
    commitment.refresh_from_db()
    assert commitment.state == after


@pytest.mark.parametrize(("verb", "who", "before", "sent", "after"), HAPPY)
def test_who_may_see_but_not_act_gets_403(people, sign_in, client, verb, who, before, sent, after):
    commitment = people.promise(**before)
    for user in (people.auditor, people.admin):
        sign_in(user)
        assert client.post(url_of(verb, commitment), sent).status_code == 403
    sign_in(people.outsider)
    assert client.post(url_of(verb, commitment), sent).status_code == 404
    commitment.refresh_from_db()
    assert not commitment.changes.exists()
    assert not commitment.due_date_changes.exists()
    assert not commitment.updates.exists()


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {row[0] for row in ASKING}))
def test_looking_at_a_verb_changes_nothing(people, sign_in, client, verb):
    sign_in(people.representative)
    assert client.get(url_of(verb, people.promise(proposed=True))).status_code == 405


@pytest.mark.parametrize(("verb", "who", "before", "sent", "after"), ASKING)
@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_form_comes_back_with_what_is_missing(
    people, sign_in, client, verb, who, before, sent, after, language
):
    commitment = people.promise(**before)
    user = getattr(people, who)
    user.language = language
    user.save()
    sign_in(user)
    assert client.get(url_of(verb, commitment)).status_code == 200
    response = client.post(url_of(verb, commitment), {})
    page = soup_of(response)
    links = page.select(".error-summary a")
    assert links
    for link in links:
        assert page.find(id=link["href"].removeprefix("#"))
    assert page.html["lang"] == language


@pytest.mark.parametrize(
    ("verb", "who", "sent", "field"),
    [
        ("due-date", "member", {"new_due_on": "31/2/2027", **REASON}, "due-date_new_due_on"),
        ("due-date", "member", {"new_due_on": "11/20/2026", **REASON}, "due-date_new_due_on"),
        ("due-date", "member", {"new_due_on": "1/1/2001", **REASON}, "due-date_new_due_on"),
        ("due-date", "member", {"new_due_on": "31/12/2099", "reason": "\0"}, "due-date_reason"),
        ("cancel", "coordinator", {"reason": "x" * 2001}, "cancel_reason"),
        ("progress", "member", {"progress": "flying"}, "progress_progress_0"),
        ("progress", "member", {"progress": "help"}, "progress_note"),
    ],
)
def test_what_was_typed_comes_back_with_the_error_at_its_field(
    people, sign_in, client, verb, who, sent, field
):
    commitment = people.promise()
    sign_in(getattr(people, who))
    response = client.post(url_of(verb, commitment), sent)
    assert response.status_code == 200
    page = soup_of(response)
    assert page.select_one(f".error-summary a[href='#{field}']")
    for name, value in sent.items():
        if page.find("textarea", {"name": name}):
            assert page.find("textarea", {"name": name}).text.strip("\0\n") == value.strip("\0")
    assert commitment.due_date_changes.count() == commitment.updates.count() == 0


def test_a_move_that_came_too_late_is_a_sentence_not_an_error(people, sign_in, client):
    commitment = people.promise(proposed=True)
    sign_in(people.representative)
    transitions.accept(commitment=commitment, by=people.representative)
    response = client.post(url_of("accept", commitment), follow=True)
    assert "cannot become" in str(next(iter(response.context["messages"]))) or soup_of(
        response
    ).select_one(".alert-error")
    page = soup_of(client.post(url_of("decline", commitment), REASON))
    assert page.select_one(".error-summary")
    assert page.find("textarea", {"name": "reason"}).text.strip() == "Karena banjir."


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/commitments/updates/", "/commitments/updates/"),
        ("https://evil.test/", None),
        ("//evil.test/", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_a_verb_goes_back_to_a_page_of_ours_only(people, sign_in, client, asked, reached):
    commitment = people.promise()
    sign_in(people.member)
    response = client.post(url_of("report-done", commitment), {"next": asked})
    assert response.url == (reached or commitment.get_absolute_url())


def test_a_correction_offers_only_what_can_follow(people, sign_in, client):
    commitment = people.promise(is_answered_on_behalf=True)
    sign_in(people.representative)
    page = soup_of(client.get(url_of("correct-answer", commitment)))
    offered = [radio["value"] for radio in page.select("input[type=radio]")]
    assert offered == ["declined", "proposed"]
    assert (
        client.post(url_of("correct-answer", commitment), REASON | {"to": "confirmed"}).status_code
        == 200
    )
    commitment.refresh_from_db()
    assert commitment.state == S.ACCEPTED


def test_the_new_date_is_read_day_first(people, sign_in, client):
    commitment = people.promise()
    sign_in(people.member)
    client.post(url_of("due-date", commitment), REASON | {"new_due_on": "3 Mei 2099"})
    commitment.refresh_from_db()
    assert commitment.due_on.isoformat() == "2099-05-03"
    assert commitment.original_due_on == today(30)
