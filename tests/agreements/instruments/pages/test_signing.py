"""The pages of signing: who signs, for whom, by what right; confirming; checks on paper."""

from datetime import timedelta

import pytest

from agreements.instruments import transitions as verbs
from agreements.instruments.kinds import SigningItem
from agreements.instruments.states import AgreementState
from agreements.models import Agreement, Signature, SigningCheck
from tests.agreements.instruments.pages.scene import day, pdf, sentences, url
from tests.factories.actors import AppointmentFactory
from tests.factories.documents import DocumentFactory
from tests.factories.instruments import AgreementChangeFactory, SignatureFactory

S = AgreementState


@pytest.fixture
def agreement(scene):
    return scene.agreement(ready=True)


@pytest.fixture
def places(agreement):
    return list(agreement.parties.order_by("position"))


def own(scene, number, **fields):
    """What the form holds for the head of a party, signing today."""
    head = scene.heads[number]
    return {"signed_on": day(scene.today), "authority": "own", "appointment": head.pk} | fields


def test_a_representative_signs_for_their_party(scene, places, sign_in, client):
    sign_in(scene.representative)
    page = url("agreement-sign", places[0].pk)
    assert not client.get(page).context["is_on_behalf"]
    client.post(page, own(scene, 0))
    signature = Signature.objects.get()
    assert (signature.place, signature.is_on_behalf) == (places[0], False)
    assert Agreement.objects.get().state == S.PARTLY_SIGNED


def test_the_coordinator_sees_that_it_stays_marked(as_coordinator, places, client):
    page = url("agreement-sign", places[0].pk)
    assert client.get(page).context["is_on_behalf"]
    client.post(page, own(as_coordinator, 0))
    assert Signature.objects.get().is_on_behalf


def test_with_the_last_signature_it_is_in_force(as_coordinator, places, client):
    told = []
    for number, place in enumerate(places):
        page = url("agreement-sign", place.pk)
        under = client.get(page).context["form"]["under"].value()
        answer = client.post(page, own(as_coordinator, number, under=under), follow=True)
        told += [str(message) for message in answer.context["messages"]]
    assert Agreement.objects.get().state == S.IN_FORCE
    assert ["kini berlaku" in sentence for sentence in told] == [False, True]


def test_who_signs_an_amendment_reads_what_it_changes(as_coordinator, places, client):
    for number, place in enumerate(places):
        client.post(url("agreement-sign", place.pk), own(as_coordinator, number))
    amendment = verbs.draft_amendment(
        agreement=Agreement.objects.get(),
        by=as_coordinator.coordinator,
        kind="change",
        reason="Sasaran bertambah.",
        changes={"subject": "Sepuluh ribu balita."},
    )
    verbs.offer_amendment(amendment=amendment, by=as_coordinator.coordinator)
    page = client.get(url("agreement-sign", places[0].pk)).content.decode()
    assert "Sepuluh" in page
    told = []
    for number, place in enumerate(places):
        page = url("agreement-sign", place.pk)
        under = client.get(page).context["form"]["under"].value()
        answer = client.post(page, own(as_coordinator, number, under=under), follow=True)
        told += [str(message) for message in answer.context["messages"]]
    assert ["kini berlaku" in sentence for sentence in told] == [False, True]


def test_who_need_not_sign_reads_so_instead_of_the_form(as_coordinator, places, client):
    places[0].must_sign = False
    places[0].save()
    page = url("agreement-sign", places[0].pk)
    assert "tidak perlu menandatangani" in str(client.get(page).context["closed"])
    assert "tidak perlu menandatangani" in sentences(client.post(page, own(as_coordinator, 0)))
    assert not Signature.objects.exists()


def test_sent_twice_there_is_one_signature_and_a_sentence(as_coordinator, places, client):
    page = url("agreement-sign", places[0].pk)
    client.post(page, own(as_coordinator, 0))
    assert sentences(client.post(page, own(as_coordinator, 0)))
    assert Signature.objects.count() == 1


