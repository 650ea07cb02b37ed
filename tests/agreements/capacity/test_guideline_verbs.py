"""Drafting, reviewing, issuing and revoking a guideline, and what the history says."""

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.arrangement_kinds import PUBLISHED, GuidelineKind, GuidelineState
from agreements.capacity.transitions import guidelines
from agreements.charter.states import CollaborationState
from agreements.documents import holding
from agreements.documents.holding import uses_of
from agreements.models import Collaboration, Guideline
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from collabgov.kit.seen import mark_of
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.arrangements import GuidelineFactory
from tests.factories.charter import RepresentativeFactory
from tests.factories.documents import DocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = GuidelineState


def line_of(guideline):
    return guideline.changes.order_by("pk").last()


def begin(scene, *, by=None, **fields):
    usual = {
        "collaboration": scene.collaboration,
        "owner": scene.giver.organization,
        "reviewer": scene.receiver.organization,
        "kind": GuidelineKind.JUKLAK,
        "title": "Juklak penanganan stunting",
        "due_on": ahead(30),
    }
    return guidelines.begin_guideline(by=by or scene.giver, **{**usual, **fields})


def paper_of(scene):
    return DocumentFactory(collaboration=scene.collaboration)


def issue(scene, row, **fields):
    row.refresh_from_db()
    paper = row.handed_in.document if row.handed_in else paper_of(scene)
    usual = {"number": "7/2026", "document": paper}
    return guidelines.issue_guideline(**{"guideline": row, "by": scene.giver, **usual, **fields})


def hand_in(scene, row):
    return guidelines.send_for_review(guideline=row, by=scene.giver, document=paper_of(scene))


def handed_in(scene, **fields):
    return hand_in(scene, begin(scene, **fields))


def reviewed(scene, **fields):
    return guidelines.approve_guideline(guideline=handed_in(scene, **fields), by=scene.receiver)


def test_a_party_begins_a_guideline_and_drafts_it_itself(scene):
    row = begin(scene)
    assert (row.state, row.drafter, row.recorded_by) == (S.DRAFTING, row.owner, scene.giver)
    assert (line_of(row).from_state, line_of(row).to_state) == ("", S.DRAFTING)
    assert begin(scene).pk == row.pk


def test_one_begins_guidelines_of_the_own_organization(scene):
    with pytest.raises(ValidationError, match="your own organization"):
        begin(scene, by=scene.third)
    assert begin(scene, by=scene.coordinator).pk
    with pytest.raises(ValidationError, match="takes part"):
        begin(scene, by=scene.coordinator, owner=OrganizationFactory())
    with pytest.raises(ValidationError, match="takes part"):
        begin(scene, reviewer=OrganizationFactory())


def test_nobody_reviews_the_own_draft(scene):
    with pytest.raises(Refused, match="does not review"):
        begin(scene, reviewer=scene.giver.organization)


def test_from_draft_to_issued_and_revoked(scene):
    row = handed_in(scene)
    assert (row.state, line_of(row).to_state) == (S.REVIEW, S.REVIEW)
    back = guidelines.send_back(guideline=row, by=scene.receiver, reason="Bab dua kurang.")
    assert (back.state, line_of(row).note) == (S.DRAFTING, "Bab dua kurang.")
    hand_in(scene, back)
    guidelines.approve_guideline(guideline=row, by=scene.receiver)
    issued = issue(scene, row, issued_on=ahead(-2))
    assert (issued.state, issued.number, issued.issued_on) == (S.ISSUED, "7/2026", ahead(-2))
    assert line_of(row).to_state == S.ISSUED
    told = {"guideline": issued, "by": scene.giver, "reason": "Diganti."}
    gone = guidelines.revoke_guideline(**told, revoked_on=ahead(-1))
    assert (gone.state, gone.revoked_on, line_of(row).note) == (S.REVOKED, ahead(-1), "Diganti.")


def test_issuing_wants_a_number_a_paper_and_a_day_that_has_come(scene):
    row = reviewed(scene)
    for wrong in ({"number": " "}, {"document": None}, {"issued_on": ahead(1)}):
        with pytest.raises(ValidationError) as refused:
            issue(scene, row, **wrong)
        assert refused.value.message_dict.keys() == wrong.keys()
    with pytest.raises(ValidationError, match="another collaboration"):
        issue(scene, row, document=DocumentFactory())
    row.refresh_from_db()
    assert row.state == S.REVIEW


