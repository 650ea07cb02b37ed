"""Links go by mail, once more where a mail failed, and a reminder once."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from agreements.models import PulseItem, PulseWave
from agreements.motivation import transitions
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.transitions import telling
from collabgov.kit.audit import event_model
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import let_answer, open_pulse, tokens_of
from tests.constraints import assert_refused
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SITE = "https://contoh.test"


def told(wave):
    return list(wave.changes.values_list("event", flat=True))


def test_links_go_by_mail_once_and_the_reminder_only_to_who_has_not_answered():
    wave, runner = open_pulse()
    people = [row.person for row in wave.invitations.order_by("pk").select_related("person")]
    assert transitions.send_links(wave=wave, by=runner, site=SITE)
    assert len(mail.outbox) == 5
    links = [f"{SITE}/pulse/{token}/" for token in tokens_of(wave)]
    assert all(link in message.body for link, message in zip(links, mail.outbox, strict=True))
    with pytest.raises(Refused):
        transitions.send_links(wave=wave, by=runner, site=SITE)
    let_answer(wave, 4, 4)
    mail.outbox.clear()
    transitions.remind(wave=wave, by=runner, site=SITE)
    assert [message.to[0] for message in mail.outbox] == [person.email for person in people[2:]]
    with pytest.raises(Refused):
        transitions.remind(wave=wave, by=runner, site=SITE)
    assert told(wave)[-2:] == [PulseEvent.MAILED, PulseEvent.REMINDED]
    assert set(wave.changes.values_list("note", flat=True)) == {""}


@pytest.mark.parametrize(("with_extra", "number"), [(False, "12"), (True, "14")])
def test_the_mail_says_how_many_statements_this_wave_asks(with_extra, number):
    wave, runner = open_pulse(with_extra=with_extra)
    transitions.send_links(wave=wave, by=runner, site=SITE)
    assert PulseItem.objects.of_wave(wave).count() == int(number)
    assert all(f"{number} pernyataan" in message.body for message in mail.outbox)


@pytest.fixture
def bad(monkeypatch):
    """Addresses at which mails fail."""
    addresses, sent = set(), telling.send_text

    def fail(*, to, **more):
        if to in addresses:
            raise ValueError("bad header")
        return sent(to=to, **more)

    monkeypatch.setattr(telling, "send_text", fail)
    return addresses


def addresses_of(wave):
    return [row.person.email for row in wave.invitations.order_by("pk").select_related("person")]


def sent_to():
    found = sorted(message.to[0] for message in mail.outbox)
    mail.outbox.clear()
    return found


def test_a_mail_that_fails_stops_no_other_and_only_that_one_is_sent_again(bad):
    wave, runner = open_pulse()
    first, *others = addresses_of(wave)
    bad.add(first)
    assert not transitions.send_links(wave=wave, by=runner, site=SITE)
    assert sent_to() == sorted(others)
    wave.refresh_from_db()
    assert wave.mailed_on
    let_answer(wave, *[4] * 5)
    bad.clear()
    assert transitions.send_again(wave=wave, by=runner, site=SITE)
    assert sent_to() == [first]
    assert told(wave)[-2:] == [PulseEvent.MAILED, PulseEvent.MAILED_AGAIN]
    assert set(wave.changes.values_list("note", flat=True)) == {""}


def test_links_are_sent_a_second_time_and_never_a_third(bad):
    wave, runner = open_pulse()
    bad.update(addresses_of(wave)[:2])
    transitions.send_links(wave=wave, by=runner, site=SITE)
    assert not transitions.send_again(wave=wave, by=runner, site=SITE)
    sent_to()
    for verb in (transitions.send_links, transitions.send_again):
        with pytest.raises(Refused):
            verb(wave=wave, by=runner, site=SITE)
    assert sent_to() == []


def test_where_no_mail_failed_nothing_is_sent_again():
    wave, runner = open_pulse()
    with pytest.raises(Refused):
        transitions.send_again(wave=wave, by=runner, site=SITE)
    transitions.send_links(wave=wave, by=runner, site=SITE)
    sent_to()
    with pytest.raises(Refused):
        transitions.send_again(wave=wave, by=runner, site=SITE)
    assert sent_to() == []


def test_one_bad_address_takes_the_reminder_from_nobody_and_it_goes_out_once(bad):
    wave, runner = open_pulse()
    with pytest.raises(Refused, match=r"tautan|links"):
        transitions.remind(wave=wave, by=runner, site=SITE)
    first, *others = addresses_of(wave)
    bad.add(first)
    transitions.send_links(wave=wave, by=runner, site=SITE)
    sent_to()
    # Of a reminder not even that it failed is told: it would say that the first has not answered.
    assert transitions.remind(wave=wave, by=runner, site=SITE) is None
    assert sent_to() == sorted(others)
    transitions.send_again(wave=wave, by=runner, site=SITE)
    with pytest.raises(Refused):
        transitions.remind(wave=wave, by=runner, site=SITE)


def test_the_page_offers_each_mail_once_and_says_nowhere_whose_failed(client, sign_in, bad):
    wave, runner = open_pulse()
    sign_in(runner)
    page = reverse("agreements:pulse-detail", args=[wave.pk])
    first = wave.invitations.order_by("pk").first()
    bad.add(first.person.email)
    assert offered(client.get(page)) == {"send"}
    answer = client.post(move(wave, "send"), follow=True)
    assert offered(answer) == {"send-again", "remind"}
    alert = " ".join(each.get_text(" ") for each in soup_of(answer).select(".alert"))
    assert "Tidak semua surel" in alert
    assert first.person.full_name not in alert
    assert first.person.email not in answer.content.decode()
    client.post(move(wave, "send-again"))
    assert offered(client.get(page)) == {"remind"}
    client.post(move(wave, "remind"))
    assert offered(client.get(page)) == set()


def test_whose_mail_failed_stands_in_no_event_and_is_forgotten_at_the_close(bad):
    wave, runner = open_pulse()
    bad.add(addresses_of(wave)[0])
    transitions.send_links(wave=wave, by=runner, site=SITE)
    wave.refresh_from_db()
    assert wave.unsent == [wave.invitations.order_by("pk").first().pk]
    assert "unsent" not in [field.name for field in event_model(PulseWave)._meta.fields]
    assert transitions.close_wave(wave=wave, by=runner).unsent == []


def test_the_database_sends_nothing_twice_and_the_links_first():
    wave, runner = open_pulse()
    rows, day = PulseWave.objects.filter(pk=wave.pk), timezone.localdate()
    for early in ("mailed_again_on", "reminded_on"):
        assert_refused("pulse_wave_mails_in_order", lambda name=early: rows.update(**{name: day}))
    rows.update(mailed_on=day)
    rows.update(mailed_again_on=day, reminded_on=day)
    for sent in ("mailed_on", "mailed_again_on", "reminded_on"):
        assert_refused("pulse_wave_mails_in_order", lambda name=sent: rows.update(**{name: None}))
    transitions.close_wave(wave=wave, by=runner)
    assert_refused("pulse_wave_forgets_whose_mail_failed", lambda: rows.update(unsent=[1]))


def move(wave, verb):
    return reverse("agreements:pulse-move", args=[wave.pk, verb])


def offered(response):
    """The mails that the page has a button for."""
    forms = soup_of(response).select(".page-actions form")
    verbs = {form["action"].strip("/").split("/")[-1] for form in forms}
    return verbs & {"send", "send-again", "remind"}


def test_a_reminder_that_fails_writes_no_name_and_no_address_into_the_log(monkeypatch, terminal):
    wave, runner = open_pulse()
    late = wave.invitations.order_by("pk").first().person

    def fail(*, to, **more):
        raise ValueError(f"bad header for {to}")

    transitions.send_links(wave=wave, by=runner, site=SITE)
    monkeypatch.setattr(telling, "send_text", fail)
    transitions.remind(wave=wave, by=runner, site=SITE)
    assert "ValueError" in terminal.getvalue()
    for trace in (late.email, late.full_name, "bad header"):
        assert trace not in terminal.getvalue()


def test_who_is_not_active_any_more_gets_no_mail():
    wave, runner = open_pulse(each=2)
    person = wave.invitations.order_by("pk").first().person
    person.is_active = False
    person.save()
    transitions.send_links(wave=wave, by=runner, site=SITE)
    assert person.email not in [message.to[0] for message in mail.outbox]
    assert len(mail.outbox) == 9
