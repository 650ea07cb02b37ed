"""How the register of agreements is read: what is stuck, what ends, what waits for whom."""

from datetime import timedelta

from django.apps import apps
from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.db.models.functions import Greatest
from django.db.models.lookups import LessThan
from django.utils import timezone

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.charter.states import PartyState
from agreements.instruments.searching import found_by, headed_by, is_numbered, ranked_for, words_of
from agreements.instruments.signed import SIGNED_UNDER
from agreements.instruments.states import (
    BINDING,
    OVER,
    PREPARING,
    SIGNING,
    AgreementState,
    AmendmentState,
)
from collabgov.kit.periods import holds_on

ENDING_DAYS = (90, 60, 30, 7)


def is_in_force(*, today=None):
    """The condition of holding on that day, whether or not the calendar was applied yet."""
    day = today or timezone.localdate()
    holds = Q(ends_on=None) | Q(ends_on__gte=day)
    stands = Q(termination_decided_on=None) | Q(termination_on__gt=day)
    return Q(holds, stands, state=AgreementState.IN_FORCE, starts_on__lte=day)


def is_expiring(days, *, today=None):
    """The condition of holding, and of ending or being terminated in at most so many days."""
    day = today or timezone.localdate()
    last = day + timedelta(days=days)
    is_terminated = Q(termination_decided_on__isnull=False, termination_on__lte=last)
    return is_in_force(today=day) & (Q(ends_on__lte=last) | is_terminated)


def is_lapsing(days=30, *, today=None):
    """The condition of ending soon while nobody has drafted its renewal or decided to end it."""
    rows = apps.get_model("agreements", "Agreement").objects.order_by()
    renewals = rows.filter(renews__isnull=False).exclude(state=AgreementState.ABANDONED)
    unseen = Q(termination_decided_on=None) & ~Q(pk__in=renewals.values("renews"))
    return is_expiring(days, today=today) & unseen


def waits_since():
    """Since when it stands where it is, as waiting.py tells it."""
    return Greatest("stage_since", "state_since")


def is_stuck(*, today=None):
    """The condition of standing at a stage for longer than it may take; see waiting.py."""
    due = ExpressionWrapper(waits_since() + F("stage__days"), output_field=DateField())
    late = LessThan(due, Value(today or timezone.localdate(), output_field=DateField()))
    return Q(late, state__in=PREPARING, stage__days__isnull=False)


def is_review_due(*, today=None):
    return Q(state__in=BINDING, review_on__lte=today or timezone.localdate())


def waits_for_reader(user):
    """The condition of needing a signature, or a word on one, that this reader gives."""
    if user.person_id is None:
        return Q(pk__in=[])
    return wants_signature_of(user) | Q(pk__in=_unconfirmed(user))


def wants_signature_of(user):
    """The condition of needing this reader's signature, and not only a word on one."""
    return Q(pk__in=_unsigned(user) if user.person_id else [])


class RegisterQuerySet(OfCollaborationQuerySet):
    def waiting_for(self, user):
        """Those that need this reader's signature, or word on one that was given on behalf."""
        return self.filter(waits_for_reader(user))

    def of_organization(self, organization):
        places = apps.get_model("agreements", "AgreementParty").objects.order_by()
        own = places.filter(agreement=OuterRef("pk"), party__organization=organization)
        return self.filter(Exists(own))

    def with_renewal(self):
        """Annotate `is_renewed`: a renewal of it is being prepared, or holds already."""
        rows = self.model.objects.order_by().filter(renews=OuterRef("pk"))
        return self.annotate(is_renewed=Exists(rows.not_given_up()))

    def not_given_up(self):
        return self.exclude(state=AgreementState.ABANDONED)

    def having(self, text):
        """Those that have every word somewhere, in no order."""
        words = words_of(text)
        if not words:
            return self.none() if text.strip() else self
        return found_by(words, self)

    def nearest_first(self, text):
        words = words_of(text)
        return ranked_for(words, self) if words else self

    def headed(self, text):
        """Those that have every word in their title or subject."""
        return headed_by(words_of(text), self)

    def numbered(self, text):
        """Those of which it is the number, theirs or that of a party."""
        return self.filter(is_numbered(words_of(text)))

    def newest(self, most):
        """The ids of those that were recorded last."""
        return list(self.order_by("-pk").values_list("pk", flat=True)[:most])

    def in_order(self, ids):
        """The rows of these ids, in their order, as a list."""
        rows = {row.pk: row for row in self.filter(pk__in=ids)}
        return [rows[pk] for pk in ids if pk in rows]

    def for_register(self):
        """With everything that a row says."""
        places = apps.get_model("agreements", "AgreementParty").objects.for_list()
        signatures = apps.get_model("agreements", "Signature").objects.standing()
        signed = Prefetch("signatures", queryset=signatures)
        return (
            self.with_renewal()
            .with_open_amendment()
            .select_related("type", "collaboration", "stage", "parent")
            .prefetch_related(Prefetch("parties", queryset=places.prefetch_related(signed)))
        )

    def live_first(self):
        """In preparation, the longest waiting on top; in force, the soonest to end; the rest."""
        part = Case(
            When(state__in=PREPARING, then=Value(0)),
            When(state__in=OVER, then=Value(2)),
            default=Value(1),
            output_field=IntegerField(),
        )
        return self.alias(
            part=part,
            waits_since=Case(When(state__in=PREPARING, then=waits_since())),
        ).order_by(
            "part", "waits_since", F("over_on").desc(nulls_last=True), F("ends_on").asc(), "pk"
        )


def _unsigned(user):
    """A place of a party this reader speaks for has no signature yet, and it is time for one."""
    signatures = apps.get_model("agreements", "Signature").objects.standing().order_by()
    under = signatures.filter(place=OuterRef("pk"))
    first = (
        ~Q(agreement__parent__state__in=OVER)
        & Q(agreement__state__in=SIGNING)
        & ~Exists(under.filter(amendment=None))
    )
    amended = Q(agreement__amendments__state=AmendmentState.SIGNING) & ~Exists(
        under.filter(amendment__state=AmendmentState.SIGNING)
    )
    return _own_places(user).filter(first | amended, must_sign=True).values("agreement")


def _unconfirmed(user):
    rows = apps.get_model("agreements", "Signature").objects.standing().order_by()
    stands = Q(amendment=None) | Q(amendment__state__in=SIGNED_UNDER)
    given = rows.filter(stands, place=OuterRef("pk"), is_on_behalf=True)
    given = given.exclude(recorded_by=user)  # nobody confirms what they recorded themselves
    return _own_places(user).filter(Exists(given)).values("agreement")


def _own_places(user):
    places = apps.get_model("agreements", "AgreementParty").objects.order_by()
    return places.filter(
        holds_on(prefix="party__"),
        holds_on(prefix="party__representatives__"),
        party__state=PartyState.ACTIVE,
        party__representatives__person_id=user.person_id,
    )
