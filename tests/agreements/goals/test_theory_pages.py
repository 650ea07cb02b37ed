"""Pages of the theory of change: the picture, the list behind it, and where the parties stand."""

import pytest
from django.urls import reverse

from agreements.charter.stances import Stance
from agreements.goals import transitions
from agreements.goals.kinds import ResultKind
from agreements.goals.states import TheoryState
from agreements.models import Result, ResultLink, TheoryOfChange
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.goals import (
    GoalFactory,
    ResultFactory,
    ResultLinkFactory,
    TheoryConsentFactory,
)


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


@pytest.fixture
def coordinator(scene, sign_in):
    return sign_in(scene.coordinator)


def test_without_a_theory_the_page_says_what_it_is_good_for(client, scene, coordinator):
    answer = client.get(url("collaboration-theory", scene.collaboration))
    assert answer.status_code == 200
    assert url("theory-create", scene.collaboration) in answer.content.decode()


def test_with_one_it_leads_there_to_the_agreed_one_first(client, scene, coordinator):
    agreed = scene.agreed()
    transitions.draft_theory(collaboration=scene.collaboration, by=scene.coordinator)
    answer = client.get(url("collaboration-theory", scene.collaboration))
    assert answer.url == agreed.get_absolute_url()


def test_the_picture_has_a_box_for_each_result_and_a_number_for_each_link(
    client, scene, coordinator
):
    theory, steps = scene.draft()
    page = client.get(theory.get_absolute_url())
    drawn = page.context["picture"]
    assert len(drawn.boxes) == len(steps)
    assert [arrow.number for arrow in drawn.arrows] == [1, 2]
    text = page.content.decode()
    assert text.count("<svg viewBox") >= 1
    assert "Orang tua datang." in text
    assert 'style="' not in text


def test_of_many_positions_those_that_wait_stand_open(client, scene, coordinator):
    type(coordinator).objects.update(language="en")
    theory = scene.agreed()

    def folded():
        context = client.get(theory.get_absolute_url()).context
        opened, settled = context["open_positions"], context["settled_positions"]
        return [row.party for row in opened], len(settled), context["settled_words"]

    consents = theory.consents.filter(is_on_behalf=False)
    assert consents.update(is_on_behalf=True)  # what still waits for a word is folded, too
    few = len(folded()[0])
    assert folded()[1:] == (0, "")
    said = {"theory": theory, "stance": Stance.ACCEPT, "stated_on": theory.agreed_on}
    for _n in range(4):
        party = PartyFactory(collaboration=scene.collaboration)
        consent = TheoryConsentFactory(party=party, **said)
    opened, settled, words = folded()
    assert (opened, settled) == ([], few + 4)
    assert words == "1 Supports, 5 Accepts"
    type(consent).objects.filter(pk=consent.pk).update(stance=Stance.OBJECT, reason="Belum.")
    opened, settled, _words = folded()
    assert (opened, settled) == ([consent.party], few + 3)
    page = client.get(theory.get_absolute_url()).content.decode()
    assert "1 party objects to it now" in page
    client.force_login(scene.health_speaker)
    assert scene.health in folded()[0]


def test_the_same_page_in_indonesian_draws_with_points_not_commas(client, scene, coordinator):
    theory, _steps = scene.draft()
    client.cookies["django_language"] = "id"
    text = client.get(theory.get_absolute_url()).content.decode()
    picture = text[text.index("aims-picture") : text.index("</svg>", text.index("aims-picture"))]
    assert "," not in "".join(part for part in picture.split('"')[1::2] if part[:1].isdigit())


@pytest.mark.parametrize("who", ["member", "auditor", "admin", "representative"])
def test_everybody_inside_reads_and_is_offered_no_change(client, scene, sign_in, who):
    theory, _steps = scene.draft()
    people = {
        "member": lambda: member_of(scene.collaboration),
        "auditor": lambda: UserFactory(role="auditor"),
        "admin": lambda: UserFactory(role="admin"),
        "representative": lambda: scene.health_speaker,
    }
    sign_in(people[who]())
    page = client.get(theory.get_absolute_url())
    assert page.status_code == 200
    assert url("result-create", theory) not in page.content.decode()
    assert client.get(url("result-create", theory)).status_code == 403


def test_outsiders_find_nothing(client, scene, sign_in):
    theory, _steps = scene.draft()
    sign_in(OrganizationFactory())
    for name in ("theory-detail", "theory-edit", "result-create", "theory-position"):
        assert client.get(url(name, theory)).status_code == 404


