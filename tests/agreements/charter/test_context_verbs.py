"""Context factors: described, looked at again, edited, removed; each leaves a line."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.kinds import CharterEvent, ContextKind
from agreements.charter.states import CollaborationState
from agreements.models import ContextFactor
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, ContextFactorFactory, PartyFactory

pytestmark = pytest.mark.django_db


def facts(**changes):
    return {"kind": ContextKind.POWER, "description": "DPRD menentukan anggaran.", **changes}


def today():
    return timezone.localdate()


def test_a_factor_is_described_edited_and_removed():
    collaboration, by = CollaborationFactory(), UserFactory()
    factor = transitions.add_context(collaboration=collaboration, by=by, **facts())
    assert (factor.noted_on, factor.reviewed_on) == (today(), None)
    fresh = transitions.edit_context(factor=factor, by=by, version=1, description="Sudah berubah.")
    assert (fresh.description, fresh.version) == ("Sudah berubah.", 2)
    transitions.remove_context(factor=factor, by=by)
    assert not ContextFactor.objects.exists()
    told = [(line.event, line.subject) for line in collaboration.changes.order_by("pk")]
    assert told == [
        (CharterEvent.CONTEXT_ADDED, "DPRD menentukan anggaran."),
        (CharterEvent.CONTEXT_EDITED, "Sudah berubah."),
        (CharterEvent.CONTEXT_REMOVED, "Sudah berubah."),
    ]


def test_sent_twice_it_is_described_once():
    collaboration, by = CollaborationFactory(), UserFactory()
    first = transitions.add_context(collaboration=collaboration, by=by, **facts())
    assert transitions.add_context(collaboration=collaboration, by=by, **facts()) == first
    assert collaboration.changes.count() == 1


def test_still_so_sets_the_day_to_today_and_a_second_time_changes_nothing():
    factor, by = ContextFactorFactory(), UserFactory()
    fresh = transitions.review_context(factor=factor, by=by)
    assert (fresh.reviewed_on, fresh.version) == (today(), 2)
    assert factor.collaboration.changes.get().event == CharterEvent.CONTEXT_REVIEWED
    assert transitions.review_context(factor=factor, by=by).version == 2
    assert factor.collaboration.changes.count() == 1


def test_what_was_noted_today_needs_no_look_today():
    factor = ContextFactorFactory(noted_on=today())
    assert transitions.review_context(factor=factor, by=UserFactory()).reviewed_on is None


def test_an_edit_that_began_before_somebody_looked_again_is_told():
    factor = ContextFactorFactory()
    transitions.review_context(factor=factor, by=UserFactory())
    with pytest.raises(EditConflict):
        transitions.edit_context(factor=factor, by=UserFactory(), version=1, description="x")


def test_nothing_was_noted_tomorrow():
    with pytest.raises(ValidationError) as refusal:
        transitions.add_context(
            collaboration=CollaborationFactory(),
            by=UserFactory(),
            noted_on=today() + dt.timedelta(days=1),
            **facts(),
        )
    assert "noted_on" in refusal.value.error_dict


def test_a_day_after_the_last_look_is_a_sentence_at_its_field():
    factor = ContextFactorFactory(reviewed_on=today() - dt.timedelta(days=9))
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_context(factor=factor, by=UserFactory(), version=1, noted_on=today())
    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["noted_on"]


def test_only_an_own_party_declares_it():
    collaboration = CollaborationFactory()
    with pytest.raises(Refused):
        transitions.add_context(
            collaboration=collaboration, by=UserFactory(), **facts(declared_by=PartyFactory())
        )
    own = PartyFactory(collaboration=collaboration)
    assert transitions.add_context(
        collaboration=collaboration, by=UserFactory(), **facts(declared_by=own)
    ).pk


def test_a_factor_that_is_gone_is_a_sentence_not_an_error():
    factor = ContextFactorFactory()
    ContextFactor.objects.all().delete()
    for verb, more in (
        (transitions.review_context, {}),
        (transitions.remove_context, {}),
        (transitions.edit_context, {"version": 1, "description": "x"}),
    ):
        with pytest.raises(Refused):
            verb(factor=factor, by=UserFactory(), **more)


def test_nothing_is_said_of_a_closed_collaboration():
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=today())
    factor, by = ContextFactorFactory(collaboration=closed), UserFactory()
    refused = (
        lambda: transitions.add_context(collaboration=closed, by=by, **facts()),
        lambda: transitions.edit_context(factor=factor, by=by, version=1, description="x"),
        lambda: transitions.review_context(factor=factor, by=by),
        lambda: transitions.remove_context(factor=factor, by=by),
    )
    for verb in refused:
        with pytest.raises(Refused):
            verb()
    assert ContextFactor.objects.get().description == factor.description


def test_nobody_looked_at_it_tomorrow():
    factor = ContextFactorFactory()
    tomorrow = today() + dt.timedelta(days=1)
    with pytest.raises(ValidationError) as refusal:
        transitions.review_context(factor=factor, by=UserFactory(), on=tomorrow)
    assert "reviewed_on" in refusal.value.error_dict
    assert not factor.collaboration.changes.exists()


@pytest.mark.parametrize(
    ("noted", "reviewed", "is_stale"),
    [
        (dt.date(2025, 3, 2), None, False),
        (dt.date(2025, 3, 1), None, True),
        (dt.date(2020, 1, 1), dt.date(2025, 3, 2), False),
        (dt.date(2020, 1, 1), dt.date(2025, 3, 1), True),
    ],
)
def test_after_a_year_without_a_look_it_is_stale(noted, reviewed, is_stale):
    factor = ContextFactorFactory(noted_on=noted, reviewed_on=reviewed)
    today = dt.date(2026, 3, 2)
    assert factor.is_stale(today=today) is is_stale
    assert ContextFactor.objects.stale(today=today).exists() is is_stale
