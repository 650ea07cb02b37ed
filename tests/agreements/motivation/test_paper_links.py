"""Links on paper go through hands: whatever is told must hold where one hand used all of them."""

import pytest
from django.core import mail
from django.urls import reverse

from agreements.models import PulseComment, PulseInvitation, PulseResponse, PulseResult
from agreements.motivation import transitions
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.wave_page import so_far
from tests.agreements.motivation.scene import open_pulse, reachable, steps, together, tokens_of
from tests.constraints import assert_refused
from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.charter import coordinator_of, member_of
from tests.factories.motivation import PulseInvitationFactory, PulseWaveFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SITE = "https://contoh.test"


def open_with(*homes, outside=0):
    """An open wave; of each party so many by mail and so many on paper. And who runs it."""
    collaboration = together(parties=len(homes), outside=outside)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    chosen = {
        party: ([reachable(party) for _one in range(by_mail)], on_paper)
        for party, (by_mail, on_paper) in zip(
            collaboration.parties.order_by("pk"), homes, strict=True
        )
    }
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    return transitions.open_wave(wave=wave, by=runner), runner


def answer(wave, *, by_mail, on_paper, comment=""):
    """So many answer by mail, each a little otherwise than the one before; the rest is one hand."""
    links = list(zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True))
    mailed = [token for row, token in links if row.mailed_to][:by_mail]
    printed = [token for row, token in links if not row.mailed_to][:on_paper]
    assert (len(mailed), len(printed)) == (by_mail, on_paper)
    for number, token in enumerate(printed + mailed):
        said = steps(wave, (3, 4, 2, 5)[number % 4])
        transitions.answer(token=token, said=said, comment=comment)


def close(wave, runner):
    wave = transitions.close_wave(wave=wave, by=runner)
    return transitions.publish_wave(wave=wave, by=runner)


def rows_of(wave, **which):
    return list(PulseResult.objects.filter(wave=wave, **which))


def words_of(client, user, wave):
    client.force_login(user)
    found = client.get(wave.get_absolute_url())
    assert found.status_code == 200
    return " ".join(soup_of(found).select_one("main").text.split())


# --- circles, steps and remarks each need their number by mail ----------


def test_one_by_mail_beside_four_on_paper_is_no_circle():
    """Six of government by mail; outside it four on paper, used by one hand, and one by mail."""
    wave, runner = open_with((3, 0), (3, 0), (1, 2), (0, 2), outside=2)
    answer(wave, by_mail=7, on_paper=4)
    close(wave, runner)
    assert {row.circle for row in rows_of(wave)} == {"all"}


def test_five_by_mail_in_each_circle_are_shown_beside_others_on_paper():
    wave, runner = open_with((3, 0), (2, 1), (3, 0), (2, 1), outside=2)
    answer(wave, by_mail=10, on_paper=2)
    close(wave, runner)
    assert {row.circle for row in rows_of(wave, measure="T")} == {"all", "government", "others"}


def test_five_by_mail_and_five_on_paper_are_told_like_five():
    wave, runner = open_with(*[(1, 1)] * 5)
    answer(wave, by_mail=5, on_paper=5)
    close(wave, runner)
    told = rows_of(wave, item=None)
    assert {row.circle for row in told} == {"all"}
    for finer in ("q1", "q3", "spread", "low", "high", "counts", "change"):
        assert {getattr(row, finer) for row in rows_of(wave)} == {None}, finer
    assert {row.reason for row in rows_of(wave, measure="")} == {"few_detail"}
    assert not PulseResponse.objects.exists()


def test_ten_by_mail_are_told_step_by_step_beside_one_on_paper():
    wave, runner = open_with(*[(2, 1)] * 5)
    answer(wave, by_mail=10, on_paper=1)
    close(wave, runner)
    assert all(sum(row.counts) == 11 for row in rows_of(wave, measure=""))
    assert PulseResponse.objects.count() == 11


