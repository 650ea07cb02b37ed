"""A private calendar feed: who has its address reads few fields, by its owner's rights of today."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actors.accounts import transitions as accounts
from actors.accounts.models import SiteRole
from agreements.engagement import transitions
from agreements.engagement.feed_events import MOST
from agreements.engagement.transitions import feeds
from agreements.models import CalendarFeed, Meeting
from agreements.subjects.erasing import erase
from collabgov.kit.audit import event_model
from tests.agreements.engagement.calendars import read
from tests.agreements.engagement.lines import details, edit
from tests.constraints import assert_refused
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    CalendarFeedFactory,
    MeetingFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
PAGE = "agreements:calendar-feed"


@pytest.fixture
def meeting():
    return MeetingFactory(planned=True, title="Rapat data", place="Aula")


@pytest.fixture
def user(meeting):
    return member_of(meeting.collaboration)


@pytest.fixture
def token(user):
    return feeds.make_feed(by=user)[1]


def ask(token, method="get", **headers):
    """As a calendar program does: without a cookie."""
    path = reverse("agreements:calendar-feed-file", args=[token])
    return getattr(Client(), method)(path, headers=headers)


def events(token):
    response = ask(token)
    assert response.status_code == 200
    return read(response.content)


# --- what stands in it ------------------------------------------------------------------------


def test_two_readers_find_the_meetings_in_it(token, meeting):
    (event,) = events(token)
    assert (event["summary"], event["location"]) == ("Rapat data", "Aula")
    assert event["url"] == f"http://testserver{meeting.get_absolute_url()}"


def test_rescheduling_changes_the_event_instead_of_adding_one(token, meeting, user):
    (before,) = events(token)
    later = meeting.held_on + dt.timedelta(days=3)
    edit(meeting, user, details=details(title="Rapat data", held_on=later))
    (after,) = events(token)
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after.decoded("dtstart") == before.decoded("dtstart") + dt.timedelta(days=3)


def test_a_file_and_the_feed_are_about_the_same_event(token, meeting, user, client):
    client.force_login(user)
    (file,) = read(client.get(reverse("agreements:meeting-file", args=[meeting.pk])).content)
    (event,) = events(token)
    assert file["uid"] == event["uid"]


def test_a_cancellation_is_told_for_two_months_and_then_forgotten(token, meeting, user):
    transitions.cancel(meeting=meeting, by=user, reason="Gubernur berhalangan")
    (event,) = events(token)
    assert event["status"] == "CANCELLED"
    long_ago = timezone.now() - dt.timedelta(days=61)
    Meeting.objects.filter(pk=meeting.pk).update(updated_at=long_ago)
    assert events(token) == []


def test_nothing_but_time_title_place_and_link_stands_in_it(token, meeting):
    AgendaItemFactory(meeting=meeting, topic="Mutasi pejabat", notes="Rahasia")
    AttendanceFactory(meeting=meeting, person=PersonFactory(full_name="Sekretaris Dinas"))
    Meeting.objects.update(notes="Catatan dapur")
    (event,) = events(token)
    assert set(event) == {
        *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND"),
        *("STATUS", "TRANSP", "SUMMARY", "LOCATION", "URL"),
    }
    text = ask(token).content.decode()
    assert not [word for word in ("Mutasi", "Rahasia", "Sekretaris", "dapur") if word in text]


def test_it_speaks_its_owners_language_by_the_clock_of_the_collaboration(token, meeting, user):
    transitions.cancel(meeting=meeting, by=user, reason="Batal")
    said = []
    for zone, language in (("Asia/Jakarta", "id"), ("Asia/Jayapura", "en")):
        user.time_zone, user.language = zone, language
        user.save()
        (event,) = read(ask(token, **{"accept-language": "en"}).content)
        said.append((event.decoded("dtstart").hour, str(event["summary"])))
    assert said == [(1, "Dibatalkan: Rapat data"), (1, "Cancelled: Rapat data")]


def test_half_a_year_back_and_all_to_come(token, meeting):
    for days in (-184, -182, 2000):
        day = TODAY() + dt.timedelta(days=days)
        MeetingFactory(collaboration=meeting.collaboration, held_on=day, title=f"{days}")
    assert {str(e["summary"]) for e in events(token)} == {"-182", "Rapat data", "2000"}


def test_it_ends_after_a_thousand_events_those_to_come_first(token, meeting, monkeypatch):
    assert MOST == 1_000
    for days in (-2, -1, 1, 2000):
        day = TODAY() + dt.timedelta(days=days)
        MeetingFactory(collaboration=meeting.collaboration, held_on=day, title=f"{days}")
    for most, titles in {2: {"1", "Rapat data"}, 4: {"1", "Rapat data", "2000", "-1"}}.items():
        monkeypatch.setattr("agreements.engagement.feed_events.MOST", most)
        assert {str(e["summary"]) for e in events(token)} == titles


def test_due_dates_of_ones_organization_are_in_it_when_chosen(meeting, user):
    mine = {"collaboration": meeting.collaboration, "organization": user.organization}
    owed = CommitmentFactory(promise="Kirim data", **mine)
    CommitmentFactory(promise="Sudah", kept=True, **mine)
    CommitmentFactory(promise="Pihak lain", collaboration=meeting.collaboration)
    assert len(events(feeds.make_feed(by=user)[1])) == 1
    both = events(feeds.make_feed(by=user, with_due_dates=True)[1])
    assert [str(e["summary"]) for e in both] == ["Rapat data", "Jatuh tempo: Kirim data"]
    assert both[1].decoded("dtstart") == owed.due_on
    assert both[1]["transp"] == "TRANSPARENT"
    assert str(owed.submission_id) not in str(both[1]["uid"])


def test_it_costs_the_same_for_few_and_many(token, meeting, user):
    feeds.choose_due_dates(by=user, with_due_dates=True)
    ask(token)
    costs = []
    for number in (1, 6):
        mine = {"collaboration": meeting.collaboration, "organization": user.organization}
        MeetingFactory.create_batch(number, collaboration=meeting.collaboration)
        CommitmentFactory.create_batch(number, **mine)
        with CaptureQueriesContext(connection) as captured:
            assert len(events(token)) > 2 * number
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 20


# --- whose rights it has ----------------------------------------------------------------------


def test_it_shows_what_its_owner_may_see_today(token, meeting, user):
    MeetingFactory(planned=True, title="Rapat orang lain")
    assert [str(e["summary"]) for e in events(token)] == ["Rapat data"]
    meeting.collaboration.parties.update(state="left", ends_on=TODAY() - dt.timedelta(days=1))
    assert events(token) == []


def ended(token):
    response = ask(token)
    assert response.status_code == 404
    return response.content


def test_every_address_that_opens_nothing_answers_alike(user, token):
    """Unknown, one letter off, revoked, expired, of a closed account."""
    unknown = ended("tidak-pernah-ada")
    assert ended(token[:-1] + ("a" if token[-1] != "a" else "b")) == unknown
    feeds.revoke_feeds(user=user, by=user)
    assert ended(token) == unknown
    expired = CalendarFeedFactory(
        token="lama", made_on=dt.date(2020, 1, 1), expires_on=TODAY() - dt.timedelta(days=1)
    )
    assert ended("lama") == unknown
    expired.expires_on = TODAY()
    expired.save()
    assert ask("lama").status_code == 200
    expired.user.is_active = False
    expired.user.save()
    assert ended("lama") == unknown


def end_by_closing(user, admin):
    accounts.deactivate(user=user, by=admin)
    accounts.reactivate(user=user, by=admin)


def end_by_role(user, admin):
    accounts.change_role(user=user, role=SiteRole.AUDITOR, by=admin)


def end_by_theft(user, admin):
    accounts.sign_out_everywhere(user=user, by=admin)


def end_by_other_hands(user, admin):
    accounts.link(user=user, person=user.person, organization=OrganizationFactory(), by=admin)


def end_by_command(user, admin):
    accounts.make_admin(email=user.email)


@pytest.mark.parametrize(
    "end",
    [end_by_closing, end_by_role, end_by_theft, end_by_other_hands, end_by_command],
    ids=lambda end: end.__name__,
)
def test_it_dies_with_the_account_or_with_what_the_account_may_see(end, token, user):
    """For good: opening the account again does not open the address."""
    assert ask(token).status_code == 200
    end(user, UserFactory(admin=True))
    ended(token)


@pytest.mark.django_db(transaction=True)
def test_it_dies_when_its_owner_is_erased():
    feed = CalendarFeedFactory(token="lama")
    assert ask("lama").status_code == 200
    erase(feed.user)
    ended("lama")
    feed.refresh_from_db()
    assert feed.revoked_at


# --- the address --------------------------------------------------------------------------------


def test_only_a_hash_of_a_long_random_address_is_kept(user):
    feed, token = feeds.make_feed(by=user)
    assert len(token) >= 43  # 256 bits
    assert feeds.make_feed(by=user)[1] != token
    stored = repr(list(CalendarFeed.objects.values()))
    stored += repr(list(event_model(CalendarFeed).objects.values()))
    assert token not in stored
    assert "token_hash" not in {f.name for f in event_model(CalendarFeed)._meta.fields}
    assert feed.expires_on == TODAY() + dt.timedelta(days=365)


def test_a_new_address_ends_the_one_before(user, token):
    _feed, second = feeds.make_feed(by=user)
    ended(token)
    assert ask(second).status_code == 200
    assert CalendarFeed.objects.live().get(user=user)


def test_the_day_of_its_last_use_is_kept_and_nothing_finer(token, user):
    ask(token)
    feed = CalendarFeed.objects.get(user=user)
    assert feed.last_used_on == TODAY()
    assert "last_used_on" not in {f.name for f in event_model(CalendarFeed)._meta.fields}


def test_the_database_keeps_one_live_address_that_is_a_hash_and_ends(token, user):
    def make(**fields):
        return lambda: CalendarFeedFactory(**fields)

    assert_refused("calendar_feed_one_live", make(user=user))
    assert_refused("calendar_feed_keeps_a_hash", make(token_hash="alamat"))
    assert_refused("calendar_feed_expires_after_it_was_made", make(expires_on=dt.date(2000, 1, 1)))
    with transaction.atomic():
        feeds.revoke_feeds(user=user, by=user)
        CalendarFeedFactory(user=user)


# --- how it is handed out ------------------------------------------------------------------------


def test_no_cache_keeps_it_and_no_cookie_comes_with_it(token):
    for answer in (ask(token), ask("tidak-ada"), ask(token, "head")):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert not answer.cookies
    assert ask(token)["Content-Type"] == "text/calendar; charset=utf-8"
    assert ask(token, "post").status_code == 405


def test_what_did_not_change_is_not_sent_again(token, meeting, user):
    first = ask(token)
    same = ask(token, **{"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert same["Cache-Control"] == "private, no-store"
    edit(meeting, user, details=details(title="Rapat lain", held_on=meeting.held_on))
    assert ask(token, **{"if-none-match": first["ETag"]}).status_code == 200


def test_guessing_addresses_is_slowed_down_and_the_right_ones_go_on(token):
    cache.clear()
    answers = [ask(f"salah-{n}").status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    assert ask(token).status_code == 200


def test_one_address_is_not_read_all_day(token, user):
    assert {ask(token).status_code for _ in range(60)} == {200}
    assert ask(token).status_code == 429
    other = member_of(PartyFactory().collaboration)
    assert ask(feeds.make_feed(by=other)[1]).status_code == 200


# --- the page -----------------------------------------------------------------------------------


def address_on(response):
    return response.context["address"]


def test_the_page_shows_the_address_once(client, user):
    client.force_login(user)
    made = client.post(reverse(PAGE), {"make": "1", "with_due_dates": "on"})
    address = address_on(made)
    assert address in made.content.decode()
    assert made["Cache-Control"] == "private, no-store"
    path = address.removeprefix("http://testserver")
    assert Client().get(path).status_code == 200
    again = client.get(reverse(PAGE)).content.decode()
    assert address not in again
    assert path.removeprefix(reverse(PAGE)) not in again
    assert CalendarFeed.objects.get(user=user).with_due_dates


def test_without_an_address_any_button_makes_one(client, user):
    client.force_login(user)
    assert address_on(client.post(reverse(PAGE), {}))


def test_the_tick_changes_and_the_address_stays(client, user, token):
    client.force_login(user)
    assert client.post(reverse(PAGE), {"with_due_dates": "on"}).status_code == 302
    assert CalendarFeed.objects.live().get(user=user).with_due_dates
    assert ask(token).status_code == 200


def test_its_owner_revokes_it_and_nobody_elses(client, user, token):
    client.force_login(UserFactory())
    client.post(reverse("agreements:calendar-feed-revoke"))
    assert ask(token).status_code == 200
    client.force_login(user)
    client.post(reverse("agreements:calendar-feed-revoke"))
    ended(token)


def test_the_page_says_by_which_clock_the_times_are(client, user):
    client.force_login(user)
    assert "WIB, WITA atau WIT" in client.get(reverse(PAGE)).text


def test_the_page_says_when_the_year_is_over(client, user):
    CalendarFeedFactory(user=user, made_on=dt.date(2020, 1, 1), expires_on=dt.date(2021, 1, 1))
    client.force_login(user)
    assert "1 Januari 2021" in client.get(reverse(PAGE)).content.decode()
    assert address_on(client.post(reverse(PAGE), {"make": "1"}))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_speaks_both_languages(language, client, user):
    user.language = language
    user.save()
    client.force_login(user)
    words = {"id": "Rapat di kalender Anda sendiri", "en": "Meetings in your own calendar"}
    assert words[language] in client.get(reverse(PAGE)).content.decode()
