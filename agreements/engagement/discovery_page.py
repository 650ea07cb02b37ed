"""What the page of discovery shows, read in a number of queries that never grows."""

from itertools import groupby

from django.db.models import Case, When
from django.utils import timezone

from agreements.charter.history import Line
from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import ProposalState, QuestionState
from agreements.engagement.models import InterestStatement
from agreements.engagement.resting import beside_each
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.pages import TolerantPaginator

FEW, MOST_LINES, PER_PAGE = 5, 60, 200
WAITING = (ProposalState.SUBMITTED, ProposalState.RETURNED)


class Reader:
    """Who looks, and what they may do here: asked once for the whole page."""

    def __init__(self, user, collaboration):
        self.user = user
        self.is_open = collaboration.state != CollaborationState.CLOSED
        self.own = own_organizations(user, collaboration.pk) if self.is_open else set()
        self.runs = self.is_open and is_coordinator_of(user, collaboration.pk)
        self.takes_part = bool(self.own) or self.runs

    def is_of(self, party):
        return party.organization_id in self.own


class Pages:
    """Every kind of record has pages of its own; their numbers stand in the address."""

    def __init__(self, asked):
        self.asked = asked
        self.shown = {}

    def rows(self, kind, rows):
        """Those of the page that the address asks for; nonsense is the first one."""
        page = TolerantPaginator(rows, PER_PAGE).page(self.asked.get(kind))
        page.before = self._address(kind, page.number - 1) if page.has_previous() else ""
        page.after = self._address(kind, page.number + 1) if page.has_next() else ""
        self.shown[kind] = page
        return list(page)

    def _address(self, kind, number):
        """The pages of the other kinds stay where they are."""
        query = self.asked.copy()
        query[kind] = number
        return f"?{query.urlencode()}"


def facts_of(collaboration, user, asked):
    """What the page tells; `asked` holds the number of the page of each kind."""
    reader = Reader(user, collaboration)
    pages = Pages(asked)
    parties = list(Party.objects.current().filter(collaboration=collaboration).for_list())
    statements = _statements(collaboration, reader)
    open_questions = _open_questions(collaboration, reader, pages)
    settled_questions = _settled_questions(collaboration, reader, pages)
    findings = _findings(collaboration, reader, pages)
    proposals = _proposals(collaboration, user, reader, pages)
    assessments = pages.rows("assessments", collaboration.assessments.for_page())
    lines = [_line(change) for change in collaboration.discovery_changes.for_page()[:MOST_LINES]]
    return {
        "may_record": reader.takes_part,
        "may_propose": bool(reader.own),
        "stated": _by_party(statements),
        "silent": _silent(parties, statements, reader),
        "party_count": len(parties),
        "open_questions": open_questions,
        "settled_questions": settled_questions,
        "findings": findings,
        "waiting_proposals": [row for row in proposals if row.state in WAITING],
        "settled_proposals": [row for row in proposals if row.state not in WAITING],
        "assessments": assessments,
        "pages": pages.shown,
        "is_empty": not statements and not any(map(len, pages.shown.values())),
        "history": lines[:FEW],
        "older_history": lines[FEW:],
    }


def _statements(collaboration, reader):
    """What stands, by party; each with what this reader may do with it."""
    rows = InterestStatement.objects.of(collaboration).standing().for_page()
    found = list(rows.order_by("party__organization__name", "party", "kind", "-stated_on", "-pk"))
    for row in found:
        row.understood = list(row.acknowledgements.all())
        heard = {said.party.organization_id for said in row.understood}
        is_own = reader.is_of(row.party)
        is_recorder = reader.takes_part and row.recorded_by_id == reader.user.pk
        beside = row.is_on_behalf and (is_recorder or reader.runs)
        row.may_correct = is_own or beside
        row.may_confirm = row.is_on_behalf and is_own and row.recorded_by_id != reader.user.pk
        row.may_acknowledge = bool(reader.own - heard - {row.party.organization_id})
    return found


def _by_party(statements):
    groups = groupby(statements, key=lambda row: row.party)
    return [{"party": party, "statements": list(rows)} for party, rows in groups]


def _silent(parties, statements, reader):
    """Who takes part and has stated nothing: shown as silence, never as content."""
    spoke = {row.party.organization_id for row in statements}
    found = [party for party in parties if party.organization_id not in spoke]
    for party in found:
        party.may_state = reader.is_of(party) or reader.runs
    return found


def _open_questions(collaboration, reader, pages):
    """The oldest first: what has waited longest."""
    today = timezone.localdate()
    found = collaboration.questions.open().for_page().select_related("agenda_item__meeting")
    rows = pages.rows("open_questions", found.prefetch_related("agenda_items__meeting"))
    for row in rows:
        raised = [row.agenda_item] if row.agenda_item else []
        row.topics = [*raised, *row.agenda_items.all()]
        row.age = (today - row.raised_on).days
        row.may_settle = reader.runs or reader.is_of(row.raised_by)
    return rows


def _settled_questions(collaboration, reader, pages):
    """What was settled last comes first."""
    found = collaboration.questions.exclude(state=QuestionState.OPEN).for_page()
    rows = pages.rows("settled_questions", found.order_by("-closed_on", "-pk"))
    for row in rows:
        row.may_settle = reader.runs or reader.is_of(row.raised_by)
    return rows


def _findings(collaboration, reader, pages):
    rows = pages.rows("findings", collaboration.findings.for_page())
    rested = beside_each(rows, reader.user)
    for row in rows:
        row.rested_on = rested[row.pk]
        row.brought = list(row.contributions.all())
        row.may_edit = reader.runs or any(reader.is_of(each.party) for each in row.brought)
        row.may_remove = row.may_edit and len(row.brought) > 2
    return rows


def _proposals(collaboration, user, reader, pages):
    """What waits comes before what is settled."""
    is_settled = Case(When(state__in=WAITING, then=0), default=1)
    found = collaboration.proposals.for_page().order_by(is_settled, "-submitted_on", "-pk")
    rows = pages.rows("proposals", found)
    waiting = set(collaboration.proposals.waiting_for(user).values_list("pk", flat=True))
    for row in rows:
        row.waits_for_me = row.pk in waiting
        row.is_returned_to_me = row.state == ProposalState.RETURNED and reader.is_of(row.from_party)
    return rows


def _line(change):
    what = change.get_event_display()
    return Line(what, change.subject, change.note, str(change.made_by), change.made_at)
