"""A review is of one file: the version that was handed in, and no other is issued."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.capacity.arrangement_kinds import GuidelineState, told_of_a_stay
from agreements.capacity.transitions import guidelines
from agreements.models import Document, Guideline
from collabgov.kit.errors import Refused
from tests.agreements.capacity.scenes import ahead
from tests.agreements.capacity.test_guideline_verbs import begin
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.arrangements import GuidelineFactory
from tests.factories.documents import DocumentFactory, DocumentVersionFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = GuidelineState


@pytest.fixture
def paper(scene):
    return DocumentFactory(collaboration=scene.collaboration)


@pytest.fixture
def row(scene, paper):
    """In review, with a reviewer, as it was handed in."""
    return guidelines.send_for_review(guideline=begin(scene), by=scene.giver, document=paper)


def at(name, row):
    return reverse(f"agreements:guideline-{name}", args=[row.pk])


def add_version(paper):
    return DocumentVersionFactory(document=paper, number=2)


def test_handing_in_names_the_file(scene, row, paper):
    version = paper.versions.get()
    assert row.handed_in == version
    note = row.changes.order_by("pk").last().note
    assert all(words in note for words in (paper.title, "version 1", version.sha256[:12]))
    other = begin(scene, title="Lain")
    for wrong in (
        None,
        DocumentFactory(),
        DocumentFactory(collaboration=scene.collaboration, versions=False),
    ):
        with pytest.raises(ValidationError) as refused:
            guidelines.send_for_review(guideline=other, by=scene.giver, document=wrong)
        assert refused.value.message_dict.keys() == {"document"}


def test_the_form_asks_for_the_document(client, sign_in, scene, paper):
    other = begin(scene)
    sign_in(scene.giver)
    refused = client.post(at("review", other))
    assert refused.context["form"].errors.keys() == {"document"}
    client.post(at("review", other), {"document": paper.pk})
    other.refresh_from_db()
    assert (other.state, other.handed_in) == (S.REVIEW, paper.versions.get())


def test_a_version_that_came_afterwards_is_not_approved(client, sign_in, scene, row, paper):
    add_version(paper)
    with pytest.raises(Refused, match="newer version of"):
        guidelines.approve_guideline(guideline=row, by=scene.receiver)
    scene.receiver.language = "en"
    scene.receiver.save()
    sign_in(scene.receiver)
    page = client.get(row.get_absolute_url())
    assert at("approve", row) not in page.content.decode()
    assert "hand the guideline back" in soup_of(page).main.text
    answer = client.post(at("approve", row), follow=True)
    assert "A newer version of" in soup_of(answer).text
    row.refresh_from_db()
    assert row.reviewed_by is None


def test_a_withdrawn_draft_is_not_approved(scene, row, paper):
    Document.objects.filter(pk=paper.pk).update(
        withdrawn_at=row.created_at, withdrawn_by=scene.giver, withdrawal_reason="Keliru."
    )
    with pytest.raises(Refused, match="withdrawn"):
        guidelines.approve_guideline(guideline=row, by=scene.receiver)


def test_what_is_handed_back_is_handed_in_again(scene, row, paper):
    newer = add_version(paper)
    back = guidelines.send_back(guideline=row, by=scene.receiver, reason="Ada yang baru.")
    assert back.handed_in is None
    again = guidelines.send_for_review(guideline=back, by=scene.giver, document=paper)
    assert again.handed_in == newer
    done = guidelines.approve_guideline(guideline=again, by=scene.receiver)
    line = done.changes.order_by("pk").last()
    assert (done.handed_in, "version 2" in line.note) == (newer, True)


def test_only_what_was_approved_is_issued(scene, row, paper):
    done = guidelines.approve_guideline(guideline=row, by=scene.receiver)
    said = {"guideline": done, "by": scene.giver, "number": "7/2026"}
    other = DocumentFactory(collaboration=scene.collaboration)
    with pytest.raises(ValidationError, match="has read another one"):
        guidelines.issue_guideline(document=other, **said)
    add_version(paper)
    with pytest.raises(Refused, match="newer version of"):
        guidelines.issue_guideline(document=paper, **said)


def test_the_page_shows_what_was_approved(client, sign_in, scene, row, paper):
    sign_in(scene.third)
    for words in ("Draft handed in", "Draft that was reviewed"):
        page = soup_of(client.get(row.get_absolute_url(), headers={"accept-language": "en"})).main
        facts = page.select_one("dl.facts")
        assert facts.select(f"a[href='{paper.get_absolute_url()}']")
        assert paper.versions.get().sha256[:12] in facts.text
        if scene.third.language == "en":
            assert words in facts.text
        if row.reviewed_by is None:
            row = guidelines.approve_guideline(guideline=row, by=scene.receiver)


def test_the_database_takes_no_other_file_than_the_one_handed_in(scene, row, paper):
    rows, reader = Guideline.objects.filter(pk=row.pk), UserFactory()
    newer = add_version(paper)
    name = "guideline_reviewed_as_handed_in"
    assert_refused(name, lambda: rows.update(reviewed_by=reader))
    assert_refused(name, lambda: rows.update(reviewed_by=reader, handed_in=newer))
    rows.update(handed_in=newer)
    rows.update(reviewed_by=reader)
    assert_refused(name, lambda: rows.update(handed_in=paper.versions.get(number=1)))
    told = {"state": S.ISSUED, "number": "1", "issued_on": ahead(0)}
    other = DocumentFactory(collaboration=scene.collaboration)
    issued = "guideline_reviewed_before_issued"
    assert_refused(issued, lambda: rows.update(document=other, **told))
    DocumentVersionFactory(document=paper, number=3)
    assert_refused(issued, lambda: rows.update(document=paper, **told))


def test_the_database_takes_no_review_without_a_file():
    row = GuidelineFactory(in_review=True)
    rows = Guideline.objects.filter(pk=row.pk)
    assert_refused(
        "guideline_reviewed_as_handed_in", lambda: rows.update(reviewed_by=UserFactory())
    )
    stranger = DocumentFactory().versions.get()
    assert_refused("guideline_of_one_collaboration", lambda: rows.update(handed_in=stranger))


def test_what_is_not_reviewed_yet_is_said_before_anything_is_asked(client, sign_in, scene, paper):
    row = begin(scene)
    sign_in(scene.giver)
    guidelines.send_for_review(guideline=row, by=scene.giver, document=paper)
    page = client.get(at("issue", row), follow=True)
    assert page.redirect_chain == [(row.get_absolute_url(), 302)]
    reviewer = f"{scene.receiver.organization.label} menelaah lebih dahulu"
    assert reviewer in soup_of(page).select_one("#messages").text
    guidelines.approve_guideline(guideline=row, by=scene.receiver)
    assert client.get(at("issue", row)).status_code == 200
    add_version(paper)
    assert client.get(at("issue", row)).status_code == 302
    assert client.get(at("issue", begin(scene, title="Lain"))).status_code == 302


def test_another_reviewer_is_no_edit_of_the_text(scene):
    row = begin(scene)
    third = scene.third.organization
    for said in (
        {"reviewer": None},
        {"title": "Judul lain"},
        {"title": "Judul ketiga", "reviewer": third},
    ):
        told = {"guideline": row, "by": scene.giver, "version": row.version}
        row = guidelines.edit_guideline(**told, **said)
    lines = list(row.changes.order_by("pk"))[1:]
    titles = ["Other parties named", "Text edited", "Text edited", "Other parties named"]
    assert [str(told_of_a_stay(line)) for line in lines] == titles
    assert [bool(line.note) for line in lines] == [True, False, False, True]
