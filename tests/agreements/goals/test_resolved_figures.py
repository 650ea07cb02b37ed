"""What was resolved between figures holds: who told one keeps out, and what lost stays out."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.goals.measure_page import facts_of
from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.transitions import measurements, rivalries
from agreements.models import Measurement, Rivalry
from collabgov.kit.errors import Refused
from tests.agreements.goals.scene import months, scene, speaker_of, submitted, told, verified
from tests.factories.charter import PartyFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def resolved(at, rivalry, kept=None, **said):
    return rivalries.resolve(
        rivalry=rivalry, by=at.auditor, kept=kept, resolution="Dibandingkan", **said
    )


def settle(at, value):
    return measurements.settle(measurement=value, by=at.auditor, resolution="Benar")


def corrected(at, value, number):
    said = {"reason": "Dihitung ulang", "value": Decimal(number)}
    return measurements.correct(measurement=value, by=at.member, **said)


def badges(client, rivalry):
    """What stands below each figure of the page."""
    page = soup_of(client.get(rivalry.get_absolute_url()))
    return [
        [badge.get_text(" ", strip=True) for badge in card.select(".badges > *")]
        for card in page.select(".figure-card")
    ]


def test_who_told_a_figure_does_not_say_whether_it_stands(client, sign_in):
    at = scene()
    value = verified(at)
    rivalry = told(at, value, by=at.coordinator)
    with pytest.raises(Refused, match="Anda"):
        rivalries.resolve(
            rivalry=rivalry, by=at.coordinator, kept=None, told_stands=True, resolution="x"
        )
    sign_in(at.coordinator)
    resolve = reverse("agreements:rivalry-resolve", args=[rivalry.pk])
    assert client.post(resolve, {"kept": "told", "resolution": "x"}).status_code == 403
    page = client.get(rivalry.get_absolute_url()).content.decode()
    assert resolve not in page
    assert "menyampaikan" in page
    rivalry.refresh_from_db()
    value.refresh_from_db()
    assert (rivalry.state, value.state) == (RivalryState.OPEN, S.VERIFIED)
    assert at.auditor.has_perm("agreements.resolve_rivalry", rivalry)


@pytest.mark.parametrize("told_stands", [True, False])
def test_a_value_that_lost_to_what_was_told_or_to_nothing_is_not_settled(told_stands):
    at = scene()
    value = verified(at)
    rivalry = resolved(at, told(at, value), told_stands=told_stands)
    with pytest.raises(Refused, match="tidak berlaku"):
        settle(at, value)
    value.refresh_from_db()
    assert value.state == S.DISPUTED
    facts = facts_of(value, at.auditor)
    assert (facts["lost"], facts["steps"]) == (rivalry, [])
    assert facts_of(value, at.member)["steps"] == ["correct"]


def test_a_party_s_figure_that_lost_is_not_settled_and_the_one_that_stands_is():
    at = scene()
    kept = submitted(at)
    lost = submitted(at, party=at.other, by=at.other_member, value=70)
    resolved(at, Rivalry.objects.get(), kept)
    with pytest.raises(Refused, match="tidak berlaku"):
        settle(at, lost)
    measurements.dispute(
        measurement=kept, by=at.auditor, reason="Dibandingkan"
    )  # the same words, later
    assert settle(at, kept).state == S.SUBMITTED


def test_who_was_doubted_alone_is_settled_and_compared_anew():
    at = scene()
    early = verified(at, period=months(2)[0])
    resolved(at, told(at, early), early)
    doubted = submitted(at)
    doubted = measurements.dispute(measurement=doubted, by=at.auditor, reason="Dibandingkan")
    third = PartyFactory(collaboration=at.collaboration)
    submitted(at, party=at.other, by=at.other_member, value=70)
    stands = submitted(at, party=third, by=speaker_of(third), value=80)
    rivalry = Rivalry.objects.unresolved().get()
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=stands, resolution="Cocok")
    page = facts_of(doubted, at.auditor)
    assert (page["lost"], page["steps"]) == (None, ["settle"])
    settle(at, doubted)
    assert Rivalry.objects.unresolved().count() == 1


def test_a_corrected_value_that_still_says_otherwise_is_compared_again(client, sign_in):
    at = scene()
    value = verified(at)
    first = resolved(at, told(at, value), told_stands=True)
    new = corrected(at, value, 50)
    again = Rivalry.objects.unresolved().get()
    same = ("told_value", "told_source", "why", "raised_by")
    assert all(getattr(again, name) == getattr(first, name) for name in same)
    measurements.verify(measurement=new, by=at.auditor)
    assert not Measurement.objects.counted().exists()
    sign_in(at.auditor)
    page = client.get(first.get_absolute_url()).content.decode()
    assert again.get_absolute_url() in page
    assert badges(client, first)[1][-1] == "Berlaku saat diselesaikan"
    resolved(at, again, new)
    assert list(Measurement.objects.counted()) == [new]
    assert badges(client, again)[0][-1] == "Berlaku"
    corrected(at, new, 55)  # the told figure stands no longer
    assert not Rivalry.objects.unresolved().exists()
    assert badges(client, again)[0][-1] == "Berlaku saat diselesaikan"
    assert badges(client, again)[1][-1] == "Dilaporkan setelah diselesaikan"


def test_a_corrected_value_that_says_what_stands_is_compared_with_nothing():
    at = scene()
    value = verified(at)
    resolved(at, told(at, value), told_stands=True)
    new = corrected(at, value, 70)
    assert not Rivalry.objects.unresolved().exists()
    assert list(Measurement.objects.to_verify()) == [new]


def test_the_page_of_a_value_that_lost_says_where_it_was_compared(client, sign_in):
    at = scene()
    value = verified(at)
    rivalry = resolved(at, told(at, value))
    sign_in(at.auditor)
    soup = soup_of(client.get(value.get_absolute_url()))
    (link,) = soup.select("[aria-labelledby=next-title] a")
    assert link["href"] == rivalry.get_absolute_url()
    address = reverse("agreements:measurement-settle", args=[value.pk])
    answer = client.post(address, {"reason": "nah"})
    assert answer.status_code == 200
    assert "tidak berlaku" in answer.content.decode()


def test_who_corrects_a_verified_value_reads_that_nothing_counts_meanwhile(client, sign_in):
    at = scene()
    sign_in(at.member)
    for value, is_said in ((verified(at), True), (submitted(at, period=months(2)[0]), False)):
        page = client.get(reverse("agreements:measurement-correct", args=[value.pk]))
        assert ("tidak dihitung lagi" in page.content.decode()) is is_said
