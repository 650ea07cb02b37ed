"""A term is proposed by anybody, agreed by the coordinators, and changed in versions."""

import pytest
from django.core.exceptions import ValidationError

from agreements.engagement.states import TermState
from agreements.engagement.transitions import terms as verbs
from agreements.models import SharedTerm
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.factories.charter import CollaborationFactory, coordinator_of

ATS = {
    "term": "anak tidak sekolah (ATS)",
    "definition": "Anak usia 7 sampai 18 tahun yang tidak bersekolah.",
    "synonyms": ["anak putus sekolah"],
}


@pytest.fixture
def propose(scene):
    def propose(**said):
        return verbs.propose_term(
            collaboration=scene.collaboration, by=scene.health_speaker, **{**ATS, **said}
        )

    return propose


@pytest.fixture
def agreed(scene, propose):
    return verbs.agree_on_term(shared_term=propose(), by=scene.coordinator)


def moves(term):
    return list(term.changes.order_by("pk").values_list("from_state", "to_state"))


def test_a_proposal_is_kept_with_its_other_names_tidied(propose):
    names = ["  anak  putus sekolah ", "Anak Putus Sekolah", "", "drop-out"]
    term = propose(term=" anak  tidak sekolah ", synonyms=names)
    assert term.term == "anak tidak sekolah"
    assert term.synonyms == ["Anak Putus Sekolah", "drop-out"]
    assert (term.state, moves(term)) == (TermState.PROPOSED, [("", "proposed")])


def test_a_double_click_proposes_once(propose):
    assert propose() == propose()
    assert SharedTerm.objects.count() == 1


def test_a_term_is_no_other_name_of_itself_nor_of_another_term(propose):
    with pytest.raises(ValidationError, match="synonyms"):
        propose(synonyms=["ANAK tidak sekolah (ats)"])
    propose()
    for said, field in (
        ({"term": "Anak Putus SEKOLAH", "synonyms": []}, "term"),
        ({"term": "lain", "synonyms": ["anak putus sekolah"]}, "synonyms"),
        ({"term": "lain", "synonyms": ["Anak tidak sekolah (ATS)"]}, "synonyms"),
        ({"definition": "Lain.", "synonyms": []}, "term"),
    ):
        with pytest.raises(ValidationError) as refusal:
            propose(**said)
        assert refusal.value.message_dict.keys() == {field}


def test_another_collaboration_has_its_own_words(propose, scene):
    propose()
    other = CollaborationFactory()
    row = verbs.propose_term(collaboration=other, by=coordinator_of(other), **ATS)
    assert row.collaboration == other


def test_thirteen_other_names_are_too_many(propose):
    with pytest.raises(ValidationError, match="synonyms"):
        propose(synonyms=list("abcdefghijklm"))


def test_a_proposal_is_edited_and_what_is_agreed_is_not(scene, propose):
    term, by = propose(), scene.coordinator
    fresh = verbs.edit_term(shared_term=term, by=by, version=1, definition="Lain.")
    assert fresh.definition == "Lain."
    with pytest.raises(EditConflict):
        verbs.edit_term(shared_term=term, by=by, version=1, definition="Lagi.")
    verbs.agree_on_term(shared_term=term, by=by)
    with pytest.raises(Refused):
        verbs.edit_term(shared_term=term, by=by, version=3, definition="Lagi.")


def test_a_changed_term_is_a_new_version_and_the_old_one_stays_readable(scene, propose, agreed):
    new = propose(replaces=agreed, term="ATS", definition="Anak 6 sampai 18 tahun.")
    agreed.refresh_from_db()
    assert (agreed.state, new.order) == (TermState.AGREED, 2)
    decision = scene.decision()
    new = verbs.agree_on_term(shared_term=new, by=scene.coordinator, decision=decision)
    agreed.refresh_from_db()
    assert (agreed.state, agreed.definition) == (TermState.SUPERSEDED, ATS["definition"])
    assert (new.state, new.decision) == (TermState.AGREED, decision)
    assert moves(agreed)[-1] == ("agreed", "superseded")


def test_a_term_has_one_next_version_at_a_time(propose, agreed):
    propose(replaces=agreed, definition="Satu.")
    with pytest.raises(ValidationError):
        propose(replaces=agreed, term="ATS lain", synonyms=[], definition="Dua.")


def test_only_what_is_agreed_here_has_a_next_version(scene, propose, agreed):
    proposed = propose(term="perkawinan anak", synonyms=["pernikahan dini"])
    with pytest.raises(Refused):
        propose(replaces=proposed, definition="Lain.")
    other = CollaborationFactory()
    with pytest.raises(Refused):
        verbs.propose_term(collaboration=other, by=coordinator_of(other), replaces=agreed, **ATS)


def test_what_is_not_taken_up_says_why_and_may_come_again(scene, propose):
    term = propose()
    with pytest.raises(ValidationError):
        verbs.drop_term(shared_term=term, by=scene.coordinator, reason="")
    term = verbs.drop_term(shared_term=term, by=scene.coordinator, reason="Belum jelas.")
    assert (term.state, term.changes.order_by("pk").last().note) == ("dropped", "Belum jelas.")
    with pytest.raises(IllegalMove):
        verbs.agree_on_term(shared_term=term, by=scene.coordinator)
    assert propose().pk != term.pk


def test_a_closed_collaboration_refuses_every_verb(scene, propose):
    term, by = propose(), scene.coordinator
    type(scene.collaboration).objects.update(state="closed", ends_on=scene.collaboration.starts_on)
    for verb in (
        lambda: propose(term="lain", synonyms=[]),
        lambda: verbs.edit_term(shared_term=term, by=by, version=1, definition="x"),
        lambda: verbs.agree_on_term(shared_term=term, by=by),
        lambda: verbs.drop_term(shared_term=term, by=by, reason="x"),
    ):
        with pytest.raises(Refused):
            verb()
