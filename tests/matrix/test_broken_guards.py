"""The matrix is worth nothing unless it turns red: each guard is taken away, and it must notice."""

from pathlib import Path

import pytest
import rules

from actors.accounts.middleware import SignInMiddleware
from actors.accounts.models import User
from actors.accounts.querysets import UserQuerySet
from actors.models import Abbreviation, Appointment, Organization, Person, Region
from agreements.capacity.models import AssistanceTerm, GroundKind, RefusalGround
from agreements.charter import rules as facts
from agreements.charter.legal import LegalBasis
from agreements.charter.models import Party
from agreements.engagement.models import Holiday
from agreements.instruments.models import AgreementType
from collabgov import views as site
from collabgov.kit import access
from tests.matrix.places import PLACES
from tests.matrix.table import cells_of_place
from tests.matrix.test_matrix import what_is_wrong
from tests.matrix.world import PERSONAS

ASKED = ("GET", "POST")
# What these open is part of a page, or behind a choice in a form, or the verb asks once more:
# other tests watch them.
NOT_AN_ANSWER = {
    "actors.merge_pair": "tests/actors/duplicates/test_own_affair.py",
    "actors.see_contacts": "tests/actors/people/test_contacts_of_roles.py",
    "actors.set_preferences": "tests/actors/accounts/test_transitions.py",
    "agreements.download_document": "tests/agreements/documents/test_download.py",
    "agreements.drop_termination": "tests/agreements/instruments/test_rules.py",
    "agreements.log_meeting": "tests/agreements/engagement/test_rules.py",
    "agreements.request_termination": "tests/agreements/instruments/test_rules.py",
    "agreements.verify_legal_basis": "tests/agreements/charter/test_legal_verbs.py",
    "dashboards.see_addresses": "tests/dashboards/audit/test_audit_page.py",
}
REGISTER = (
    Organization,
    Person,
    Appointment,
    Region,
    Abbreviation,
    LegalBasis,
    AgreementType,
    Holiday,
    GroundKind,
    RefusalGround,
    AssistanceTerm,
)  # all who sign in read these
RULES = sorted(set(rules.permissions.permissions) - set(NOT_AN_ANSWER))
MODELS = sorted(
    {place.model for place in PLACES if hasattr(place.model, "objects")}.difference(REGISTER),
    key=lambda model: model.__name__,
)


def places_of_rule(name):
    """The places at which a rule decides."""
    return [each for each in PLACES if getattr(each.address.view_class, "rule_name", "") == name]


def test_what_is_left_to_other_tests_has_them():
    assert all(Path(file).exists() for file in NOT_AN_ANSWER.values())


@pytest.fixture
def is_noticed(walker, db):
    """Whether walking these places gives one answer that is not the table's."""

    def walk(places=PLACES, methods=ASKED, personas=PERSONAS):
        return any(
            what_is_wrong(walker, place, cell, missing)
            for place in places
            for missing in [{}]
            for cell in cells_of_place(place)
            if cell.method in methods and cell.persona in personas
        )

    return walk


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("answer", [rules.always_true, rules.always_false], ids=["all", "none"])
def test_a_rule_that_lets_everybody_or_nobody_through_is_noticed(
    name, answer, is_noticed, monkeypatch
):
    monkeypatch.setitem(rules.permissions.permissions, name, answer)
    assert is_noticed(places_of_rule(name))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_rows_that_are_shown_to_everybody_are_noticed(model, is_noticed, monkeypatch):
    monkeypatch.setattr(type(model.objects.all()), "visible_to", lambda rows, user: rows)
    assert is_noticed([place for place in PLACES if place.model is model])


def everybody_runs(monkeypatch):
    monkeypatch.setattr(facts, "is_coordinator_of", lambda user, collaboration: True)


def everybody_is_a_member(monkeypatch):
    monkeypatch.setattr(facts, "is_member_of", lambda user, collaboration: True)


def everybody_speaks_for_everybody(monkeypatch):
    every = frozenset(Party.objects.values_list("organization_id", flat=True))
    monkeypatch.setattr("agreements.action.rules.represented_organizations", lambda *who: every)


def the_auditor_is_like_others(monkeypatch):
    monkeypatch.setattr(User, "is_auditor", False)


def the_admin_is_like_others(monkeypatch):
    monkeypatch.setattr(User, "is_admin", False)


def everybody_is_an_admin(monkeypatch):
    monkeypatch.setattr(User, "is_admin", True)


def verbs_ask_no_rule(monkeypatch):
    parent = access.VisibleRowsMixin
    monkeypatch.setattr(
        access.RuleRequiredMixin,
        "get_object",
        lambda view, queryset=None: super(parent, view).get_object(queryset),
    )


def site_pages_ask_no_rule(monkeypatch):
    mixin = access.SiteRuleMixin
    monkeypatch.setattr(
        mixin,
        "dispatch",
        lambda view, *args, **kwargs: super(mixin, view).dispatch(*args, **kwargs),
    )


def rows_are_not_narrowed(monkeypatch):
    mixin = access.VisibleRowsMixin
    monkeypatch.setattr(mixin, "get_queryset", lambda view: super(mixin, view).get_queryset())


def nobody_is_asked_to_sign_in(monkeypatch):
    monkeypatch.setattr(SignInMiddleware, "handle_no_permission", lambda *request: None)


def a_closed_account_stays_open(monkeypatch):
    monkeypatch.setattr(UserQuerySet, "active", lambda users: users)


# What is broken, and who gains or loses by it.
BROKEN = {
    everybody_runs: "member",
    everybody_is_a_member: "admin",
    everybody_speaks_for_everybody: "member",
    the_auditor_is_like_others: "auditor",
    the_admin_is_like_others: "admin",
    everybody_is_an_admin: "outsider",
    verbs_ask_no_rule: "outsider",
    site_pages_ask_no_rule: "outsider",
    rows_are_not_narrowed: "outsider",
    nobody_is_asked_to_sign_in: "anonymous",
    a_closed_account_stays_open: "deactivated",
}


@pytest.mark.parametrize("break_it", BROKEN, ids=lambda each: each.__name__)
def test_a_guard_that_is_taken_away_is_noticed(break_it, is_noticed, monkeypatch, db):
    break_it(monkeypatch)
    assert is_noticed(personas=[BROKEN[break_it]])


def test_every_method_being_let_through_is_noticed(is_noticed, monkeypatch):
    monkeypatch.setattr(site, "METHODS", (*site.METHODS, "PUT"))
    assert is_noticed(methods=("PUT",))
