"""The entry grid while somebody else saves, in another language, or for a party one has left."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from django.urls import reverse

from agreements.goals.grid_work import Sheet
from agreements.goals.states import MeasurementState
from agreements.goals.transitions import locks, measurements
from agreements.models import Measurement
from collabgov.kit.errors import Refused
from tests.agreements.goals.scene import entered, months, scene, submitted
from tests.html import soup_of

pytestmark = pytest.mark.django_db
S = MeasurementState


def address(at, **more):
    query = "&".join(f"{k}={v}" for k, v in {"collaboration": at.collaboration.pk, **more}.items())
    return f"{reverse('agreements:measurement-grid')}?{query}"


def cell(at, period):
    return f"c-{at.indicator.pk}-0-{period.key}"


def sent(answer):
    """What the form of the grid sends when nothing more is typed."""
    boxes = soup_of(answer).select("form[data-save-keys] input[name]")
    return {box["name"]: box.get("value", "") for box in boxes}


def opened(client, at):
    return sent(client.get(address(at)))


def saved():
    return sorted(Measurement.objects.values_list("value", flat=True))


def test_saving_an_old_page_leaves_alone_what_another_saved_meanwhile(client, sign_in):
    at = scene()
    first, second = months(2)
    entered(at, period=first, value=40)
    sign_in(at.member)
    page = opened(client, at)
    entered(at, by=at.colleague, period=first, value=41)
    entered(at, by=at.colleague, period=months(3)[0], value=39)
    client.post(address(at), {**page, cell(at, second): "50", "save": "1"})
    assert saved() == [39, 41, 50]


def test_what_two_wrote_into_one_box_is_said_and_then_chosen_knowingly(client, sign_in):
    at = scene()
    period = months(1)[0]
    entered(at, period=period, value=40)
    sign_in(at.member)
    page = opened(client, at)
    entered(at, by=at.colleague, period=period, value=41)
    answer = client.post(address(at), {**page, cell(at, period): "45", "save": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Orang lain sudah menyimpan 41" in shown
    assert 'value="45"' in shown
    assert saved() == [41]
    client.post(address(at), {**sent(answer), "save": "1"})
    assert saved() == [45]


def test_an_emptied_box_throws_no_draft_away_that_another_changed(client, sign_in):
    at = scene()
    period = months(1)[0]
    entered(at, period=period, value=40)
    sign_in(at.member)
    page = opened(client, at)
    entered(at, by=at.colleague, period=period, value=41)
    assert client.post(address(at), {**page, cell(at, period): "", "save": "1"}).status_code == 422
    assert saved() == [41]
    client.post(address(at), {**opened(client, at), cell(at, period): "", "save": "1"})
    assert saved() == []


def test_what_was_typed_into_a_box_that_is_reported_or_locked_by_now_is_not_lost_silently(
    client, sign_in
):
    at = scene()
    early, late = months(2)
    sign_in(at.member)
    page = opened(client, at)
    submitted(at, by=at.colleague, period=late, value=41)
    days = {"starts_on": early.starts_on, "ends_on": early.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    typed = {**page, cell(at, late): "45", cell(at, early): "7", "save": "1"}
    answer = client.post(address(at), typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "“45” tidak disimpan" in shown
    assert "“7” tidak disimpan" in shown
    assert shown.count(f'id="{cell(at, late)}"') == 1
    assert saved() == [41]


def test_a_page_in_another_language_keeps_its_numbers(client, sign_in):
    at = scene()
    first, second = months(2)
    entered(at, period=first, value=1234)
    sign_in(at.member)
    page = {**opened(client, at), "language": "en"}
    page[f"was-{cell(at, first)}"] = page[cell(at, first)] = "1,234"
    client.post(address(at), {**page, cell(at, second): "1,235", "save": "1"})
    assert saved() == [1234, 1235]


def test_a_share_in_another_language_keeps_its_part_and_whole(client, sign_in):
    at = scene(is_share=True)
    period = months(1)[0]
    sign_in(at.member)
    page = {**opened(client, at), "language": "en", "save": "1"}
    client.post(address(at), {**page, cell(at, period): "9,085/16,377"})
    value = Measurement.objects.get()
    assert (value.numerator, value.denominator) == (Decimal(9085), Decimal(16377))


def test_a_page_made_for_a_party_one_no_longer_reports_for_saves_nothing(client, sign_in):
    at = scene()
    sign_in(at.member)
    page = {**opened(client, at), "party": str(at.other.pk), "save": "1"}
    answer = client.post(address(at), {**page, cell(at, months(1)[0]): "5"})
    assert answer.status_code == 422
    assert "tidak lagi melapor" in answer.content.decode()
    assert saved() == []


def test_a_hand_made_form_that_names_no_party_saves_nothing_for_a_guessed_one(client, sign_in):
    at = scene()
    sign_in(at.member)
    page = {**opened(client, at), "save": "1", cell(at, months(1)[0]): "5"}
    del page["party"]
    for language, words in (("id", "tidak dibuat untuk pihak"), ("en", "was not made for")):
        at.member.language = language
        at.member.save(update_fields=["language"])
        answer = client.post(address(at, party=0), page)
        assert (answer.status_code, saved()) == (422, [])
        assert words in answer.content.decode()


def test_a_form_of_one_value_overwrites_nothing_that_another_saved(client, sign_in):
    at = scene()
    draft = entered(at, value=40)
    sign_in(at.member)
    edit = reverse("agreements:measurement-edit", args=[draft.pk])
    form = {"value": "45", "precision": "exact", "version": draft.version}
    entered(at, by=at.colleague, value=41)
    answer = client.post(edit, form)
    assert "41" in answer.content.decode()
    assert saved() == [41]
    create = reverse("agreements:measurement-create", args=[at.indicator.pk])
    slot = {name: getattr(draft, name).strftime("%d/%m/%Y") for name in ("starts_on", "ends_on")}
    refused = client.post(create, {"party": at.own.pk, **slot, "value": "45", "precision": "exact"})
    assert "Sudah ada konsepnya: 41" in refused.content.decode()
    assert saved() == [41]
    draft.refresh_from_db()
    client.post(edit, {**form, "version": draft.version})
    assert saved() == [45]


def test_a_draft_that_was_thrown_away_is_not_brought_back_by_an_old_form(client, sign_in):
    at = scene()
    draft = entered(at, value=40)
    facts = {"starts_on": draft.starts_on, "ends_on": draft.ends_on, "value": Decimal(45)}
    measurements.discard(measurement=draft, by=at.colleague)
    with pytest.raises(Refused, match="menghapusnya"):
        measurements.enter(indicator=at.indicator, party=at.own, by=at.member, version=1, **facts)
    assert saved() == []


def test_a_draft_that_came_or_changed_after_the_grid_was_read_is_not_overwritten():
    at = scene()
    first, second = months(2)
    entered(at, period=first, value=40)
    query = QueryDict(mutable=True)
    query.update({"collaboration": str(at.collaboration.pk)})
    sheet = Sheet.of(query, at.member)
    shown = {f"was-{cell(at, first)}": "40"}
    sheet.grid.read({**shown, cell(at, first): "42", cell(at, second): "52"})
    entered(at, by=at.colleague, period=first, value=41)
    entered(at, by=at.colleague, period=second, value=51)
    with pytest.raises(Refused) as refusal:
        sheet.write(by=at.member)
    assert {name for name, _said in refusal.value.cells} == {cell(at, first), cell(at, second)}
    assert saved() == [41, 51]
