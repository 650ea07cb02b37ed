"""The filters of the register of agreements: what stands in the address, cleaned."""

from dataclasses import dataclass

from django import forms
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from actors.models import Organization
from agreements.charter.models import Collaboration, Party
from agreements.instruments.kinds import CooperationScope
from agreements.instruments.models import AgreementParty, AgreementType
from agreements.instruments.register import (
    ENDING_DAYS,
    is_expiring,
    is_in_force,
    is_lapsing,
    is_review_due,
    is_stuck,
    waits_for_reader,
)
from agreements.instruments.states import OVER, PREPARING, SIGNING, AgreementState
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)
from collabgov.kit.pages import COUNT_UP_TO

LIST, TIMELINE = "list", "timeline"


@dataclass(frozen=True)
class Part:
    """A part of the register that a chip shows: `key` is what stands in the address.

    One that is not `always` there is shown while it has rows, or is on.
    """

    key: str
    label: str
    always: bool = True

    def condition(self, user):
        return {
            "preparing": lambda: Q(state__in=PREPARING),
            "signing": lambda: Q(state__in=SIGNING),
            "in_force": is_in_force,
            "expiring": lambda: is_expiring(ENDING_DAYS[0]),
            "lapsing": is_lapsing,
            "stuck": is_stuck,
            "review": is_review_due,
            "mine": lambda: waits_for_reader(user),
            "over": lambda: Q(state__in=OVER),
        }[self.key]()


PARTS = (
    Part("preparing", _("Being prepared")),
    Part("signing", _("To be signed")),
    Part("stuck", _("Stuck at a stage")),
    Part("in_force", _("In force")),
    Part("expiring", _("Ends within 90 days")),
    Part("lapsing", _("Ends within 30 days, no renewal"), always=False),
    Part("review", _("Review due")),
    Part("mine", _("Waits for my word"), always=False),
    Part("over", _("Over")),
)
BY_KEY = {part.key: part for part in PARTS}


class AgreementFilter(ListFilter):
    """The fields; part and view are chosen by links above the list."""

    in_sight = frozenset({"q", "show", "view"})
    only_when_on = frozenset({"coordinated"})
    WHERE = frozenset({"collaboration", "organization", "type"})
    nowhere = _(
        "The collaboration, party or kind in this address was not found, or you may not see it. "
        "So nothing is shown."
    )

    q = search_field(
        _("Search titles, numbers and clauses"),
        longest=200,
        help_text=_("Words must be spelled right; a number is found even with a typo."),
    )
    show = forms.ChoiceField(
        label=_("Part of the register"),
        required=False,
        choices=[("", _("All")), *((part.key, part.label) for part in PARTS)],
        widget=forms.HiddenInput,
    )
    view = forms.ChoiceField(
        label=_("View"),
        required=False,
        choices=[("", _("List")), (LIST, _("List")), (TIMELINE, _("Timeline"))],
        widget=forms.HiddenInput,
    )
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    organization = record_field(_("Party"), _("Every organization"))
    type = record_field(_("Kind"), _("Every kind"))
    state = choice_field(_("State"), _("Every state"), AgreementState.choices)
    ends_within = choice_field(
        _("Ends within"), _("Any time"), of=forms.TypedChoiceField, coerce=int, empty_value=None
    )
    scope = choice_field(_("Scope of cooperation"), _("Every scope"), CooperationScope.choices)
    mandatory = tick_field(_("Only mandatory cooperation"))
    coordinated = tick_field(_("Only where I coordinate"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        named = Exists(AgreementParty.objects.order_by().filter(party=OuterRef("pk")))
        parties = Party.objects.order_by().filter(named, collaboration__in=seen)
        offered = Organization.objects.filter(pk__in=parties.values("organization"))
        self.offer("collaboration", seen)
        self.offer("organization", Organization.objects.visible_to(user), among=offered)
        self.offer("type", AgreementType.objects.all())
        self.fields["ends_within"].choices = [("", _("Any time")), *map(_days, ENDING_DAYS)]

    @property
    def text(self):
        return self.chosen.get("q", "")

    @property
    def is_timeline(self):
        return self.chosen.get("view") == TIMELINE

    @property
    def part(self):
        return BY_KEY.get(self.chosen.get("show"))

    @property
    def is_narrowed(self):
        return bool(self.chosen.keys() - {"view"})

    def narrow(self, agreements):
        """Return the agreements that everything but the chips and the search leaves."""
        if self.is_nowhere:
            return agreements.none()
        chosen = {name: self.chosen.get(name) for name in self.fields}
        if organization := chosen["organization"]:
            agreements = agreements.of_organization(organization)
        if days := chosen["ends_within"]:
            agreements = agreements.expiring(days=days)
        if chosen["coordinated"]:
            mine = Collaboration.objects.coordinated_by(self.user)
            agreements = agreements.filter(collaboration__in=mine)
        columns = {
            "collaboration": chosen["collaboration"],
            "type": chosen["type"],
            "state": chosen["state"],
            "scope": chosen["scope"],
            "is_mandatory": chosen["mandatory"],
        }
        return agreements.filter(**{name: value for name, value in columns.items() if value})

    def found(self, agreements):
        """Narrow them to what has the words of the search."""
        return agreements.having(self.text)

    def ordered(self, agreements):
        """What has the words most plainly first; without a search, live ones first."""
        return agreements.nearest_first(self.text) if self.text else agreements.live_first()

    def likeliest(self, found, within):
        """Ids of what a page may show of those found `within` the other filters, in their order.

        Of a word in nearly all, not every one is put in order: the newest are, the newest with
        every word in title or subject, and those of just that number. More than that nobody
        reads; a file has them all.
        """
        if self.text:
            ids = found.newest(COUNT_UP_TO + 1)
            if len(ids) > COUNT_UP_TO:
                ids += within.headed(self.text).newest(COUNT_UP_TO)
                ids += within.numbered(self.text).newest(COUNT_UP_TO)
            found = found.model.objects.filter(pk__in=ids)
        return list(self.ordered(found).values_list("pk", flat=True)[: COUNT_UP_TO + 1])

    def shown(self, agreements):
        """Narrow them to the part that the chip names."""
        return agreements.filter(self.part.condition(self.user)) if self.part else agreements

    def links(self, counts, path):
        """Every part with its count, its address, and if it is on."""
        shown = [part for part in PARTS if part.always or counts[part.key] or self.part is part]
        return [self._link(path, counts), *(self._link(path, counts, part) for part in shown)]

    def views(self, path):
        """The two views of this list, with their addresses."""
        return [
            {
                "label": label,
                "icon": icon,
                "url": self._address(path, view=view),
                "is_on": self.is_timeline == bool(view),
            }
            for view, label, icon in (
                ("", _("List"), "list-check"),
                (TIMELINE, _("Timeline"), "bar-chart"),
            )
        ]

    def _link(self, path, counts, part=None):
        return {
            "label": part.label if part else _("All"),
            "url": self._address(path, show=part.key if part else ""),
            "count": counts[part.key if part else "all"],
            "is_on": self.part is part,
        }

    def _address(self, path, **changes):
        address = self.data.copy()
        address.pop("page", None)
        for name, value in changes.items():
            address.pop(name, None)
            if value:
                address[name] = value
        return f"{path}?{address.urlencode()}" if address else path


def counted(agreements, user, **more):
    """How many agreements each part has, and all together: one question to the database."""
    counts = {part.key: Count("pk", filter=part.condition(user)) for part in PARTS}
    return agreements.order_by().aggregate(all=Count("pk"), **counts, **more)


def _days(days):
    return days, ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
