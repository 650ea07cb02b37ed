"""Five hundred people answer; whoever has everything the site has cannot tell who said what.

Each leak that was ever found in surveys of this kind is put back once: then the same attack
succeeds, so it would have found it.
"""

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import (
    PulseAnswer,
    PulseItem,
    PulseResponse,
    PulseSpool,
    PulseWave,
)
from agreements.motivation import transitions
from agreements.motivation.transitions import answering, closing
from collabgov.kit import audit
from tests.agreements.motivation import attack
from tests.agreements.motivation.crowd import (
    FEW,
    PEOPLE,
    answer_one_by_one,
    by_page,
    keys_of,
    moved_in_batches,
    no_key_lies_open,
    nothing_names_them,
    opened,
)
from tests.agreements.motivation.scene import has_answered, let_answer, open_pulse, tokens_of
from tests.factories.actors import UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("many_voices")]
# Of so many, a guess by chance is right once; eight would be a chance of one in a million.
BY_CHANCE = 8


def test_of_five_hundred_answers_nobody_links_one_to_who_gave_it(terminal):
    wave, runner = opened(PEOPLE)
    signed_in = [Client() for _ in range(5)]
    for client in signed_in:
        client.force_login(UserFactory())
    keys = keys_of(wave)
    assert len(set(keys)) == PEOPLE + 1
    truth = answer_one_by_one(wave, PEOPLE, ask=by_page(signed_in))
    assert has_answered(wave) == PEOPLE
    no_key_lies_open(keys[:PEOPLE], terminal.getvalue())
    transitions.close_wave(wave=wave, by=runner)
    assert PulseResponse.objects.count() == PEOPLE
    hits, how = attack.linked(truth)
    assert hits <= BY_CHANCE, how
    nothing_names_them(keys, terminal.getvalue())


# --- put back ------------------------------------------------------------------------------------


def at_once(monkeypatch):
    """The answer is written in the transaction that spends the link."""

    def write(rows):
        (row,) = rows
        content = answering_said["said"]
        response = PulseResponse(wave=row.wave)
        PulseResponse.objects.bulk_create([response])
        items = {item.code: item for item in PulseItem.objects.of_wave(row.wave)}
        PulseAnswer.objects.bulk_create(
            PulseAnswer(response=response, item=items[code], value=value)
            for code, value in content.items()
        )

    answering_said = {}
    check = answering._checked

    def remember(wave, said):
        answering_said["said"] = check(wave, said)
        return answering_said["said"]

    monkeypatch.setattr(answering, "_checked", remember)
    monkeypatch.setattr(PulseSpool.objects, "bulk_create", write)


def in_the_order_of_arrival(monkeypatch):
    """Moved in the order in which they came, and written in that order."""
    monkeypatch.setattr(closing.CHANCE, "shuffle", lambda rows: None)
    monkeypatch.setattr(
        closing, "_insert", lambda model, rows: model.objects.bulk_create(rows, batch_size=1_000)
    )


def with_numbers_that_count(monkeypatch):
    """Random numbers give way to such as grow with each row."""
    counter = iter(range(10**9))
    monkeypatch.setattr(closing.CHANCE, "shuffle", lambda rows: None)
    monkeypatch.setattr(closing.uuid, "uuid4", lambda: closing.uuid.UUID(int=next(counter)))


@pytest.mark.parametrize(
    "leak",
    [at_once, in_the_order_of_arrival, with_numbers_that_count],
    ids=lambda leak: leak.__name__,
)
def test_with_a_leak_put_back_the_attack_finds_them(leak, monkeypatch):
    wave, runner = opened(FEW)
    leak(monkeypatch)
    truth = answer_one_by_one(wave, FEW)
    if leak is not at_once:
        transitions.close_wave(wave=wave, by=runner)
    hits, _how = attack.linked(truth)
    assert hits > FEW / 2


