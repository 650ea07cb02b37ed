"""The frame, the tags and the error pages, in both languages."""

import json
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import translation

from agreements.action.states import CommitmentState
from collabgov import views
from collabgov.kit.forms import DayField, DayInput
from collabgov.look import tones
from collabgov.look.errors import error_lines
from collabgov.look.icons import FOLDER, icon_svg
from collabgov.look.navigation import places
from tests.factories.actors import UserFactory
from tests.html import check_html, soup_of


class MeetingForm(forms.Form):
    title = forms.CharField(label="Judul rapat")
    held_on = DayField(label="Tanggal")
    mode = forms.ChoiceField(label="Bentuk", choices=[("a", "A")], widget=forms.RadioSelect)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Tidak cocok.")


class RowForm(forms.Form):
    promise = forms.CharField(label="Janji")


RowSet = forms.formset_factory(RowForm, extra=0)


def show(source, **context):
    return Template(source).render(Context(context))


def request_for(path="/x/?a=1", user=None):
    request = RequestFactory().get(path)
    request.user = user or AnonymousUser()
    request.LANGUAGE_CODE = translation.get_language()
    return request


# --- icons and badges ------------------------------------------------------------------------
def test_an_icon_is_hidden_from_screen_readers_and_carries_no_style():
    svg = icon_svg("calendar-event")
    assert 'aria-hidden="true"' in svg
    assert "style" not in svg


def test_an_unknown_icon_is_an_error_and_no_gap_on_the_page():
    with pytest.raises(LookupError):
        show('{% icon "no-such-thing" %}')


def test_every_tone_of_a_state_has_its_icon_and_its_style():
    css = (FOLDER.parents[2] / "static" / "scss" / "_badges.scss").read_text()
    for tone, name in [*tones.STATES.values(), tones.DEFAULT]:
        icon_svg(name)
        assert f".badge-{tone} " in css


@pytest.mark.parametrize("state", list(CommitmentState))
def test_a_state_is_told_in_words(state):
    record = SimpleNamespace(state=state.value, get_state_display=lambda: state.label)
    assert str(state.label) in show("{% state_badge record %}", record=record)


def test_a_badge_of_an_unknown_tone_is_an_error():
    with pytest.raises(ValueError, match="pink"):
        show('{% badge "x" tone="pink" %}')


def test_only_sample_data_is_called_so():
    assert "badge" in show("{% sample_badge r %}", r=SimpleNamespace(is_sample=True))
    assert "badge" not in show("{% sample_badge r %}", r=SimpleNamespace(is_sample=False))
    assert "badge" not in show("{% sample_badge r %}", r=SimpleNamespace())


# --- error summary ---------------------------------------------------------------------------
def test_the_summary_names_each_field_and_links_to_it():
    form = MeetingForm({"held_on": "11/20/2026"})
    lines = {line.label: line for line in error_lines(form)}
    assert lines["Judul rapat"].target == "id_title"
    assert lines["Tanggal"].target == "id_held_on"
    assert lines["Bentuk"].target == "id_mode_0"


def test_an_error_of_no_visible_field_is_said_without_a_link():
    lines = [line for line in error_lines(MeetingForm({})) if not line.target]
    assert [line.label for line in lines] == ["", ""]
    assert lines[0].message == "Tidak cocok."


def test_rows_are_numbered_and_named_by_their_formset():
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-promise": "Kirim"}
    rows = RowSet(data)
    rows.row_label = "Komitmen"
    for form in rows:
        form.empty_permitted = False
    (line,) = error_lines([rows])
    assert line.label == "Komitmen 2, Janji"
    assert line.target == "id_form-1-promise"


def test_a_fresh_form_and_no_form_at_all_have_no_summary():
    assert error_lines(MeetingForm(), RowSet(), None, []) == []
    assert show("{% error_summary form %}", form=MeetingForm()).strip() == ""


def test_the_summary_is_announced_and_takes_the_focus():
    text = show("{% error_summary form %}", form=MeetingForm({}))
    assert 'role="alert"' in text
    assert 'tabindex="-1"' in text
    assert 'href="#id_title"' in text


def test_what_was_typed_is_escaped_in_the_summary():
    form = RowForm({"promise": ""})
    form.add_error(None, "<script>alert(1)</script>")
    assert "<script>" not in show("{% error_summary form %}", form=form)


# --- dates -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "words"), [("id", "Minggu, 3 Mei 2026"), ("en", "Sunday, 3 May 2026")]
)
def test_a_chosen_day_is_said_in_words(language, words):
    with translation.override(language):
        assert words in DayInput().render("due", "3/5/2026", attrs={"id": "id_due"})
        assert show("{{ text|in_words }}", text="2026-05-03") == words


def test_what_is_no_day_has_no_words_and_stays_in_the_box():
    text = DayInput().render("due", '31/2/2026"><script>', attrs={"id": "id_due"})
    assert "<script>" not in text
    assert "31/2/2026" in text
    assert 'aria-live="polite"></div>' in text


@pytest.mark.parametrize(
    ("kind", "offsets"), [("past", ["0", "-1"]), ("due", ["7", "14", "1m"]), ("none", [])]
)
def test_a_date_box_offers_the_usual_days(kind, offsets):
    text = DayInput(attrs={"data-chips": kind}).render("due", "", attrs={"id": "id_due"})
    assert [part.split('"')[0] for part in text.split('data-day-offset="')[1:]] == offsets


# --- pages -----------------------------------------------------------------------------------
def test_page_numbers_keep_the_filters_of_the_address():
    page = Paginator(range(200), 25).page(4)
    text = show(
        '{% include "components/pagination.html" %}',
        page_obj=page,
        request=request_for("/commitments/?late=1&page=4"),
    )
    assert "?late=1&amp;page=5" in text
    assert 'aria-current="page"' in text


