"""What discovery and definition add to the history of a collaboration: their newest lines."""

from django.utils.translation import gettext as _

from agreements.charter.history import Line, also_told, moved
from agreements.charter.states import VersionState
from agreements.charter.transitions.versions import MOVED
from agreements.engagement.discovery_kinds import ProposalState
from agreements.engagement.models import DefinitionChange, ProposalChange, TermChange
from agreements.engagement.states import TermState


@also_told
def discovery(collaboration, *, most):
    rows = collaboration.discovery_changes.for_page()[:most]
    return [_line(row, row.get_event_display(), row.subject) for row in rows]


@also_told
def proposals(collaboration, *, most):
    rows = _newest(ProposalChange, most, proposal__collaboration=collaboration)
    return [_line(row, _of_proposal(row), row.title) for row in rows]


@also_told
def definitions(collaboration, *, most):
    rows = _newest(DefinitionChange, most, "definition", definition__collaboration=collaboration)
    return [_line(row, row.get_event_display(), _of_definition(row)) for row in rows]


@also_told
def terms(collaboration, *, most):
    rows = _newest(TermChange, most, "term", term__collaboration=collaboration)
    return [_line(row, _of_term(row), row.term.term) for row in rows]


def _newest(changes, most, *beside, **where):
    found = changes.objects.filter(**where).select_related("made_by__person", *beside)
    return found.order_by("-made_at", "-pk")[:most]


def _line(row, what, about):
    return Line(what, about, row.note, str(row.made_by), row.made_at)


def _of_proposal(row):
    if row.from_state == row.to_state:
        return _("Proposal changed")
    return _("Proposal: %(move)s") % {"move": moved(ProposalState, row)}


def _of_definition(row):
    """Which version of the problem, and its move or the word of a party."""
    number = _("The problem, version %(number)s") % {"number": row.definition.order}
    said = moved(VersionState, row) if row.event == MOVED else row.subject
    if row.stance:
        said = f"{said}: {row.get_stance_display()}"
    return f"{number}: {said}" if said else number


def _of_term(row):
    if row.from_state == row.to_state:
        return _("Shared term edited")
    return _("Shared term: %(move)s") % {"move": moved(TermState, row)}
