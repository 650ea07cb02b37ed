"""The pages of official assistance: the list, one request, its forms, its letters, its lists."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from actors.models import User
from agreements.capacity.assistance_kinds import HelpKind
from agreements.capacity.transitions.assistance_lists import load_lists
from agreements.charter.states import CollaborationState
from agreements.models import (
    AssistanceRequest,
    AssistanceTerm,
    Collaboration,
    GroundKind,
    RefusalGround,
)
from tests.agreements.capacity.assistance_scene import REASON, Help, pdf
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:assistance-list"
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    return Help()


def url(name, record):
    return reverse(f"agreements:assistance-{name}", args=[record.pk])


def labels(page):
    return [each.get_text(strip=True) for each in page.select("#next-title ~ .btn-row .btn")]


@pytest.fixture
def english(scene):
    """Everybody reads English."""
    User.objects.update(language="en")
    for user in vars(scene).values():
        if isinstance(user, User):
            user.language = "en"
    with translation.override("en"):
        yield


def asking(scene, **fields):
    return {
        "from_party": scene.health.pk,
        "to_party": scene.works.pk,
        "subject": "Dua enumerator",
        "kind": "staff",
        "what": "Dua orang selama dua minggu.",
        "needed_by": (TODAY + dt.timedelta(days=20)).isoformat(),
        "rests_on": [scene.ground.pk],
        **fields,
    }


def test_a_request_is_written_on_one_page_and_submitted_with_a_button(client, scene, sign_in):
    user = sign_in(scene.health_speaker) or scene.health_speaker
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    answer = client.post(there, asking(scene))
    asked = AssistanceRequest.objects.get()
    assert answer["Location"] == asked.get_absolute_url()
    assert (asked.state, asked.recorded_by) == ("draft", user)
    page = soup_of(client.get(asked.get_absolute_url()))
    assert page.select_one(f"form[action='{url('submit', asked)}'] button")
    client.post(url("submit", asked))
    asked.refresh_from_db()
    assert (asked.state, asked.submitted_on) == ("submitted", TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"rests_on": []}, "rests_on"),
        ({"is_emergency": "on"}, "emergency_reason"),
        ({"needed_by": "31/2/2026"}, "needed_by"),
        ({"what": ""}, "what"),
        ({"kind": "hibah"}, "kind"),
        ({"to_party": "999999"}, "to_party"),
    ],
)
def test_what_is_missing_is_said_at_its_field(client, scene, sign_in, wrong, field):
    sign_in(scene.health_speaker)
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    page = client.post(there, asking(scene, **wrong))
    assert field in page.context["form"].errors
    assert not AssistanceRequest.objects.exists()


def test_nothing_is_chosen_before_the_reader_chooses(client, scene, sign_in):
    """What kind of help it is decides which exchange it makes: nobody guesses it."""
    sign_in(scene.health_speaker)
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    form = soup_of(client.get(there))
    kinds = form.select("[name=kind] option")
    assert (kinds[0]["value"], len(kinds)) == ("", 1 + len(HelpKind))
    assert not [kind for kind in kinds[1:] if kind.has_attr("selected")]
    assert not form.select("[name=rests_on][checked], [name=is_emergency][checked]")
    answer = client.post(there, asking(scene, kind=""))
    assert "kind" in answer.context["form"].errors
    asked = scene.submitted()
    sign_in(scene.works_speaker)
    assert not soup_of(client.get(url("answer", asked))).select("[name=outcome][checked]")


def test_nobody_asks_themselves_and_another_is_liable_only_by_a_document(client, scene, sign_in):
    sign_in(scene.health_speaker)
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    own = client.post(there, asking(scene, to_party=scene.health.pk))
    assert "to_party" in own.context["form"].errors
    liable = client.post(there, asking(scene, liable_party=scene.works.pk))
    assert "liability_document" in liable.context["form"].errors


def test_a_draft_is_seen_by_its_own_party_only(client, scene, sign_in):
    asked = scene.drafted()
    for user, status in (
        (scene.health_speaker, 200),
        (UserFactory(organization=scene.health.organization), 200),
        (UserFactory(auditor=True), 200),
        (scene.works_speaker, 404),
        (scene.coordinator, 404),
        (UserFactory(), 404),
    ):
        sign_in(user)
        assert client.get(asked.get_absolute_url()).status_code == status
        listed = soup_of(client.get(reverse(LIST))).select(f".row-title[href$='/{asked.pk}/']")
        assert bool(listed) == (status == 200)


def test_who_is_asked_answers_with_a_letter_on_the_page(client, scene, sign_in, english):
    asked = scene.submitted()
    sign_in(scene.works_speaker)
    assert "Answer the request" in labels(soup_of(client.get(asked.get_absolute_url())))
    form = soup_of(client.get(url("answer", asked)))
    assert len(form.select("[name=outcome]")) == 3
    about = form.select_one("#asked-title").parent.get_text(" ", strip=True)
    assert asked.what in about, "who answers reads what is asked on the same page"
    assert scene.ground.name in about
    said = {"outcome": "refuse", "refusal_ground": scene.refusal.pk, "reason": REASON}
    without = client.post(url("answer", asked), said)
    assert "file" in without.context["form"].errors
    short = client.post(url("answer", asked), {**said, "reason": "Tidak.", "file": pdf()})
    assert "reason" in short.context["form"].errors
    client.post(url("answer", asked), {**said, "file": pdf()})
    asked.refresh_from_db()
    assert asked.state == "refused"
    page = soup_of(client.get(asked.get_absolute_url()))
    letter = page.select_one("#answer-title ~ .facts a")
    assert letter["href"] == asked.answer.letter.get_absolute_url()


def test_in_an_emergency_refusing_is_not_offered_and_not_taken(client, scene, sign_in, english):
    asked = scene.emergency()
    sign_in(scene.works_speaker)
    form = soup_of(client.get(url("answer", asked)))
    assert [box["value"] for box in form.select("[name=outcome]")] == ["accept", "partial"]
    assert not form.select("[name=refusal_ground], [name=reason]")
    said = {"outcome": "refuse", "refusal_ground": scene.refusal.pk, "reason": REASON}
    answer = client.post(url("answer", asked), {**said, "file": pdf()})
    assert answer.status_code == 200
    assert "An emergency is not refused" in soup_of(answer).get_text()
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("submitted", None)


def test_a_refused_request_is_asked_again_prefilled_as_an_emergency(client, scene, sign_in):
    refused = scene.refused(scene.submitted())
    sign_in(scene.health_speaker)
    page = soup_of(client.get(refused.get_absolute_url()))
    link = page.select_one(f"a[href='{url('again', refused)}']")
    form = soup_of(client.get(link["href"]))
    assert form.select_one("[name=subject]")["value"] == refused.subject
    assert form.select_one("[name=is_emergency]").has_attr("checked")
    assert form.select_one(f"[name=rests_on][value='{scene.ground.pk}']").has_attr("checked")
    said = asking(scene, is_emergency="on", emergency_reason="Banjir di tiga desa.")
    client.post(link["href"], said)
    again = AssistanceRequest.objects.get(follows=refused)
    assert again.is_emergency
    page = soup_of(client.get(refused.get_absolute_url()))
    assert page.select_one(f"a[href='{again.get_absolute_url()}']")
    assert not page.select(f"a[href^='{url('again', refused)}']")
    sign_in(scene.works_speaker)
    page = client.get(refused.get_absolute_url())
    assert again.get_absolute_url() not in page.content.decode(), "a draft is its party's own"


def test_a_refused_request_may_be_asked_again_without_being_an_emergency(client, scene, sign_in):
    refused = scene.refused(scene.submitted())
    sign_in(scene.health_speaker)
    page = soup_of(client.get(refused.get_absolute_url()))
    link = page.select_one(f"a[href='{url('again', refused)}?ordinary=1']")
    form = soup_of(client.get(link["href"]))
    assert not form.select_one("[name=is_emergency]").has_attr("checked")
    client.post(link["href"], asking(scene))
    again = AssistanceRequest.objects.get(follows=refused)
    assert not again.is_emergency
    client.post(url("submit", again))
    sign_in(scene.works_speaker)
    page = client.get(refused.get_absolute_url())
    assert again.get_absolute_url() in page.content.decode()


def test_a_coordinator_reads_for_whom_they_answer(client, scene, sign_in, english):
    quiet = scene.quiet("Balai Data")
    asked = scene.submitted(to_party=quiet)
    sign_in(scene.coordinator)
    assert "Answer on behalf of Balai Data" in labels(soup_of(client.get(asked.get_absolute_url())))
    assert "You do not speak for Balai Data" in soup_of(client.get(url("answer", asked))).get_text()
    client.post(url("answer", asked), {"outcome": "accept"})
    printed = soup_of(client.get(url("print", asked))).select("article.letter")[1]
    assert "Given by the coordinator on behalf of this organization" in printed.get_text()
    sign_in(scene.speaker_of(quiet, language="en"))
    page = soup_of(client.get(asked.get_absolute_url()))
    shown = [label for label in labels(page) if "coordinator" in label]
    assert len(shown) == 2
    form = page.select_one(f"form[action='{url('confirm-answer', asked)}']")
    client.post(url("confirm-answer", asked), {"seen": "0"})
    asked.refresh_from_db()
    assert asked.answer.is_on_behalf
    client.post(url("confirm-answer", asked), {"seen": form.select_one("[name=seen]")["value"]})
    asked.refresh_from_db()
    assert not asked.answer.is_on_behalf


def test_whose_turn_it_is_and_until_when_is_told_in_words(client, scene, sign_in, english):
    asked = scene.submitted()
    sign_in(scene.health_speaker)
    page = soup_of(client.get(asked.get_absolute_url()))
    said = page.select_one("#next-title ~ p").get_text(" ", strip=True)
    assert said.startswith("Dinas PU has to answer. The day is ")
    AssistanceRequest.objects.update(
        submitted_on=TODAY - dt.timedelta(days=20), answer_due_on=TODAY - dt.timedelta(days=2)
    )
    page = soup_of(client.get(asked.get_absolute_url()))
    assert "Answer: 2 days late" in page.select_one(".badges").get_text()
    assert "Bring it before the superior" in labels(page)
    client.post(url("escalate", asked), {"reason": "Belum dijawab."})
    asked.escalations.update(due_on=TODAY + dt.timedelta(days=4))
    page = soup_of(client.get(asked.get_absolute_url()))
    said = page.select_one("#next-title ~ p").get_text(" ", strip=True)
    day = date_format(TODAY + dt.timedelta(days=4), "DATE_FORMAT")
    assert said.endswith(f"the coordinator records the answer. The day is {day}.")


def test_the_result_and_the_feedback_stand_on_the_page(client, scene, sign_in):
    asked = scene.answered(scene.submitted())
    sign_in(scene.health_speaker)
    said = {"usefulness": "fully", "result": "Data diterima.", "feedback": "Terima kasih."}
    client.post(url("complete", asked), said)
    text = soup_of(client.get(asked.get_absolute_url())).get_text()
    assert "Data diterima." in text
    assert "Terima kasih." in text


def test_the_other_verbs_have_their_pages(client, scene, sign_in):
    asked = scene.submitted()
    sign_in(scene.health_speaker)
    client.post(url("emergency", asked), {"reason": "Banjir."})
    scene.missed(asked)
    client.post(url("unfulfilled", asked), {"result": "Tidak ada yang datang."})
    asked.refresh_from_db()
    assert (asked.state, asked.escalations.count()) == ("unfulfilled", 1)
    sign_in(scene.coordinator)
    client.post(url("superior", asked), {"answer": "Kirim hari ini."})
    sign_in(scene.works_speaker)
    client.post(url("begin", asked))
    asked.refresh_from_db()
    assert (asked.state, asked.escalations.get().answer) == ("unfulfilled", "Kirim hari ini.")
    other = scene.submitted(subject="Lain")
    sign_in(scene.health_speaker)
    client.post(url("withdraw", other), {"reason": "Sudah ada."})
    other.refresh_from_db()
    assert other.state == "withdrawn"


def test_a_refusal_of_a_verb_is_a_message_or_stands_in_the_form(client, scene, sign_in, english):
    asked = scene.submitted()
    sign_in(scene.health_speaker)
    late = client.post(url("escalate", asked), {"reason": "Belum dijawab."})
    assert "Only what is late" in soup_of(late).get_text()
    again = client.post(url("submit", asked), follow=True)
    assert "cannot become" in soup_of(again).get_text()
    Collaboration.objects.update(state=CollaborationState.CLOSED, ends_on=TODAY)
    assert client.post(url("withdraw", asked), {"reason": "x"}).status_code == 403


def test_request_and_refusal_are_printed_as_letters(client, scene, sign_in, english):
    asked = scene.refused(scene.submitted())
    sign_in(scene.works_speaker)
    page = soup_of(client.get(url("print", asked)))
    request, refusal = page.select("article.letter")
    assert request.h2.get_text() == "Request for official assistance"
    assert refusal.h2.get_text() == "Refusal of official assistance"
    assert REASON in refusal.get_text()
    assert scene.ground.name in request.get_text()


def test_what_nobody_handed_in_is_not_printed(client, scene, sign_in, english):
    asked = scene.drafted()
    sign_in(scene.health_speaker)
    link = f"a[href='{url('print', asked)}']"
    assert not soup_of(client.get(asked.get_absolute_url())).select(link)
    page = client.get(url("print", asked), follow=True)
    assert page.redirect_chain == [(asked.get_absolute_url(), 302)]
    assert "once it is submitted" in soup_of(page).select_one("#messages").text
    client.post(url("submit", asked))
    assert soup_of(client.get(asked.get_absolute_url())).select(link)
    assert client.get(url("print", asked)).status_code == 200


def test_the_lists_are_for_all_to_read_and_for_admins_to_keep(client, sign_in, english):
    assert (load_lists(), load_lists()) == (14, 0)
    there = reverse("agreements:assistance-lists")
    sign_in(UserFactory())
    page = soup_of(client.get(there))
    assert "UU 30/2014" in page.get_text()
    assert not page.select("a[href*='/edit/']")
    kind = GroundKind.objects.first()
    edit = reverse("agreements:assistance-ground-edit", args=[kind.pk])
    assert client.post(edit, {"name": "x"}).status_code == 403
    sign_in(UserFactory(admin=True))
    said = {"name": "Lain", "position": 9, "is_active": "on", "version": kind.version}
    wrong = client.post(edit, {**said, "is_verified": "on"})
    assert "law" in wrong.context["form"].errors
    client.post(edit, {**said, "law": "UU 30/2014 Pasal 35 ayat (1)", "is_verified": "on"})
    kind.refresh_from_db()
    assert (kind.name, kind.is_verified, kind.code) == ("Lain", True, "tidak-dapat-sendiri")
    whole = RefusalGround.objects.get(code="mengganggu-kinerja")
    new = {"name": "Mengganggu layanan", "position": 8, "is_active": "on", "parent": whole.pk}
    client.post(reverse("agreements:assistance-refusal-create"), new)
    assert RefusalGround.objects.get(code="mengganggu-layanan").parent == whole
    secret = RefusalGround.objects.get(code="dokumen-rahasia")
    turned = {"name": "x", "position": 1, "version": whole.version, "parent": secret.pk}
    there = reverse("agreements:assistance-refusal-edit", args=[whole.pk])
    assert "parent" in client.post(there, turned).context["form"].errors
    term = AssistanceTerm.objects.get(is_emergency=False)
    clock = reverse("agreements:assistance-clock-edit", args=[term.pk])
    client.post(clock, {"days": 7, "superior_days": 3, "version": term.version})
    term.refresh_from_db()
    assert (term.days, term.superior_days, term.counts_working_days) == (7, 3, False)


def test_who_answers_reads_whom_the_request_makes_liable(client, scene, sign_in):
    """Else the giver would take it on without having seen it."""
    paper = scene.letter()
    asked = scene.submitted(liable_party=scene.works, liability_document=paper)
    sign_in(scene.works_speaker)
    page = soup_of(client.get(url("answer", asked)))
    link = page.select_one(f"#asked-title ~ dl a[href='{paper.get_absolute_url()}']")
    assert str(asked.to_party.organization) in link.find_parent("dd").get_text()