def test_what_is_not_reviewed_is_not_issued(scene):
    with pytest.raises(IllegalMove):
        issue(scene, begin(scene))
    with pytest.raises(IllegalMove):
        guidelines.send_back(guideline=begin(scene), by=scene.giver, reason="x")


def test_the_same_number_is_not_issued_twice(scene):
    issue(scene, reviewed(scene))
    other = reviewed(scene, title="Lain")
    with pytest.raises(ValidationError, match="already"):
        issue(scene, other)


def test_a_guideline_is_not_revoked_before_it_was_issued_nor_in_the_future(scene):
    row = issue(scene, reviewed(scene))
    for day in (ahead(-9), ahead(1)):
        with pytest.raises(ValidationError) as refused:
            guidelines.revoke_guideline(guideline=row, by=scene.giver, reason="x", revoked_on=day)
        assert refused.value.message_dict.keys() == {"revoked_on"}


def test_what_is_issued_is_no_longer_edited(scene):
    row = begin(scene)
    told = {"guideline": row, "by": scene.giver, "version": row.version}
    edited = guidelines.edit_guideline(**told, title="Judul  baru ")
    assert edited.title == "Judul baru"
    assert line_of(row).from_state == line_of(row).to_state
    with pytest.raises(EditConflict):
        guidelines.edit_guideline(**told, title="Lain")
    done = GuidelineFactory(issued=True, collaboration=scene.collaboration)
    with pytest.raises(IllegalMove):
        guidelines.edit_guideline(
            guideline=done, by=scene.coordinator, version=done.version, title="Lain"
        )


def test_late_is_what_was_due_and_is_not_issued(scene):
    late = GuidelineFactory(collaboration=scene.collaboration, late=True)
    in_time = GuidelineFactory(collaboration=scene.collaboration, due_on=ahead(0))
    done = GuidelineFactory(collaboration=scene.collaboration, issued=True, late=True)
    assert [late.is_late, in_time.is_late, done.is_late] == [True, False, False]
    assert set(Guideline.objects.late()) == {late}
    assert set(Guideline.objects.due()) == {late, done}


def test_the_document_of_a_guideline_is_held(scene):
    row = issue(scene, reviewed(scene))
    assert any(row.title in line for line in uses_of(row.document))
    assert {*holding.ISSUED} == {*PUBLISHED}


def test_a_closed_collaboration_takes_no_guideline(scene):
    row = begin(scene)
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    with pytest.raises(Refused, match="closed"):
        hand_in(scene, row)


def test_a_named_reviewer_reviews_it_before_it_is_issued(scene):
    row = handed_in(scene)
    for by in (scene.giver, scene.coordinator):
        with pytest.raises(Refused, match=scene.receiver.organization.label):
            issue(scene, row, by=by)
    done = guidelines.approve_guideline(guideline=row, by=scene.receiver)
    assert (done.state, done.reviewed_by, done.is_reviewed) == (S.REVIEW, scene.receiver, True)
    line = line_of(row)
    assert (line.from_state, line.to_state, line.made_by) == (S.REVIEW, S.REVIEW, scene.receiver)
    with pytest.raises(IllegalMove):
        guidelines.approve_guideline(guideline=row, by=scene.receiver)
    assert issue(scene, row).reviewed_by == scene.receiver


def test_without_a_reviewer_it_is_issued_after_it_was_handed_in(scene):
    assert issue(scene, handed_in(scene, reviewer=None)).state == S.ISSUED


def test_nobody_reviews_in_the_reviewers_place(scene):
    row = handed_in(scene)
    for by in (scene.giver, scene.worker, scene.third, scene.coordinator):
        assert not by.has_perm("agreements.approve_guideline", row)
        with pytest.raises(Refused, match="Only its reviewer"):
            guidelines.approve_guideline(guideline=row, by=by)
    assert scene.receiver.has_perm("agreements.approve_guideline", row)
    with pytest.raises(IllegalMove):
        guidelines.approve_guideline(guideline=begin(scene, title="Lain"), by=scene.receiver)


