"""Joint services that wait for this very reader: late requests, and words to confirm."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import JointServiceCost, ServiceGiver, ServiceRequest
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6
WORDS = ("place", "said", "whose", "named", "among")
COST, GIVER = "costs", "purposes"  # what waits for a word, and where on its page it stands


@dataclass(frozen=True)
class Errand:
    """A late request, or what somebody else said for a party of the reader's."""

    href: str
    title: str
    service: str
    whose: str
    collaboration: str
    day: dt.date
    is_late: bool
    is_sample: bool


@dataclass(frozen=True)
class ServiceErrands:
    """The first few; of each thing to do, how many there are and where they stand."""

    rows: tuple[Errand, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int, str], ...] = ()


def services_for_me(sight: Sight) -> ServiceErrands:
    """What is late stands first; of one collaboration on its own page. All in one question."""
    only = None if sight.is_whole else sight.only
    here = {"service__collaboration": only.pk} if only else {}
    asked = ServiceRequest.objects.visible_to(sight.user).worked_on_by(sight.user)
    late = asked.overdue().filter(**here)
    stated = JointServiceCost.objects.visible_to(sight.user).to_confirm_by(sight.user)
    costs = stated.filter(**here)
    named = ServiceGiver.objects.visible_to(sight.user).to_stand_by_for(sight.user)
    waiting = (_to_confirm(costs), _to_stand_by(named.filter(**here)))
    all_of_them = _late(late).union(*waiting, all=True).order_by("-is_late", "day", "row")
    found = [_errand(**row) for row in all_of_them]
    where = {"collaboration": only.pk} if only else {}
    href = links.list_of("agreements:service-request-list", where, given=1, overdue=1)
    pages = Counter(row.href for row in found if not row.is_late)
    counts = (
        (_("Service requests, overdue"), sum(row.is_late for row in found), href),
        *((_waits(page), number, page) for page, number in pages.items()),
    )
    return ServiceErrands(
        tuple(found[:SHOWN]), len(found), tuple(each for each in counts if each[1])
    )


def _late(rows: Any) -> QuerySet[Any, Any]:
    whose = Coalesce(_label("organization"), F("reference"))
    said = {"place": F("number"), "said": F("what"), "whose": whose, "day": F("due_on")}
    return _told(rows, is_late=Value(True), **said)


def _to_confirm(rows: Any) -> QuerySet[Any, Any]:
    said = {"place": F("service"), "said": Value(COST), "day": F("held_on")}
    return _told(rows, is_late=Value(False), whose=_label("party__organization"), **said)


def _to_stand_by(rows: Any) -> QuerySet[Any, Any]:
    said = {"place": F("service"), "said": Value(GIVER), "day": TruncDate("created_at")}
    return _told(rows, is_late=Value(False), whose=_label("party__organization"), **said)


def _waits(page: str) -> str:
    return _("Costs to confirm") if page.endswith(COST) else _("Services that you are to give")


def _told(rows: Any, **said: Any) -> QuerySet[Any, Any]:
    beside = {"named": F("service__name"), "among": F("service__collaboration__title")}
    told = rows.order_by().annotate(row=F("pk"), **said, **beside)
    return told.values("row", "is_sample", "is_late", "day", *WORDS)


def _label(path: str) -> Coalesce:
    """As `Organization.label` says it."""
    return Coalesce(NullIf(F(f"{path}__short_name"), Value("")), F(f"{path}__name"))


def _errand(*, row: int, place: int, said: str, named: str, among: str, **facts: Any) -> Errand:
    if facts["is_late"]:
        href = reverse("agreements:service-request-detail", args=[row])
        title = _("Request no. %(number)d: %(what)s") % {"number": place, "what": said}
    else:
        href = f"{reverse('agreements:service-detail', args=[place])}#{said}"
        title = _("Costs of an occasion") if said == COST else _("Does your party give this?")
    return Errand(href=href, title=title, service=named, collaboration=among, **facts)
