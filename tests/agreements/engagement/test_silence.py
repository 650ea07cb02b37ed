"""Who has said nothing has not agreed: every place that tells of a decision counts the silent."""

import csv

import pytest
from django.urls import reverse

from actors.accounts.models import SiteRole
from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.paper import minutes_words
from agreements.engagement.snapshot import snapshot_of
from agreements.letters.kinds import Purpose
from agreements.letters.writing import written
from agreements.models import Decision, Party
from collabgov.kit.prose import plain
from tests.agreements.engagement.deciding import Scene
from tests.agreements.letters.test_writing import text_of
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.engagement import DecisionFactory, MinutesAnswerFactory, MinutesVersionFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:decision-list"
COUNTS = "1 mendukung, 0 menerima, 0 tidak menghalangi, 0 berkeberatan, 1 belum menyatakan sikap"


@pytest.fixture
def scene():
    return Scene()


def url(name, record, *more):
    return reverse(f"agreements:{name}", args=[record.pk, *more])


def half_silent(scene):
    """The health office supports it, the works office has said nothing."""
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    return scene.decide(decision)


def test_the_register_counts_also_who_has_not_said(client, scene, sign_in):
    half_silent(scene)
    sign_in(scene.coordinator)
    assert COUNTS in client.get(reverse(LIST)).text


def test_before_the_parties_are_asked_the_register_counts_nobody(client, scene, sign_in):
    scene.put_forward()
    sign_in(scene.coordinator)
    assert "belum menyatakan sikap" not in client.get(reverse(LIST)).text


def test_a_file_of_the_register_has_a_column_for_the_silent(client, scene, sign_in):
    half_silent(scene)
    sign_in(scene.coordinator)
    answer = client.get(reverse(LIST), {"format": "csv"})
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    separator = ";" if ";" in lines[0] else ","
    head, row = list(csv.reader(lines, delimiter=separator))[:2]
    said = dict(zip(head, row, strict=True))
    assert said["pihak yang mendukung"] == "1"
    assert said["pihak yang berkeberatan"] == "0"
    assert said["pihak yang belum menyatakan sikap"] == "1"


def test_only_parties_that_decide_are_counted(scene):
    def counted():
        row = Decision.objects.with_stances().get(pk=decision.pk)
        said = row.counted
        return said[Stance.SUPPORT], said[Stance.NOT_STATED], row.counted_on_behalf.total()

    decision = half_silent(scene)
    assert counted() == (1, 1, 0)
    PartyFactory(collaboration=scene.collaboration)
    scene.says(decision, scene.works, by=scene.coordinator)
    assert counted() == (2, 1, 1)
    Party.objects.filter(pk=scene.works.pk).update(voice=Voice.CONSULTED)
    assert counted() == (1, 1, 0)


def test_the_register_costs_the_same_for_few_and_many(scene, sign_in, assert_flat_queries):
    def more():
        DecisionFactory.create_batch(4, meeting=scene.first)
        PartyFactory.create_batch(4, collaboration=scene.collaboration)
        half_silent(scene)

    DecisionFactory(meeting=scene.first)
    sign_in(scene.coordinator)
    assert_flat_queries(reverse(LIST), grow=more, ceiling=20)


def test_minutes_on_paper_count_the_silent(scene):
    half_silent(scene)
    words = minutes_words(scene.first, say=plain)
    (decision,) = [each for item in words["items"] for each in item["decisions"]]
    assert decision["positions"].startswith(COUNTS)
    assert COUNTS in text_of(written(words, purpose=Purpose.MINUTES))


def test_minutes_on_paper_say_that_nobodys_position_is_recorded(client, scene, sign_in):
    """Written down at once in the meeting: consensus, says whoever wrote it."""
    DecisionFactory(meeting=scene.first, agenda_item=scene.item)
    sign_in(scene.coordinator)
    text = client.get(url("meeting-minutes-print", scene.first)).text
    assert "Tidak ada sikap pihak yang tercatat; itu bukan persetujuan." in text


def test_the_form_says_who_is_silent_before_it_is_decided(client, scene, sign_in):
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    sign_in(scene.coordinator)
    text = client.get(url("decision-decide", decision)).text
    assert COUNTS in text
    assert "1 pihak belum menyatakan sikap. Diam bukan persetujuan" in text
    assert scene.works.organization.label in text
    scene.says(decision, scene.works)
    assert "Diam bukan persetujuan" not in client.get(url("decision-decide", decision)).text


