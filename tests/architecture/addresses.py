"""Every address of the site, with its view and a sample of what stands in it."""

from dataclasses import dataclass, field
from uuid import UUID

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

import actors.models
import agreements.models

MISSING = 987_654_321
DEMO_KEYS = {"code": "SM1"}


@dataclass(frozen=True)
class Address:
    """A named address: what it answers with, and which placeholders its path has."""

    name: str
    view: object
    placeholders: frozenset[str]
    defaults: dict = field(default_factory=dict, compare=False)

    @property
    def view_class(self):
        return getattr(self.view, "view_class", None)

    @property
    def model(self):
        """The model whose record the path names, where the view says so."""
        return getattr(self.view_class, "model", None)

    @property
    def is_about_a_record(self):
        return bool(self.placeholders) and self.model is not None

    def path(self, **keys):
        wanted = {name: keys[name] for name in self.placeholders if name in keys}
        return reverse(self.name, kwargs=wanted)

    def __str__(self):
        return self.name


def addresses():
    """All of them, in the order in which the resolver asks."""
    return tuple(_walk(get_resolver(), ""))


def _walk(resolver, prefix):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            name = f"{prefix}{pattern.name}"
            yield Address(name, pattern.callback, frozenset(pattern.pattern.regex.groupindex))
        else:
            yield from _walk(pattern, f"{prefix}{_namespace(pattern)}")


def _namespace(resolver):
    return f"{resolver.namespace}:" if resolver.namespace else ""


ADDRESSES = addresses()
OBJECT_ADDRESSES = tuple(address for address in ADDRESSES if address.is_about_a_record)
MODELS = tuple(
    getattr(module, name)
    for module in (actors.models, agreements.models)
    for name in module.__all__
)


def sample_keys(address, pick):
    """What to put into an address's path: `pick(model)` chooses a record."""
    keys = dict(DEMO_KEYS)
    if address.model is not None:
        keys["pk"] = pick(address.model).pk
    return keys | SAMPLES.get(address.name, lambda pick: {})(pick)


def path_or_none(address, pick):
    try:
        return address.path(**sample_keys(address, pick))
    except NoReverseMatch:
        return None


# What the rule "pk is the view's model" does not cover: one line for each such address.
SAMPLES = {
    "dashboards:history": lambda pick: {"model": "collaboration"},
    "actors:import-create": lambda pick: {"kind": "organizations"},
    "actors:import-template": lambda pick: {"kind": "organizations"},
    "agreements:collaboration-move": lambda pick: {"verb": "convene"},
    "agreements:question-move": lambda pick: {"verb": "reopen"},
    "agreements:assessment-move": lambda pick: {"verb": "close"},
    "agreements:decision-move": lambda pick: {"verb": "deliberate"},
    "agreements:theory-move": lambda pick: {"verb": "offer"},
    "agreements:definition-move": lambda pick: {"verb": "offer"},
    "agreements:party-move": lambda pick: {"verb": "invite"},
    "agreements:cycle-move": lambda pick: {"verb": "running"},
    "agreements:agreement-move": lambda pick: {"verb": "suspend"},
    "agreements:amendment-move": lambda pick: {"verb": "withdraw"},
    "agreements:meeting-draft-discard": lambda pick: {"submission_id": UUID(int=MISSING)},
    "agreements:document-download": lambda pick: {"number": 1},
    "agreements:minutes-version": lambda pick: {"number": 1},
    "mfa_edit_webauthn": lambda pick: {"pk": MISSING},
    "mfa_remove_webauthn": lambda pick: {"pk": MISSING},
    "openid_connect_callback": lambda pick: {"provider_id": "sso"},
    "openid_connect_login": lambda pick: {"provider_id": "sso"},
    **{
        f"actors:{kind}-{page}": lambda pick: {"other": 2}
        for kind in ("organization", "person")
        for page in ("compare", "different")
    },
    "actors:invitation-accept": lambda pick: {"token": "open"},
    "agreements:calendar-feed-file": lambda pick: {"token": "tidak-ada"},
    "agreements:pulse-answer": lambda pick: {"token": "tidak-ada"},
    "agreements:service-slip": lambda pick: {"token": "tidak-ada"},
    "agreements:pulse-move": lambda pick: {"verb": "open"},
    "accounts:password-reset-confirm": lambda pick: {"uidb64": "MQ", "token": "set-password"},
}
