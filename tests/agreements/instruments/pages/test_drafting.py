"""Drafting, registering and correcting an agreement."""

import pytest

from agreements.instruments.states import AgreementState
from agreements.models import Agreement
from tests.agreements.instruments.pages.scene import day, pdf, url
from tests.factories.charter import CollaborationFactory, CoordinatorFactory
from tests.factories.instruments import AgreementFactory, AgreementTypeFactory
from tests.html import soup_of

S = AgreementState


@pytest.fixture
def kind(db):
    return AgreementTypeFactory(asks_legislature=True)


def typed(scene, kind, client, name="agreement-create", **fields):
    """What the form of this kind holds, filled in for two parties."""
    page = client.get(url(name, collaboration=scene.collaboration.pk, type=kind.pk))
    first, second = scene.parties
    return {
        "type": kind.pk,
        "asked": kind.pk,
        "submission_id": page.context["form"]["submission_id"].value(),
        "title": "PKS data sasaran",
        "subject": "Pertukaran data sasaran.",
        "party_1": second.pk,
        "signs_1": "on",
        "party_2": first.pk,
        "signs_2": "on",
        "starts_on": day(scene.today),
        "ends_on": day(scene.days(365)),
        "legislature_needed": "False",
    } | fields


def send(client, scene, data, name="agreement-create"):
    return client.post(url(name, collaboration=scene.collaboration.pk), data)


def test_a_draft_is_made_with_its_parties_in_the_chosen_order(as_coordinator, client, kind):
    scene = as_coordinator
    answer = send(client, scene, typed(scene, kind, client))
    agreement = Agreement.objects.get()
    assert answer.url == agreement.get_absolute_url()
    assert agreement.state == S.DRAFT
    places = [(place.position, place.party, place.must_sign) for place in agreement.parties.all()]
    assert places == [(1, scene.parties[1], True), (2, scene.parties[0], True)]


def test_sent_twice_it_makes_one(as_coordinator, client, kind):
    data = typed(as_coordinator, kind, client)
    send(client, as_coordinator, data)
    send(client, as_coordinator, data)
    assert Agreement.objects.count() == 1


def test_sent_again_with_other_words_it_says_so_and_names_the_first(as_coordinator, client, kind):
    data = typed(as_coordinator, kind, client)
    send(client, as_coordinator, data)
    answer = send(client, as_coordinator, data | {"title": "Lain"})
    assert Agreement.objects.count() == 1
    assert answer.context["form"].already == Agreement.objects.get()


def test_the_page_first_asks_for_the_kind(as_coordinator, client, kind):
    page = client.get(url("agreement-create", collaboration=as_coordinator.collaboration.pk))
    assert "type" in page.context["form"].fields
    assert "title" not in page.context["form"].fields


def test_only_a_kind_that_asks_it_asks_for_the_legislature(as_coordinator, client, kind):
    plain = AgreementTypeFactory()
    here = as_coordinator.collaboration.pk
    asked = client.get(url("agreement-create", collaboration=here, type=kind.pk))
    not_asked = client.get(url("agreement-create", collaboration=here, type=plain.pk))
    assert "legislature_needed" in asked.context["form"].fields
    assert "legislature_needed" not in not_asked.context["form"].fields


def test_another_kind_keeps_what_was_typed_and_saves_nothing(as_coordinator, client, kind):
    other = AgreementTypeFactory()
    data = typed(as_coordinator, kind, client, type=other.pk, choose="1")
    answer = send(client, as_coordinator, data)
    assert answer.status_code == 200
    assert not Agreement.objects.exists()
    assert answer.context["kind"] == other
    assert answer.context["form"]["title"].value() == "PKS data sasaran"
    assert not answer.context["form"].errors


def test_a_kind_changed_without_looking_is_shown_before_it_is_saved(as_coordinator, client, kind):
    other = AgreementTypeFactory()
    data = typed(as_coordinator, kind, client, type=other.pk)
    assert send(client, as_coordinator, data).status_code == 200
    assert not Agreement.objects.exists()
    data["asked"] = other.pk
    assert send(client, as_coordinator, data).status_code == 302


