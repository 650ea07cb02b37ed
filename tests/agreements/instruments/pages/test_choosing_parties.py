"""Between whom: a row for each party, two at first, each further one behind one step."""

from itertools import pairwise

import pytest

from agreements.models import Agreement
from tests.agreements.instruments.pages.scene import pdf, url
from tests.agreements.instruments.pages.test_drafting import day, send, typed
from tests.factories.charter import PartyFactory
from tests.factories.instruments import AgreementTypeFactory
from tests.html import soup_of

NAMES = ("agreement-create", "agreement-register")


@pytest.fixture
def kind(db):
    return AgreementTypeFactory()


@pytest.fixture
def crowd(as_coordinator):
    """Seventeen parties, as in a collaboration of a province."""
    for _number in range(15):
        PartyFactory(collaboration=as_coordinator.collaboration)
    return as_coordinator


def opened(client, scene, kind, name="agreement-create"):
    return client.get(url(name, collaboration=scene.collaboration.pk, type=kind.pk))


def in_sight(answer):
    """The rows of parties that stand there without unfolding anything."""
    selects = soup_of(answer).select("select[name^=party_]")
    return [
        select["name"]
        for select in selects
        if all(fold.has_attr("open") for fold in select.find_parents("details"))
    ]


def places_of(agreement):
    return [(place.party, place.must_sign) for place in agreement.parties.order_by("position")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "words"), [("id", "Tambah pihak"), ("en", "Add another")])
def test_of_seventeen_parties_two_rows_stand_there_and_one_step_adds_another(
    crowd, client, kind, name, language, words
):
    crowd.coordinator.language = language
    crowd.coordinator.save(update_fields=["language"])
    answer = opened(client, crowd, kind, name)
    assert in_sight(answer) == ["party_1", "party_2"]
    steps = soup_of(answer).select("details.unfold")
    assert len(steps) == 15
    assert words in steps[0].summary.text
    assert all(inner.find_parent("details") == outer for outer, inner in pairwise(steps))


def test_rows_that_were_unfolded_are_taken_in_their_order(crowd, client, kind):
    third = crowd.collaboration.parties.last()
    more = {"party_5": third.pk}  # the rows between stay empty, and it does not sign
    send(client, crowd, typed(crowd, kind, client, **more))
    first, second = crowd.parties
    assert places_of(Agreement.objects.get()) == [(second, True), (first, True), (third, False)]


def test_a_refused_form_keeps_open_what_was_unfolded_and_no_more(crowd, client, kind):
    third = crowd.collaboration.parties.last()
    answer = send(client, crowd, typed(crowd, kind, client, title="", party_4=third.pk))
    assert in_sight(answer) == ["party_1", "party_2", "party_3", "party_4"]
    chosen = soup_of(answer).select_one("select[name=party_4] option[selected]")
    assert chosen["value"] == str(third.pk)


def test_a_party_named_twice_is_said_at_its_row_which_stands_open(crowd, client, kind):
    first = crowd.parties[0]
    answer = send(client, crowd, typed(crowd, kind, client, party_3=first.pk))
    assert list(answer.context["form"].errors) == ["party_3"]
    assert "pihak ke-2" in str(answer.context["form"].errors["party_3"])
    assert in_sight(answer)[-1] == "party_3"
    assert soup_of(answer).select_one(".error-summary a")["href"] == "#id_party_3"
    assert not Agreement.objects.exists()


def test_of_one_wrong_party_nothing_is_said_at_another_row(crowd, client, kind):
    """That two are missing would stand at the third row, which is folded away."""
    name, twice = "agreement-register", {"party_2": crowd.parties[1].pk}
    data = typed(crowd, kind, client, name, signed_on=day(crowd.days(-3)), **twice)
    answer = send(client, crowd, data | {"file": pdf()}, name)
    assert list(answer.context["form"].errors) == ["party_2"]


def test_a_party_of_another_collaboration_or_of_yesterday_is_refused(crowd, client, kind):
    gone = PartyFactory(
        collaboration=crowd.collaboration,
        left=True,
        starts_on=crowd.days(-9),
        ends_on=crowd.days(-1),
    )
    shown = opened(client, crowd, kind).content.decode()
    for stranger in (PartyFactory(), gone):
        assert stranger.organization.name not in shown
        answer = send(client, crowd, typed(crowd, kind, client, party_3=stranger.pk))
        assert list(answer.context["form"].errors) == ["party_3"]
        assert not Agreement.objects.exists()


def test_a_decree_is_registered_with_its_issuer_alone(crowd, client):
    decree = AgreementTypeFactory(is_one_sided=True)
    name, data = "agreement-register", {"signed_on": day(crowd.days(-3)), "party_2": ""}
    nobody = typed(crowd, decree, client, name, **data, party_1="") | {"file": pdf()}
    assert "menerbitkannya" in str(send(client, crowd, nobody, name).context["form"].errors)
    issued = typed(crowd, decree, client, name, **data) | {"file": pdf()}
    assert send(client, crowd, issued, name).status_code == 302
    assert places_of(Agreement.objects.get()) == [(crowd.parties[1], True)]


def test_choosing_another_kind_keeps_the_rows(crowd, client, kind):
    other, third = AgreementTypeFactory(), crowd.collaboration.parties.last()
    data = typed(crowd, kind, client, type=other.pk, choose="1", party_3=third.pk)
    answer = send(client, crowd, data)
    assert answer.context["form"]["party_3"].value() == str(third.pk)
    assert in_sight(answer)[-1] == "party_3"
