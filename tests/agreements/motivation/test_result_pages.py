"""What the pages of a closed and a published pulse show, and what they keep to themselves."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.models import Collaboration, PulseResult, PulseSpool
from agreements.motivation import transitions
from agreements.motivation.states import WaveState
from tests.agreements.motivation.scene import (
    ask,
    let_answer,
    open_pulse,
    steps,
    together,
    tokens_of,
)
from tests.factories.action import CommitmentFactory
from tests.factories.charter import coordinator_of, member_of
from tests.factories.motivation import (
    PulseSpoolFactory,
    PulseWaveFactory,
    open_as,
)
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def words(response):
    return " ".join(soup_of(response).text.split())


# --- those who read ----------


def published(*opinions, parties=8, comment="", **fields):
    wave, runner = open_pulse(parties=parties, each=3, **fields)
    let_answer(wave, *opinions, comment=comment)
    wave = transitions.close_wave(wave=wave, by=runner)
    return transitions.publish_wave(wave=wave, by=runner)


def test_a_pulse_that_comes_too_soon_is_said(client, sign_in):
    before = published(*[4] * 6, *[3] * 6)
    sign_in(before.changes.first().made_by)
    soon = PulseWaveFactory(
        collaboration=before.collaboration, opens_on=before.closes_on + dt.timedelta(days=30)
    )
    assert "tiga bulan" in words(client.get(page("pulse-detail", soon)))


def test_nothing_is_seen_before_it_is_published(client, sign_in):
    wave, runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 12)
    wave = transitions.close_wave(wave=wave, by=runner)
    sign_in(runner)
    assert "Median" not in words(client.get(page("pulse-detail", wave)))
    assert not PulseResult.objects.visible_to(runner).exists()


def test_four_of_nine_are_withheld_and_the_records_of_promises_stand_there(client, sign_in):
    wave = published(5, 5, 5, 5, parties=3)
    CommitmentFactory(collaboration=wave.collaboration)
    sign_in(member_of(wave.collaboration))
    seen = words(client.get(page("pulse-detail", wave)))
    assert "<5 dari 9" in seen
    assert "4 dari 9" not in seen
    assert "44%" not in seen
    tab = words(client.get(page("collaboration-motivation", wave.collaboration)))
    assert "<5 dari 9" in tab
    assert "4 dari 9" not in tab
    assert "Responden terlalu sedikit" in seen
    assert "janji" in seen
    assert "Median" not in seen


def test_fifteen_of_twenty_four_show_median_spread_mean_and_remarks(client, sign_in):
    wave = published(*[4] * 8, *[3] * 4, *[2] * 3, comment="Rapatnya lama.")
    sign_in(member_of(wave.collaboration))
    seen = client.get(page("pulse-detail", wave))
    text = words(seen)
    assert "15 dari 24" in text
    assert "(62%)" in text
    assert "5 dari 8 pihak" in text
    assert "4,0" in text
    assert "3,3 (3,1\N{EN DASH}3,6)" in text  # of fifteen of twenty-four: see test_scoring
    assert text.count("Rapatnya lama.") == 15
    statements = soup_of(seen).select("table")[1].select("tbody tr")
    counts = [[int(cell.text) for cell in row.select("td")] for row in statements]
    assert len(counts) == 12
    assert all(sum(row) == 15 and sorted(row) == [0, 0, 0, 3, 4, 8] for row in counts)
    check_html(seen)


def test_of_parties_with_one_voice_each_the_page_does_not_say_how_many_were_heard(client, sign_in):
    wave, runner = open_pulse(parties=6)
    let_answer(wave, *[4, 3, 2] * 2)
    wave = transitions.close_wave(wave=wave, by=runner)
    sign_in(runner)
    for _state in ("closed", "published"):
        seen = words(client.get(page("pulse-detail", wave)))
        assert "6 dari 6 pihak" not in seen
        assert "6 pihak ditanya; dari berapa pihak ada yang menjawab tidak disebut" in seen
        client.post(reverse("agreements:pulse-move", args=[wave.pk, "publish"]))


def test_promises_beside_the_results_open_what_they_count(client, sign_in):
    wave = published(*[4] * 8, *[3] * 4)
    CommitmentFactory.create_batch(2, collaboration=wave.collaboration, kept=True)
    late = timezone.localdate() - dt.timedelta(days=5)
    CommitmentFactory(collaboration=wave.collaboration, kept=True, reported_done_on=late)
    sign_in(member_of(wave.collaboration))
    beside = soup_of(client.get(page("pulse-detail", wave))).select(
        "[aria-labelledby=kept-title] a"
    )
    assert [link.text.split()[0] for link in beside] == ["3", "2"]
    for link in beside:
        rows = soup_of(client.get(link["href"])).select("a.row-title")
        assert len(rows) == int(link.text.split()[0])


def test_government_and_others_stand_apart_where_both_are_many(client, sign_in):
    wave = published(*[4] * 8, *[3] * 4, *[2] * 5, 1, 3, 3, outside=4)
    sign_in(member_of(wave.collaboration))
    rows = soup_of(client.get(page("pulse-detail", wave))).select("table")[0].select("tbody tr")
    told = [" ".join(row.text.split()) for row in rows]
    assert len(told) == 4 * 3
    assert any("di luar pemerintah" in line and "2,0" in line for line in told)
    assert any("pemerintah" in line and "4,0 tidak ditampilkan 3,7 12" in line for line in told)


def test_a_change_is_told_beside_the_pulse_before(client, sign_in):
    early = timezone.localdate() - dt.timedelta(days=200)
    collaboration = together(parties=7)
    runner = coordinator_of(collaboration)
    for opened, opinions in ((early, [2, 3] * 9), (timezone.localdate(), [4, 5] * 9)):
        wave = PulseWaveFactory(collaboration=collaboration, opens_on=opened)
        ask(wave, runner, each=3)
        wave = transitions.open_wave(wave=wave, by=runner, today=opened)
        for token, step in zip(tokens_of(wave), opinions, strict=False):
            transitions.answer(token=token, said=steps(wave, step), today=opened)
        wave = transitions.close_wave(wave=wave, by=runner)
        transitions.publish_wave(wave=wave, by=runner)
    sign_in(runner)
    assert "naik sejak denyut sebelumnya" in words(client.get(page("pulse-detail", wave)))
    frozen = PulseResult.objects.filter(wave=wave, circle="all").exclude(measure="")
    assert set(frozen.values_list("change", flat=True)) == {1}
    first = PulseResult.objects.filter(wave__in=collaboration.pulse_waves.before(wave))
    assert set(first.values_list("change", flat=True)) == {None}


def test_the_tab_costs_the_same_however_many_pulses_there_are(client, sign_in, assert_flat_queries):
    wave = PulseWaveFactory()
    sign_in(member_of(wave.collaboration))

    def grow():
        for number in range(1, 4):
            begin = wave.opens_on + dt.timedelta(days=100 * number)
            PulseWaveFactory(collaboration=wave.collaboration, opens_on=begin)

    assert_flat_queries(page("collaboration-motivation", wave.collaboration), grow=grow, ceiling=25)


def test_a_wave_costs_the_same_however_many_are_asked(client, sign_in, assert_flat_queries):
    collaboration = together(parties=4)
    runner = sign_in(coordinator_of(collaboration))
    wave = ask(PulseWaveFactory(collaboration=collaboration), runner)

    def grow():
        ask(wave, runner, each=3)

    for name in ("pulse-detail", "pulse-invited"):
        assert_flat_queries(page(name, wave), grow=grow, ceiling=30)


def test_what_is_shown_of_six_is_a_median_and_a_mean(client, sign_in):
    wave = published(5, 4, 4, 3, 3, 2, parties=3)
    sign_in(member_of(wave.collaboration))
    seen = client.get(page("pulse-detail", wave))
    assert words(seen).count("terlalu sedikit untuk menampilkan sebaran jawaban") == 1
    assert len(soup_of(seen).select("table")) == 1
    rows = soup_of(seen).select("table")[0].select("tbody tr")
    for row in rows:
        assert [" ".join(cell.text.split()) for cell in row.select("td")] == [
            "3,5",
            "tidak ditampilkan",
            "3,5",
            "6 dari 9",
        ]


def test_the_interval_says_how_sure_it_is(client, sign_in):
    wave = published(*[4] * 8, *[3] * 4, *[2] * 3)
    sign_in(member_of(wave.collaboration))
    seen = words(client.get(page("pulse-detail", wave)))
    assert "keyakinan 95%" in seen
    assert "Rata-rata (selang 95%)" in seen


def test_where_nearly_all_said_the_same_the_page_says_only_that(client, sign_in):
    wave = published(*[4] * 14, 2)
    sign_in(member_of(wave.collaboration))
    seen = words(client.get(page("pulse-detail", wave)))
    assert "Median" not in seen
    assert "4,0" not in seen
    assert "tanpa membuka apa yang dikatakan tiap orang" in seen


def test_results_are_published_in_a_collaboration_that_is_over(client, sign_in):
    wave, runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 7, *[3] * 4)
    transitions.close_wave(wave=wave, by=runner)
    collaboration = wave.collaboration
    Collaboration.objects.filter(pk=collaboration.pk).update(
        state="closed", ends_on=timezone.localdate()
    )
    sign_in(runner)
    move = reverse("agreements:pulse-move", args=[wave.pk, "publish"])
    assert move in client.get(page("pulse-detail", wave)).content.decode()
    client.post(move)
    wave.refresh_from_db()
    assert wave.state == WaveState.PUBLISHED


def test_a_pulse_past_its_last_day_can_be_ended_without_its_answers(client, sign_in):
    wave, runner = open_pulse()
    let_answer(wave, 4, 4, 4, 3, 3)
    sign_in(runner)
    move = reverse("agreements:pulse-move", args=[wave.pk, "discard"])
    assert move not in client.get(page("pulse-detail", wave)).content.decode()
    days = dt.timedelta(days=30)
    early = {"opens_on": wave.opens_on - days, "closes_on": wave.closes_on - days}
    open_as(wave, **early)
    assert move in client.get(page("pulse-detail", wave)).content.decode()
    client.post(move)
    wave.refresh_from_db()
    assert wave.state == WaveState.OPEN
    PulseSpool.objects.filter(wave=wave).delete()
    open_as(wave, closes_on=timezone.localdate() + days)
    PulseSpoolFactory(wave=wave)
    open_as(wave, **early)
    client.post(move)
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED
    client.post(reverse("agreements:pulse-move", args=[wave.pk, "publish"]))
    assert "tidak dapat dibuka lagi" in words(client.get(page("pulse-detail", wave)))