def test_one_page_needs_no_page_numbers():
    page = Paginator(range(3), 25).page(1)
    assert "pager" not in show('{% include "components/pagination.html" %}', page_obj=page)


def test_an_empty_list_says_what_to_do():
    text = show(
        '{% include "components/empty.html" with title="Belum ada" action_url="/new/" '
        'action_label="Catat" %}'
    )
    assert "Belum ada" in text
    assert 'href="/new/"' in text


# --- pages about what went wrong -------------------------------------------------------------
WRONG = {
    "404": lambda request: views.not_found(request, Exception()),
    "403": lambda request: views.forbidden(request, Exception()),
    "csrf": views.csrf_failure,
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", WRONG)
def test_what_went_wrong_is_said_in_the_readers_language(name, language):
    with translation.override(language):
        soup = check_html(WRONG[name](request_for()))
    assert soup.html["lang"] == language
    assert soup.h1.text.strip() in soup.title.text
    assert soup.select("main .btn-primary[href]")
    english = {"404": "There is no such page", "403": "You may not do this"}.get(name, "The form")
    assert soup.h1.text.startswith(english) is (language == "en")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_last_resort_needs_no_request_no_database_and_no_settings(name, language):
    with translation.override(language):
        text = render_to_string(name)
    soup = check_html(_answer(text))
    assert soup.html["lang"] == language
    assert soup.h1.text.strip() in soup.title.text
    assert "/static/css/site.css" in text


def _answer(text):
    return SimpleNamespace(content=text.encode())


# --- the frame -------------------------------------------------------------------------------
@pytest.fixture
def frame(db):
    """The 404 page, which is nothing but the frame, as somebody sees it."""

    def frame(user=None, path="/nowhere/?a=1"):
        return soup_of(views.not_found(request_for(path, user), Exception()))

    return frame


def test_a_stranger_sees_no_places_of_the_site(frame):
    soup = frame()
    assert soup.select_one(".site-nav") is None
    assert soup.select_one("details[data-menu]") is None


def test_the_skip_link_leads_to_the_content(frame):
    soup = frame()
    link = soup.select_one("body > a")
    assert soup.find(id=link["href"][1:]).name == "main"


def test_every_script_and_style_is_our_own_and_waits_for_the_page(frame):
    soup = frame()
    for script in soup.find_all("script"):
        assert script["src"].startswith("/static/")
        assert script.has_attr("defer")
    for sheet in soup.select("link[rel=stylesheet]"):
        assert sheet["href"].startswith("/static/")


def test_htmx_may_not_evaluate_nor_keep_pages_of_a_shared_computer(frame):
    config = json.loads(frame().select_one("meta[name=htmx-config]")["content"])
    assert config["allowEval"] is False
    assert config["includeIndicatorStyles"] is False
    assert config["historyCacheSize"] == 0


def test_the_place_at_hand_is_marked_and_so_is_what_lies_below_it():
    def current(url):
        request = request_for(url)
        request.resolver_match = resolve(url)
        return [(p["url"], p["current"]) for p in places(request) if p["current"]]

    commitments = reverse("agreements:commitment-list")
    assert current(commitments) == [(commitments, "page")]
    below = reverse("agreements:commitment-detail", args=[1])
    assert current(below) == [(commitments, "true")]
    leaving = reverse("agreements:person-leave", args=[1])
    assert current(leaving) == [(reverse("actors:organization-list"), "true")]
    assert current(reverse("accounts:login")) == []


def test_who_is_signed_in_can_sign_out_without_a_script(frame):
    user = UserFactory()
    soup = frame(user)
    form = soup.select_one(f'form[action="{reverse("accounts:logout")}"]')
    assert form["method"] == "post"
    assert form.select_one("input[name=csrfmiddlewaretoken]")
    assert soup.select_one(".menu-name").text == str(user)


@pytest.mark.parametrize(("language", "other"), [("id", "en"), ("en", "id")])
def test_the_language_switch_names_the_other_language_in_its_own_words(frame, language, other):
    with translation.override(language):
        button = frame().select_one("form.language button")
    assert (button["value"], button["lang"], button["hreflang"]) == (other, other, other)
    assert button.text.strip() == {"en": "English", "id": "Bahasa Indonesia"}[other]


def test_the_language_switch_leads_back_to_the_same_page_with_its_filters(frame):
    field = frame(path="/commitments/?late=1&page=2").select_one("form.language [name=next]")
    assert field["value"] == "/commitments/?late=1&page=2"


def test_what_admins_keep_up_is_offered_to_admins_only(frame):
    people = f'a[href="{reverse("actors:person-list")}"]'
    assert frame(UserFactory(role="admin")).select_one(people)
    assert not frame(UserFactory()).select_one(people)


def test_a_demo_says_so(frame, settings):
    assert frame().select_one(".demo-banner") is None
    settings.DEMO = True
    assert frame().select_one(".demo-banner")


def test_the_sign_in_page_bears_the_name_of_the_site_and_not_of_the_host(client, db, settings):
    settings.SITE_NAME = "Kolaborasi Sulbar"
    soup = soup_of(client.get(reverse("accounts:login")))
    assert soup.title.text.endswith("– Kolaborasi Sulbar")  # noqa: RUF001
    assert soup.select_one(".brand").text.strip() == "Kolaborasi Sulbar"


def test_what_a_script_may_have_to_say_is_already_on_the_page_in_the_readers_language(frame):
    with translation.override("id"):
        note = frame().select_one("[data-live-note]")
    assert note.has_attr("hidden")
    assert note["role"] == "alert"
    assert "sambungan" in note["data-offline"]
    assert note["data-failed"]
    assert "keluar" in note["data-signed-out"]
