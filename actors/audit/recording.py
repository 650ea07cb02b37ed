"""The only code that writes events. Called inside a verb's transaction, it fails with it."""

from django.utils import timezone

from actors.audit.kinds import EventKind, outcome_of
from actors.audit.models import AccessEvent
from actors.audit.texts import kept, kept_value
from collabgov.kit.client import client_ip
from collabgov.kit.discreet import without_keys


def record_event(kind, *, request=None, user=None, about=None, outcome=None, **details):
    """Write one event down; see `kinds.py` for the kinds.

    `user` is who did it: without one, whoever is signed in at the request; `request` says from
    where. `about` is the record it happened to. All else lands in `details`: never put a
    password, a code, a token or a whole document there. `collaboration=<pk>` names the
    collaboration whose coordinators may read the line, where the record does not know it.

    What cannot be written raises: inside a transaction the change that it tells of is then
    undone as well, and an export or a view of personal data is not given out.
    """
    kind = EventKind(kind)
    collaboration = details.pop("collaboration", None)
    return AccessEvent.objects.create(
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
        return {}
    return {
        "ip": client_ip(request) or None,
        "request_id": kept(getattr(request, "request_id", ""), 40),
        "path": path_of(request),
    }


def path_of(request):
    """The address that was asked for; without what only its holder may know (tokens)."""
    match = getattr(request, "resolver_match", None)
    values = match.kwargs.values() if match else ()
    if match and any(not isinstance(value, int) for value in values):
        return kept(f"/{match.route}", 200)
    return kept(without_keys(request.path), 200)  # before its view is known, too


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
