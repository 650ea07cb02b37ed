"""Every way requests for assistance are read."""

import datetime as dt

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Lower

from actors.accounts.models import SiteRole
from agreements.capacity.assistance_kinds import (
    OPEN,
    PROMISED,
    SHARED,
    AssistanceState,
    CostSide,
)
from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.querysets.standing import Reader
from agreements.capacity.querysets.words import having, names_of
from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.charter.states import CollaborationState
from agreements.engagement.querysets.discovery import spoken_for

S = AssistanceState
SOON = dt.timedelta(days=3)  # before a day, whoever acts on it is told


def is_late(*, today=None):
    """Unanswered after the day on which the answer was due, or promised and not given in time.

    In a closed collaboration nobody can be late any more.
    """
    missed = on_its_day(_is_missed, today=today)
    return missed & ~Q(collaboration__state=CollaborationState.CLOSED)


def _is_missed(day):
    is_unanswered = Q(state=S.SUBMITTED, answer_due_on__lt=day)
    return is_unanswered | Q(state__in=PROMISED, needed_by__lt=day)


class AssistanceQuerySet(OfCollaborationQuerySet):
    def visible_to(self, user):
        """What was never handed in is for the party that wrote it, and for those who oversee."""
        seen = super().visible_to(user)
        if not user.is_authenticated or user.is_admin or user.is_auditor:
            return seen
        own = Reader(user).own_parties()
        return seen.filter(Q(submitted_on__isnull=False) | Q(from_party__in=own))

    def open(self):
        return self.filter(state__in=OPEN)

    def late(self, *, today=None):
        return self.filter(is_late(today=today))

    def from_us(self, user):
        return self.filter(from_party__in=Reader(user).own_parties())

    def to_us(self, user):
        return self.filter(to_party__in=Reader(user).own_parties())

    def waiting_for(self, user, *, today=None):
        """Those whose next step is this user's: to hand in, to answer, to settle, to give, to say
        what came of it, to agree costs, to ask the superior and to write down what it says.
        """
        reader = Reader(user)
        if not reader.acts or user.person_id is None:
            return self.none()
        waits = _to_submit(reader) | _to_answer(reader) | _by_clock(reader, today=today)
        waits |= _costs_to_agree(reader) | _to_direct(reader)
        return self.filter(waits).exclude(collaboration__state=CollaborationState.CLOSED)

    def places_to_ask(self, user):
        """Open collaborations in which the user may ask for a party of theirs."""
        reader, together = Reader(user), apps.get_model("agreements", "Collaboration").objects
        if not reader.acts:
            return together.none()
        rows = together.filter(parties__in=reader.own_parties())
        rows = rows.exclude(state=CollaborationState.CLOSED)
        return rows.distinct().order_by("title", "pk")

    def mentioning(self, words):
        """Every word somewhere in the request or in the name of one of the two parties."""
        asks, gives = names_of("from_party__organization"), names_of("to_party__organization")
        return having(self, words, "subject", "what", *asks, *gives)

    def with_parties(self):
        return self.select_related(
            "collaboration", "from_party__organization", "to_party__organization"
        )

    def for_list(self):
        """Open ones first, the most urgent before the others: the day that is waited for."""
        waited = models.Case(
            models.When(state=S.SUBMITTED, then=F("answer_due_on")), default=F("needed_by")
        )
        still = models.Case(
            models.When(state__in=OPEN, then=0), models.When(state=S.DRAFT, then=1), default=2
        )
        return self.with_parties().order_by(still, F("is_emergency").desc(), waited, "-pk")

    def for_page(self):
        """What is not shown in lists is read for itself, by key: a dozen tables and more in one
        question were planned so badly, on tables that nobody had counted since they were filled,
        that it ran into the time allowed for a statement.
        """
        answers = apps.get_model("agreements", "AssistanceResponse").objects.select_related(
            "refusal_ground__parent", "letter", "given_by__person"
        )
        return self.with_parties().prefetch_related(
            "liable_party__organization",
            "liability_document",
            "follows",
            "recorded_by__person",
            models.Prefetch("response", answers),
        )


def _to_submit(reader):
    mine = Q(recorded_by=reader.user) | Q(from_party__in=reader.spoken_parties())
    return Q(state=S.DRAFT, from_party__in=reader.own_parties()) & mine


def _to_answer(reader):
    """As the rules `answer_assistance` and `settle_assistance` say of one."""
    ours = Q(to_party__in=reader.spoken_parties())
    runs = Q(collaboration__in=reader.coordinated()) & ~Q(from_party__in=reader.own_parties())
    has_voice = Exists(spoken_for().order_by().filter(pk=OuterRef("to_party")))
    answers = Q(state=S.SUBMITTED) & (ours | (runs & ~has_voice))
    settles = Q(response__is_on_behalf=True) & ours & ~Q(response__given_by=reader.user)
    return answers | (settles & ~Q(state=S.WITHDRAWN))