# --- minutes ------------------------------------------------------------------------------------


def test_minutes_confirmed_on_behalf_are_told_apart_from_ones_own_word(client, scene, sign_in):
    decision = scene.deliberated()
    version = MinutesVersionFactory(meeting=scene.first)
    MinutesAnswerFactory(minutes=version, party=scene.health, confirms=True)
    MinutesAnswerFactory(minutes=version, party=scene.works, confirms=True, is_on_behalf=True)
    MinutesAnswerFactory(minutes=version, party=scene.asked)
    sign_in(scene.coordinator)
    text = client.get(decision.get_absolute_url()).text
    assert "dikonfirmasi oleh 1 dari 3 pihak" in text
    assert "belum oleh pihaknya sendiri: " + scene.works.organization.label in text
    assert "belum menjawab: " + scene.asked.organization.label in text


# --- forms that would only refuse -------------------------------------------------------------


def test_a_form_that_could_only_refuse_says_so_before_it_is_filled_in(client, scene, sign_in):
    decision, row = scene.objected()
    sign_in(scene.coordinator)
    refusal = f"keberatan {scene.works.organization.label} belum"
    assert refusal in client.get(url("decision-decide", decision)).text
    assert url("decision-decide", decision) not in client.get(decision.get_absolute_url()).text
    scene.answer(row)
    assert refusal not in client.get(url("decision-decide", decision)).text


def test_on_a_closed_topic_no_button_leads_to_a_refusal(client, scene, sign_in):
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    transitions.close_item(item=scene.item, by=scene.coordinator)
    sign_in(scene.coordinator)
    text = client.get(decision.get_absolute_url()).text
    assert "Topiknya sudah ditutup" in text
    for name, record in (
        ("decision-decide", decision),
        ("decision-position", decision),
        ("option-create", scene.item),
    ):
        assert url(name, record) not in text
    for name, record in (("decision-decide", decision), ("decision-create", scene.item)):
        assert "ditutup" in client.get(url(name, record)).text


def test_nothing_to_name_or_to_be_changed_by_gives_no_button(client, scene, sign_in):
    decision = scene.decided()
    sign_in(scene.coordinator)
    text = client.get(decision.get_absolute_url()).text
    assert url("decision-instrument", decision) not in text
    assert url("decision-amend", decision) not in text


def test_the_form_says_for_whom_a_position_is_stated(client, scene, sign_in):
    decision = scene.deliberated()
    address = f"{url('decision-position', decision)}?party={scene.works.pk}"
    words = f"Anda menyatakan ini atas nama {scene.works.organization.name}"
    sign_in(scene.coordinator)
    assert words in client.get(address).text
    sign_in(scene.works_speaker)
    assert words not in client.get(address).text


def test_who_no_longer_speaks_for_the_party_keeps_what_was_typed(client, scene, sign_in):
    decision = scene.deliberated()
    sign_in(scene.works_speaker)
    scene.works.representatives.all().delete()
    typed = {"party": scene.works.pk, "stance": Stance.OBJECT, "reason": "Beban belum dihitung."}
    answer = client.post(url("decision-position", decision), typed)
    assert answer.status_code == 403
    assert "Beban belum dihitung." in answer.text


def test_minutes_name_nobody_silent_who_was_not_asked(scene):
    decision = scene.put_forward(text="Belum ditanyakan")
    (row,) = snapshot_of(scene.first)["agenda"][0]["decisions"]
    assert row["positions"] == []
    transitions.begin_deliberation(decision=decision, by=scene.coordinator)
    (row,) = snapshot_of(scene.first)["agenda"][0]["decisions"]
    assert {each["stance"] for each in row["positions"]} == {Stance.NOT_STATED}


def test_to_close_a_settled_topic_is_said_to_those_who_may(client, scene, sign_in):
    scene.decided()
    type(scene.item).objects.filter(pk=scene.item.pk).update(is_open=True)
    said = []
    for user in (scene.coordinator, UserFactory(role=SiteRole.AUDITOR)):
        sign_in(user)
        page = soup_of(client.get(scene.first.get_absolute_url()))
        said.append("Tutup topik ini; sebelum" in page.main.get_text())
    assert said == [True, False]
