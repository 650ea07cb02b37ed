"""The only code that writes events. Called inside a verb's transaction, it fails with it."""

from django.utils import timezone

from actors.audit.kinds import EventKind, outcome_of
from actors.audit.models import AccessEvent
from actors.audit.texts import kept, kept_value
from collabgov.kit.audit import safe_path, told_of_request
from collabgov.kit.client import client_ip
from collabgov.kit.discreet import without_keys


def record_event(kind, *, request=None, user=None, about=None, outcome=None, **details):
    """Write one event down; see `kinds.py` for the kinds.

    `user` is who did it: without one, whoever is signed in at the request; `request` says from
    where, or else what the audit trail knows of it. `about` is the record it happened to. All
    else lands in `details`: never put a password, a code, a token or a whole document there.
    `collaboration=<pk>` names the collaboration whose coordinators may read the line, where the
    record does not know it.

    What cannot be written raises: inside a transaction the change that it tells of is then
    undone as well, and an export or a view of personal data is not given out.
    """
    event = _event(kind, request, user, about, outcome, details)
    event.save(force_insert=True)
    return event


def record_views(shown, *, request):
    """Write down that people were shown: pairs of the record and the details, in one statement."""
    events = [
        _event(EventKind.VIEWED, request, None, record, None, details) for record, details in shown
    ]
    return AccessEvent.objects.bulk_create(events)


def _event(kind, request, user, about, outcome, details):
    kind, details = EventKind(kind), dict(details)
    collaboration = details.pop("collaboration", None)
    return AccessEvent(
        kind=kind,
        outcome=outcome or outcome_of(kind),
        at=timezone.now(),
        **_who(user or _signed_in(request)),
        **_where(request),
        **_about(about),
        collaboration_id=getattr(collaboration, "pk", collaboration) or _collaboration_of(about),
        details=kept_value(details),
    )


def _signed_in(request):
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def _who(user):
    """Whoever did it, as they are called today."""
    if user is None or not user.is_authenticated:
        return {}
    organization = user.organization
    return {
        "user_id": user.pk,
        "user_label": kept(user, 200),
        "user_email": kept(user.email, 254),
        "user_role": user.role,
        "organization_id": user.organization_id,
        "organization_label": kept(organization, 200) if organization else "",
    }


def _where(request):
    if request is None:
        told = told_of_request()
        return {
            "ip": told.get("ip"),
            "request_id": kept(told.get("request") or "", 40),
            "path": kept(told.get("url") or "", 200),
        }
    return {
        "ip": client_ip(request) or None,
        "request_id": kept(getattr(request, "request_id", ""), 40),
        "path": path_of(request),
    }


def path_of(request):
    """The address that was asked for; without what only its holder may know (tokens)."""
    is_known = getattr(request, "resolver_match", None) is not None
    return kept(safe_path(request) if is_known else without_keys(request.path), 200)


def _about(record):
    if record is None:
        return {}
    return {
        "about_model": record._meta.label_lower,
        "about_pk": "" if record.pk is None else str(record.pk)[:40],
        "about_label": kept(record, 200),
    }


def _collaboration_of(record):
    """The collaboration a record belongs to, if it says so itself."""
    if record is None:
        return None
    if record._meta.label_lower == "agreements.collaboration":
        return record.pk
    return getattr(record, "collaboration_id", None)