def test_who_speaks_for_the_reviewer_and_drafts_it_does_not_review_it(scene):
    row = handed_in(scene)
    party = row.collaboration.parties.get(organization=row.reviewer)
    RepresentativeFactory(party=party, person=scene.worker.person)
    assert not scene.worker.has_perm("agreements.approve_guideline", row)


def test_what_is_changed_under_review_is_a_draft_again(scene):
    for make in (handed_in, reviewed):
        row = make(scene, title=f"Pedoman {make.__name__}")
        told = {"guideline": row, "by": scene.giver, "version": row.version}
        back = guidelines.edit_guideline(**told, title="Kata lain")
        assert (back.state, back.reviewed_by) == (S.DRAFTING, None)
        assert (line_of(row).from_state, line_of(row).to_state) == (S.REVIEW, S.DRAFTING)
        with pytest.raises(IllegalMove):
            issue(scene, row)
    back = hand_in(scene, row)
    assert not back.is_reviewed


def test_what_is_handed_back_waits_for_its_reviewer_again(scene):
    row = guidelines.send_back(guideline=reviewed(scene), by=scene.receiver, reason="Bab tiga.")
    assert row.reviewed_by is None


def test_a_reviewer_who_is_dropped_leaves_a_line(scene):
    row = handed_in(scene)
    told = {"guideline": row, "by": scene.giver, "version": row.version}
    guidelines.edit_guideline(**told, reviewer=None)
    name = scene.receiver.organization.label
    assert line_of(row).note == f"Who reviews it: {name} → Nobody named yet"


def test_a_review_is_of_the_words_that_were_read(scene):
    row = handed_in(scene)
    read = mark_of(row)
    told = {"guideline": row, "by": scene.giver, "version": row.version}
    guidelines.edit_guideline(**told, title="Kata lain")
    again = hand_in(scene, row)
    with pytest.raises(Refused, match="has changed"):
        guidelines.approve_guideline(guideline=row, by=scene.receiver, seen=read)
    assert guidelines.approve_guideline(guideline=row, by=scene.receiver, seen=mark_of(again))


def test_a_late_guideline_waits_for_its_reviewer_then_for_who_issues_it(scene):
    row = handed_in(scene, due_on=ahead(-1))
    late = Guideline.objects.waiting_for
    assert (set(late(scene.receiver)), set(late(scene.giver))) == ({row}, set())
    guidelines.approve_guideline(guideline=row, by=scene.receiver)
    assert (set(late(scene.receiver)), set(late(scene.giver))) == (set(), {row})


@pytest.mark.parametrize(
    ("who", "rules"),
    [
        ("giver", {"draft", "review", "issue"}),
        ("worker", {"draft", "review", "issue"}),
        ("receiver", {"review"}),
        ("third", set()),
        ("coordinator", {"draft", "review", "issue"}),
    ],
)
def test_who_may_do_what_with_a_guideline(scene, who, rules):
    row, user = begin(scene), getattr(scene, who)
    names = ("draft", "review", "issue")
    assert {name for name in names if user.has_perm(f"agreements.{name}_guideline", row)} == rules
    assert not UserFactory(auditor=True).has_perm("agreements.draft_guideline", row)


def test_whoever_only_drafts_it_neither_hands_it_back_nor_issues_it(scene):
    row = begin(scene, drafter=scene.third.organization)
    names = ("draft", "review", "issue")
    found = {name for name in names if scene.third.has_perm(f"agreements.{name}_guideline", row)}
    assert found == {"draft"}


def test_whoever_only_drafts_it_does_not_take_it_from_who_issues_it(scene):
    row = begin(scene, drafter=scene.third.organization)
    taken = {"guideline": row, "version": row.version, "owner": scene.third.organization}
    with pytest.raises(ValidationError, match="who issues it now"):
        guidelines.edit_guideline(by=scene.third, **taken)
    row.refresh_from_db()
    assert row.owner == scene.giver.organization
    given = guidelines.edit_guideline(by=scene.coordinator, **taken)
    assert given.owner == scene.third.organization
