"""What was done at once is read as one: the lines of one request, the record itself first."""

from dataclasses import dataclass, replace
from itertools import groupby

from dashboards.audit.events import ACCESS
from dashboards.audit.folding import AT_ONCE
from dashboards.audit.lines import Line
from dashboards.audit.tables import PART_OF, key_of

# Rows a verb writes beside the record it changes: of these only what the record does not say.
BESIDE = (
    "agreements.collaborationchange",
    "agreements.partychange",
    "agreements.meetingchange",
    "agreements.commitmentchange",
    "agreements.assistancechange",
    "agreements.needchange",
    "agreements.arrangementchange",
    "agreements.pledgechange",
    "agreements.jointservicechange",
    "agreements.servicerequestchange",
    "agreements.groundrulechange",
    "agreements.guidelinechange",
    "agreements.knowledgechange",
    "agreements.trainingchange",
)
ONLY_HERE = frozenset({"note", "is_on_behalf"})


@dataclass(frozen=True)
class Act:
    """One request, command or event: who, when, why, and all it changed in this record."""

    first: Line
    lines: tuple

    @property
    def shown(self):
        return self.lines[:AT_ONCE]

    @property
    def folded(self):
        return self.lines[AT_ONCE:]

    @property
    def reason(self):
        return next((line.reason for line in self.lines if line.reason), "")


def acts_of(lines, record):
    """The lines about a record, newest first, bound together by request; none names the record."""
    root, bound = key_of(type(record)), []
    for _act, group in groupby(lines, key=lambda line: (line.act, line.who)):
        members = [_named_beside(_without_its_whole(line), root, record.pk) for line in group]
        kept = [line for line in members if line.source not in BESIDE or line.fields]
        members = sorted(kept or members, key=lambda line: (line.source != root, line.source))
        bound.append(Act(members[0], tuple(members)))
    return bound


def _without_its_whole(line):
    column, is_beside = PART_OF.get(line.source), line.source in BESIDE
    fields = [each for each in line.fields if each.name != column]
    if is_beside:
        fields = [each for each in fields if each.name in ONLY_HERE]
    return replace(line, fields=tuple(fields))


def _named_beside(line, root, pk):
    """The line without the name that stands above it; a part may have the number of its whole."""
    is_itself = line.source in (root, ACCESS) and str(line.record_pk) == str(pk)
    return replace(line, record="") if is_itself else line