@pytest.mark.parametrize(("by_mail", "kept"), [(5, 0), (14, 0), (15, 16)])
def test_remarks_are_kept_of_fifteen_by_mail(by_mail, kept):
    wave, runner = open_with(*[(3, 0)] * 5, *[(0, 3)] * 4)
    paper = 10 if by_mail == 5 else 1
    answer(wave, by_mail=by_mail, on_paper=paper, comment="Rapatnya lama.")
    close(wave, runner)
    assert PulseComment.objects.filter(wave=wave).count() == kept


def test_where_remarks_are_not_kept_the_page_does_not_say_that_nobody_wrote(client):
    wave, runner = open_with(*[(3, 0)] * 5, *[(0, 3)] * 4)
    answer(wave, by_mail=10, on_paper=6, comment="Rapatnya lama.")
    seen = words_of(client, runner, close(wave, runner))
    assert "16 dari 27" in seen
    assert "tidak ada yang menulisnya, atau kurang dari lima belas" in seen
    assert "Rapatnya lama" not in seen


def test_parties_are_counted_where_each_has_two_voices_by_mail():
    """With one by mail and one on paper, used by one hand: each party left out tells of one."""
    for homes, heard in (([(2, 1)] * 5, 5), ([*[(2, 1)] * 4, (1, 2)], None)):
        wave, runner = open_with(*homes)
        answer(wave, by_mail=9, on_paper=2)
        assert close(wave, runner).parties_heard == heard


# --- whoever used the paper links does not learn how many by mail there were ----------


def test_of_four_by_mail_no_page_tells_how_many_answered(client):
    wave, runner = open_with(*[(1, 1)] * 5)
    answer(wave, by_mail=4, on_paper=5)
    wave = close(wave, runner)
    assert (wave.answered, wave.enough_by_mail, wave.is_told) == (9, False, False)
    for user in (runner, member_of(wave.collaboration)):
        seen = words_of(client, user, wave)
        assert "<5 dari 10" in seen
        assert "9 dari" not in seen
        assert "90%" not in seen
        assert "pihak terdengar" not in seen
    part = reverse("agreements:collaboration-motivation", args=[wave.collaboration.pk])
    tab = " ".join(soup_of(client.get(part)).text.split())
    assert "<5 dari 10" in tab
    assert "9 dari 10" not in tab


def test_a_pulse_of_four_and_one_of_nine_of_whom_four_by_mail_read_alike(client):
    """Else four links in one hand would tell whether anybody at all answered by mail."""
    pages = set()
    for by_mail, on_paper in ((0, 4), (4, 0), (4, 5)):
        wave, runner = open_with(*[(1, 1)] * 5)
        answer(wave, by_mail=by_mail, on_paper=on_paper)
        found = soup_of(client_page(client, runner, close(wave, runner)))
        parts = found.select(".fact-line, .alert, section:has(#said-title), section:has(h2)")
        told = [" ".join(part.text.split()) for part in parts if "Riwayat" not in part.text]
        pages.add(str([words for words in told if "Siapa yang ditanya" not in words]))
    assert len(pages) == 1, pages


def test_of_a_measure_that_four_by_mail_answered_no_number_is_told(client):
    wave, runner = open_with(*[(1, 1)] * 6)
    links = list(zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True))
    for number, (row, token) in enumerate(links):
        said = steps(wave, number % 4 + 1)
        if row.mailed_to and number < 4:
            said |= {"T1": None, "T2": None}
        transitions.answer(token=token, said=said)
    wave = close(wave, runner)
    (trust,) = rows_of(wave, measure="T")
    assert (trust.suppressed, trust.reason) == (True, "few")
    rows = {
        " ".join(row.select_one("th").text.split())[:12]: " ".join(row.text.split())
        for row in soup_of(client_page(client, runner, wave)).select("table")[0].select("tbody tr")
    }
    assert "<5 dari 12" in rows["Kepercayaan "]
    assert "10 dari 12" not in rows["Kepercayaan "]


def client_page(client, user, wave):
    client.force_login(user)
    return client.get(wave.get_absolute_url())


