"""Submitting from the grid: only what the page shows, and what is odd only when it was seen."""

import pytest

from agreements.goals.states import MeasurementState
from agreements.goals.transitions import locks, measurements
from agreements.models import Measurement
from tests.agreements.goals.scene import entered, months, scene, submitted
from tests.agreements.goals.test_grid_beside import address, cell, opened, sent
from tests.factories.actors import RegionFactory
from tests.factories.goals import TargetFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def states():
    rows = Measurement.objects.standing().order_by("ends_on")
    return [(int(row.value), row.state) for row in rows]


def said(answer):
    return [one.get_text(" ", strip=True) for one in soup_of(answer).select("#messages .alert")]


def test_on_a_phone_the_button_names_its_period_and_submits_only_that(client, sign_in):
    at = scene()
    early, late = months(2)
    entered(at, period=early, value=40)
    sign_in(at.member)
    page = address(at, period=late.key)
    buttons = soup_of(client.get(page)).select("button[name=submit]")
    assert [button["value"] for button in buttons] == ["1", late.key]
    assert late.short in buttons[1].get_text()
    typed = {**opened(client, at), cell(at, late): "50", "submit": late.key}
    assert said(client.post(page, typed, follow=True)) == ["1 nilai diajukan."]
    assert states() == [(40, S.DRAFT), (50, S.SUBMITTED)]


def test_a_block_fills_the_cell_of_a_draft_too(client, sign_in):
    at = scene()
    entered(at, value=40)
    sign_in(at.member)
    block = {"block": f"{at.indicator.name}\t41", "check": "1", "first": "5"}
    answer = client.post(address(at), {**opened(client, at), **block})
    assert answer.status_code == 200
    assert sent(answer)[cell(at, months(1)[0])] == "41"
    assert not soup_of(answer).select(".is-error")


def test_what_was_typed_into_another_period_is_kept_as_a_draft(client, sign_in):
    at = scene()
    early, late = months(2)
    sign_in(at.member)
    typed = {**opened(client, at), cell(at, early): "40", cell(at, late): "50"}
    answer = client.post(address(at), {**typed, "submit": late.key}, follow=True)
    assert said(answer) == ["1 nilai diajukan.", "1 nilai disimpan sebagai konsep."]
    assert states() == [(40, S.DRAFT), (50, S.SUBMITTED)]


def test_a_wide_page_shows_every_period_and_submits_them_all(client, sign_in):
    at = scene()
    early, late = months(2)
    entered(at, period=early, value=40)
    sign_in(at.member)
    client.post(address(at), {**opened(client, at), cell(at, late): "50", "submit": "1"})
    assert states() == [(40, S.SUBMITTED), (50, S.SUBMITTED)]


def test_a_period_that_nobody_has_submits_nothing(client, sign_in):
    at = scene()
    entered(at, value=40)
    sign_in(at.member)
    client.post(address(at), {**opened(client, at), "submit": "2"})
    assert states() == [(40, S.DRAFT)]


def test_a_draft_that_another_saved_meanwhile_is_shown_before_it_is_submitted(client, sign_in):
    at = scene()
    early, late = months(2)
    entered(at, period=early, value=40)
    sign_in(at.member)
    page = opened(client, at)
    entered(at, by=at.colleague, period=early, value=41)
    entered(at, by=at.colleague, period=late, value=51)
    answer = client.post(address(at), {**page, "submit": "1"})
    assert answer.status_code == 422
    listed = soup_of(answer).select_one(".alert-warning ul").get_text(" ", strip=True)
    assert "41" in listed
    assert "51" in listed
    assert states() == [(41, S.DRAFT), (51, S.DRAFT)]
    client.post(address(at), {**sent(answer), "submit": "1"})
    assert states() == [(41, S.SUBMITTED), (51, S.SUBMITTED)]