def test_a_kind_that_is_out_of_use_cannot_be_chosen(as_coordinator, client, kind):
    data = typed(as_coordinator, kind, client)
    kind.is_active = False
    kind.save()
    send(client, as_coordinator, data)
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"title": ""}, "title"),
        ({"ends_on": "1/1/1999"}, "ends_on"),
        ({"starts_on": "31/2/2026"}, "starts_on"),
        ({"is_mandatory": "on", "scope": "third_party"}, "is_mandatory"),
        ({"legislature_needed": ""}, "legislature_needed"),
        ({"scope": "mars"}, "scope"),
        ({"review_on": "1/1/2199"}, "review_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(as_coordinator, client, kind, fields, at):
    answer = send(client, as_coordinator, typed(as_coordinator, kind, client, **fields))
    assert answer.status_code == 200
    assert at in answer.context["form"].errors
    assert not Agreement.objects.exists()


def test_a_parent_of_another_collaboration_is_refused(as_coordinator, client, kind):
    stranger = AgreementFactory(in_force=True)
    data = typed(as_coordinator, kind, client, parent=stranger.pk)
    assert "parent" in send(client, as_coordinator, data).context["form"].errors


def test_of_a_decree_only_the_issuer_signs(as_coordinator, client):
    decree = AgreementTypeFactory(is_one_sided=True)
    data = typed(as_coordinator, decree, client)
    send(client, as_coordinator, data)
    places = Agreement.objects.get().parties.order_by("position")
    assert [place.must_sign for place in places] == [True, False]


def test_who_runs_one_collaboration_is_not_asked_which(as_coordinator, client):
    page = client.get(url("agreement-create"))
    assert page.context["collaboration"] == as_coordinator.collaboration


def test_who_runs_several_is_asked_which(as_coordinator, client):
    other = CollaborationFactory()
    CoordinatorFactory(collaboration=other, person=as_coordinator.coordinator.person)
    page = client.get(url("agreement-create"))
    assert other.title in page.content.decode()


def test_who_runs_none_may_not_draft(scene, sign_in, client):
    sign_in(scene.representative)
    assert client.get(url("agreement-create")).status_code == 403
    assert client.post(url("agreement-create"), {}).status_code == 403


@pytest.mark.parametrize("number", ["abc", "-1", "99999999999999999999", "0"])
def test_a_collaboration_that_is_none_is_not_found(as_coordinator, client, number):
    assert client.get(url("agreement-create", collaboration=number)).status_code == 404


def test_a_signed_one_is_registered_straight_in_force(as_coordinator, client, kind):
    scene, name = as_coordinator, "agreement-register"
    data = typed(scene, kind, client, name, signed_on=day(scene.days(-3)), starts_on="")
    answer = send(client, scene, data | {"file": pdf()}, name)
    agreement = Agreement.objects.get()
    assert answer.status_code == 302
    assert (agreement.state, agreement.starts_on) == (S.IN_FORCE, scene.days(-3))
    assert agreement.papers.count() == 1


@pytest.mark.parametrize(
    ("fields", "at"),
    [({"signed_on": "1/1/2199"}, "signed_on"), ({"ends_on": ""}, "ends_on"), ({}, "file")],
)
def test_without_its_paper_or_term_it_is_not_registered(as_coordinator, client, kind, fields, at):
    scene, name = as_coordinator, "agreement-register"
    data = typed(scene, kind, client, name, **{"signed_on": day(scene.days(-3))} | fields)
    if at != "file":
        data["file"] = pdf()
    answer = send(client, scene, data, name)
    assert at in answer.context["form"].errors, answer.context["form"].errors
    assert not Agreement.objects.exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_chosen_paper_is_asked_for_again_after_any_error(
    as_coordinator, client, kind, sign_in, language
):
    scene, name = as_coordinator, "agreement-register"
    sign_in(scene.coordinator)
    type(scene.coordinator).objects.filter(pk=scene.coordinator.pk).update(language=language)
    data = typed(scene, kind, client, name, signed_on="")
    soup = soup_of(send(client, scene, data | {"file": pdf()}, name))
    words = {"id": "Pilih berkasnya sekali lagi", "en": "Choose the file again"}[language]
    assert words in soup.find(id="div_id_file").get_text()
    assert words in soup.find(class_="error-summary").find("a", href="#id_file").get_text()
    del data["signed_on"]
    soup = soup_of(send(client, scene, data, name))
    assert words not in soup.get_text()


def test_what_was_signed_names_its_parties(as_coordinator, client, kind):
    scene, name = as_coordinator, "agreement-register"
    for given, at in (({}, "party_1"), ({"party_2": scene.parties[0].pk}, "party_1")):
        left_out = {"party_1": "", "party_2": "", "title": ""} | given
        data = typed(scene, kind, client, name, signed_on=day(scene.today), **left_out)
        answer = send(client, scene, data | {"file": pdf()}, name)
        assert "sedikitnya dua" in str(answer.context["form"].errors[at])


def test_a_draft_is_corrected(as_coordinator, client):
    agreement = as_coordinator.agreement()
    data = {"version": agreement.version, "title": "Judul baru", "subject": "Isi"}
    assert client.post(url("agreement-edit", agreement.pk), data).status_code == 302
    agreement.refresh_from_db()
    assert agreement.title == "Judul baru"


def test_two_who_edit_at_once_read_both_texts(as_coordinator, client):
    agreement = as_coordinator.agreement()
    page = url("agreement-edit", agreement.pk)
    client.post(page, {"version": 1, "title": "Pertama"})
    answer = client.post(page, {"version": 1, "title": "Kedua"})
    assert {(one.saved, one.typed) for one in answer.context["form"].conflict} == {
        ("Pertama", "Kedua")
    }
    agreement.refresh_from_db()
    assert agreement.title == "Pertama"


def test_of_what_is_in_force_only_the_day_of_review_is_asked(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    page = url("agreement-edit", agreement.pk)
    fields = set(client.get(page).context["form"].fields)
    assert fields == {"review_on", "version"}
    client.post(page, {"version": 1, "title": "Diganti", "review_on": day(as_coordinator.days(9))})
    agreement.refresh_from_db()
    assert agreement.review_on == as_coordinator.days(9)
    assert agreement.title != "Diganti"


def test_of_what_is_over_nothing_is_asked_any_more(as_coordinator, client):
    over = as_coordinator.agreement(state=S.ABANDONED, over_on=as_coordinator.today)
    page = client.get(url("agreement-edit", over.pk))
    assert page.context["closed"]
    client.post(url("agreement-edit", over.pk), {"title": "X", "version": over.version})
    over.refresh_from_db()
    assert over.title != "X"