def _by_clock(reader, *, today):
    """The giver shortly before the help is needed; the requester once a day has passed."""
    gives = Q(to_party__in=reader.spoken_parties(), state__in=(S.ACCEPTED, S.PARTLY))
    judges = Q(from_party__in=reader.spoken_parties())
    is_before_a_superior = Exists(_escalations().open().filter(request=OuterRef("pk")))
    soon = on_its_day(lambda day: Q(needed_by__lte=day + SOON), today=today)
    arrived = on_its_day(lambda day: Q(needed_by__lte=day), today=today)
    late = judges & is_late(today=today) & ~Q(is_before_a_superior)
    given = Q(state=S.DELIVERING) & (arrived | ~Q(giver_says=""))
    return (gives & soon) | (judges & given) | late


def _costs_to_agree(reader):
    costs, speaks = apps.get_model("agreements", "AssistanceCost"), reader.spoken_parties()
    waits = costs.objects.filter(request=OuterRef("pk"))
    asks, gives = Q(requester_agreed_on=None), Q(giver_agreed_on=None)
    theirs = Exists(waits.filter(asks | Q(opening_side=CostSide.GIVER)))
    ours = Exists(waits.filter(gives | Q(opening_side=CostSide.REQUESTER)))
    theirs, ours = Q(from_party__in=speaks) & theirs, Q(to_party__in=speaks) & ours
    return Q(state__in=SHARED) & (theirs | ours)


def _to_direct(reader):
    """Of a party's own coordinators only where no other one runs the collaboration."""
    asked, own = Exists(_escalations().open().filter(request=OuterRef("pk"))), reader.own_parties()
    sides = Q(from_party__in=own) | Q(to_party__in=own)
    alone = ~Exists(neutral_coordinators())
    return Q(asked, collaboration__in=reader.coordinated()) & (~sides | alone)


def _escalations():
    return apps.get_model("agreements", "AssistanceEscalation").objects


def neutral_coordinators():
    """Who runs the collaboration of an outer request and belongs to neither of its sides."""
    rows = apps.get_model("agreements", "Coordinator").objects.current()
    rows = rows.filter(collaboration=OuterRef("collaboration"), person__user__is_active=True)
    speakers = apps.get_model("agreements", "Representative").objects.current()
    sides = Q(party=OuterRef(OuterRef("from_party"))) | Q(party=OuterRef(OuterRef("to_party")))
    speaks = speakers.filter(sides, person=OuterRef("person"))
    for side in ("from_party", "to_party"):
        rows = rows.exclude(person__user__organization=OuterRef(f"{side}__organization"))
    return rows.exclude(person__user__role=SiteRole.AUDITOR).filter(~Exists(speaks))


class OfAssistanceQuerySet(OfCollaborationQuerySet):
    """What belongs to a request is seen by whoever sees the request."""

    def visible_to(self, user):
        requests = apps.get_model("agreements", "AssistanceRequest").objects
        return self.filter(request__in=requests.visible_to(user))

    def handed_in(self):
        """Of what was submitted once: drafts are their party's own."""
        return self.exclude(request__submitted_on=None)


def as_compared(text):
    """A text, or the column of that name, however it is capitalised and spaced."""
    spaces = (Value(r"\s+"), Value(""), Value("g"))
    whole = Func(text, *spaces, function="regexp_replace", output_field=models.TextField())
    return Lower(whole)


class CostQuerySet(OfAssistanceQuerySet):
    def agreed(self):
        return self.filter(requester_agreed_on__isnull=False, giver_agreed_on__isnull=False)

    def paid_like(self, cost):
        """Other costs for which the same budget line pays the same item, in any collaboration."""
        rows = self.filter(line_owner=cost.line_owner_id, holds_line=True, is_dropped=False)
        rows = rows.alias(an_item=as_compared("item"), a_line=as_compared("budget_line"))
        item, line = (as_compared(Value(text)) for text in (cost.item, cost.budget_line))
        return rows.filter(an_item=item, a_line=line).exclude(pk=cost.pk)


class EscalationQuerySet(OfAssistanceQuerySet):
    def open(self):
        """Those that wait for the superior."""
        return self.filter(answered_on=None, closed_on=None)


class ReferenceQuerySet(models.QuerySet):
    """Rows of a reference list."""

    def visible_to(self, user):
        """Everybody who is signed in reads the lists."""
        return self if user.is_authenticated else self.none()

    def in_use(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.order_by("-is_active", "position", "pk")


class RefusalGroundQuerySet(ReferenceQuerySet):
    def for_choice(self):
        """Those that may be named: of a ground that is divided, its parts."""
        parts = self.model.objects.filter(parent=OuterRef("pk"), is_active=True)
        return (
            self.in_use()
            .filter(~Exists(parts))
            .select_related("parent")
            .order_by("parent__position", "position", "pk")
        )
