"""Who changed which row, when and why: the database writes it down itself, row by row.

`@tracked` on a model makes its table of events; triggers fill it, whatever changed the row.
`because`, `as_system` and the middleware say who is behind the change.
"""

import uuid
from contextlib import contextmanager, nullcontext

import pghistory
import pgtrigger
from django.apps import apps
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.wsgi import WSGIRequest
from django.db import models
from django.db.models.fields.json import KeyTransform

from collabgov.kit.client import client_ip
from collabgov.kit.unlinked import is_unlinked

# Never written down, whatever the table: secrets, even hashed; what another column says already.
SECRETS = {"password", "token", "token_hash", "secret", "session_key"}
ECHOES = {"updated_at", "last_login"}
LONGEST = 1_000  # letters of a reason or an address


def tracked(model=None, *, without=()):
    """Class decorator: every insert, update and delete of a row leaves one event, for ever.

    `without` names further fields that no event may hold. Generated columns, secrets and the
    time of the last change are left out by themselves.
    """

    def decorate(model):
        trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
        pghistory.track(
            *trackers,
            exclude=left_out(model, without),
            obj_field=pghistory.ObjForeignKey(related_name="+", db_index=True),
            context_field=pghistory.ContextJSONField(),
            context_id_field=pghistory.ContextUUIDField(),
            append_only=True,
            level=pghistory.Row,
            attrs={"pgh_id": models.BigAutoField(primary_key=True)},
            meta={"indexes": indexes_of(model)},
        )(model)
        return model

    return decorate if model is None else decorate(model)


def append_only_triggers(when):
    """For a log that the site writes itself: no line changes, and the database says when it came.

    The owner may state the time: of what is moved here from elsewhere.
    """
    stamp = f"""
        IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
            NEW.{when} := clock_timestamp();
        END IF;
        RETURN NEW;
    """
    change = pgtrigger.Update | pgtrigger.Delete
    return [
        pgtrigger.Trigger(
            name="stamp", operation=pgtrigger.Insert, when=pgtrigger.Before, func=stamp
        ),
        pgtrigger.Protect(name="append_only", operation=change),
    ]


def indexes_of(model):
    """The ways in which people look for events: the newest, those of one account, request or ip."""
    newest = models.F("pgh_created_at").desc(), models.F("pgh_id").desc()
    name = f"ev_{model._meta.model_name[:19]}"
    return [
        models.Index(*newest, name=f"{name}_newest"),
        *(
            models.Index(KeyTransform(key, "pgh_context"), *newest, name=f"{name}_{key}")
            for key in ("user", "request", "ip")
        ),
    ]


def left_out(model, without=()):
    """The fields of a model that its events do not hold."""
    never = SECRETS | ECHOES | set(without)
    fields = model._meta.local_fields
    return [field.name for field in fields if field.generated or field.name in never]


def event_models():
    """Every table of events, found by itself."""
    tables = [model for model in apps.get_models() if is_table(model)]
    return [model for model in tables if hasattr(model, "pgh_tracked_model")]


def is_table(model):
    return model._meta.managed and not model._meta.proxy


def event_model(model):
    """The table of events of a tracked model, or None."""
    model = model._meta.concrete_model
    return next((each for each in event_models() if each.pgh_tracked_model is model), None)


def events_of(record):
    """Every event of one record, the first one first; also of a record that is gone."""
    return event_model(type(record)).objects.filter(pgh_obj_id=record.pk).order_by("pgh_id")


# --- who is behind a change -------------------------------------------------------------------


@contextmanager
def because(reason):
    """Every row changed inside carries this reason; the reason around it comes back after."""
    with pghistory.context() as context:
        outer = context.metadata.get("reason")
        context.metadata["reason"] = clean(reason)
        try:
            yield
        finally:
            context.metadata.pop("reason")
            if outer is not None:
                context.metadata["reason"] = outer


@contextmanager
def as_system(command):
    """Rows changed inside were changed by a command or a job, not by a person; under one number."""
    with pghistory.context(user=None, command=clean(command), request=str(uuid.uuid4())):
        yield


def of_command(words):
    """What a command of `manage.py` changes, the system changed; all but two are told apart here.

    A migration's statements are passed on untouched; `serve` says itself what it fills in.
    """
    is_told = words[1:] and words[1] not in {"migrate", "serve"}
    return as_system(words[1]) if is_told else nullcontext()


def clean(text):
    """What PostgreSQL can keep: a NUL or half a letter would lose who did it, or the write."""
    text = str(text)[:LONGEST].replace("\0", "�")
    return text.encode("utf-8", "replace").decode()


def told_of_request():
    """What is known of the request or command that goes on: its number, from where, the address."""
    with pghistory.context() as context:
        return dict(context.metadata)


def who(user):
    """The account behind a request, as an event keeps it; nothing for a stranger."""
    if not user.is_authenticated:
        return {}
    return {"user": user.pk, "role": user.role, "organization": user.organization_id}


class Signed:
    """A request that tells the audit trail when somebody signs in during it."""

    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name == "user":
            pghistory.context(**who(value))


class SignedWSGIRequest(Signed, WSGIRequest):
    pass


class SignedASGIRequest(Signed, ASGIRequest):
    pass


SIGNED = {WSGIRequest: SignedWSGIRequest, ASGIRequest: SignedASGIRequest}


class AuditMiddleware:
    """Rows changed while a request is answered carry who asked, from where, and in which request.

    Every method: a single sign-on that comes back by GET changes rows too.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if is_unlinked(request):
            return self.get_response(request)
        context = {
            "user": None,
            "role": None,
            "organization": None,
            **who(request.user),
            "request": request.request_id,
            "ip": client_ip(request) or None,
        }
        request.__class__ = SIGNED.get(type(request), type(request))
        with pghistory.context(**context):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if is_unlinked(request):
            return
        pghistory.context(url=safe_path(request))


def safe_path(request):
    """The path without what it captured but numbers and the site's own words (slugs).

    A link in a mail is a key to an account.
    """
    match, path = request.resolver_match, request.path
    captured = {**{str(n): value for n, value in enumerate(match.args)}, **match.kwargs}
    for name, value in captured.items():
        text = str(value)
        is_number = isinstance(value, int) or (text.isdecimal() and len(text) < 19)
        if text and not is_number and f"<slug:{name}>" not in match.route:
            path = path.replace(text, f"<{name}>")
    return clean(path)
