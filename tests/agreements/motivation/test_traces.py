"""What is left of answering a pulse, in two dumps, in the places of rows, in logs and events.

Each leak is put back once, so that the same look finds it.
"""

import itertools
import logging

import pytest
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.debug import get_exception_reporter_filter

from actors.audit.models import AccessEvent
from agreements.models import PulseInvitation, PulseItem
from agreements.motivation import sealing, transitions
from agreements.motivation.querysets import InvitationQuerySet
from agreements.motivation.transitions import answering, waves
from agreements.motivation.views.answering import PulseAnswerPage
from collabgov import serving
from collabgov.kit import discreet, unlinked
from tests.agreements.motivation import attack
from tests.agreements.motivation.crowd import (
    FEW,
    answer_one_by_one,
    by_page,
    keys_of,
    moved_in_batches,
    nothing_names_them,
    opened,
)
from tests.agreements.motivation.scene import asked_with_account, has_answered, tokens_of
from tests.factories.actors import UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("many_voices")]


# --- two dumps ----------


def answered_between_dumps(wave, people, *, after_each):
    """The fewest people whose answers are the difference between one dump and the next."""
    seen = [0]

    def look():
        after_each()
        seen.append(len(attack.said_in_responses()))

    answer_one_by_one(wave, people, after_each=look)
    steps = [later - before for before, later in itertools.pairwise(seen)]
    return min([step for step in steps if step] or [people])


def test_between_two_dumps_of_the_open_days_no_answer_appears():
    wave, runner = opened(FEW)
    now_and_then = itertools.cycle([False] * 9 + [True])

    def daily():
        if next(now_and_then):
            call_command("close_pulses", verbosity=0)

    assert answered_between_dumps(wave, FEW, after_each=daily) == FEW
    assert attack.said_in_responses() == {}
    transitions.close_wave(wave=wave, by=runner)
    assert len(attack.said_in_responses()) == FEW


def test_with_batches_of_five_put_back_two_dumps_hold_what_five_said():
    wave, _runner = opened(FEW)
    moved = lambda: moved_in_batches(wave, 5)  # noqa: E731
    assert answered_between_dumps(wave, FEW, after_each=moved) == 5


# --- who answered at all, once it is closed ----------


