"""The pages of series, invitations and holidays: who sees what, in how many queries."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from agreements.engagement.kinds import Answer
from agreements.models import Holiday, Meeting, MeetingSeries
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, coordinator_of, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.factories.series import HolidayFactory, MeetingSeriesFactory, SeriesChangeFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return PartyFactory().collaboration


@pytest.fixture
def coordinator(collaboration, sign_in):
    user = coordinator_of(collaboration)
    user.language = "en"
    user.save()
    return sign_in(user)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def address(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


def typed(**other):
    day = ahead(3)
    usual = {
        "title": "Pleno",
        "kind": "plenary",
        "mode": "in_person",
        "pattern": "weekly",
        "first_on": f"{day.day}/{day.month}/{day.year}",
        "starts_at": "9.00",
        "ends_at": "11.00",
    }
    return usual | other


def test_a_look_says_the_days_and_saves_nothing(client, coordinator, collaboration):
    url = address("series-create", collaboration)
    response = client.post(url, typed(preview="1"))
    assert response.status_code == 200
    text = soup_of(response).select_one("#preview").text
    assert "Every week on" in text
    assert "Nothing is saved yet" in text
    assert not MeetingSeries.objects.exists()
    assert not Meeting.objects.exists()


def test_a_series_is_begun_and_its_page_shows_what_is_planned(client, coordinator, collaboration):
    response = client.post(address("series-create", collaboration), typed(number="4"), follow=True)
    series = MeetingSeries.objects.get()
    assert response.redirect_chain[-1][0] == series.get_absolute_url()
    assert series.meetings.count() == 4
    assert series.last_on == series.meetings.order_by("held_on").last().held_on
    assert "Pleno #4" in response.text
    assert "Pleno" in client.get(address("series-list", collaboration)).text


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"pattern": "secondly"}, "Select a valid choice"),
        ({"first_on": "besok"}, "Write the day first"),
        ({"number": "61"}, "less than or equal to 60"),
        ({"number": "3", "last_on": "1/1/2030"}, "not both"),
        ({"ends_at": "8.00"}, "cannot end before it starts"),
        ({"title": ""}, "required"),
    ],
)
def test_a_form_that_makes_no_sense_comes_back(client, coordinator, collaboration, other, sentence):
    response = client.post(address("series-create", collaboration), typed(**other))
    assert response.status_code == 200
    assert sentence in response.text
    assert not MeetingSeries.objects.exists()


def test_nonsense_in_a_note_to_an_answer_is_dropped(client, sign_in, collaboration):
    user = sign_in(member_of(collaboration))
    meeting = MeetingFactory(collaboration=collaboration, planned=True)
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    note = "Dinas \x00<b>luar</b>" + "x" * 400
    sent = {"answer": Answer.MAYBE, "note": note}
    assert client.post(address("invitation-answer", row), sent).status_code == 302
    row.refresh_from_db()
    assert row.answer_note == note.replace("\x00", "")[:200]
    page = client.get(meeting.get_absolute_url()).text
    assert "<b>luar" not in page


def test_two_who_end_a_series_see_that_it_was_changed(client, coordinator, collaboration):
    client.post(address("series-create", collaboration), typed())
    series = MeetingSeries.objects.get()
    page = soup_of(client.get(address("series-end", series)))
    version = page.find("input", {"name": "version"})["value"]
    MeetingSeries.objects.update(version=2)
    sent = {"from_day": typed()["first_on"], "reason": "Selesai", "version": version}
    response = client.post(address("series-end", series), sent)
    assert response.status_code == 200
    assert "Somebody else saved this" in response.text
    assert MeetingSeries.objects.get().is_running
    sent["version"] = soup_of(response).find("input", {"name": "version"})["value"]
    assert client.post(address("series-end", series), sent).status_code == 302
    assert not MeetingSeries.objects.get().is_running


def test_two_editors_see_both_texts(client, coordinator, collaboration):
    client.post(address("series-create", collaboration), typed())
    series = MeetingSeries.objects.get()
    MeetingSeries.objects.update(place="Aula", version=2)
    day = typed()["first_on"]
    change = typed(version="1", place="Kantor", from_day=day)
    response = client.post(address("series-edit", series), change)
    assert response.status_code == 200
    assert "Somebody else saved this" in response.text
    assert "Aula" in response.text
    series.refresh_from_db()
    assert series.place == "Aula"
    response = client.post(address("series-edit", series), change | {"version": "2"})
    assert response.status_code == 302
    series.refresh_from_db()
    assert series.place == "Kantor"
    assert set(series.meetings.values_list("place", flat=True)) == {"Kantor"}


def test_the_form_of_a_series_keeps_its_rule_on_a_moved_day(client, coordinator, collaboration):
    """28 February is a day of the rule of the 31st; saving the form does not make it the 28th."""
    rule = "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    series = MeetingSeriesFactory(
        collaboration=collaboration, rule=rule, first_on=dt.date(2026, 8, 31)
    )
    SeriesChangeFactory(series=series)
    change = typed(
        title=series.title,
        pattern="monthly_date",
        first_on="30/9/2026",
        from_day="30/9/2026",
        version="1",
    )
    assert client.post(address("series-edit", series), change).status_code == 302
    series.refresh_from_db()
    assert series.rule == rule


def test_a_series_ends_with_a_reason_and_plans_no_further(client, coordinator, collaboration):
    client.post(address("series-create", collaboration), typed())
    series = MeetingSeries.objects.get()
    day = ahead(8)
    end = {"from_day": f"{day.day}/{day.month}/{day.year}", "reason": "Selesai", "version": "1"}
    page = client.post(address("series-end", series), end, follow=True)
    assert "The series has ended" in page.text
    assert series.meetings.filter(state="planned").count() == 1
    page = client.post(address("series-plan", series), follow=True)
    assert "This series has ended" in page.text


def test_a_meeting_is_moved_on_its_page(client, coordinator, collaboration):
    meeting = MeetingFactory(collaboration=collaboration, planned=True)
    day = ahead(12)
    move = {
        "held_on": f"{day.day}/{day.month}/{day.year}",
        "starts_at": "13.00",
        "reason": "Bentrok",
        "version": "1",
    }
    page = client.post(address("meeting-move", meeting), move, follow=True)
    assert "The meeting is moved" in page.text
    assert "Bentrok" in page.text
    held = MeetingFactory(collaboration=collaboration)
    page = client.post(address("meeting-move", held), move)
    assert "has taken place" in page.text


def test_an_invitation_is_answered_with_one_tap(client, collaboration, sign_in):
    user = member_of(collaboration)
    sign_in(user)
    meeting = MeetingFactory(collaboration=collaboration, planned=True)
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    AttendanceFactory(meeting=meeting)
    page = soup_of(client.get(meeting.get_absolute_url()))
    forms = page.select(f'form[action="{address("invitation-answer", row)}"]')
    assert len(forms) == 1
    client.post(address("invitation-answer", row), {"answer": "no", "note": "Rapat lain"})
    row.refresh_from_db()
    assert (row.answer, row.answer_note, row.answered_by) == (Answer.NO, "Rapat lain", user)
    assert "Rapat lain" in client.get(meeting.get_absolute_url()).text
    home = client.get(reverse("dashboards:home"))
    assert address("invitation-answer", row) in home.text
    response = client.post(address("invitation-answer", row), {"answer": "yes", "home": "1"})
    assert response.url == reverse("dashboards:home")
    row.refresh_from_db()
    assert (row.answer, row.answer_note) == (Answer.YES, "Rapat lain")


def test_the_form_that_logs_it_unticks_who_said_no(client, collaboration, sign_in):
    user = sign_in(member_of(collaboration))
    meeting = MeetingFactory(collaboration=collaboration, planned=True)
    facts = {"answered_at": timezone.now(), "answered_by": user}
    AttendanceFactory(meeting=meeting, organization=user.organization, answer=Answer.NO, **facts)
    AttendanceFactory(meeting=meeting, is_present=False, answer=Answer.YES, **facts)
    page = soup_of(client.get(address("meeting-edit", meeting)))
    boxes = page.select(".attendees:not(.attendees-offered) input[type=checkbox]")
    assert sorted(box.has_attr("checked") for box in boxes) == [False, True]


def test_a_member_reads_and_is_offered_no_button(client, collaboration, sign_in):
    series = MeetingSeriesFactory(collaboration=collaboration)
    sign_in(member_of(collaboration))
    page = client.get(series.get_absolute_url())
    assert page.status_code == 200
    assert address("series-edit", series) not in page.text
    assert client.post(address("series-plan", series)).status_code == 403


def test_holidays_are_kept_by_an_admin(client, sign_in):
    sign_in(UserFactory(admin=True))
    url = reverse("agreements:holiday-create")
    client.post(url, {"day": "25/12/2026", "name": "Natal"})
    holiday = Holiday.objects.get()
    assert client.post(url, {"day": "25/12/2026", "name": "Lagi"}).status_code == 200
    edit = address("holiday-edit", holiday)
    client.post(edit, {"day": "25/12/2026", "name": "Natal", "is_verified": "on", "version": "1"})
    holiday.refresh_from_db()
    assert holiday.is_verified
    client.post(address("holiday-remove", holiday))
    assert not Holiday.objects.exists()


def test_the_lists_cost_the_same_however_long(
    client, coordinator, collaboration, assert_flat_queries
):
    series = MeetingSeriesFactory(collaboration=collaboration)

    def more():
        MeetingSeriesFactory.create_batch(4, collaboration=collaboration)
        for number in range(5):
            MeetingFactory(
                collaboration=collaboration, series=series, planned=True, held_on=ahead(7 + number)
            )
            MeetingFactory(collaboration=collaboration, series=series, held_on=ahead(-7 - number))
            SeriesChangeFactory(series=series)
            HolidayFactory()

    MeetingFactory(collaboration=collaboration, series=series, planned=True, held_on=ahead(2))
    MeetingFactory(collaboration=collaboration, series=series, held_on=ahead(-2))
    SeriesChangeFactory(series=series)
    HolidayFactory()
    urls = [
        series.get_absolute_url(),
        address("series-list", collaboration),
        reverse("agreements:holiday-list"),
    ]
    for url in urls:
        assert_flat_queries(url, grow=more if url == urls[0] else lambda: None, ceiling=25)
