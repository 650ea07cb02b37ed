"""Templates: each one is used, none carries inline code, none trusts text blindly."""

import re

from tests.architecture.sources import CODE, TEMPLATES, each, name, text, tracked

BY_NAME = {"400.html", "403.html", "404.html", "500.html"}  # Django asks for these by itself
OF_OTHER_APPS = ("django/", "bootstrap5/", "crispy_forms/", "debug_toolbar/")
NAMED = re.compile(r"""["']([\w./-]+\.(?:html|txt|svg))["']""")
FORBIDDEN = {
    "inline style": re.compile(r"""\sstyle\s*="""),
    "style element": re.compile(r"<style\b"),
    "inline handler": re.compile(r"""\son[a-z]+\s*=\s*["']"""),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)"),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
    "evaluated attribute": re.compile(r"\bhx-on\b|\bhx-vals\s*=\s*[\"']js:|\bhx-vars\b"),
}
TRUSTED_MARKUP = frozenset({"collabgov/kit/prose.py", "collabgov/look/icons.py"})


def template_name(file):
    return name(file).split("templates/", 1)[1]


def names_in_use():
    used = set()
    for file in (*CODE, *TEMPLATES):
        used |= set(NAMED.findall(text(file)))
    return used


IN_USE = names_in_use()


@each(TEMPLATES)
def test_every_template_is_used(file):
    asked = template_name(file)
    assert asked in IN_USE or asked in BY_NAME or asked.startswith(OF_OTHER_APPS)


@each(TEMPLATES)
def test_a_template_carries_nothing_inline(file):
    found = [what for what, pattern in FORBIDDEN.items() if pattern.search(text(file))]
    assert not found


@each(CODE)
def test_code_trusts_no_text_outside_the_named_list(file):
    if name(file) not in TRUSTED_MARKUP:
        assert not re.search(r"\b(mark_safe|SafeString|SafeText)\b", text(file))


def test_the_list_of_trusted_markup_is_still_needed():
    for trusted in TRUSTED_MARKUP:
        (file,) = [file for file in CODE if name(file) == trusted]
        assert "mark_safe" in text(file)


@each([file for file in tracked(".js") if "/vendor/" not in name(file)])
def test_a_script_evaluates_nothing_and_writes_no_html(file):
    assert not re.search(
        r"\beval\(|new Function|innerHTML|outerHTML|document\.write|\.style\.", text(file)
    )