def test_who_saw_another_text_of_it_reads_it_before_signing(as_coordinator, places, client):
    page, offered = (
        url("agreement-sign", places[0].pk),
        {"event": "moved", "to_state": "ready_to_sign"},
    )
    data = own(as_coordinator, 0, under=client.get(page).context["form"]["under"].value())
    AgreementChangeFactory(agreement=places[0].agreement, from_state="negotiation", **offered)
    answer = client.post(page, data)
    assert "sudah berubah" in sentences(answer)
    assert not Signature.objects.exists()
    client.post(page, data | {"under": answer.context["form"]["under"].value()})
    assert Signature.objects.count() == 1


def test_those_in_a_post_on_another_day_are_shown_on_request(as_coordinator, places, client):
    scene, long_ago = as_coordinator, as_coordinator.days(-800)
    former = AppointmentFactory(
        organization=scene.parties[0].organization,
        starts_on=long_ago - timedelta(days=10),
        ends_on=long_ago + timedelta(days=10),
    )
    page = url("agreement-sign", places[0].pk)
    offered = client.get(page).context["form"].fields["appointment"].queryset
    assert list(offered) == [scene.heads[0]]
    answer = client.post(page, {"signed_on": day(long_ago), "authority": "own", "day_find": "1"})
    assert list(answer.context["form"].fields["appointment"].queryset) == [former]
    assert not answer.context["form"].errors


@pytest.mark.parametrize("fields", [{"signed_on": ""}, {"signed_on": "31/2/2026"}])
def test_a_day_that_is_none_is_refused_at_its_field(as_coordinator, places, client, fields):
    page = url("agreement-sign", places[0].pk)
    answer = client.post(page, own(as_coordinator, 0, **fields))
    assert "signed_on" in answer.context["form"].errors
    assert not Signature.objects.exists()


def test_a_signature_of_tomorrow_is_refused(as_coordinator, places, client):
    page = url("agreement-sign", places[0].pk)
    tomorrow = day(as_coordinator.days(1))
    answer = client.post(page, own(as_coordinator, 0, signed_on=tomorrow))
    assert "signed_on" in answer.context["form"].errors
    assert not Signature.objects.exists()


def test_before_the_post_was_held_nobody_signs(as_coordinator, places, client):
    page = url("agreement-sign", places[0].pk)
    before = day(as_coordinator.days(-900))
    answer = client.post(page, own(as_coordinator, 0, signed_on=before))
    assert answer.context["form"].errors
    assert not Signature.objects.exists()


def test_who_is_of_another_party_does_not_sign_by_the_post(as_coordinator, places, client):
    page, other = url("agreement-sign", places[0].pk), as_coordinator.heads[1]
    answer = client.post(page, own(as_coordinator, 0, appointment=other.pk))
    assert "appointment" in answer.context["form"].errors
    assert not Signature.objects.exists()


def power(scene, **fields):
    agent = AppointmentFactory()
    data = {"signed_on": day(scene.today), "authority": "power_of_attorney", "agent": agent.pk}
    return data | fields


def test_by_power_of_attorney_somebody_else_signs_with_its_paper(as_coordinator, places, client):
    data = power(as_coordinator, file=pdf())
    client.post(url("agreement-sign", places[0].pk), data)
    signature = Signature.objects.get()
    assert signature.appointment.pk == data["agent"]
    assert signature.power is not None


def test_a_power_of_attorney_on_file_serves_too(as_coordinator, places, client):
    document = DocumentFactory(collaboration=as_coordinator.collaboration)
    client.post(url("agreement-sign", places[0].pk), power(as_coordinator, document=document.pk))
    assert Signature.objects.get().power == document


def test_without_its_paper_nobody_signs_by_power_of_attorney(as_coordinator, places, client):
    answer = client.post(url("agreement-sign", places[0].pk), power(as_coordinator))
    assert "file" in answer.context["form"].errors
    assert not Signature.objects.exists()


def test_who_signs_for_it_is_searched_without_javascript(as_coordinator, places, client):
    agent = AppointmentFactory(post="Sekretaris Jenderal")
    data = {"authority": "power_of_attorney", "agent_q": "Sekretaris Jenderal", "agent_find": "1"}
    answer = client.post(url("agreement-sign", places[0].pk), data)
    assert str(agent.person) in answer.content.decode()
    assert not answer.context["form"].errors