def closed_after_half():
    """Half of those who are asked have answered, and the wave is closed."""
    wave, runner = opened(FEW)
    truth = answer_one_by_one(wave, FEW // 2)
    assert has_answered(wave) == FEW // 2
    transitions.close_wave(wave=wave, by=runner)
    return wave, truth


def test_after_the_close_no_place_or_number_tells_who_answered():
    wave, _truth = closed_after_half()
    for how, order in attack.orders_of_invitations(wave).items():
        assert order == sorted(order), how
    assert attack.rows(f"SELECT count(*) FROM {attack.TURNS}") == [(0,)]


def test_with_the_invitation_written_at_answering_its_place_tells_who_and_when(monkeypatch):
    spend = answering._spend

    def spent(hashed):
        pk = answering.PulseTurn.objects.get(pk=hashed).invitation_id
        spend(hashed)
        PulseInvitation.objects.filter(pk=pk).update(is_sample=False)

    monkeypatch.setattr(answering, "_spend", spent)
    wave, truth = closed_after_half()
    order = attack.orders_of_invitations(wave)["xmin::text::bigint"]
    assert order[-len(truth.order) :] == truth.order


def test_the_links_that_stay_lead_to_nobody():
    wave, _truth = closed_after_half()
    assert "invitation" not in " ".join(attack.columns_of(attack.LINKS))
    assert wave.links.count() == FEW
    order = [pk for (pk,) in attack.rows(f"SELECT token_hash FROM {attack.LINKS} ORDER BY ctid")]
    assert order == sorted(order)


# --- what stands around the page ----------


@pytest.fixture
def seen_by_a_server(monkeypatch):
    """A log of requests as servers write it, put into the site: who, from where, and what."""
    post = PulseAnswerPage.post

    def logged(self, request, token):
        meta = request.META
        line = f"{meta['REMOTE_ADDR']} {request.path} {meta.get('HTTP_USER_AGENT')}"
        logging.getLogger("peladen").info(line)
        return post(self, request, token)

    monkeypatch.setattr(PulseAnswerPage, "post", logged)


def answered_by_page():
    """The keys of a wave that some have answered by now, and that is closed."""
    wave, runner = opened(FEW)
    keys = keys_of(wave)
    answer_one_by_one(wave, 20, ask=by_page([Client()]))
    transitions.close_wave(wave=wave, by=runner)
    return keys


@pytest.mark.usefixtures("seen_by_a_server")
def test_a_log_inside_the_site_would_learn_of_nobody(terminal):
    keys = answered_by_page()
    assert "/pulse/" in terminal.getvalue()
    nothing_names_them(keys, terminal.getvalue())


@pytest.mark.usefixtures("seen_by_a_server")
def test_with_the_request_not_forgotten_that_log_names_everybody(monkeypatch, terminal):
    monkeypatch.setattr(unlinked, "forget", lambda meta: None)
    keys = answered_by_page()
    with pytest.raises(AssertionError, match="Peramban"):
        nothing_names_them(keys, terminal.getvalue())


@pytest.mark.usefixtures("seen_by_a_server")
def test_with_addresses_written_whole_that_log_holds_the_links_of_who_answered(
    monkeypatch, terminal
):
    monkeypatch.setattr(discreet, "without_keys", lambda text: text)
    keys = answered_by_page()
    with pytest.raises(AssertionError, match="20 tokens lie open"):
        nothing_names_them(keys, terminal.getvalue())


def test_with_links_kept_as_they_are_the_dump_holds_them_all(monkeypatch, terminal):
    for module in (waves, answering, sealing):
        monkeypatch.setattr(module, "hash_of", lambda token: token)
    keys = answered_by_page()
    with pytest.raises(AssertionError, match=f"{FEW} tokens lie open"):
        nothing_names_them(keys, terminal.getvalue())


def test_the_server_that_the_site_starts_keeps_no_log_of_requests(monkeypatch):
    asked = {}

    class Server:
        def __init__(self, target, **settings):
            asked.update(settings)

        def serve(self):
            pass

    monkeypatch.setattr("granian.Granian", Server)
    monkeypatch.setattr(serving, "insist", lambda: None)
    monkeypatch.setattr(serving.multiprocessing, "set_start_method", lambda *a, **k: None)
    monkeypatch.setenv(serving.PARENT, "0")
    serving.serve("127.0.0.1", 1)
    assert not asked.get("log_access")


def test_no_refusal_is_written_down_of_whoever_has_answered():
    wave, user = asked_with_account()
    client = Client()
    client.force_login(user)
    own = reverse("agreements:pulse-answer-own", args=[wave.pk])
    way = client.post(own)
    assert way.url.startswith("/pulse/")
    fields = {item.code: "4" for item in PulseItem.objects.of_wave(wave)}
    assert Client().post(way.url, fields).status_code == 200
    before = AccessEvent.objects.count()
    assert client.post(own).url == wave.get_absolute_url()
    assert Client().post(way.url, fields).status_code == 409
    assert AccessEvent.objects.count() == before


def test_with_the_right_bound_to_the_turn_the_refusal_tells_who_has_answered(monkeypatch):
    wave, user = asked_with_account()
    client = Client()
    client.force_login(user)
    own = reverse("agreements:pulse-answer-own", args=[wave.pk])
    fields = {item.code: "4" for item in PulseItem.objects.of_wave(wave)}
    Client().post(client.post(own).url, fields)
    asked = InvitationQuerySet.of_person
    monkeypatch.setattr(
        InvitationQuerySet, "of_person", lambda rows, who: asked(rows, who).unanswered()
    )
    assert client.post(own).status_code == 403
    assert AccessEvent.objects.filter(path__contains=own, user=user).exists()


def test_an_error_report_would_hold_nothing_of_what_was_sent():
    wave, _runner = opened(5)
    token = tokens_of(wave)[0]
    fields = {item.code: "4" for item in PulseItem.objects.of_wave(wave)}
    request = RequestFactory().post("/", fields | {"comment": "Rapatnya lama."})
    assert PulseAnswerPage.as_view()(request, token=token).status_code == 200
    reported = get_exception_reporter_filter(request).get_post_parameters(request)
    assert reported.keys() == fields.keys() | {"comment"}
    assert not {"4", "Rapatnya lama."} & set(reported.values())


def test_a_link_that_opens_nothing_is_refused_and_nobody_is_written_down():
    client = Client()
    client.force_login(UserFactory())
    before = AccessEvent.objects.count()
    assert client.get(reverse("agreements:pulse-answer", args=["0" * 64])).status_code == 404
    assert AccessEvent.objects.count() == before
