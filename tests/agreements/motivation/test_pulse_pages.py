"""Pages of a pulse: preparing it, answering it without an account, reading what it found."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.models import Collaboration, PulseWave
from agreements.motivation import transitions
from agreements.motivation.states import WaveState
from tests.agreements.motivation.scene import (
    let_answer,
    open_culture,
    open_pulse,
    reachable,
    steps,
    together,
    tokens_of,
    waiting,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import coordinator_of, member_of
from tests.factories.motivation import (
    PulseInvitationFactory,
    PulseWaveFactory,
)
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def words(response):
    return " ".join(soup_of(response).text.split())


def answer_path(token):
    return reverse("agreements:pulse-answer", args=[token])


def form_of(wave, step=4, **more):
    return {code: str(value) for code, value in steps(wave, step).items()} | more


@pytest.fixture
def runner(sign_in):
    return sign_in(coordinator_of(together()))


@pytest.fixture
def collaboration(runner):
    return Collaboration.objects.coordinated_by(runner).get()


# --- those who run it ----------


def test_the_tab_says_that_nobody_was_asked_yet_and_offers_to_begin(client, collaboration):
    seen = client.get(page("collaboration-motivation", collaboration))
    assert "Belum ada yang ditanya" in words(seen)
    assert page("pulse-create", collaboration) in seen.content.decode()


def test_a_pulse_is_prepared_chosen_opened_closed_and_published(client, collaboration):
    today = timezone.localdate()
    fields = {
        "title": "Denyut pertama",
        "opens_on": today.isoformat(),
        "closes_on": (today + dt.timedelta(days=14)).isoformat(),
    }
    made = client.post(page("pulse-create", collaboration), fields)
    wave = PulseWave.objects.get()
    assert made.url == page("pulse-invited", wave)
    people = [member_of(collaboration) for _number in range(5)]
    offered = client.get(made.url)
    assert len(soup_of(offered).select("fieldset")) >= 5
    homes = {party.organization_id: party.pk for party in collaboration.parties.all()}
    chosen = {f"people_{homes[each.organization_id]}": each.person_id for each in people}
    client.post(made.url, chosen)
    for verb, state in (
        ("open", WaveState.OPEN),
        ("close", WaveState.CLOSED),
        ("publish", WaveState.PUBLISHED),
    ):
        said = {"reason": "Semua sudah menjawab."}
        client.post(reverse("agreements:pulse-move", args=[wave.pk, verb]), said)
        wave.refresh_from_db()
        assert wave.state == state
        assert client.get(page("pulse-detail", wave)).status_code == 200


def test_days_back_to_front_and_days_of_another_pulse_are_said_in_the_form(client, collaboration):
    wave = PulseWaveFactory(collaboration=collaboration)
    today = timezone.localdate()
    fields = {"title": "Lain", "opens_on": today.isoformat()}
    late = fields | {"closes_on": (today - dt.timedelta(days=1)).isoformat()}
    assert "Hari terakhir" in words(client.post(page("pulse-create", collaboration), late))
    same = fields | {"closes_on": wave.closes_on.isoformat()}
    assert "Denyut lain" in words(client.post(page("pulse-create", collaboration), same))
    assert PulseWave.objects.count() == 1


def test_a_pulse_of_three_people_is_not_opened_and_the_page_says_why(client, collaboration):
    wave = PulseWaveFactory(collaboration=collaboration)
    for party in collaboration.parties.all()[:3]:
        PulseInvitationFactory(wave=wave, party=party)
    seen = client.get(page("pulse-detail", wave))
    assert "2 orang lagi" in words(seen)
    move = reverse("agreements:pulse-move", args=[wave.pk, "open"])
    assert move not in seen.content.decode()
    answer = client.post(move, follow=True)
    assert "Setidaknya lima orang" in words(answer)
    wave.refresh_from_db()
    assert wave.state == WaveState.DRAFT


def test_too_many_of_one_party_are_refused_in_the_form(client, collaboration):
    wave = PulseWaveFactory(collaboration=collaboration)
    party = collaboration.parties.first()
    answer = client.post(page("pulse-invited", wave), {f"unnamed_{party.pk}": "4"})
    assert answer.status_code == 200
    assert not wave.invitations.exists()


def test_a_draft_is_dropped_by_its_button(client, collaboration):
    wave = PulseWaveFactory(collaboration=collaboration)
    move = reverse("agreements:pulse-move", args=[wave.pk, "drop"])
    assert move in client.get(page("pulse-detail", wave)).content.decode()
    assert client.post(move).url == page("collaboration-motivation", collaboration)
    assert not PulseWave.objects.exists()


def on_paper_too(sign_in):
    """An open pulse in which one of each party got a mail and another a link on paper."""
    collaboration = together()
    runner = sign_in(coordinator_of(collaboration))
    wave = PulseWaveFactory(collaboration=collaboration)
    chosen = {party: ([reachable(party)], 1) for party in collaboration.parties.all()}
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    links = zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True)
    by_mail, on_paper = [], []
    for row, token in links:
        (by_mail if row.person_id else on_paper).append(answer_path(token))
    return wave, by_mail, on_paper


def test_links_that_a_mail_carries_are_shown_to_nobody_else(client, sign_in):
    wave, by_mail, on_paper = on_paper_too(sign_in)
    first = client.get(page("pulse-links", wave))
    assert "/pulse/" not in first.content.decode()
    assert wave.changes.last().event == "opened"
    seen = client.post(page("pulse-links", wave))
    text = seen.content.decode()
    assert all(path in text for path in on_paper)
    assert not [path for path in by_mail if path in text]
    assert seen.headers["Referrer-Policy"] == "same-origin"  # its own forms must arrive
    assert wave.changes.last().event == "printed"
    assert "Tautan kertas" in words(client.get(page("pulse-detail", wave)))


def test_no_link_is_shown_of_a_pulse_that_is_not_open(client, sign_in):
    draft = PulseWaveFactory(collaboration=together())
    sign_in(coordinator_of(draft.collaboration))
    for answer in (client.get, client.post):
        assert answer(page("pulse-links", draft)).status_code == 302


def test_whoever_follows_a_link_does_not_see_whether_it_was_used(client, sign_in):
    wave, _by_mail, on_paper = on_paper_too(sign_in)
    used, unused = on_paper[:2]
    Client().post(used, form_of(wave))
    seen = [Client().get(path) for path in (used, unused)]
    assert [answer.status_code for answer in seen] == [200, 200]
    # The statements come in the order of chance.
    assert sorted(words(seen[0])) == sorted(words(seen[1]))
    assert len({frozenset(answer.headers.items()) for answer in seen}) == 1
    bad = [Client().post(path, {}) for path in (used, unused)]
    assert [answer.status_code for answer in bad] == [200, 200]
    assert sorted(words(bad[0])) == sorted(words(bad[1]))


@pytest.mark.parametrize("name", ["pulse-detail", "pulse-links"])
def test_nobody_sees_who_has_answered_or_how_few(client, sign_in, name):
    wave, runner = open_pulse(parties=5, each=2)
    sign_in(runner)
    before = _stable(client.get(page(name, wave)))
    let_answer(wave, 4, 4, 4, 4)
    assert _stable(client.get(page(name, wave))) == before


def _stable(response):
    return [
        row.get_text(" ", strip=True) for row in soup_of(response).select("main .card, main li")
    ]


def test_how_many_statements_there_are_is_said_as_it_is(client, collaboration):
    for name in ("collaboration-motivation", "pulse-create"):
        seen = words(client.get(page(name, collaboration)))
        assert "12 pernyataan, atau 14 dengan pernyataan tentang beban kerja" in seen


# --- those who answer ----------


def test_the_form_asks_twelve_statements_on_four_cards_and_promises_what_it_can():
    wave, _runner = open_pulse()
    seen = Client().get(answer_path(tokens_of(wave)[0]))
    soup = check_html(seen)
    assert len(soup.select("section.card h2[id^=card-]")) == 4
    assert len(soup.select("fieldset")) == 12
    assert len(soup.select("input[type=radio]")) == 12 * 6
    assert "tanpa nama" in soup.text
    assert not soup.select("script")
    assert "csrfmiddlewaretoken" not in seen.content.decode()


@pytest.mark.parametrize("open_one", [open_pulse, open_culture], ids=["pulse", "culture"])
def test_the_form_says_in_plain_words_what_is_promised_and_what_is_not(open_one):
    """In three short lines, one of them what is not, for whoever reads no further."""
    wave, _runner = open_one()
    card = soup_of(Client().get(answer_path(tokens_of(wave)[0]))).select_one("section.card")
    told = card.select_one("details").extract()
    short = [line.text for line in card.select("li")]
    assert len(short) == 3
    assert all(len(line) < 100 for line in short)
    assert "bukan berarti mustahil dilacak" in short[2]
    assert "open" not in told.attrs
    assert [head.text for head in told.select("h3")] == ["Ini dijanjikan", "Ini tidak dijanjikan"]
    kept, not_kept = (" ".join(part.text.split()) for part in told.select("ul"))
    for words_of_it in ("tersegel, tanpa nama, akun", "dapat dilihat", "kurang dari lima orang"):
        assert words_of_it in kept
    for words_of_it in (
        "bukan mustahil dilacak",
        "kertas",
        "saling",
        "Jaringan",
        "psikometrik",
    ):
        assert words_of_it in not_kept


def test_the_answer_page_is_in_both_languages_and_keeps_its_own():
    wave, _runner = open_pulse()
    path = answer_path(tokens_of(wave)[0])
    seen = Client().get(f"{path}?language=en")
    assert soup_of(seen).html["lang"] == "en"
    assert "I could explain to a colleague" in seen.content.decode()
    bad = Client().post(f"{path}?language=en", {})
    assert "There is something to correct" in bad.content.decode()


def test_statements_come_in_another_order_each_time():
    wave, _runner = open_pulse()
    path = answer_path(tokens_of(wave)[0])
    orders = {
        tuple(each.text.strip() for each in soup_of(Client().get(path)).select("fieldset legend"))
        for _time in range(12)
    }
    assert len(orders) > 1


def test_an_answer_is_sent_without_script_account_or_cookie():
    wave, _runner = open_pulse()
    client, path = Client(enforce_csrf_checks=True), answer_path(tokens_of(wave)[0])
    client.get(path)
    sent = client.post(path, form_of(wave, comment="Rapatnya baik."))
    assert "Terima kasih" in words(sent)
    check_html(sent)
    assert waiting(wave) == 1
    assert not client.cookies
    again = client.post(path, form_of(wave))
    assert again.status_code == 409
    assert "sudah dipakai" in words(again)
    assert "Jawaban pertama dihitung" in words(again)
    assert waiting(wave) == 1


@pytest.mark.parametrize(
    "path_of",
    [lambda wave: answer_path(tokens_of(wave)[0]), lambda wave: "/pulse/tidak-ada/"],
    ids=["a link", "no link"],
)
def test_the_page_sets_nothing_and_tells_no_other_site(path_of):
    wave, _runner = open_pulse()
    client = Client()
    client.force_login(UserFactory())
    client.cookies["csrftoken"] = "x" * 32
    for answer in (client.get(path_of(wave)), client.post(path_of(wave), {})):
        assert not answer.cookies
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "X-Request-ID" not in answer.headers
        assert answer.wsgi_request.META["REMOTE_ADDR"] == ""
        assert not answer.wsgi_request.user.is_authenticated


def test_what_is_left_out_is_said_and_what_was_chosen_stays():
    wave, _runner = open_pulse()
    fields = form_of(wave, comment="Rapatnya baik.")
    del fields["T2"]
    seen = Client().post(answer_path(tokens_of(wave)[0]), fields)
    soup = check_html(seen)
    assert soup.select_one(".error-summary a")["href"] == "#id_T2_0"
    assert len(soup.select("input[checked]")) == 11
    assert "Rapatnya baik." in soup.textarea.text
    assert waiting(wave) == 0


def test_a_step_that_is_not_offered_is_refused():
    wave, _runner = open_pulse()
    sent = Client().post(answer_path(tokens_of(wave)[0]), form_of(wave) | {"T1": "6"})
    assert sent.status_code == 200
    assert waiting(wave) == 0


def test_after_closing_the_link_says_so():
    wave, runner = open_pulse()
    path = answer_path(tokens_of(wave)[0])
    transitions.close_wave(wave=wave, by=runner)
    for answer in (Client().get(path), Client().post(path, form_of(wave))):
        assert answer.status_code == 410
        assert "ditutup" in words(answer)
        check_html(answer)


def test_whoever_is_signed_in_and_asked_comes_to_the_form_by_a_link_of_their_own(client, sign_in):
    collaboration = together()
    user = member_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    runner = coordinator_of(collaboration)
    home = collaboration.parties.get(organization=user.organization)
    chosen = {party: ([reachable(party)], 0) for party in collaboration.parties.all()}
    chosen[home] = ([user.person], 0)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    sign_in(user)
    assert wave.title in words(client.get(reverse("dashboards:home")))
    seen = client.get(page("pulse-detail", wave))
    assert page("pulse-answer-own", wave) in seen.content.decode()
    way = client.post(page("pulse-answer-own", wave))
    assert way.url.startswith("/pulse/")
    assert way.headers["Referrer-Policy"] == "no-referrer"
    Client().post(way.url, form_of(wave))
    assert waiting(wave) == 1
    assert wave.title not in words(client.get(reverse("dashboards:home")))
    assert (
        page("pulse-answer-own", wave)
        not in client.get(page("pulse-detail", wave)).content.decode()
    )
    again = client.post(page("pulse-answer-own", wave), follow=True)
    assert "sudah dijawab" in words(again)
