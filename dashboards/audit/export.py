"""The audit trail as a file: exactly what the filter shows, line by line."""

from django.utils.translation import gettext as _

from actors.audit.kinds import EventKind, Outcome
from actors.audit.recording import record_event
from collabgov.kit.errors import Refused
from collabgov.kit.spreadsheets import RESPONSES
from dashboards.audit.lines import lines_of

MOST_LINES = 50_000


def export(log, kind, *, request, sight, filters):
    """Answer with the file, and write down who took it; Refused when it would be too long."""
    count, rows, with_email = 0, [], sight["may_see_addresses"]
    for refs in log.all():
        count += len(refs)
        if count > MOST_LINES:
            said = _("More than %(most)d lines. Narrow the filter, for example by days.")
            raise Refused(said % {"most": MOST_LINES})
        rows.extend(_cells(line, with_email) for line in lines_of(refs, **sight))
    record_event(
        EventKind.EXPORTED, request=request, list="audit", format=kind, rows=count, filters=filters
    )
    return RESPONSES[kind](_("audit trail"), headers(with_email), rows)


def headers(with_email):
    """Like the page: how to reach an account is told to who reads everything."""
    email = [_("Email")] if with_email else []
    return (
        *(_("When"), _("Who"), *email, _("Site role"), _("Organization")),
        *(_("What happened"), _("Outcome"), _("Kind of record"), _("Number"), _("Record")),
        *(_("What changed"), _("Reason"), _("IP address"), _("Request"), _("Address")),
    )


def _cells(line, with_email):
    who = line.who
    email = [who.email] if with_email else []
    outcome = Outcome(line.outcome).label if line.outcome else ""
    changed = [_change(change) for change in line.fields]
    changed += [f"{label}: {text}" for label, text in line.details]
    return (
        *(line.at, who.name, *email, who.role, who.organization),
        *(line.action, outcome, line.table, line.record_pk, line.record),
        *("\n".join(changed), line.reason, line.ip, line.request_id, line.path),
    )


def _change(change):
    if change.is_hidden:
        return _("%s: changed") % change.label
    if not change.old:
        return f"{change.label}: {change.new}"
    return f"{change.label}: {change.old} → {change.new or '-'}"
