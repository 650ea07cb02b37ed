"""Every way the pulse is read. Answers are read by the count alone, never by a page."""

import datetime as dt

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.motivation.states import OVER, WaveState

UNSEEN_AT_MOST = dt.timedelta(days=14)


def in_sight(user, path="", *, with_published=True):
    """Waves that a user sees: those of collaborations in sight, and what organizations show.

    What an organization asks its own people is theirs, and of those who keep the register, until
    it is published; then it stands on the page of the organization. Who was asked, and how it was
    arranged, stays theirs (without `with_published`).
    """
    seen = apps.get_model("agreements", "Collaboration").objects.visible_to(user)
    return Q(**{f"{path}collaboration__in": seen}) | _of_organizations(user, path, with_published)


def _of_organizations(user, path, with_published):
    if not user.is_authenticated:
        return Q(pk__in=[])
    shown = Q(**{f"{path}state": WaveState.PUBLISHED}) if with_published else Q(pk__in=[])
    if user.organization_id:
        shown |= Q(**{f"{path}organization": user.organization_id})
    if user.is_admin or user.is_auditor:
        shown = Q()
    return Q(**{f"{path}organization__isnull": False}) & shown


class ItemQuerySet(models.QuerySet):
    def of_wave(self, wave):
        """The statements that a wave asks, in the order of the card file."""
        rows = self.filter(version=wave.item_version).order_by("pk")
        if wave.is_of_organization:
            return rows.filter(dimension="O")
        return rows.exclude(dimension__in=["O"] if wave.with_extra else ["O", "X"])


class WaveQuerySet(OfCollaborationQuerySet):
    def visible_to(self, user):
        return self.filter(in_sight(user))

    def open(self):
        return self.filter(state=WaveState.OPEN)

    def published(self):
        return self.filter(state=WaveState.PUBLISHED)

    def over(self):
        return self.filter(state__in=OVER)

    def to_publish(self, *, today=None):
        """Counted ones that nobody published for two weeks."""
        last = (today or timezone.localdate()) - UNSEEN_AT_MOST
        return self.filter(state=WaveState.CLOSED, closes_on__lte=last)

    def before(self, wave):
        """Those about the same that closed before this one began, the latest first."""
        same = {"collaboration": wave.collaboration_id, "organization": wave.organization_id}
        rows = self.filter(**same, closes_on__lt=wave.opens_on)
        return rows.exclude(pk=wave.pk).order_by("-closes_on")

    def compared_with(self, wave):
        """The wave before that asked the very same statements, whether it is published yet or not;
        or None."""
        return self.before(wave).over().filter(item_version=wave.item_version).first()

    def waiting_for(self, user):
        """Open ones that ask this very person, and have had no answer by their invitation."""
        if not user.is_authenticated or user.person_id is None or user.is_auditor:
            return self.none()
        mine = apps.get_model("agreements", "PulseInvitation").objects.of_account(user)
        return self.open().filter(pk__in=mine.unanswered().values("wave"))

    def for_list(self):
        return self.order_by("-opens_on", "-pk")


class OfWaveQuerySet(OfCollaborationQuerySet):
    collaboration_path = "wave__collaboration"

    def visible_to(self, user):
        return self.filter(in_sight(user, "wave__"))


class InvitationQuerySet(OfWaveQuerySet):
    def visible_to(self, user):
        return self.filter(in_sight(user, "wave__", with_published=False))

    def unanswered(self):
        """Whose turn is still to come; of a wave that is over this says nothing about anybody."""
        return self.filter(turn__isnull=False)

    def of_person(self, user):
        return self.filter(person=user.person_id).exclude(person=None).order_by()

    def of_account(self, user):
        """Of the person whose account this is, and was on the day the wave opened.

        An account that came to somebody later would show to whoever gave it whether they answered.
        """
        return self.of_person(user).filter(account=user.pk)

    def by_mail(self):
        """Whose link went by mail, as it was settled when the wave opened."""
        return self.exclude(mailed_to="")

    def on_paper(self):
        return self.filter(mailed_to="")

    def for_list(self):
        rows = self.select_related("party__organization", "person__user", "wave__organization")
        return rows.order_by("party__organization__name", "person__full_name", "pk")


class ResultQuerySet(OfWaveQuerySet):
    """Figures of a wave; nobody sees them before it is published."""

    def visible_to(self, user):
        return super().visible_to(user).filter(wave__state=WaveState.PUBLISHED)


class CommentQuerySet(ResultQuerySet):
    pass


class DiscussionQuerySet(OfWaveQuerySet):
    """At which meetings published results are talked about."""

    def visible_to(self, user):
        return super().visible_to(user).filter(wave__state=WaveState.PUBLISHED)


class SealedQuerySet(models.QuerySet):
    """What no page shows to anybody: answers, sealed or counted."""

    def visible_to(self, user):
        return self.none()


class PulseChangeQuerySet(ChangeQuerySet):
    collaboration_path = "wave__collaboration"

    def visible_to(self, user):
        return self.filter(in_sight(user, "wave__", with_published=False))
