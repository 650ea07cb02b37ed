"""The filters of who gave what to whom: what stands in the address, cleaned."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.capacity.exchanges import Esteve, Exchange, ExchangeKind
from agreements.charter.models import Collaboration, Party
from collabgov.kit.filtering import ListFilter, choice_field, record_field, search_field
from collabgov.kit.forms import DayField

KIND, EVERY_KIND = _("Kind of exchange"), _("Every kind")


class ExchangeFilter(ListFilter):
    """What was given, from when until when; the kind is that of who looks at it."""

    q = search_field()
    since = DayField(label=_("From day"), required=False)
    until = DayField(label=_("Until day"), required=False)

    def keeps(self, row: Exchange) -> bool:
        """Whether the filter leaves this one, of whatever kind it is."""
        chosen = self.chosen
        since, until = chosen.get("since"), chosen.get("until")
        in_time = (since is None or row.on >= since) and (until is None or row.on <= until)
        return in_time and self.is_there(row) and self._says(row)

    def is_there(self, row: Exchange) -> bool:
        return True

    def kind_of(self, row: Exchange) -> Any:
        raise NotImplementedError

    def of_kind(self, rows: list[Exchange]) -> list[Exchange]:
        kind = self.chosen.get("kind")
        return [row for row in rows if not kind or self.kind_of(row) == kind]

    def _says(self, row: Exchange) -> bool:
        """Every word stands in what was given, or in a name of who gives or receives."""
        if not self.words:
            return True
        sides = [side for side in (row.giver, row.receiver) if side is not None]
        names = [name for side in sides for name in (side.name, side.short_name)]
        said = " ".join((row.what, *names)).lower()
        return all(word.lower() in said for word in self.words)


class CollaborationExchangeFilter(ExchangeFilter):
    """Of one collaboration: whose, on either side."""

    WHERE = frozenset({"organization"})
    nowhere = _("The organization in this address takes no part here. So nothing is shown.")

    kind = choice_field(KIND, EVERY_KIND, ExchangeKind.choices)
    organization = record_field(_("Organization"), _("Every organization"))

    def __init__(self, data: Any, *, collaboration: Collaboration) -> None:
        super().__init__(data)
        parties = Party.objects.filter(collaboration=collaboration).order_by()
        here = Organization.objects.filter(pk__in=parties.values("organization"))
        self.offer("organization", here.order_by("name", "pk"))

    def kind_of(self, row: Exchange) -> Any:
        return row.kind


class OrganizationExchangeFilter(ExchangeFilter):
    """Of one organization: in which collaboration, which of the eleven as it sees them."""

    WHERE = frozenset({"collaboration"})
    nowhere = _(
        "The collaboration in this address was not found, or you may not see it. "
        "So nothing is shown."
    )

    kind = choice_field(KIND, EVERY_KIND, Esteve.choices)
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))

    def __init__(self, data: Any, *, organization: Organization, seen: Any) -> None:
        super().__init__(data)
        self.whose = organization
        self.offer("collaboration", seen)

    def is_there(self, row: Exchange) -> bool:
        return self.chosen.get("collaboration") in (None, row.collaboration)

    def kind_of(self, row: Exchange) -> Any:
        return row.seen_from(self.whose)
