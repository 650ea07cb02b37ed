"""No page is open by accident: every address is guarded, or on a list that a person wrote."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
import rules
from django.conf import settings

import actors
import agreements
import dashboards
from agreements.engagement.views.keeping import KeepsTextMixin
from collabgov.duties import WHO_MAY
from collabgov.kit import access
from tests.architecture.addresses import ADDRESSES

GUARDS = (access.VisibleRowsMixin, access.SiteRuleMixin, access.OwnPageMixin)
PUBLIC = frozenset(
    {
        "account_login",
        "account_logout",
        "accounts:login",
        "accounts:logout",
        "actors:invitation-accept",
        "agreements:calendar-feed-file",
        "agreements:pulse-answer",
        "agreements:service-slip",
        "accounts:language",
        "accounts:password-reset",
        "accounts:password-reset-done",
        "accounts:password-reset-confirm",
        "mfa_authenticate",
        "openid_connect_callback",
        "openid_connect_login",
        "socialaccount_login_cancelled",
    }
)
# Signing in is checked by the view itself, after it has put the typed text by as a draft.
GUARDS_ITSELF = frozenset(
    {
        "agreements:meeting-create",
        "agreements:meeting-edit",
        "agreements:meeting-draft-save",
    }
)


def views_of(package):
    """Every class of an app whose module lies in some `views`."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".views" in module.name:
            members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
            yield from (cls for _, cls in members if cls.__module__ == module.name)


VIEWS = [cls for package in (actors, agreements, dashboards) for cls in views_of(package)]


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_is_guarded_or_named_as_public(address):
    is_open = getattr(address.view, "login_required", True) is False
    named = address.name in PUBLIC | GUARDS_ITSELF
    assert is_open == named, "Public views and the list of them must agree."
    if address.name in GUARDS_ITSELF:
        assert issubclass(address.view_class, KeepsTextMixin)
    if address.name not in PUBLIC:
        assert address.view_class, "A class-based view carries its guard in its name."
        assert issubclass(address.view_class, GUARDS), f"{address.view_class} has no guard."


def test_the_public_list_names_no_address_that_is_gone():
    assert set(ADDRESSES_BY_NAME) >= PUBLIC | GUARDS_ITSELF


ADDRESSES_BY_NAME = {address.name: address for address in ADDRESSES}


def test_no_two_addresses_share_a_name():
    assert len(ADDRESSES_BY_NAME) == len(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_rule_that_a_page_asks_for_is_registered(address):
    view = address.view_class
    name = getattr(view, "rule_name", None)
    if view and issubclass(view, (access.RuleRequiredMixin, access.SiteRuleMixin)):
        assert name, f"{view} says no rule_name."
    if name:
        assert rules.perm_exists(name), name


ASKED = re.compile(
    r'(?:rule_name(?::\s*str)? ?= ?|require_rule\([^)"]*|forbid\(|PermissionDenied\()"([^"]+)"'
)


def test_every_rule_that_refuses_says_whose_the_page_is():
    sources = [
        path.read_text()
        for app in ("actors", "agreements", "dashboards")
        for path in Path(settings.BASE_DIR, app).rglob("*.py")
    ]
    asked = {name for text in sources for name in ASKED.findall(text)}
    assert asked - set(WHO_MAY) == set()
    assert set(WHO_MAY) - asked == set()


@pytest.mark.parametrize("view", VIEWS, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_no_view_freezes_its_rows_at_import(view):
    """`queryset = Row.objects.overdue()` would judge lateness as of the day the server started."""
    assert vars(view).get("queryset") is None, "Use `model =` and call the read in get_queryset."
