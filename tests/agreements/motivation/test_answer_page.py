"""Twelve minutes on a phone: what was chosen, and where it stood, survives a mistake and a change
of language; without script, and without a trace of who it was."""

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import PulseSpool
from agreements.motivation.sealing import unseal
from tests.agreements.motivation.scene import open_culture, open_pulse, steps, tokens_of, waiting
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave():
    return open_pulse()[0]


@pytest.fixture
def path(wave):
    return path_of(wave)


def path_of(wave):
    return reverse("agreements:pulse-answer", args=[tokens_of(wave)[0]])


def form_of(wave, **more):
    return {code: str(value) for code, value in steps(wave, 4).items()} | more


def order_in(soup):
    """Where each statement stands, by the names of its fields."""
    return [row.select_one("input")["name"] for row in soup.select("fieldset")]


def drawn_in(soup):
    return soup.select_one("input[name=order]")["value"]


def test_after_a_mistake_every_statement_stands_where_it_stood(wave, path):
    first = soup_of(Client().get(path))
    fields = form_of(wave, order=drawn_in(first))
    del fields["T2"]
    again = check_html(Client().post(path, fields))
    assert order_in(again) == order_in(first)
    assert drawn_in(again) == drawn_in(first)


@pytest.mark.parametrize("sent", ["", "x", "0" * 7, "0" * 9, "GGGGGGGG", "0000000\n", "<b>12345"])
def test_an_order_that_no_page_drew_is_not_kept(path, sent):
    seen = Client().post(path, {"order": sent})
    drawn = drawn_in(check_html(seen))
    assert drawn != sent
    assert len(drawn) == 8
    assert int(drawn, 16) >= 0


def test_the_same_page_is_drawn_anew_each_time_and_for_everybody(path):
    drawn = {drawn_in(soup_of(Client().get(path))) for _time in range(6)}
    assert len(drawn) == 6


def test_the_order_is_not_sealed_with_the_answer(wave, path):
    drawn = drawn_in(soup_of(Client().get(path)))
    Client().post(path, form_of(wave, order=drawn, comment="Baik."))
    row = PulseSpool.objects.get()
    said = unseal(row.sealed, salt=wave.salt, label=str(row.pk))
    assert "order" not in said
    assert drawn not in str(said)


@pytest.mark.parametrize(("now", "other"), [("id", "en"), ("en", "id")])
def test_the_other_language_is_a_button_that_keeps_what_was_chosen(wave, path, now, other):
    first = soup_of(Client().get(f"{path}?language={now}"))
    button = first.select_one("button[name=language]")
    assert (button["value"], button["form"]) == (other, first.form["id"])
    fields = form_of(wave, order=drawn_in(first), comment="Rapat <lama>.", language=other)
    del fields["T2"]
    client = Client()
    seen = client.post(path + first.form["action"], fields)
    soup = check_html(seen)
    assert soup.html["lang"] == other
    assert len(soup.select("input[checked]")) == 11
    assert "Rapat <lama>." in soup.textarea.text
    assert order_in(soup) == order_in(first)
    assert not soup.select(".error-summary, .invalid-feedback")
    assert not client.cookies
    assert waiting(wave) == 0
    sent = form_of(wave, order=drawn_in(soup))
    thanks = client.post(path + soup.form["action"], sent)
    assert soup_of(thanks).html["lang"] == other
    assert waiting(wave) == 1


def test_a_used_link_changes_its_language_as_an_unused_one_does(wave):
    used, unused = (
        reverse("agreements:pulse-answer", args=[token]) for token in tokens_of(wave)[:2]
    )
    Client().post(used, form_of(wave))
    asked = form_of(wave, order="0123abcd", language="en")
    seen = [Client().post(each, asked) for each in (used, unused)]
    assert [answer.status_code for answer in seen] == [200, 200]
    assert seen[0].content == seen[1].content


def test_a_language_that_there_is_not_sends_the_answer(wave, path):
    thanks = Client().post(path, form_of(wave, language="xx"))
    assert thanks.status_code == 200
    assert waiting(wave) == 1


def test_the_enter_key_neither_sends_nor_changes_the_language(path):
    soup = soup_of(Client().get(path))
    first = soup.select_one("button[type=submit]")
    assert {"disabled", "hidden"} <= set(first.attrs)
    assert first["form"] == soup.form["id"]


def test_an_organization_asks_in_both_languages_too():
    wave, _admin = open_culture()
    seen = Client().post(path_of(wave), form_of(wave, language="en"))
    assert len(check_html(seen).select("input[checked]")) == 7
