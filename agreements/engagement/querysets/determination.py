"""Every way decisions, options and positions are read."""

from functools import reduce
from operator import or_

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, DateField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.charter.stances import Stance, deciding_on
from agreements.engagement.querysets.agenda import on_secret_topic
from agreements.engagement.querysets.meetings import OfMeetingQuerySet
from agreements.engagement.states import SETTLED, STANDING

COUNTED = ("commitments", "goals", "targets")
FOLLOWS = (*COUNTED, "baselines", "defined_indicators", "amendments")


def _asked_on(collaboration, day, *, today=None):
    """The parties that decide, as a part of another question; its fields are named."""
    today = Value(today or timezone.localdate(), output_field=DateField())
    return deciding_on(OuterRef(collaboration), Coalesce(OuterRef(day), today)).order_by()


class DecisionQuerySet(OfMeetingQuerySet):
    def standing(self):
        return self.filter(state__in=STANDING)

    def settled(self):
        """Decided at some time, whatever became of it."""
        return self.filter(state__in=SETTLED)

    def review_due(self, *, today=None):
        return self.standing().filter(review_on__lte=today or timezone.localdate())

    def without_follow_up(self):
        """Standing ones of which nothing has come: no promise, agreement, goal or figure."""
        nothing = {f"{name}__isnull": True for name in FOLLOWS}
        return self.standing().filter(instrument=None, **nothing)

    def around(self, meeting):
        """Taken up or decided in the meeting, or what something was promised on there."""
        promised = meeting.commitments.order_by().values("decision")
        return self.filter(Q(meeting=meeting) | Q(decided_in=meeting) | Q(pk__in=promised))

    def objected_by(self, organization):
        """Those that a party of the organization objects to, or once did."""
        changes = self.model._meta.get_field("positions").related_model._meta.get_field("changes")
        said = changes.related_model.objects.filter(
            stance=Stance.OBJECT, position__party__organization=organization
        )
        return self.filter(pk__in=said.order_by().values("position__decision"))

    def mentioning(self, words):
        """Every word somewhere in the decision, its topic or its meeting."""
        found = self
        for word in words:
            found = found.filter(
                Q(text__icontains=word)
                | Q(agenda_item__topic__icontains=word)
                | Q(meeting__title__icontains=word)
            )
        return found

    def with_day(self):
        """Annotate `day`: when it was decided; before that, when the meeting took it up."""
        return self.annotate(day=Coalesce("decided_on", F("meeting__held_on")))

    def with_follow_up(self):
        """Annotate how much came of each: promises (and those confirmed), goals, targets.

        `has_more`: something else that `without_follow_up` looks for rests on it.
        """
        confirmed = Q(commitments__state="confirmed")
        others = (self._resting(name) for name in FOLLOWS if name not in COUNTED)
        return self.annotate(
            commitment_count=Count("commitments", distinct=True),
            confirmed_count=Count("commitments", distinct=True, filter=confirmed),
            goal_count=Count("goals", distinct=True),
            target_count=Count("targets", distinct=True),
            has_more=reduce(or_, others),
        )

    def with_secrecy(self):
        """Annotate `is_confidential`: whoever copies a line, or passes a file on, sees it."""
        return self.annotate(is_confidential=on_secret_topic())

    def with_stances(self, *, today=None):
        """Annotate who was asked and what was said; `counted` of a decision is read from it.

        Of what is decided the parties of that day are asked; of all else those of today, or of
        the day that takes its place.
        """
        positions = self.model._meta.get_field("positions").related_model.objects.order_by()
        words = JSONObject(party="party", stance="stance", is_on_behalf="is_on_behalf")
        said = positions.filter(decision=OuterRef("pk")).values_list(words)
        return self.with_asked(today=today).annotate(said=ArraySubquery(said))

    def with_asked(self, *, today=None):
        """Annotate `asked`: the ids of the parties whose word was asked for."""
        rows = _asked_on("meeting__collaboration", "decided_on", today=today)
        return self.annotate(asked=ArraySubquery(rows.values("pk")))

    def _resting(self, name):
        relation = self.model._meta.get_field(name)
        rows = relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")})
        return Exists(rows.order_by())

    def for_list(self):
        return (
            self.with_day()
            .with_follow_up()
            .with_stances()
            .with_secrecy()
            .select_related(
                "meeting__collaboration", "decided_in", "agenda_item", "instrument", "option"
            )
            .order_by("-day", "-pk")
        )

    def for_page(self):
        return (
            self.with_day()
            .with_secrecy()
            .select_related(
                "meeting__collaboration",
                "decided_in",
                "agenda_item",
                "instrument",
                "option",
                "amends__meeting",
            )
        )


class OfDecisionQuerySet(OfCollaborationQuerySet):
    collaboration_path = "decision__meeting__collaboration"


class OptionQuerySet(OfCollaborationQuerySet):
    collaboration_path = "agenda_item__meeting__collaboration"

    def with_secrecy(self):
        """Annotate `is_confidential`: its topic is."""
        return self.annotate(is_confidential=on_secret_topic())

    def of_threads(self, collaboration_id, threads):
        """What was weighed on these topics in any meeting; `is_taken` where it was chosen."""
        decisions = self.model._meta.get_field("decisions").related_model.objects
        chosen = decisions.filter(option=OuterRef("pk")).order_by()
        rows = self.filter(
            agenda_item__thread__in=threads, agenda_item__meeting__collaboration=collaboration_id
        )
        return rows.annotate(is_taken=Exists(chosen)).for_list()

    def for_list(self):
        rows = self.with_secrecy().select_related(
            "proposed_by__organization", "agenda_item__meeting"
        )
        return rows.order_by("agenda_item__meeting__held_on", "position", "pk")


class PositionQuerySet(OfDecisionQuerySet):
    def with_secrecy(self):
        """Annotate `is_confidential`: the decision that it is about is."""
        return self.annotate(is_confidential=on_secret_topic("decision__"))

    def unanswered(self):
        """Objections that nobody has answered in the words they have now."""
        answers = self.model._meta.get_field("answers").related_model.objects
        said = answers.filter(position=OuterRef("pk"), objection=OuterRef("reason"))
        return self.filter(~Exists(said), stance=Stance.OBJECT)

    def with_open_answer(self):
        """Annotate `has_open_answer`: an answer to the objection, and no word of the party since.

        An answer to other words than it has now is none; saying the same again is a word.
        """
        answers = self.model._meta.get_field("answers").related_model.objects
        changes = self.model._meta.get_field("changes").related_model.objects
        spoke = changes.filter(position=OuterRef("position"), made_at__gt=OuterRef("created_at"))
        said = answers.filter(position=OuterRef("pk"), objection=OuterRef("reason"))
        is_open = Exists(said.exclude(Exists(spoke.order_by())).order_by())
        return self.annotate(has_open_answer=Q(stance=Stance.OBJECT) & is_open)

    def for_page(self):
        return self.select_related("party__organization", "stated_by__person").prefetch_related(
            "changes__made_by__person",
            "answers__answered_by__person",
            "answers__party__organization",
        )


class OfPositionQuerySet(OfCollaborationQuerySet):
    collaboration_path = "position__decision__meeting__collaboration"
