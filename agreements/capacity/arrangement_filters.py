"""The filters of guidelines, knowledge and trainings: what stands in the address, cleaned."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.models import Organization
from agreements.capacity.arrangement_kinds import (
    GuidelineKind,
    GuidelineState,
    KnowledgeAccess,
    KnowledgeKind,
    KnowledgeState,
    TrainingState,
)
from agreements.capacity.filters import NOWHERE
from agreements.charter.models import Collaboration, Party
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)

EVERY_STATE, STATE = _("Every state"), _("State")
WAITING = _("Waits for me")


class ArrangementFilter(ListFilter):
    """Where, and whose; a tick narrows by the queryset's method of that name."""

    WHERE = frozenset({"collaboration", "organization"})
    nowhere = NOWHERE
    TICKS: tuple[str, ...] = ()

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    organization = record_field(_("Organization"), _("Every organization"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        self.offer("collaboration", seen)
        parties = Party.objects.filter(collaboration__in=seen).order_by().values("organization")
        among = Organization.objects.filter(pk__in=parties)
        self.offer("organization", Organization.objects.visible_to(user), among=among)

    def narrow(self, rows):
        if self.is_nowhere:
            return rows.none()
        chosen = self.chosen
        chosen.pop("q", None)
        rows = rows.mentioning(self.words)
        if organization := chosen.pop("organization", None):
            rows = rows.of_organization(organization)
        if chosen.pop("waiting", False):
            rows = rows.waiting_for(self.user)
        for name in self.TICKS:
            if chosen.pop(name, False):
                rows = getattr(rows, name)()
        return rows.filter(**chosen)


class GuidelineFilter(ArrangementFilter):
    TICKS = ("late", "in_the_making")

    kind = choice_field(_("Kind"), _("Every kind"), GuidelineKind.choices)
    state = choice_field(STATE, EVERY_STATE, GuidelineState.choices)
    late = tick_field(_("Late"))
    waiting = tick_field(WAITING)
    in_the_making = tick_field(_("Not issued yet"))


class KnowledgeFilter(ArrangementFilter):
    TICKS = ("used", "unused")

    kind = choice_field(_("Kind"), _("Every kind"), KnowledgeKind.choices)
    access = choice_field(_("Who may have it"), _("Every kind of access"), KnowledgeAccess.choices)
    state = choice_field(STATE, EVERY_STATE, KnowledgeState.choices)
    used = tick_field(pgettext_lazy("knowledge", "Used"))
    unused = tick_field(pgettext_lazy("knowledge", "Not used yet"))


class TrainingFilter(ArrangementFilter):
    TICKS = ("untold",)

    state = choice_field(STATE, EVERY_STATE, TrainingState.choices)
    untold = tick_field(_("Its day has come"))
    waiting = tick_field(WAITING)