def test_a_draft_is_written_by_its_forms(client, scene, coordinator):
    made = client.post(url("theory-create", scene.collaboration), {"summary": "Bila, maka."})
    theory = TheoryOfChange.objects.get()
    assert made.url == theory.get_absolute_url()
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    for kind in ("action", "outcome"):
        client.post(
            url("result-create", theory),
            {
                "kind": kind,
                "title": f"Langkah {kind}",
                "goal": goal.pk if kind == "outcome" else "",
            },
        )
    cause, effect = Result.objects.in_order()
    assert effect.goal == goal
    said = {"cause": cause.pk, "effect": effect.pk, "assumption": "Dana cair."}
    client.post(url("result-link-create", theory), said)
    client.post(
        url("result-edit", cause), {"kind": "action", "title": "Kader dilatih", "version": 1}
    )
    client.post(url("theory-edit", theory), {"summary": "Lain.", "version": 1})
    theory.refresh_from_db()
    cause.refresh_from_db()
    assert (theory.summary, cause.title) == ("Lain.", "Kader dilatih")
    client.post(url("result-link-remove", ResultLink.objects.get()))
    client.post(url("result-remove", effect))
    assert not ResultLink.objects.exists()
    assert list(theory.results.all()) == [cause]


def test_a_circle_is_refused_with_a_sentence_at_its_field(client, scene, coordinator):
    theory, steps = scene.draft()
    said = {"cause": steps[2].pk, "effect": steps[0].pk, "assumption": "Kembali."}
    page = client.post(url("result-link-create", theory), said)
    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {"effect"}
    assert "Kembali." in page.content.decode()


def test_two_who_edit_the_same_result_see_both_texts(client, scene, coordinator):
    _theory, steps = scene.draft()
    transitions.edit_result(result=steps[0], by=scene.coordinator, version=1, title="Dulu")
    page = client.post(
        url("result-edit", steps[0]), {"kind": "action", "title": "Nanti", "version": 1}
    )
    assert "Dulu" in page.content.decode()
    assert "Nanti" in page.content.decode()


def test_an_assumption_is_edited_by_its_form_and_two_who_do_so_see_both_texts(
    client, scene, coordinator
):
    theory, steps = scene.draft()
    link = ResultLink.objects.get(cause=steps[0])
    address = url("result-link-edit", link)
    assert address in client.get(theory.get_absolute_url()).content.decode()
    page = client.get(address)
    assert "Langkah action → Langkah output" in page.content.decode()
    assert "Orang tua datang." in page.content.decode()
    answer = client.post(address, {"assumption": "Dana cair.", "version": 1})
    assert answer.url == f"{theory.get_absolute_url()}#links"
    link.refresh_from_db()
    assert link.assumption == "Dana cair."
    text = client.post(address, {"assumption": "Kader ada.", "version": 1}).content.decode()
    assert "Dana cair." in text
    assert "Kader ada." in text
    page = client.post(address, {"assumption": " ", "version": 2})
    assert page.context["form"].errors.keys() == {"assumption"}


def test_who_is_only_consulted_is_not_asked(client, scene, sign_in):
    theory = scene.offered()
    sign_in(scene.asked_speaker)
    assert (
        url("theory-position", theory) not in client.get(theory.get_absolute_url()).content.decode()
    )
    assert client.get(url("theory-position", theory)).status_code == 403
    sign_in(scene.health_speaker)
    assert client.get(url("theory-position", theory)).status_code == 200


def test_what_a_coordinator_said_is_offered_to_the_party_until_it_is_replaced(
    client, scene, sign_in
):
    theory = scene.offered()
    scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    sign_in(scene.health_speaker)
    offered = (
        url("theory-position", theory),
        url("theory-consent-confirm", theory.consents.get(party=scene.health)),
    )

    def shown():
        text = client.get(theory.get_absolute_url()).content.decode()
        return [address in text for address in offered]

    assert shown() == [True, True]
    scene.agreed()
    assert shown() == [False, False]


def test_in_a_closed_collaboration_nobody_is_offered_a_word(client, scene, sign_in):
    theory = scene.offered()
    sign_in(scene.health_speaker)
    address = url("theory-position", theory)
    assert address in client.get(theory.get_absolute_url()).content.decode()
    type(scene.collaboration).objects.update(state="closed", ends_on=scene.collaboration.starts_on)
    assert address not in client.get(theory.get_absolute_url()).content.decode()


def test_an_objection_to_what_was_agreed_is_told_and_can_be_taken_back(client, scene, sign_in):
    theory = scene.offered()
    scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    sign_in(scene.health_speaker)
    position = url("theory-position", theory)
    said = {"party": scene.health.pk, "stance": "object", "reason": "Tidak pernah ditanya."}
    page = client.post(position, said, follow=True)
    assert [row.party for row in page.context["objections"]] == [scene.health]
    assert f"{position}?party={scene.health.pk}" in page.content.decode()
    page = client.post(position, {**said, "stance": "accept"}, follow=True)
    assert page.context["objections"] == []
    assert f"{position}?party={scene.health.pk}" not in page.content.decode()


