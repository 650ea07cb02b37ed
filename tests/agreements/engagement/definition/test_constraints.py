"""What the database refuses of definitions and terms, whoever asks."""

import pytest
from django.utils import timezone

from agreements.charter.states import VersionState
from agreements.engagement.states import TermState
from agreements.models import ProblemDefinition, SharedTerm
from tests.constraints import assert_refused
from tests.factories.charter import PartyFactory
from tests.factories.definition import (
    DefinitionChangeFactory,
    DefinitionConsentFactory,
    ProblemDefinitionFactory,
    SharedTermFactory,
)
from tests.factories.engagement import DecisionFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("definition_state_is_known", ProblemDefinitionFactory, {"state": "x"}),
        ("definition_says_what", ProblemDefinitionFactory, {"text": ""}),
        ("definition_agreed_has_a_date", ProblemDefinitionFactory, {"state": "agreed"}),
        ("definition_agreed_has_a_date", ProblemDefinitionFactory, {"agreed_on": TODAY}),
        ("definition_change_event_is_known", DefinitionChangeFactory, {"event": "x"}),
        ("definition_change_stance_is_known", DefinitionChangeFactory, {"stance": "x"}),
        (
            "definition_consent_objection_has_a_reason",
            DefinitionConsentFactory,
            {"supports": True, "stance": "object"},
        ),
        ("definition_consent_stated_by_somebody", DefinitionConsentFactory, {"stance": "support"}),
        ("definition_consent_stance_is_known", DefinitionConsentFactory, {"stance": "veto"}),
        ("shared_term_state_is_known", SharedTermFactory, {"state": "x"}),
        ("shared_term_says_what", SharedTermFactory, {"definition": ""}),
        ("shared_term_says_what", SharedTermFactory, {"term": ""}),
        ("shared_term_few_synonyms", SharedTermFactory, {"synonyms": list("abcdefghijklm")}),
        ("shared_term_agreed_has_a_date", SharedTermFactory, {"state": "agreed"}),
        ("shared_term_agreed_has_a_date", SharedTermFactory, {"agreed_on": TODAY}),
    ],
)
def test_a_row_that_makes_no_sense(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_twelve_other_names_are_kept():
    assert len(SharedTermFactory(synonyms=list("abcdefghijkl")).synonyms) == 12


def test_a_definition_has_one_version_of_a_number_one_agreed_and_one_open():
    first = ProblemDefinitionFactory(agreed=True)
    here = {"collaboration": first.collaboration}
    assert_refused("definition_version_once", lambda: ProblemDefinitionFactory(order=1, **here))
    assert_refused("definition_one_agreed", lambda: ProblemDefinitionFactory(agreed=True, **here))
    ProblemDefinitionFactory(**here)
    assert_refused(
        "definition_one_open",
        lambda: ProblemDefinitionFactory(state=VersionState.FOR_CONSENT, **here),
    )


def test_a_party_has_one_position_on_a_version():
    consent = DefinitionConsentFactory()
    same = {"definition": consent.definition, "party": consent.party}
    assert_refused("definition_consent_once", lambda: DefinitionConsentFactory(**same))


@pytest.mark.parametrize("field", ["text", "in_scope", "out_scope", "order"])
def test_what_was_agreed_has_no_other_wording(field):
    definition = ProblemDefinitionFactory(agreed=True)
    rows = ProblemDefinition.objects.filter(pk=definition.pk)
    value = 9 if field == "order" else "Lain."
    assert_refused("definition_frozen", lambda: rows.update(**{field: value}))
    rows.update(state=VersionState.SUPERSEDED)
    assert_refused("definition_frozen", lambda: rows.update(**{field: value}))


@pytest.mark.parametrize("state", [VersionState.DRAFT, VersionState.FOR_CONSENT])
def test_what_was_agreed_is_never_open_again(state):
    definition = ProblemDefinitionFactory(agreed=True)
    rows = ProblemDefinition.objects.filter(pk=definition.pk)
    assert_refused("definition_frozen", lambda: rows.update(state=state, agreed_on=None))
    rows.update(state=VersionState.SUPERSEDED)
    assert_refused("definition_frozen", lambda: rows.update(state=VersionState.AGREED))


def test_a_draft_is_free_to_change():
    definition = ProblemDefinitionFactory()
    assert ProblemDefinition.objects.filter(pk=definition.pk).update(text="Lain.") == 1


@pytest.mark.parametrize("field", ["term", "definition", "synonyms"])
def test_an_agreed_term_keeps_its_words(field):
    term = SharedTermFactory(agreed=True)
    value = ["lain"] if field == "synonyms" else "lain"
    rows = SharedTerm.objects.filter(pk=term.pk)
    assert_refused("shared_term_frozen", lambda: rows.update(**{field: value}))


def test_a_term_is_there_once_however_it_is_written():
    term = SharedTermFactory(term="Perkawinan anak")
    here = {"collaboration": term.collaboration, "term": "perkawinan ANAK"}
    assert_refused("shared_term_once", lambda: SharedTermFactory(**here))
    assert SharedTermFactory(agreed=True, **here)
    assert_refused("shared_term_once", lambda: SharedTermFactory(agreed=True, **here))
    assert SharedTermFactory(state=TermState.DROPPED, **here)


def test_an_agreed_term_has_one_next_version():
    term = SharedTermFactory(agreed=True)
    here = {"collaboration": term.collaboration, "replaces": term}
    SharedTermFactory(**here)
    assert_refused("shared_term_one_next_version", lambda: SharedTermFactory(**here))


def test_nothing_of_another_collaboration_is_named():
    elsewhere = DecisionFactory()
    assert_refused(
        "definition_of_one_collaboration",
        lambda: ProblemDefinitionFactory(agreed=True, decision=elsewhere),
    )
    assert_refused(
        "definition_consent_of_one_collaboration",
        lambda: DefinitionConsentFactory(party=PartyFactory()),
    )
    other = SharedTermFactory(agreed=True)
    assert_refused("shared_term_of_one_collaboration", lambda: SharedTermFactory(replaces=other))
    assert_refused(
        "shared_term_of_one_collaboration",
        lambda: SharedTermFactory(agreed=True, decision=elsewhere),
    )
