"""Lines of the event log in a person's data: what they did, not what they were not shown."""

from actors.audit.kinds import REFUSALS, Outcome
from actors.models import AccessEvent
from agreements.models import Collaboration

# Of a record that was refused nothing is told: neither what it is called nor whether it exists.
ABOUT = frozenset({"about_model", "about_pk", "about_label", "collaboration_id", "details"})
REFUSED = Outcome.REFUSED.value
# Of details, what names no other record; a filter of a list may.
PLAIN = frozenset(
    {
        *("email", "factor", "fields", "format", "list", "method", "new", "old", "provider"),
        *("report", "role", "rows", "sessions", "sessions_ended", "shown", "wait_seconds"),
        *("way", "what", "why"),
    }
)


def is_refused(event):
    return event.kind in REFUSALS or event.outcome == REFUSED


def is_theirs(event, subject):
    """Not that of an account which has an address that once was this person's."""
    return event.user_id in {None, *(one.pk for one in subject.accounts)}


def told(event, sight):
    """The event with what may be told of it, and the columns that are left out altogether."""
    values = {field.attname: getattr(event, field.attname) for field in event._meta.concrete_fields}
    event = AccessEvent(**values)
    if is_refused(event):
        if event.kind in REFUSALS:
            event.kind = REFUSED
        event.outcome = REFUSED
        return event, ABOUT
    if not _sees_what_it_is_about(event, sight):
        return event, ABOUT - {"about_model"}
    if not sight.sees_all:
        event.details = {name: one for name, one in event.details.items() if name in PLAIN}
    return event, frozenset()


def _sees_what_it_is_about(event, sight):
    of = event.collaboration_id
    return (of is None or sight.sees_record(Collaboration, of)) and (
        not event.about_model or sight.sees_named(event.about_model, event.about_pk)
    )