def test_the_way_from_the_offer_to_the_agreement(client, scene, sign_in):
    theory, _steps = scene.draft()
    sign_in(scene.coordinator)
    client.post(reverse("agreements:theory-move", args=[theory.pk, "offer"]))
    sign_in(scene.health_speaker)
    page = client.get(theory.get_absolute_url()).content.decode()
    position = url("theory-position", theory)
    assert f"{position}?party={scene.health.pk}" in page
    assert f"{position}?party={scene.works.pk}" not in page
    client.post(position, {"party": scene.health.pk, "stance": "support"})
    sign_in(scene.coordinator)
    move = reverse("agreements:theory-move", args=[theory.pk, "agree"])
    assert "Dinas PU" in client.post(move, follow=True).content.decode()
    client.post(position, {"party": scene.works.pk, "stance": "accept"})
    client.post(move)
    theory.refresh_from_db()
    assert theory.state == TheoryState.AGREED
    sign_in(scene.works_speaker)
    consent = theory.consents.get(party=scene.works)
    confirm = url("theory-consent-confirm", consent)
    assert confirm in client.get(theory.get_absolute_url()).content.decode()
    client.post(confirm)
    consent.refresh_from_db()
    assert not consent.is_on_behalf


def test_an_objection_without_a_reason_comes_back_at_its_field(client, scene, sign_in):
    theory = scene.offered()
    sign_in(scene.health_speaker)
    said = {"party": scene.health.pk, "stance": "object", "reason": " "}
    page = client.post(url("theory-position", theory), said)
    assert page.context["form"].errors.keys() == {"reason"}


def test_the_form_begins_with_the_party_of_the_address_and_never_with_another(
    client, scene, sign_in
):
    theory = scene.offered()
    scene.states(theory, scene.works, Stance.OBJECT, reason="Belum jelas.")
    address = url("theory-position", theory)

    def initial(party):
        return client.get(address, {"party": party}).context["form"].initial

    sign_in(scene.health_speaker)
    assert initial(scene.works.pk) == {
        "party": scene.health.pk,
        "stance": Stance.NOT_STATED,
        "reason": "",
    }
    sign_in(scene.coordinator)
    assert initial(scene.works.pk)["reason"] == "Belum jelas."
    for strange in ("", "x", scene.asked.pk, "9" * 40):
        assert initial(strange) == {}


def test_another_party_cannot_be_chosen_by_hand(client, scene, sign_in):
    theory = scene.offered()
    sign_in(scene.health_speaker)
    said = {"party": scene.works.pk, "stance": "support"}
    page = client.post(url("theory-position", theory), said)
    assert page.context["form"].errors.keys() == {"party"}
    assert theory.consents.get(party=scene.works).stance == Stance.NOT_STATED


def test_a_version_is_called_back_with_a_reason(client, scene, coordinator):
    theory = scene.offered()
    assert client.post(url("theory-recall", theory), {"reason": ""}).status_code == 200
    client.post(url("theory-recall", theory), {"reason": "Ada yang kurang."})
    theory.refresh_from_db()
    assert theory.state == TheoryState.DRAFT


@pytest.mark.parametrize("verb", ["supersede", "agree", "offer"])
def test_moves_by_hand_that_do_not_fit_change_nothing(client, scene, coordinator, verb):
    theory = scene.agreed()
    address = reverse("agreements:theory-move", args=[theory.pk, verb])
    assert client.post(address).status_code == (404 if verb == "supersede" else 302)
    theory.refresh_from_db()
    assert theory.state == TheoryState.AGREED
    assert client.get(address).status_code == 405


def test_what_is_agreed_offers_no_way_to_change_it(client, scene, coordinator):
    theory = scene.agreed()
    text = client.get(theory.get_absolute_url()).content.decode()
    assert url("result-create", theory) not in text
    assert url("theory-create", scene.collaboration) in text


def test_the_page_costs_the_same_with_many_results(scene, coordinator, assert_flat_queries):
    theory, steps = scene.draft()

    def grow():
        for number in range(8):
            scene.joins(f"Pihak {number}")
            result = ResultFactory(theory=theory, kind=ResultKind.IMPACT)
            ResultLinkFactory(theory=theory, cause=steps[0], effect=result)

    assert_flat_queries(theory.get_absolute_url(), grow=grow, ceiling=22)
