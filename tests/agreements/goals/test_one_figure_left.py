"""A rivalry of which one figure is left: settled where the parties agree, told where not."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.transitions import measurements, rivalries
from agreements.models import Measurement, Rivalry
from tests.agreements.goals.scene import scene, submitted, told, verified
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def differing(at):
    own = verified(at)
    other = submitted(at, party=at.other, by=at.other_member, value=70)
    return own, other, Rivalry.objects.get()


def corrected(at, value, number, *, by=None):
    facts = {"reason": "Salah hitung", "value": Decimal(number)}
    return measurements.correct(measurement=value, by=by or at.other_member, **facts)


def test_a_party_that_corrects_its_figure_to_the_other_ends_it():
    at = scene()
    own, other, rivalry = differing(at)
    new = corrected(at, other, 50)
    rivalry.refresh_from_db()
    assert (rivalry.state, rivalry.kept, rivalry.resolved_by) == (
        RivalryState.RESOLVED,
        new,
        at.other_member,
    )
    assert rivalry.resolution
    assert list(Measurement.objects.counted()) == [own]


def test_a_correction_that_still_differs_leaves_it_open():
    at = scene()
    _own, other, rivalry = differing(at)
    corrected(at, other, 60)
    rivalry.refresh_from_db()
    assert rivalry.state == RivalryState.OPEN


@pytest.mark.parametrize("verb", ["return", "dispute"])
def test_a_figure_that_is_returned_or_disputed_does_not_let_the_other_win(verb):
    at = scene()
    _own, other, rivalry = differing(at)
    if verb == "return":
        measurements.give_back(measurement=other, by=at.auditor, note="Bukti kurang")
    else:
        measurements.dispute(measurement=other, by=at.representative, reason="Ragu")
    rivalry.refresh_from_db()
    assert rivalry.state == RivalryState.OPEN
    assert not Measurement.objects.counted().exists()
    [row] = Rivalry.objects.for_list()
    assert (row.figures_left, row.is_alone) == (1, True)


def test_a_single_figure_that_is_corrected_settles_nothing():
    at = scene()
    own, other, rivalry = differing(at)
    measurements.give_back(measurement=other, by=at.auditor, note="Bukti kurang")
    corrected(at, own, 55, by=at.member)
    rivalry.refresh_from_db()
    assert rivalry.state == RivalryState.OPEN


def test_a_figure_from_elsewhere_waits_for_somebody_s_word():
    at = scene()
    value = verified(at)
    rivalry = told(at, value)
    [row] = Rivalry.objects.for_list()
    assert (row.figures_left, row.is_alone) == (1, False)
    submitted(at, party=at.other, by=at.other_member)
    corrected(at, value, 70, by=at.member)
    rivalry.refresh_from_db()
    assert rivalry.state == RivalryState.OPEN
    [row] = Rivalry.objects.for_list()
    assert (row.figures_left, row.is_alone) == (2, False)


def test_a_resolved_one_is_not_alone():
    at = scene()
    own, _other, rivalry = differing(at)
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution="Cocok")
    [row] = Rivalry.objects.for_list()
    assert (row.figures_left, row.is_alone) == (1, False)


def test_pages_say_that_one_figure_is_left_and_it_can_be_resolved(client, sign_in):
    at = scene()
    own, other, rivalry = differing(at)
    sign_in(at.coordinator)
    waiting = reverse("agreements:measurement-to-verify")
    for page in (rivalry.get_absolute_url(), waiting):
        assert "Tinggal satu angka" not in client.get(page).content.decode()
    measurements.give_back(measurement=other, by=at.auditor, note="Bukti kurang")
    for page in (rivalry.get_absolute_url(), waiting):
        assert "Tinggal satu angka" in client.get(page).content.decode()
    home = soup_of(client.get("/"))
    assert home.select_one(f'a[href="{waiting}#rival-title"]')
    resolve = reverse("agreements:rivalry-resolve", args=[rivalry.pk])
    client.post(resolve, {"kept": own.pk, "resolution": "Cocok dengan bukti"})
    assert list(Measurement.objects.counted()) == [own]


def test_where_no_figure_is_left_the_page_says_so(client, sign_in):
    at = scene()
    own, other, rivalry = differing(at)
    measurements.give_back(measurement=other, by=at.auditor, note="Bukti kurang")
    measurements.dispute(measurement=own, by=at.auditor, reason="Ragu")
    sign_in(at.member)
    assert "Tidak ada angka yang tersisa" in client.get(rivalry.get_absolute_url()).content.decode()


def test_open_ones_wait_for_who_coordinates_there_and_for_auditors():
    at, elsewhere = scene(), scene()
    _own, _other, rivalry = differing(at)
    waiting = [list(Rivalry.objects.waiting_for(user)) for user in (at.coordinator, at.auditor)]
    assert waiting == [[rivalry], [rivalry]]
    for user in (elsewhere.coordinator, at.member):
        assert not Rivalry.objects.waiting_for(user).exists()
