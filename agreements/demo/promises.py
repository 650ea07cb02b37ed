"""Builds commitments by the verbs that the site itself uses, so that their histories are real."""

from actors.accounts.models import User
from agreements.action import transitions
from agreements.demo.shapes import INVENTED
from agreements.models import Commitment


def build_promises(promises, *, collaboration, scene):
    """Record each promise on its day and replay what happened to it."""
    for promise in promises:
        commitment = _record(promise, collaboration, scene)
        Commitment.objects.filter(pk=commitment.pk).update(source_note=INVENTED)
        for step in promise.steps:
            verb = getattr(transitions, step.verb)
            verb(
                commitment=commitment,
                by=User.objects.get(email=step.by),
                on=scene.calendar.day(step.on),
                **_words(step.words, scene.calendar),
            )


def _record(promise, collaboration, scene):
    return transitions.record(
        collaboration=collaboration,
        organization=scene.organizations[promise.body],
        person=scene.people.get(promise.post),
        promise=promise.text,
        made_on=scene.calendar.day(promise.made),
        due_on=scene.calendar.day(promise.due),
        meeting=scene.meetings.get(promise.meeting),
        decision=scene.rulings.get(promise.ruling),
        by=scene.coordinator,
        is_sample=True,
        submission_id=scene.uuid(f"commitment-{promise.key}"),
    )


def _words(words, calendar):
    if "new_due_on" in words:
        return {**words, "new_due_on": calendar.day(words["new_due_on"])}
    return words
