"""The parts of a collaboration in a line each: how much there is, what it lacks, what to add."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.charter.kinds import ContextKind, DriverKind
from agreements.charter.parts import BY_KEY
from agreements.charter.states import VersionState
from agreements.goals.states import TheoryState
from agreements.models import Collaboration
from dashboards import links
from dashboards.hub.counts import Counts
from dashboards.readings.core import Text

Notes = Iterable[str]


@dataclass(frozen=True)
class Row:
    """`key` is the anchor under which other pages have always pointed to it."""

    key: str
    name: str
    href: str
    icon: str
    count: int | None = None
    notes: tuple[str, ...] = ()
    add_label: str = ""
    add_url: str = ""
    is_edit: bool = False


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Desk:
    """The collaboration at hand, its numbers, and what the reader may do in it."""

    collaboration: Collaboration
    counts: Counts
    coordinators: tuple[str, ...]
    verbs: Mapping[str, bool] = field(default_factory=dict)

    @property
    def where(self) -> dict[str, int]:
        return {"collaboration": self.collaboration.pk}

    def row(self, key: str, count: int | None, notes: Notes) -> Row:
        """A part with a page of its own."""
        page = BY_KEY[key]
        return self.line(
            key, str(page.name), page.url(self.collaboration.pk), page.icon, count, notes
        )

    def line(
        self, key: str, name: str, href: str, icon: str, count: int | None, notes: Notes
    ) -> Row:
        label, url = self._verb(key)
        return Row(key, name, href, icon, count, tuple(notes), label, url, is_edit=key == "charter")

    def _verb(self, key: str) -> tuple[str, str]:
        verb, url_name, label = VERBS.get(key, ("", "", ""))
        if not self.verbs.get(verb):
            return "", ""
        if url_name in OF_A_LIST:
            return str(label), links.list_of(f"agreements:{url_name}", self.where)
        return str(label), reverse(f"agreements:{url_name}", args=[self.collaboration.pk])


VERBS: dict[str, tuple[str, str, Text]] = {
    "charter": ("may_edit", "collaboration-edit", gettext_lazy("Edit the charter")),
    "coordinators": (
        "may_appoint",
        "coordinator-create",
        gettext_lazy("Appoint a coordinator"),
    ),
    "parties": ("may_edit", "party-create", gettext_lazy("Add a party")),
    "stakeholders": ("may_edit", "stakeholder-create", gettext_lazy("Add a stakeholder")),
    "drivers": ("may_edit", "driver-create", gettext_lazy("Record a driver")),
    "context": ("may_edit", "context-create", gettext_lazy("Describe the context")),
    "legal-bases": ("may_edit", "rests-on-create", gettext_lazy("Name a legal basis")),
    "cycles": ("may_edit", "cycle-create", gettext_lazy("Add a cycle")),
    "goals": ("may_edit", "goal-create", gettext_lazy("Propose a goal")),
    "agreements": ("may_draft", "agreement-create", gettext_lazy("Draft an agreement")),
    "documents": ("may_add_document", "document-create", gettext_lazy("Add a document")),
    "series": ("may_edit", "series-create", gettext_lazy("Begin a series")),
    "meetings": ("may_log", "meeting-create", gettext_lazy("Log a meeting")),
    "commitments": ("may_promise", "commitment-create", gettext_lazy("Add a commitment")),
}
OF_A_LIST = ("agreement-create", "meeting-create")


def groups_of(desk: Desk) -> tuple[Group, ...]:
    """Four groups, as the framework goes: who, why, what they agreed on, what they do."""
    return (
        Group("who", _("Who takes part"), tuple(_who(desk))),
        Group("why", _("Why, and on what ground"), tuple(_why(desk))),
        Group("what", _("What they agreed on"), tuple(_what(desk))),
        Group("done", _("What they do"), tuple(_done(desk))),
    )


def _who(desk: Desk) -> Iterable[Row]:
    counts = desk.counts
    invited, silent, unheard = counts["invited"], counts["silent"], counts["unheard"]
    yield desk.row(
        "parties",
        counts["parties"],
        _said(
            (silent, ngettext("nobody speaks for %d", "nobody speaks for %d", silent)),
            (invited, ngettext("%d not active yet", "%d not active yet", invited)),
        ),
    )
    yield desk.row(
        "stakeholders",
        counts["stakeholders"],
        _said((unheard, ngettext("%d voice is missing", "%d voices are missing", unheard))),
    )
    charter = BY_KEY["charter"].url(desk.collaboration.pk)
    yield desk.line(
        "coordinators",
        _("Coordinators"),
        f"{charter}#coordinators",
        "person-circle",
        None,
        desk.coordinators or (_("Nobody yet"),),
    )


def _why(desk: Desk) -> Iterable[Row]:
    counts, collaboration = desk.counts, desk.collaboration
    stale, over = counts["stale"], counts["bases_over"]
    facts = (collaboration.get_focus_display(), collaboration.get_formality_display())
    yield desk.row("charter", None, map(str, facts))
    yield desk.row("drivers", counts["drivers"], [_kinds(counts["driver_kinds"], len(DriverKind))])
    not_seen = ngettext("%d not looked at for a year", "%d not looked at for a year", stale)
    yield desk.row(
        "context",
        counts["factors"],
        [_kinds(counts["factor_kinds"], len(ContextKind)), *_said((stale, not_seen))],
    )
    fallen = ngettext("%d no longer in force", "%d no longer in force", over)
    yield desk.row("legal-bases", counts["bases"], _said((over, fallen)))
    href = reverse("dashboards:criteria", args=[collaboration.pk])
    note = _("what kind of collaboration it is")
    yield desk.line("criteria", _("Six criteria"), href, "list-check", None, [note])


def _what(desk: Desk) -> Iterable[Row]:
    counts = desk.counts
    indicators, in_force, preparing = (
        counts["indicators"],
        counts["in_force"],
        counts["preparing"],
    )
    measured = ngettext("%d indicator", "%d indicators", indicators)
    terms = counts["terms"]
    shared = ngettext("%d shared term", "%d shared terms", terms)
    yield desk.row("definition", None, [_definition(counts["definition"]), *_said((terms, shared))])
    yield desk.row(
        "goals", counts["goals"], [*_said((indicators, measured)), _theory(counts["theory"])]
    )
    yield desk.line(
        "agreements",
        _("Agreements"),
        links.agreements(desk.where),
        "journal-text",
        counts["agreements"],
        _said(
            (in_force, ngettext("%d in force", "%d in force", in_force)),
            (preparing, ngettext("%d being prepared", "%d being prepared", preparing)),
        ),
    )
    yield desk.row("documents", counts["documents"], ())


def _discovery(desk: Desk) -> Row:
    asked = desk.counts["open_questions"]
    notes = _said((asked, ngettext("%d open question", "%d open questions", asked)))
    return desk.row("discovery", desk.counts["statements"], notes)


def _capacity(desk: Desk) -> Row:
    needs, late = desk.counts["needs"], desk.counts["pledges_late"]
    groups, leaderless = desk.counts["structures"], desk.counts["uncoordinated"]
    nobody = ngettext(
        "%d issue without a coordinator", "%d issues without a coordinator", leaderless
    )
    return desk.row(
        "capacity",
        desk.counts["pledges"],
        [
            _("pledges accepted"),
            *_said(
                (needs, ngettext("%d open need", "%d open needs", needs)),
                (late, ngettext("%d late", "%d late", late)),
                (groups, ngettext("%d structure at work", "%d structures at work", groups)),
                (leaderless, nobody),
            ),
        ],
    )


def _done(desk: Desk) -> Iterable[Row]:
    counts = desk.counts
    late = counts["late"]
    yield _discovery(desk)
    yield from _meetings(desk)
    yield desk.line(
        "commitments",
        _("Open commitments"),
        links.commitments(desk.where, open=1),
        "check2-square",
        counts["commitments"],
        _said((late, ngettext("%d late", "%d late", late))),
    )
    yield _capacity(desk)
    charter = BY_KEY["charter"].url(desk.collaboration.pk)
    yield desk.line(
        "cycles",
        _("Cycles"),
        f"{charter}#cycles",
        "arrow-repeat",
        counts["cycles"],
        [_("now %s") % counts["cycle"]] if counts["cycle"] else (),
    )
    yield _history(desk)


def _meetings(desk: Desk) -> Iterable[Row]:
    met_on = desk.counts["met_on"]
    yield desk.line(
        "meetings",
        _("Meetings held"),
        links.meetings(desk.where, when="past", state="took_place"),
        "calendar-event",
        desk.counts["meetings"],
        [_("last on %s") % date_format(met_on, "SHORT_DATE_FORMAT")] if met_on else (),
    )
    series = reverse("agreements:series-list", args=[desk.collaboration.pk])
    yield desk.line("series", _("Meeting series"), series, "arrow-repeat", None, ())


def _history(desk: Desk) -> Row:
    page, changed_at = BY_KEY["changes"], desk.counts["changed_at"]
    day = changed_at and date_format(timezone.localtime(changed_at), "SHORT_DATE_FORMAT")
    return desk.line(
        "history",
        str(page.name),
        page.url(desk.collaboration.pk),
        page.icon,
        None,
        [_("last change %s") % day] if day else (),
    )


def _said(*counted: tuple[int, str]) -> list[str]:
    """The words of what there is any of, each with its number."""
    return [words % number for number, words in counted if number]


def _kinds(found: int, of: int) -> str:
    return _("%(found)s of %(all)s kinds") % {"found": found, "all": of}


def _theory(state: str | None) -> str:
    if state is None:
        return _("no theory of change yet")
    return _("theory of change: %s") % TheoryState(state).label.lower()


def _definition(state: str | None) -> str:
    return str(VersionState(state).label) if state else _("not defined yet")