def test_while_it_is_open_links_on_paper_are_not_counted():
    wave, _runner = open_with(*[(2, 1)] * 5)
    rows = list(wave.invitations.all())
    answer(wave, by_mail=0, on_paper=5)
    assert "5 " not in so_far(wave, rows)
    assert "kertas" in so_far(wave, rows)
    links = list(zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True))
    for token in [token for row, token in links if row.mailed_to][:5]:
        transitions.answer(token=token, said=steps(wave, 3))
    assert "5 orang" in so_far(wave, rows)


# --- by mail or on paper is settled on the day it opens ----------


def test_to_an_address_that_was_changed_since_no_link_goes():
    wave, runner = open_pulse()
    watched, *others = [row.person for row in wave.invitations.order_by("pk")]
    watched.email = "pengintai@contoh.test"
    watched.save()
    transitions.send_links(wave=wave, by=runner, site=SITE)
    transitions.remind(wave=wave, by=runner, site=SITE)
    sent = sorted(message.to[0] for message in mail.outbox)
    assert sent == sorted([person.email for person in others] * 2)


def test_nor_to_an_account_that_was_not_there_when_it_opened():
    wave, runner = open_pulse()
    transitions.send_links(wave=wave, by=runner, site=SITE)
    mail.outbox.clear()
    watched = wave.invitations.order_by("pk").first().person
    watched.email = ""
    watched.save()
    UserFactory(person=watched, email="pengintai@contoh.test")
    transitions.remind(wave=wave, by=runner, site=SITE)
    assert "pengintai@contoh.test" not in [message.to[0] for message in mail.outbox]
    assert len(mail.outbox) == 4


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}], ids=["no mail", "gone"])
def test_a_link_sent_by_mail_never_comes_on_paper(change, client):
    wave, runner = open_pulse()
    person = wave.invitations.order_by("pk").first().person
    for name, value in change.items():
        setattr(person, name, value)
    person.save()
    assert transitions.show_on_paper(wave=wave, by=runner) == []
    assert wave.changes.last().event == PulseEvent.PRINTED
    client.force_login(runner)
    links = client.get(reverse("agreements:pulse-links", args=[wave.pk]))
    assert "surel" in " ".join(soup_of(links).select_one("main").text.split())


def test_who_got_paper_does_not_count_as_mail_after_an_address_came():
    collaboration = together(parties=5)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    chosen, on_paper = {}, []
    for party in collaboration.parties.order_by("pk"):
        on_paper.append(AppointmentFactory(organization=party.organization).person)
        chosen[party] = ([reachable(party), on_paper[-1]], 0)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    answer(wave, by_mail=1, on_paper=5)
    for person in on_paper:
        person.email = f"baru-{person.pk}@contoh.test"
        person.save()
    wave = close(wave, runner)
    assert not wave.enough_by_mail
    assert {row.suppressed for row in rows_of(wave)} == {True}


def test_what_is_kept_of_an_address_is_no_address_and_its_salt_goes():
    wave, runner = open_pulse()
    rows = list(wave.invitations.select_related("person"))
    assert all(len(row.mailed_to) == 64 and row.person.email not in row.mailed_to for row in rows)
    assert len({row.mailed_to for row in rows}) == 5
    assert transitions.close_wave(wave=wave, by=runner).salt == ""


def test_the_database_lets_nobody_turn_mail_into_paper_once_it_is_open():
    wave, _runner = open_pulse()
    rows = PulseInvitation.objects.filter(wave=wave)
    assert_refused("pulse_invitation_mailed_as_it_opened", lambda: rows.update(mailed_to=""))
    assert_refused("pulse_invitation_mailed_as_it_opened", lambda: rows.update(mailed_to="a" * 64))


def test_what_is_kept_of_an_address_is_a_key_of_somebody():
    name, make, person = "pulse_invitation_mailed_to_a_key", PulseInvitationFactory, reachable()
    assert_refused(name, lambda: make(mailed_to="a" * 64))
    assert_refused(name, lambda: make(person=person, mailed_to="orang@contoh.test"))
    assert make(person=person, mailed_to="a" * 64).pk
