"""What a paper says of an agreement does not contradict itself, whatever became of it."""

import datetime as dt

import pytest
from django.utils import translation

from agreements.instruments import transitions as verbs
from agreements.instruments.states import AgreementState
from agreements.letters.standing import notice_of, term_of
from agreements.models import Agreement
from tests.agreements.instruments.scene import Table, a_file, day

S = AgreementState
TODAY = dt.date(2026, 11, 23)
DAYS = {"starts_on": dt.date(2026, 1, 2), "ends_on": dt.date(2028, 12, 31)}
TERM = "from 2 January 2026 to 31 December 2028."


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def said(state, **fields):
    agreement = Agreement(state=state, state_since=TODAY, **DAYS | fields)
    return notice_of(agreement, [], today=TODAY), term_of(agreement, today=TODAY)


@pytest.mark.parametrize("state", [S.DRAFT, S.REVIEW, S.NEGOTIATION, S.READY_TO_SIGN])
def test_what_is_not_signed_has_a_planned_term_only(state):
    notice, term = said(state)
    assert "not signed by all parties yet" in notice
    assert term == f"Planned term: {TERM}"


def test_what_all_signed_before_its_first_day_says_so():
    notice, term = said(S.PARTLY_SIGNED, signed_on=TODAY)
    assert notice == "Signed by all parties, not in force yet."
    assert term.startswith("Planned term")


def test_what_holds_says_from_when_to_when_and_nothing_else():
    assert said(S.IN_FORCE) == ("", f"In force {TERM}")
    assert said(S.IN_FORCE, ends_on=None)[1] == "In force from 2 January 2026, without a last day."


def test_before_its_first_day_nothing_is_in_force():
    assert said(S.IN_FORCE, starts_on=dt.date(2026, 11, 24))[1].startswith("Agreed term")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends_on": dt.date(2026, 11, 22)}, "Its last day was 22 November 2026."),
        (
            {"termination_decided_on": TODAY, "termination_on": dt.date(2026, 11, 30)},
            "Its termination is decided, with effect from 30 November 2026.",
        ),
    ],
)
def test_what_will_not_hold_for_long_says_until_when(fields, words):
    assert said(S.IN_FORCE, **fields)[0] == words
    assert said(S.SUSPENDED, **fields)[0] == f"Suspended since 23 November 2026. {words}"


@pytest.mark.parametrize(
    ("state", "words", "term"),
    [
        (S.ENDED, "Ended on 3 May 2026. This agreement no longer holds.", "Agreed term"),
        (S.TERMINATED, "Terminated on 3 May 2026. This agreement no longer holds.", "Agreed term"),
        (S.ABANDONED, "Abandoned on 3 May 2026. This agreement was never in force.", "Planned"),
    ],
)
def test_what_is_over_names_its_day_and_says_nowhere_that_it_is_in_force(state, words, term):
    notice, shown = said(state, over_on=dt.date(2026, 5, 3))
    assert notice == words
    assert shown.startswith(term)
    assert "In force" not in shown


def test_without_a_first_day_there_is_no_term():
    assert said(S.DRAFT, starts_on=None)[1] == "The term is not fixed yet."
    assert said(S.DRAFT, ends_on=None)[1].endswith("without a last day.")
    assert said(S.ENDED, ends_on=None, over_on=TODAY)[1].endswith("without a last day.")


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "draft"), [("id", "direncanakan"), ("en", "Planned term")])
def test_the_page_of_a_draft_says_so_in_either_language(client, sign_in, language, draft):
    table = Table()
    agreement = table.draft(starts_on=day(1))
    type(table.coordinator).objects.filter(pk=table.coordinator.pk).update(language=language)
    table.coordinator.refresh_from_db()
    sign_in(table.coordinator)
    text = client.get(f"/agreements/{agreement.pk}/print/").content.decode()
    assert draft in text
    assert "Berlaku sejak" not in text
    assert "In force from" not in text


@pytest.mark.django_db
def test_one_that_ended_early_names_the_day_on_its_page(client, sign_in):
    table = Table()
    agreement = table.in_force()
    verbs.terminate(
        agreement=agreement,
        by=table.coordinator,
        reason="Beban.",
        effective_on=day(0),
        file=a_file(),
    )
    agreement.refresh_from_db()
    notice = notice_of(agreement, [])
    assert notice.startswith("Terminated on")
    assert str(day(0).year) in notice
