"""What whoever runs a pulse is told and asked: before it opens, and when they close it."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.models import Collaboration, PulseItem, PulseWave
from agreements.motivation import transitions
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.states import WaveState
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import (
    ask,
    open_pulse,
    steps,
    together,
    tokens_of,
    waiting,
)
from tests.constraints import assert_refused
from tests.factories.charter import coordinator_of
from tests.factories.motivation import PulseWaveFactory
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db
CONSOLE = "django.core.mail.backends.console.EmailBackend"
DUMMY = "django.core.mail.backends.dummy.EmailBackend"


def day(number):
    return timezone.localdate() + dt.timedelta(days=number)


def words(response):
    return " ".join(soup_of(response).select_one("main").get_text(" ").split())


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def offered(response):
    forms = soup_of(response).select(".page-actions form")
    return {form["action"].strip("/").split("/")[-1] for form in forms}


@pytest.fixture
def runner(sign_in):
    return sign_in(coordinator_of(together(), language="en"))


@pytest.fixture
def draft(runner):
    collaboration = Collaboration.objects.coordinated_by(runner).get()
    return ask(PulseWaveFactory(collaboration=collaboration), runner, each=2)


# --- closing it before its day ----------


def test_closing_it_early_asks_why_and_all_read_it(client, sign_in):
    wave, runner = open_pulse()
    sign_in(runner)
    close = page("pulse-close", wave)
    assert close in client.get(page("pulse-detail", wave)).content.decode()
    check_html(client.get(close))
    refused = client.post(close, {"reason": "  "})
    assert refused.status_code == 200
    wave.refresh_from_db()
    assert wave.state == WaveState.OPEN
    client.post(close, {"reason": "Rapat koordinasi dimajukan."})
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED
    line = wave.changes.last()
    assert (line.event, line.note) == (PulseEvent.CLOSED, "Rapat koordinasi dimajukan.")
    seen = words(client.get(page("pulse-detail", wave)))
    assert seen.count("Rapat koordinasi dimajukan.") == 2
    assert client.get(close).status_code == 302


def test_after_its_last_day_it_is_closed_by_a_button_alone(client, sign_in):
    wave, runner = open_pulse()
    PulseWave.objects.filter(pk=wave.pk).update(opens_on=day(-20), closes_on=day(-6))
    sign_in(runner)
    action = page("pulse-close", wave)
    forms = soup_of(client.get(page("pulse-detail", wave))).select("main details form")
    assert action in [form["action"] for form in forms]
    client.post(action)
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED


# --- its days ----------


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (0, 0, "The last day must be after today"),
        (-20, -6, "The last day must be after today"),
        (0, 93, "three months after the first at most"),
        (0, 36_500, "three months after the first at most"),
        (400, 410, "a year from now at most"),
    ],
)
def test_days_on_which_nobody_could_answer_are_refused(client, runner, first, last, said):
    collaboration = Collaboration.objects.coordinated_by(runner).get()
    fields = {"title": "Denyut", "opens_on": day(first), "closes_on": day(last)}
    told = client.post(page("pulse-create", collaboration), fields)
    assert told.status_code == 200
    assert said in words(told)
    assert not PulseWave.objects.exists()
    wave = PulseWaveFactory(collaboration=collaboration)
    more = {"title": "Denyut", "version": wave.version}
    told = client.post(page("pulse-edit", wave), fields | more)
    assert said in words(told)


def test_three_months_are_not_too_long(client, runner):
    collaboration = Collaboration.objects.coordinated_by(runner).get()
    fields = {"title": "Denyut", "opens_on": day(0), "closes_on": day(92)}
    assert client.post(page("pulse-create", collaboration), fields).status_code == 302


def test_the_database_keeps_no_pulse_open_for_years():
    name = "pulse_wave_three_months_at_most"
    assert_refused(name, lambda: PulseWaveFactory(opens_on=day(0), closes_on=day(93)))


# --- an answer of nothing ----------


def test_an_answer_that_knows_nothing_is_sent_back_with_its_remark():
    wave, _runner = open_pulse()
    said = dict.fromkeys(steps(wave, 3), "none") | {"comment": "Saya baru di sini."}
    path = reverse("agreements:pulse-answer", args=[tokens_of(wave)[0]])
    seen = Client().post(f"{path}?language=en", said)
    soup = check_html(seen)
    assert "Answer at least one statement." in soup.select_one(".error-summary").text
    assert "Saya baru di sini." in soup.textarea.text
    assert len(soup.select("input[checked]")) == 12
    assert waiting(wave) == 0


# --- what stands in the way ----------


def test_nothing_in_the_way_it_is_offered_with_who_and_what_it_asks(client, draft):
    seen = client.get(page("pulse-detail", draft))
    soup = check_html(seen)
    assert "open" in offered(seen)
    assert not soup.select(".alert-warning")
    counts = [head.select_one("span").text for head in soup.select("section h3:has(span)")]
    assert counts == ["(2)"] * 5
    for item in PulseItem.objects.of_wave(draft):
        assert item.text_id in soup.text
        assert item.text_en in soup.text


def test_what_the_verb_refuses_the_page_says_and_offers_no_button(client, draft, runner):
    for row in draft.invitations.select_related("person")[:6]:
        row.person.email = ""
        row.person.save()
    PulseWave.objects.filter(pk=draft.pk).update(opens_on=day(-20), closes_on=day(-6))
    draft.refresh_from_db()
    seen = client.get(page("pulse-detail", draft))
    assert "open" not in offered(seen)
    told = [each.get_text(" ", strip=True) for each in soup_of(seen).select(".alert-warning")]
    assert len(told) == 2
    with pytest.raises(Refused) as refused:
        transitions.open_wave(wave=draft, by=runner)
    assert "last day" in told[0] or str(refused.value) in told
    assert "whom a mail can reach" in told[1]


def test_whose_address_is_doubted_is_named_to_whoever_runs_it(client, draft):
    person = draft.invitations.order_by("pk").first().person
    person.email = "baru@contoh.test"
    person.save()
    seen = words(client.get(page("pulse-detail", draft)))
    assert f"do not count as links by mail: {person}." in seen


# --- where no mail is sent ----------


@pytest.mark.parametrize("backend", [CONSOLE, DUMMY])
def test_where_no_mail_is_sent_the_page_says_so_and_offers_none(client, sign_in, settings, backend):
    wave, runner = open_pulse()
    sign_in(runner)
    settings.EMAIL_BACKEND = backend
    runner.language = "en"
    runner.save()
    seen = client.get(page("pulse-detail", wave))
    assert "This site sends no mail" in words(seen)
    assert not offered(seen) & {"send", "send-again", "remind"}
    for verb in (transitions.send_links, transitions.send_again, transitions.remind):
        with pytest.raises(Refused, match=r"mail|surel"):
            verb(wave=wave, by=runner, site="https://contoh.test")
    assert mail.outbox == []


def test_that_no_mail_is_sent_is_said_before_it_opens(client, draft, settings):
    settings.EMAIL_BACKEND = DUMMY
    assert "This site sends no mail" in words(client.get(page("pulse-detail", draft)))