def test_the_live_search_answers_with_posts(as_coordinator, client):
    agent = AppointmentFactory(post="Sekretaris Jenderal")
    answer = client.get(url("signer-choose"), {"name": "agent", "agent_q": "sekretaris jenderal"})
    assert str(agent.person) in answer.content.decode()


def test_of_a_draft_nothing_is_signed(as_coordinator, client):
    scene, draft = as_coordinator, as_coordinator.agreement()
    page = url("agreement-sign", draft.parties.first().pk)
    assert client.get(page).context["closed"]
    assert sentences(client.post(page, own(scene, 0)))
    assert not Signature.objects.exists()


def test_what_was_signed_elsewhere_asks_for_no_signature(as_coordinator, client):
    scene, today = as_coordinator, as_coordinator.today
    waits = {"is_registered": True, "signed_on": today, "starts_on": as_coordinator.days(3)}
    agreement = scene.agreement(state=S.PARTLY_SIGNED, **waits)
    page = url("agreement-sign", agreement.parties.first().pk)
    assert page not in client.get(agreement.get_absolute_url()).content.decode()
    assert client.get(page).context["closed"]
    assert sentences(client.post(page, own(scene, 0)))
    assert not Signature.objects.exists()


def test_of_a_draft_no_paper_is_checked(as_coordinator, client):
    draft = as_coordinator.agreement()
    page = url("agreement-paper", draft.pk)
    assert "Belum ada naskah" in client.get(page).context["closed"]
    data = {f"place_{draft.parties.first().pk}": ["seal"], "done_on": day(as_coordinator.today)}
    assert sentences(client.post(page, data))
    assert not SigningCheck.objects.exists()


def test_the_party_confirms_what_was_recorded_on_its_behalf(scene, places, sign_in, client):
    signature = SignatureFactory(place=places[0], is_on_behalf=True)
    page = url("signature-confirm", signature.pk)
    sign_in(scene.representative)
    assert client.get(page).status_code == 200
    client.post(page)
    signature.refresh_from_db()
    assert (signature.is_on_behalf, signature.confirmed_by) == (False, scene.representative)
    assert sentences(client.post(page))


def test_nobody_confirms_for_another_party(scene, places, sign_in, client):
    signature = SignatureFactory(place=places[1], is_on_behalf=True)
    for user in (scene.representative, scene.coordinator):
        sign_in(user)
        assert client.post(url("signature-confirm", signature.pk)).status_code == 403
    signature.refresh_from_db()
    assert signature.is_on_behalf


def test_a_signature_is_taken_back_with_a_reason(as_coordinator, places, client):
    client.post(url("agreement-sign", places[0].pk), own(as_coordinator, 0))
    page = url("signature-take-back", Signature.objects.get().pk)
    assert "reason" in client.post(page, {}).context["form"].errors
    client.post(page, {"reason": "Salah catat"})
    assert Signature.objects.get().withdrawn_on
    assert Agreement.objects.get().state == S.READY_TO_SIGN


def test_checks_of_all_parties_are_saved_at_once_and_taken_away(as_coordinator, places, client):
    agreement = places[0].agreement
    page, today = url("agreement-paper", agreement.pk), day(as_coordinator.today)
    first, second = (f"place_{place.pk}" for place in places)
    client.post(page, {"done_on": today, first: ["seal", "initialled"], second: ["seal"]})
    assert SigningCheck.objects.count() == 3
    client.post(page, {"done_on": today, first: ["seal"]})
    assert list(SigningCheck.objects.values_list("place", "item")) == [
        (places[0].pk, SigningItem.SEAL)
    ]


def test_an_unknown_check_or_a_day_to_come_saves_nothing(as_coordinator, places, client):
    page = url("agreement-paper", places[0].agreement.pk)
    name = f"place_{places[0].pk}"
    for data in (
        {"done_on": day(as_coordinator.today), name: ["moon"]},
        {"done_on": day(as_coordinator.days(2)), name: ["seal"]},
    ):
        assert sentences(client.post(page, data))
    assert not SigningCheck.objects.exists()
