"""Whoever holds a link of somebody else learns from no page and no error whether it was used.

Only a whole answer tells, and that spends the link.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.models import PulseSpool
from agreements.motivation import transitions
from agreements.motivation.forms import answers
from agreements.motivation.kinds import LONGEST_COMMENT
from agreements.motivation.sealing import new_salt, public_key_of, seal, seen_alone
from agreements.motivation.transitions import answering
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import (
    has_answered,
    open_culture,
    open_pulse,
    steps,
    tokens_of,
    waiting,
)

pytestmark = pytest.mark.django_db
MADE_ANEW = re.compile(r"[A-Za-z0-9]{64}")  # tokens against foreign forms: of each page its own
LONG_IN_JSON = "\x01" * LONGEST_COMMENT
LONGEST_REMARKS = (LONG_IN_JSON, "\N{GRINNING FACE}" * LONGEST_COMMENT, '"\\\n' * 333)
UNFIT = {
    "nothing": {},
    "one statement alone": {"T1": "3"},
    "a step that there is none": {"T1": "6"},
    "nobody knows anything": dict.fromkeys(("T1", "T2", "T3"), "none"),
    "a remark that is too long": {"comment": "x" * (LONGEST_COMMENT + 1)},
    "a remark with zeros": {"comment": "\x00" * 2_000},
}


@pytest.fixture
def links(monkeypatch):
    """An open pulse, a link of it that was used and one that was not."""
    monkeypatch.setattr(answers.CHANCE, "getrandbits", lambda _bits: 7)
    wave, _runner = open_pulse(parties=5, each=2, outside=2)
    used, unused, *_others = tokens_of(wave)
    transitions.answer(token=used, said=steps(wave, 4))
    return wave, used, unused


def seen(method, token, *sent):
    """What somebody with this link gets: the status and the page."""
    path = reverse("agreements:pulse-answer", args=[token])
    answer = getattr(Client(raise_request_exception=False), method)(path, *sent)
    return answer.status_code, MADE_ANEW.sub("", answer.content.decode().replace(token, ""))


@pytest.mark.parametrize("method", ["get", "head", "put"])
def test_a_used_link_is_read_like_an_unused_one(links, method):
    _wave, used, unused = links
    assert seen(method, used) == seen(method, unused)


@pytest.mark.parametrize("sent", UNFIT.values(), ids=UNFIT)
@pytest.mark.parametrize("is_whole", [False, True], ids=["alone", "beside all steps but one"])
def test_what_is_no_answer_is_refused_alike(links, sent, is_whole):
    wave, used, unused = links
    rest = {code: str(step) for code, step in steps(wave, 3).items()} if is_whole else {}
    rest.pop("C3", None)
    assert seen("post", used, rest | sent) == seen("post", unused, rest | sent)
    assert (has_answered(wave), waiting(wave)) == (1, 1)


def test_an_answer_of_nothing_but_dont_know_is_refused_alike(links):
    wave, used, unused = links
    said = dict.fromkeys(steps(wave, 3), "none")
    assert seen("post", used, said) == seen("post", unused, said)
    assert (has_answered(wave), waiting(wave)) == (1, 1)


@pytest.mark.parametrize("remark", LONGEST_REMARKS, ids=["unseen", "of four bytes", "in JSON"])
def test_no_remark_makes_an_answer_fail_on_an_unused_link_alone(links, remark):
    wave, used, unused = links
    said = dict.fromkeys(steps(wave, 3), "none") | {"T1": "3", "comment": remark}
    status = {token: seen("post", token, said)[0] for token in (used, unused)}
    assert status == {used: 409, unused: 200}
    assert (has_answered(wave), waiting(wave)) == (2, 2)


def test_whatever_fails_fails_before_the_turn_is_looked_for(links, monkeypatch):
    """A failure that nobody thought of comes with a used link as with an unused one."""
    wave, used, unused = links
    said = {code: str(step) for code, step in steps(wave, 3).items()}
    for place in ((answering, "seal"), (PulseSpool.objects, "bulk_create")):
        with monkeypatch.context() as broken:
            broken.setattr(*place, lambda *_some, **_more: 1 / 0)
            assert seen("post", used, said)[0] == seen("post", unused, said)[0] == 500
    assert (has_answered(wave), waiting(wave)) == (1, 1)


def test_after_the_last_day_and_after_the_end_both_are_refused_alike(links):
    wave, used, unused = links
    said = steps(wave, 3)
    late = wave.closes_on.replace(year=wave.closes_on.year + 1)
    words = set()
    for token in (used, unused):
        with pytest.raises(Refused) as refusal:
            transitions.answer(token=token, said=said, today=late)
        words.add((type(refusal.value), str(refusal.value)))
    assert len(words) == 1


def test_a_used_link_of_an_organization_is_refused_like_an_unused_one():
    wave, _admin = open_culture()
    used, unused, *_others = tokens_of(wave)
    transitions.answer(token=used, said=steps(wave, 4), today=wave.opens_on)
    for said in ({}, {"O1": 9}):
        words = set()
        for token in (used, unused):
            with pytest.raises(Refused) as refusal:
                transitions.answer(token=token, said=said, today=wave.opens_on)
            words.add((type(refusal.value), str(refusal.value)))
        assert len(words) == 1
    assert (has_answered(wave), waiting(wave)) == (1, 1)


def test_what_a_second_answer_said_is_kept_nowhere(links):
    wave, used, _unused = links
    with pytest.raises(transitions.UsedAlready):
        transitions.answer(token=used, said=steps(wave, 1))
    assert waiting(wave) == 1


def test_a_remark_loses_what_nobody_sees_and_keeps_its_lines():
    assert seen_alone("Rapat\x01nya\x00 lama.\n\x7f\tSekali.\ud800") == "Rapatnya lama.\n\tSekali."


KEY = public_key_of(new_salt())


@settings(max_examples=60, suppress_health_check=[HealthCheck.large_base_example])
@given(st.text(max_size=LONGEST_COMMENT))
def test_every_remark_of_the_usual_length_can_be_sealed(text):
    remark = seen_alone(text)[:LONGEST_COMMENT]
    said = dict.fromkeys([f"T{number}" for number in range(14)])
    content = {"said": said, "comment": remark, "circle": "government", "by_mail": False}
    assert seal(content, public_key=KEY, label="x")
