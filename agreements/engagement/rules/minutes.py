"""Who says what about shared minutes: each party for itself, the coordinator to all of them."""

import rules

from agreements.charter.rules import is_coordinator_of, is_open, represented_organizations


def collaboration_of_answer(answer):
    return answer.minutes.meeting.collaboration


@rules.predicate
def speaks_for_the_party(user, answer):
    """A dated row says today that the user speaks for the party that was asked."""
    mine = represented_organizations(user, answer.minutes.meeting.collaboration_id)
    return answer.party.organization_id in mine


@rules.predicate
def coordinates_it(user, answer):
    return is_coordinator_of(user, collaboration_of_answer(answer))


@rules.predicate
def goes_on(user, answer):
    return is_open(user, collaboration_of_answer(answer))


rules.add_perm("agreements.answer_minutes", goes_on & (speaks_for_the_party | coordinates_it))
rules.add_perm("agreements.confirm_minutes_answer", goes_on & speaks_for_the_party)
rules.add_perm("agreements.reply_to_minutes_answer", goes_on & coordinates_it)
rules.add_perm("agreements.settle_minutes_reply", goes_on & speaks_for_the_party)
