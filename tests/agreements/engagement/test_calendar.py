"""The calendar: a month of meetings and due dates in words, and one day of it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.action.states import CommitmentState
from agreements.engagement.states import MeetingState
from agreements.models import Meeting
from tests.factories.action import CommitmentFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
URL = reverse("agreements:calendar")
DAY = dt.date(2026, 3, 11)  # a Wednesday


@pytest.fixture
def meeting():
    return MeetingFactory(held_on=DAY, title="Rapat data")


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


@pytest.fixture
def page(client, user):
    def page(**asked):
        response = client.get(URL, asked)
        assert response.status_code == 200
        return soup_of(response)

    return page


def meetings_on(day, number, meeting, **fields):
    return MeetingFactory.create_batch(
        number, collaboration=meeting.collaboration, held_on=day, **fields
    )


def due_on(day, meeting, **fields):
    made_on = day - dt.timedelta(days=9)
    return CommitmentFactory(
        collaboration=meeting.collaboration, made_on=made_on, due_on=day, **fields
    )


def entries(soup):
    return [link.text for link in soup.select("#calendar li a[href]")]


def test_a_month_is_a_table_of_weeks_from_monday(page, meeting):
    table = page(month="2026-03").select_one("table")
    assert table.caption.text == "Rapat dan tenggat pada Maret 2026"
    assert [cell.text for cell in table.select("thead th[scope=col]")] == [
        *("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    ]
    (cell,) = [cell for cell in table.select("td") if cell.find("li")]
    assert cell.find_previous_siblings("td").__len__() == 2
    assert cell.li.a["href"] == meeting.get_absolute_url()
    assert len(table.select("tbody tr")) == 6


@pytest.mark.parametrize("state", MeetingState)
def test_the_state_of_a_meeting_stands_there_in_words(state, page, meeting):
    Meeting.objects.update(state=state)
    assert f"09.00 WITA, {state.label}" in page(month="2026-03").select_one("#calendar li").text


def test_a_day_by_which_something_is_due_stands_there_too(page, meeting):
    due_on(DAY, meeting, promise="Kirim data")
    due_on(DAY, meeting, promise="Dibatalkan", state=CommitmentState.CANCELLED)
    due_on(DAY, meeting, promise="Ditolak", state=CommitmentState.DECLINED)
    soup = page(month="2026-03")
    assert entries(soup) == ["Rapat data", "Kirim data"]
    assert "Tenggat (Diterima)" in soup.select("#calendar li")[1].text


def test_of_a_full_day_the_first_stand_there_and_the_way_to_all(page, meeting):
    meetings_on(DAY, 60, meeting, starts_at=dt.time(10))
    due_on(DAY, meeting)
    soup = page(month="2026-03")
    assert len(entries(soup)) == 4
    assert entries(soup)[0] == "Rapat data"
    (more,) = [link for link in soup.select("td > a") if link.text.startswith("+")]
    assert more.text == "+58 lagi (11 Maret)"
    first = page(day="2026-03-11")
    assert more["href"] == "?day=2026-03-11"
    assert len(first.select(".rows > li")) == 50
    last = page(day="2026-03-11", page="2")
    assert len(last.select(".rows > li")) == 12
    assert last.select(".rows > li")[-1].find(class_="row-meta").span.text == "Tenggat"


def test_of_a_full_day_no_more_is_read_than_its_cell_holds(client, user, meeting):
    meetings_on(DAY, 60, meeting)
    response = client.get(URL, {"month": "2026-03"})
    assert [len(rows) for rows in response.context["month"].rows.values()] == [4]


def test_a_page_of_a_day_may_begin_among_what_is_due(page, meeting):
    meetings_on(DAY, 49, meeting)
    for number in range(3):
        due_on(DAY, meeting, promise=f"Janji {number}")
    titles = [link.text for link in page(day="2026-03-11", page="2").select(".rows .row-title")]
    assert titles == ["Janji 0", "Janji 1", "Janji 2"]


def test_a_day_without_anything_says_so(page):
    assert "Tidak ada apa pun pada hari ini" in page(day="2026-03-12").select_one(".empty").text


def test_a_month_without_anything_says_so(page):
    soup = page(month="2026-04")
    assert "Tidak ada apa pun di bulan ini" in soup.select_one(".empty").text
    assert not soup.select("#calendar table")


def test_without_a_month_it_is_this_one_and_today_is_marked(page, meeting):
    today = timezone.localdate()
    meetings_on(today, 1, meeting)
    marked = page().select_one('a[aria-current="date"]')
    assert marked["href"] == f"?day={today:%Y-%m-%d}"
    assert "(Hari ini)" in marked.text


def test_links_lead_to_the_months_beside_and_keep_the_collaboration(page, meeting):
    soup = page(month="2026-01", collaboration=str(meeting.collaboration_id))
    before, today, after = [link["href"] for link in soup.select("#calendar nav a")]
    kept = f"collaboration={meeting.collaboration_id}"
    assert before == f"?month=2025-12&{kept}"
    assert today == f"?{kept}"
    assert after == f"?month=2026-02&{kept}"


def test_it_narrows_to_one_collaboration(page, meeting, user):
    party = PartyFactory(organization=user.organization)
    MeetingFactory(collaboration=party.collaboration, held_on=DAY, title="Rapat lain")
    assert set(entries(page(month="2026-03"))) == {"Rapat data", "Rapat lain"}
    chosen = page(month="2026-03", collaboration=str(party.collaboration_id))
    assert entries(chosen) == ["Rapat lain"]


@pytest.mark.parametrize(
    "asked",
    [
        *({"month": text} for text in ("2026-13", "bulan", "1899-12", "9999-12", "٢٠٢٦-٠٣")),
        *({"day": text} for text in ("2026-02-30", "kemarin", "0001-01-01")),
        {"collaboration": "987654321"},
        {"month": "2026-03", "collaboration": "x"},
    ],
    ids=str,
)
def test_what_means_nothing_shows_nothing_and_says_so(asked, page):
    soup = page(**asked)
    assert entries(soup) == []
    assert "tidak ditemukan" in soup.select_one(".alert-warning").text


@pytest.mark.parametrize("asked", ["1900-01", "2200-12"])
def test_the_calendar_ends_where_dates_do(asked, page):
    assert len(page(month=asked).select("#calendar nav a")) == 2


def test_what_the_reader_may_not_see_is_not_there(client, sign_in, meeting):
    due_on(DAY, meeting)
    sign_in()
    for asked in ({"month": "2026-03"}, {"day": "2026-03-11"}):
        soup = soup_of(client.get(URL, asked))
        assert entries(soup) == []
    foreign = {"collaboration": meeting.collaboration_id, "month": "2026-03"}
    assert "tidak ditemukan" in soup_of(client.get(URL, foreign)).select_one(".alert-warning").text


def test_it_costs_the_same_for_few_and_many(user, meeting, assert_flat_queries):
    due_on(DAY, meeting)

    def grow():
        for number in range(1, 29):
            day = DAY.replace(day=number)
            meetings_on(day, 18, meeting)
            due_on(day, meeting)

    assert_flat_queries(f"{URL}?month=2026-03", grow=grow, ceiling=14)
    assert_flat_queries(
        f"{URL}?day=2026-03-11", grow=lambda: meetings_on(DAY, 9, meeting), ceiling=16
    )


def test_htmx_gets_the_part_that_changes(client, user):
    part = client.get(URL, {"month": "2026-03"}, headers={"HX-Request": "true"})
    assert part.content.strip().startswith(b'<div id="calendar">')


def test_the_list_of_meetings_leads_there_and_it_belongs_to_them(client, user, page):
    listed = soup_of(client.get(reverse("agreements:meeting-list")))
    assert listed.select_one(f'.page-actions a[href="{URL}"]')
    here = page().select_one(".site-nav a[aria-current]")
    assert here["href"] == reverse("agreements:meeting-list")
