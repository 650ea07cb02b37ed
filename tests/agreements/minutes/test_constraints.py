"""What can never be stored about minutes, whoever writes it."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from agreements.engagement.kinds import ReplyOutcome, Word
from agreements.models import MinutesAnswer, MinutesVersion
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.engagement import (
    MeetingChangeFactory,
    MeetingFactory,
    MinutesAnswerFactory,
    MinutesVersionFactory,
)

pytestmark = pytest.mark.django_db


def stays(write):
    """The database refuses in the name of a trigger."""
    with pytest.raises(DatabaseError, match="pgtrigger"), transaction.atomic():
        write()


def test_a_number_once_in_a_meeting():
    row = MinutesVersionFactory()
    again = {"meeting": row.meeting, "number": 1}
    assert_refused("minutes_version_number_once", lambda: MinutesVersionFactory(**again))


def test_versions_count_from_one():
    assert_refused(
        "minutes_version_counts_from_one", lambda: MinutesVersionFactory(number=0, reason="x")
    )


def test_later_versions_have_a_reason():
    assert_refused(
        "minutes_version_later_ones_have_a_reason",
        lambda: MinutesVersionFactory(number=2, reason=""),
    )


def test_adopted_by_somebody():
    assert_refused(
        "minutes_version_adopted_by_somebody",
        lambda: MinutesVersionFactory(adopted_at=timezone.now()),
    )


NEW = {
    "content": dict,
    "number": lambda: 7,
    "reason": lambda: "Lain",
    "shared_at": timezone.now,
    "shared_by": UserFactory,
    "meeting": MeetingFactory,
    "answer_by": timezone.localdate,
}


@pytest.mark.parametrize("field", NEW)
def test_what_was_shared_stays(field):
    row = MinutesVersionFactory()
    before = MinutesVersion.objects.values().get()
    new = NEW[field]()
    stays(lambda: MinutesVersion.objects.filter(pk=row.pk).update(**{field: new}))
    assert MinutesVersion.objects.values().get() == before


def test_adopted_minutes_change_in_nothing():
    row = MinutesVersionFactory(adopted=True)
    rows = MinutesVersion.objects.filter(pk=row.pk)
    stays(lambda: rows.update(adopted_at=None, adopted_by=None))
    stays(lambda: rows.update(answer_by=timezone.localdate()))


def test_no_version_is_removed():
    row = MinutesVersionFactory()
    stays(lambda: MinutesVersion.objects.filter(pk=row.pk).delete())


def test_a_party_answers_once():
    row = MinutesAnswerFactory()
    again = {"minutes": row.minutes, "party": row.party}
    assert_refused("minutes_answer_once", lambda: MinutesAnswerFactory(**again))


def test_only_a_party_of_the_same_collaboration_is_asked():
    row = MinutesAnswerFactory()
    stranger = {"minutes": row.minutes, "party": PartyFactory()}
    name = "minutes_answer_of_one_collaboration"
    assert_refused(name, lambda: MinutesAnswerFactory(**stranger))
    assert_refused(name, changed(row, party=stranger["party"]))


def changed(row, **fields):
    return lambda: MinutesAnswer.objects.filter(pk=row.pk).update(**fields)


def test_an_answer_is_known():
    row = MinutesAnswerFactory(confirms=True)
    assert_refused("minutes_answer_is_known", changed(row, word="agree"))


def test_an_answer_is_given_by_somebody():
    silent, given = MinutesAnswerFactory(), MinutesAnswerFactory(confirms=True)
    name = "minutes_answer_given_by_somebody"
    assert_refused(name, changed(silent, word=Word.CONFIRM))
    assert_refused(name, changed(silent, is_on_behalf=True))
    assert_refused(name, changed(given, answered_by=None))


def test_an_objection_has_words():
    row = MinutesAnswerFactory(objects=True)
    assert_refused("minutes_answer_no_has_words", changed(row, text=""))


def test_a_reply_is_somebodys_and_to_something():
    name, by = "minutes_answer_reply_by_somebody", UserFactory()
    objects, confirms = MinutesAnswerFactory(objects=True), MinutesAnswerFactory(confirms=True)
    assert_refused(name, changed(objects, reply="Ya."))
    reply = {"reply": "Ya.", "replied_by": by, "replied_on": timezone.localdate()}
    assert_refused(name, changed(confirms, **reply))
    assert changed(objects, **reply)() == 1


def test_only_a_reply_is_accepted():
    row = MinutesAnswerFactory(objects=True)
    assert_refused("minutes_answer_outcome_of_a_reply", changed(row, outcome=ReplyOutcome.KEPT))


def test_a_line_of_history_tells_a_known_event():
    assert_refused("meeting_change_event_is_known", lambda: MeetingChangeFactory(event="x"))
