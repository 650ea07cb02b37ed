"""Results of a pulse are talked about at a meeting; the page of each leads to the other."""

import pytest
from django.urls import reverse

from agreements.motivation import transitions
from tests.agreements.motivation.scene import open_pulse
from tests.factories.charter import member_of
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.factories.motivation import PulseDiscussionFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def words(response):
    return " ".join(soup_of(response).text.split())


def published():
    wave, runner = open_pulse()
    return transitions.publish_wave(wave=transitions.close_wave(wave=wave, by=runner), by=runner)


def links_on(response):
    return {link["href"] for link in soup_of(response).select("main a[href]")}


def test_results_are_taken_to_a_planned_meeting_and_each_page_leads_to_the_other(client, sign_in):
    wave = published()
    meeting = MeetingFactory(collaboration=wave.collaboration, planned=True)
    sign_in(member_of(wave.collaboration))
    assert wave.get_absolute_url() not in links_on(client.get(meeting.get_absolute_url()))
    done = client.post(page("pulse-discuss", wave), {"meeting": meeting.pk})
    assert done.url == wave.get_absolute_url()
    topic = meeting.agenda_items.get()
    assert wave.title in topic.topic
    there = f"{meeting.get_absolute_url()}#topic-{topic.pk}"
    assert there in links_on(client.get(wave.get_absolute_url()))
    seen = client.get(meeting.get_absolute_url())
    assert wave.get_absolute_url() in links_on(seen)
    assert soup_of(seen).find(id=f"topic-{topic.pk}")
    assert "Hasil denyut yang dibahas di sini" in words(seen)


def test_a_later_meeting_that_takes_the_topic_up_leads_to_the_results_too(client, sign_in):
    wave = published()
    row = PulseDiscussionFactory(
        wave=wave, item__meeting=MeetingFactory(collaboration=wave.collaboration)
    )
    later = AgendaItemFactory(
        meeting=MeetingFactory(collaboration=wave.collaboration, planned=True),
        thread=row.item.thread,
    )
    other = AgendaItemFactory(meeting=MeetingFactory(collaboration=wave.collaboration))
    sign_in(member_of(wave.collaboration))
    for topic in (row.item, later):
        meeting = topic.meeting.get_absolute_url()
        assert wave.get_absolute_url() in links_on(client.get(meeting))
        assert f"{meeting}#topic-{topic.pk}" in links_on(client.get(wave.get_absolute_url()))
    assert wave.get_absolute_url() not in links_on(client.get(other.meeting.get_absolute_url()))


def test_a_meeting_leads_to_no_pulse_that_is_not_published(client, sign_in):
    row = PulseDiscussionFactory()
    sign_in(member_of(row.wave.collaboration))
    seen = links_on(client.get(row.item.meeting.get_absolute_url()))
    assert row.wave.get_absolute_url() not in seen


def test_meetings_cost_the_same_however_many_pulses_are_talked_about(
    client, sign_in, assert_flat_queries
):
    wave = published()
    meeting = MeetingFactory(collaboration=wave.collaboration, planned=True)
    sign_in(member_of(wave.collaboration))

    def talk(number):
        for _each in range(number):
            item = AgendaItemFactory(meeting=meeting)
            PulseDiscussionFactory(wave=wave, item=item)

    talk(1)
    for path in (meeting.get_absolute_url(), wave.get_absolute_url()):
        assert_flat_queries(path, grow=lambda: talk(4), ceiling=40)


def test_where_no_meeting_is_planned_the_page_leads_to_planning_one(client, sign_in):
    wave = published()
    MeetingFactory(collaboration=wave.collaboration)
    sign_in(member_of(wave.collaboration))
    seen = client.get(page("pulse-discuss", wave))
    assert "Belum ada rapat yang direncanakan" in words(seen)
    assert not soup_of(seen).select("main select, main form")
    plan = f"{reverse('agreements:meeting-create')}?collaboration={wave.collaboration_id}"
    assert plan in links_on(seen)
    assert client.get(plan).status_code == 200
    assert wave.get_absolute_url() in links_on(seen)
    assert client.post(page("pulse-discuss", wave), {}).status_code == 200
    MeetingFactory(collaboration=wave.collaboration, planned=True)
    assert soup_of(client.get(page("pulse-discuss", wave))).select("main select")
