"""Which documents may be the letter of an answer; such letters are no text of anything else."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from agreements.capacity.arrangement_kinds import GuidelineKind, KnowledgeKind
from agreements.capacity.assistance_kinds import AssistanceOutcome as O
from agreements.capacity.transitions import assistance_answers, guidelines, knowledge
from agreements.documents.kinds import DocumentKind
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.actors import UserFactory
from tests.factories.documents import DocumentFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NOT_SUCH_A_LETTER = "Choose a letter of the party that answers"
OF_A_REFUSAL = "By this letter a request was refused"


@pytest.fixture
def scene():
    return Help()


def offered(client, page, record, field):
    with translation.override("en"):  # a page leaves its reader's language behind
        found = soup_of(client.get(reverse(f"agreements:{page}", args=[record.pk])))
    return {
        int(each["value"]) for each in found.select(f"[name={field}] option[value]:not([value=''])")
    }


def test_an_answer_goes_with_a_letter_of_the_own_party(client, sign_in, scene):
    asked, own = scene.submitted(), scene.letter()
    colleague = scene.letter(UserFactory(organization=scene.works.organization))
    other_kind = DocumentFactory(
        collaboration=scene.collaboration,
        kind=DocumentKind.AGREEMENT,
        added_by=scene.works_speaker,
    )
    of_the_other_side = scene.letter(scene.health_speaker)
    used = scene.refused(scene.submitted(subject="Yang lain")).answer.letter
    sign_in(scene.works_speaker)
    assert offered(client, "assistance-answer", asked, "letter") == {own.pk, colleague.pk}
    for wrong in (other_kind, of_the_other_side, used):
        for outcome in (O.REFUSE, O.ACCEPT):
            with pytest.raises(ValidationError, match=NOT_SUCH_A_LETTER):
                scene.answered(asked, outcome, **{**scene.refusing(), "letter": wrong})
        said = {"outcome": "accept", "letter": wrong.pk, "seen": asked.version}
        with translation.override("en"):
            page = client.post(reverse("agreements:assistance-answer", args=[asked.pk]), said)
        assert "letter" in page.context["form"].errors
    assert scene.refused(asked, letter=colleague).answer.letter == colleague


def test_who_answers_in_the_place_of_a_party_adds_the_letter(client, sign_in, scene):
    quiet = scene.quiet()
    asked, letter = scene.submitted(to_party=quiet), scene.letter(scene.coordinator)
    scene.letter()
    sign_in(scene.coordinator)
    assert offered(client, "assistance-answer", asked, "letter") == {letter.pk}
    asked = scene.refused(asked, by=scene.coordinator, letter=letter)
    speaker = scene.speaker_of(quiet)
    sign_in(speaker)
    assert offered(client, "assistance-correct-answer", asked, "letter") == {letter.pk}
    said = {**scene.refusing(speaker), "letter": letter, "outcome": O.REFUSE}
    asked = assistance_answers.correct_answer(request=asked, by=speaker, **said)
    assert asked.answer.letter == letter


def test_a_letter_of_a_refusal_is_no_guideline_and_no_knowledge(client, sign_in, scene):
    letter = scene.refused(scene.submitted()).answer.letter
    together, by = scene.collaboration, scene.works_speaker
    text = DocumentFactory(collaboration=together)
    row = guidelines.begin_guideline(
        collaboration=together,
        owner=scene.works.organization,
        by=by,
        kind=GuidelineKind.SOP,
        title="SOP rujukan",
    )
    said = {"kind": KnowledgeKind.STUDY, "title": "Kajian", "access": "parties"}
    said |= {"collaboration": together, "custodian": scene.works.organization, "by": by}
    sign_in(by)
    assert offered(client, "guideline-review", row, "document") == {text.pk}
    assert offered(client, "knowledge-create", together, "document") == {text.pk}
    with pytest.raises(ValidationError, match=OF_A_REFUSAL):
        guidelines.send_for_review(guideline=row, by=by, document=letter)
    with pytest.raises(ValidationError, match=OF_A_REFUSAL):
        knowledge.share_knowledge(document=letter, **said)
    row = guidelines.send_for_review(guideline=row, by=by, document=text)
    assert offered(client, "guideline-issue", row, "document") == {text.pk}
    told = {"guideline": row, "by": by, "number": "1/2026", "issued_on": timezone.localdate()}
    with pytest.raises(ValidationError, match=OF_A_REFUSAL):
        guidelines.issue_guideline(document=letter, **told)
    asset = knowledge.share_knowledge(document=text, **said)
    with pytest.raises(ValidationError, match=OF_A_REFUSAL):
        knowledge.edit_knowledge(asset=asset, by=by, version=asset.version, document=letter)