def test_a_fraction_of_whole_things_asks_once_more(client, sign_in):
    at = scene(unit="keluarga")
    period = months(1)[0]
    sign_in(at.member)
    typed = {**opened(client, at), cell(at, period): "1.150,5", "submit": "1"}
    answer = client.post(address(at), typed)
    assert answer.status_code == 422
    assert "Belum ada yang disimpan atau diajukan" in answer.content.decode()
    assert "Biasanya bilangan bulat untuk “keluarga”" in answer.content.decode()
    assert not Measurement.objects.exists()
    again = client.post(address(at), {**sent(answer), "submit": "1"}, follow=True)
    assert said(again) == ["1 nilai diajukan."]
    assert states() == [(1150, S.SUBMITTED)]


def test_another_fraction_than_the_one_that_was_seen_asks_again(client, sign_in):
    at = scene(unit="keluarga")
    name = cell(at, months(1)[0])
    sign_in(at.member)
    answer = client.post(address(at), {**opened(client, at), name: "1.150,5", "submit": "1"})
    again = client.post(address(at), {**sent(answer), name: "1.160,5", "submit": "1"})
    assert again.status_code == 422
    assert not Measurement.objects.exists()


def test_a_draft_with_a_fraction_is_saved_and_its_page_warns_each_time(client, sign_in):
    at = scene(unit="keluarga")
    name = cell(at, months(1)[0])
    sign_in(at.member)
    answer = client.post(
        address(at), {**opened(client, at), name: "1.150,5", "save": "1"}, follow=True
    )
    assert any("bilangan bulat" in one for one in said(answer))
    shown = opened(client, at)
    assert shown[f"seen-{name}"] == "1.150,5"
    client.post(address(at), {**shown, "submit": "1"})
    assert states() == [(1150, S.SUBMITTED)]


def test_regions_that_do_not_make_up_the_whole_are_said_after_saving(client, sign_in):
    at = scene(unit="keluarga")
    region = RegionFactory()
    TargetFactory(indicator=at.indicator, region=region)
    period = months(1)[0]
    sign_in(at.member)
    page = address(at, indicator=at.indicator.pk)
    names = [cell(at, period), f"c-{at.indicator.pk}-{region.pk}-{period.key}"]
    typed = {**sent(client.get(page)), names[0]: "100", names[1]: "90", "save": "1"}
    messages = said(client.post(page, typed, follow=True))
    assert any("90" in one and period.label in one for one in messages)
    typed = {**sent(client.get(page)), names[1]: "100", "save": "1"}
    assert said(client.post(page, typed, follow=True)) == ["1 nilai disimpan sebagai konsep."]


def test_a_returned_value_shows_the_verifier_s_note_at_its_cell_until_it_is_reported_again(
    client, sign_in
):
    at = scene()
    value = submitted(at)
    measurements.give_back(measurement=value, by=at.auditor, note="Bukti kurang")
    sign_in(at.member)
    note = f"#{cell(at, months(1)[0])}-note"
    soup = soup_of(client.get(address(at)))
    assert soup.select_one(note).get_text(" ", strip=True) == "Dikembalikan: Bukti kurang"
    assert soup.find(id=note[1:].removesuffix("-note"))["aria-describedby"] == note[1:]
    draft = entered(at, value=51)
    assert "Bukti kurang" in soup_of(client.get(address(at))).select_one(note).get_text()
    measurements.submit(measurement=draft, by=at.member)
    assert "Bukti kurang" not in client.get(address(at)).content.decode()
    measurements.give_back(measurement=draft, by=at.auditor, note="Masih kurang")
    page = client.get(address(at)).content.decode()
    assert "Masih kurang" in page
    assert "Bukti kurang" not in page


def test_a_draft_that_follows_nothing_has_no_note(client, sign_in):
    at = scene()
    entered(at)
    sign_in(at.member)
    assert "Dikembalikan" not in client.get(address(at)).content.decode()


def test_a_draft_in_locked_days_does_not_hold_up_the_others(client, sign_in):
    at = scene()
    early, late = months(2)
    entered(at, period=early, value=40)
    entered(at, period=late, value=50)
    days = {"starts_on": early.starts_on, "ends_on": early.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    sign_in(at.member)
    client.post(address(at), {**opened(client, at), "submit": "1"})
    assert states() == [(40, S.DRAFT), (50, S.SUBMITTED)]