def test_moved_one_by_one_while_it_is_open_the_attack_finds_them():
    wave, _runner = opened(FEW)
    truth = answer_one_by_one(wave, FEW, after_each=lambda: moved_in_batches(wave, 1))
    hits, _how = attack.linked(truth)
    assert hits > FEW / 2


def test_without_a_leak_the_same_attack_on_as_few_finds_nothing():
    wave, runner = opened(FEW)
    truth = answer_one_by_one(wave, FEW)
    transitions.close_wave(wave=wave, by=runner)
    hits, how = attack.linked(truth)
    assert hits <= BY_CHANCE, how


# --- what the database hears, and what waits in it --------


def answer_and_listen(wave, user):
    client = Client()
    client.force_login(user)
    codes = [item.code for item in PulseItem.objects.of_wave(wave)]
    path = reverse("agreements:pulse-answer", args=[tokens_of(wave)[0]])
    with CaptureQueriesContext(connection) as heard:
        answer = client.post(path, dict.fromkeys(codes, "4"), REMOTE_ADDR="10.7.7.7")
    assert answer.status_code == 200
    return " ".join(query["sql"] for query in heard)


def names(user, words):
    return "10.7.7.7" in words or "pghistory" in words or f'"user": {user.pk}' in words


def test_the_database_hears_of_no_account_address_or_request_while_somebody_answers():
    wave, _runner = opened(5)
    user = UserFactory()
    heard = answer_and_listen(wave, user)
    assert "agreements_pulsespool" in heard
    assert not names(user, heard)
    assert "django_session" not in heard
    assert "site_cache" not in heard


def test_with_the_trail_listening_the_database_hears_who_it_is(monkeypatch):
    wave, _runner = opened(5)
    user = UserFactory()
    monkeypatch.setattr(audit, "is_unlinked", lambda request: False)
    assert names(user, answer_and_listen(wave, user))


def test_what_waits_tells_nothing_not_even_how_much_was_written():
    wave, _runner = opened(10)
    said = {item.code: 4 for item in PulseItem.objects.of_wave(wave)}
    for token, comment in zip(tokens_of(wave), ("", "Rahasia sekali. " * 50), strict=False):
        transitions.answer(token=token, said=said, comment=comment)
    sealed = [bytes(row.sealed) for row in PulseSpool.objects.all()]
    assert len({len(each) for each in sealed}) == 1
    assert len(set(sealed)) == 2
    assert not [each for each in sealed if b"Rahasia" in each or b"said" in each]


def test_beside_a_sealed_answer_not_even_its_circle_lies_open():
    wave, _runner = open_pulse(parties=5, each=2, outside=1)
    let_answer(wave, *[4, 3] * 5)
    assert set(attack.columns_of(attack.SPOOL)) == {'"id"', '"wave_id"', '"sealed"'}
    rows = list(PulseSpool.objects.filter(wave=wave))
    fresh = PulseWave.objects.get(pk=wave.pk)
    circles = [answer.circle for answer, _text in closing._opened(fresh, rows)]
    assert (circles.count("government"), circles.count("others")) == (8, 2)


def test_the_dump_alone_opens_nothing(settings):
    wave, _runner = opened(10)
    said = {item.code: 4 for item in PulseItem.objects.of_wave(wave)}
    transitions.answer(token=tokens_of(wave)[0], said=said)
    settings.SECRET_KEY = "what-somebody-with-the-dump-alone-might-try-instead-of-it"
    fresh = PulseWave.objects.get(pk=wave.pk)
    (row,) = PulseSpool.objects.all()
    with pytest.raises(closing.CannotOpen):
        closing.unseal(row.sealed, salt=fresh.salt, label=str(row.pk))


def test_neither_cache_nor_outbox_learns_of_an_answer():
    wave, _runner = opened(5)
    before = attack.dump().get("site_cache", "")
    cache.clear()
    answer_and_listen(wave, UserFactory())
    after = attack.dump().get("site_cache", "")
    assert after in ("", before)
    assert mail.outbox == []
