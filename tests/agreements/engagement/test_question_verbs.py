"""Questions stay open until at least two parties have found it out together."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone, translation

from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import DiscoveryEvent, QuestionState
from agreements.engagement.transitions import questions
from agreements.models import Collaboration, DiscoveryChange, JointFinding
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.goals.scenes import Scene
from tests.factories.charter import PartyFactory
from tests.factories.discovery import FindingContributionFactory, QuestionFactory
from tests.factories.engagement import MeetingFactory
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Scene()


def raises(scene, **fields):
    said = {"party": scene.health, "by": scene.health_speaker, "text": "Berapa sasarannya?"}
    return questions.raise_question(**{**said, **fields})


def finds(scene, **fields):
    said = {
        "collaboration": scene.collaboration,
        "by": scene.health_speaker,
        "text": "Data berbeda di tiga desa.",
        "contributors": [scene.health, scene.works],
    }
    return questions.record_finding(**{**said, **fields})


def last_line():
    row = DiscoveryChange.objects.order_by("pk").last()
    return row.event, row.note


def test_a_party_raises_a_question(scene):
    question = raises(scene)
    assert (question.state, question.raised_on) == (QuestionState.OPEN, TODAY)
    assert last_line() == (DiscoveryEvent.QUESTION_RAISED, "")
    assert raises(scene) == question


def test_nobody_asks_in_the_name_of_another_party(scene):
    with pytest.raises(PermissionDenied):
        raises(scene, by=scene.works_speaker)
    visit = MeetingFactory(collaboration=scene.collaboration, logged_by=scene.works_speaker)
    assert raises(scene, by=scene.works_speaker, meeting=visit).meeting == visit


def test_a_finding_closes_its_question(scene):
    question = raises(scene)
    finding = finds(scene, question=question, notes={scene.works: "Daftar jalan."})
    question.refresh_from_db()
    assert (question.state, question.closed_on) == (QuestionState.CLOSED, TODAY)
    brought = {row.party: row.note for row in finding.contributions.all()}
    assert brought == {scene.health: "", scene.works: "Daftar jalan."}
    assert last_line() == (DiscoveryEvent.QUESTION_CLOSED, "Data berbeda di tiga desa.")


def test_what_one_party_found_alone_is_no_joint_finding(scene):
    for contributors in ([], [scene.health], [scene.health, scene.health]):
        with pytest.raises(ValidationError, match="at least two"):
            finds(scene, contributors=contributors)
    assert not JointFinding.objects.exists()


def test_a_finding_is_written_by_a_contributor_or_a_coordinator(scene):
    _third, speaker = scene.joins("Bappeda")
    with pytest.raises(ValidationError, match="Your own party"):
        finds(scene, by=speaker)
    assert finds(scene, by=scene.coordinator)
    visit = MeetingFactory(collaboration=scene.collaboration, logged_by=speaker)
    assert finds(scene, by=speaker, meeting=visit)


def test_a_question_is_answered_once(scene):
    question = QuestionFactory(collaboration=scene.collaboration, dropped=True)
    with pytest.raises(ValidationError, match="no longer open"):
        finds(scene, question=question)
    with pytest.raises(PermissionDenied):
        finds(scene, question=QuestionFactory())


def test_contributors_take_part_here(scene):
    with pytest.raises(ValidationError, match="takes part"):
        finds(scene, contributors=[scene.health, PartyFactory()])


def test_a_question_is_dropped_with_a_reason_and_opened_again(scene):
    question = raises(scene)
    with pytest.raises(ValidationError):
        questions.drop_question(question=question, by=scene.health_speaker, reason=" ")
    dropped = questions.drop_question(
        question=question, by=scene.health_speaker, reason="Sudah jelas."
    )
    assert (dropped.state, dropped.drop_reason) == (QuestionState.DROPPED, "Sudah jelas.")
    assert last_line() == (DiscoveryEvent.QUESTION_DROPPED, "Sudah jelas.")
    with pytest.raises(Refused, match="no longer open"):
        questions.drop_question(question=question, by=scene.health_speaker, reason="Lagi.")
    back = questions.reopen_question(question=question, by=scene.health_speaker)
    assert (back.state, back.closed_on, back.drop_reason) == (QuestionState.OPEN, None, "")
    with pytest.raises(Refused, match="dropped"):
        questions.reopen_question(question=question, by=scene.health_speaker)


def test_two_edits_of_a_question_do_not_overwrite_each_other(scene):
    question = raises(scene)
    said = {"question": question, "by": scene.health_speaker}
    assert questions.edit_question(version=1, text="Berapa?", **said).text == "Berapa?"
    assert last_line() == (DiscoveryEvent.QUESTION_EDITED, "Berapa sasarannya?")
    with pytest.raises(EditConflict):
        questions.edit_question(version=1, text="Siapa?", **said)


def test_two_edits_of_a_finding_do_not_overwrite_each_other(scene):
    finding = finds(scene)
    said = {"finding": finding, "by": scene.health_speaker}
    fixed = questions.edit_finding(version=1, text="Dua desa.", source_note="Kunjungan", **said)
    assert (fixed.text, fixed.source_note) == ("Dua desa.", "Kunjungan")
    assert last_line() == (DiscoveryEvent.FINDING_EDITED, "Data berbeda di tiga desa.")
    with pytest.raises(EditConflict):
        questions.edit_finding(version=1, text="Tiga.", **said)


def test_a_third_party_comes_and_goes_but_two_stay(scene):
    finding = finds(scene)
    third = questions.add_contribution(
        finding=finding, by=scene.health_speaker, party=scene.asked, note="Peta."
    )
    assert last_line() == (DiscoveryEvent.CONTRIBUTION_ADDED, "Peta.")
    with pytest.raises(ValidationError, match="already"):
        questions.add_contribution(finding=finding, by=scene.health_speaker, party=scene.asked)
    questions.remove_contribution(contribution=third, by=scene.health_speaker)
    assert last_line() == (DiscoveryEvent.CONTRIBUTION_REMOVED, "Peta.")
    for row in finding.contributions.all():
        with pytest.raises(Refused, match="at least two"):
            questions.remove_contribution(contribution=row, by=scene.health_speaker)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_remove_one_each_the_second_is_told():
    row = FindingContributionFactory()
    one, other, _third = row.finding.contributions.all()
    by = row.finding.recorded_by
    with transaction.atomic():
        questions.remove_contribution(contribution=one, by=by)
        thread, raised = beside(lambda: questions.remove_contribution(contribution=other, by=by))
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    assert row.finding.contributions.count() == 2


def test_a_closed_collaboration_refuses_every_verb(scene):
    question, finding = raises(scene), finds(scene)
    row = finding.contributions.first()
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=TODAY
    )
    by = scene.health_speaker
    verbs = [
        lambda: raises(scene, text="Lagi?"),
        lambda: finds(scene, text="Lagi."),
        lambda: questions.edit_question(question=question, by=by, version=1, text="Lain?"),
        lambda: questions.drop_question(question=question, by=by, reason="Lain."),
        lambda: questions.reopen_question(question=question, by=by),
        lambda: questions.edit_finding(finding=finding, by=by, version=1, text="Lain."),
        lambda: questions.add_contribution(finding=finding, by=by, party=scene.asked),
        lambda: questions.remove_contribution(contribution=row, by=by),
    ]
    for verb in verbs:
        with pytest.raises(Refused, match="closed"):
            verb()
