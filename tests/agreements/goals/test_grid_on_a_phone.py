"""A phone shows one period of the grid: what is typed comes along to the others."""

import pytest

from agreements.models import Measurement
from tests.agreements.goals.scene import months, scene
from tests.agreements.goals.test_grid_beside import address, cell, opened, sent
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def in_sight(answer):
    heads = soup_of(answer).select(".entry-grid thead th[id]")
    return [head["id"] for head in heads if "grid-other" not in head.get("class", [])]


def test_the_way_to_another_period_takes_along_what_was_typed(client, sign_in):
    at = scene()
    early, late = months(2)
    sign_in(at.member)
    page = client.get(address(at))
    assert in_sight(page) == [f"col-{late.key}"]
    assert early.key in [one["value"] for one in soup_of(page).select("button[name=look]")]
    typed = {**opened(client, at), cell(at, late): "50", "look": early.key}
    answer = client.post(address(at), typed)
    assert in_sight(answer) == [f"col-{early.key}"]
    assert sent(answer)[cell(at, late)] == "50"
    assert not Measurement.objects.exists()
    form = soup_of(answer).select_one("form[data-save-keys]")
    assert f"period={early.key}" in form["action"]


def test_a_period_that_is_none_is_the_newest(client, sign_in):
    at = scene()
    sign_in(at.member)
    answer = client.post(address(at), {**opened(client, at), "look": "x"})
    assert in_sight(answer) == [f"col-{months(1)[0].key}"]


def test_every_period_with_something_wrong_is_in_sight(client, sign_in):
    at = scene()
    early, late = months(2)
    sign_in(at.member)
    typed = {**opened(client, at), cell(at, early): "abc", "save": "1"}
    assert in_sight(client.post(address(at), typed)) == [f"col-{early.key}", f"col-{late.key}"]


def test_every_period_that_a_block_filled_is_in_sight(client, sign_in):
    at = scene()
    first, *_between, last = months(4)
    sign_in(at.member)
    block = {"block": f"{at.indicator.name}\t41", "check": "1", "first": "2"}
    answer = client.post(address(at), {**opened(client, at), **block})
    assert in_sight(answer) == [f"col-{first.key}", f"col-{last.key}"]


def test_enter_saves_and_leads_nowhere_else(client, sign_in):
    at = scene()
    sign_in(at.member)
    form = soup_of(client.get(address(at))).select_one("form[data-save-keys]")
    assert "name" not in form.select_one("button").attrs
