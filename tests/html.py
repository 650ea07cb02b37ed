"""What must be true of every page, whoever asks for it."""

import re

from bs4 import BeautifulSoup

# What differs between two answers by nature: the token of the form, the number of the request.
BY_NATURE = re.compile(
    rb'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]*"'
    rb'|<p class="request-number">.*?</p>'
)
ALLOWED_WITHOUT_LABEL = {"hidden", "submit", "button", "reset", "image"}


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def plain(response):
    """The body without what differs by nature, and without the address that was asked for."""
    path = response.wsgi_request.path.encode()
    return BY_NATURE.sub(b"", content_of(response)).replace(path, b"")


def content_of(response):
    """The whole body, whether it was sent at once or as a stream."""
    return b"".join(response) if response.streaming else response.content


def check_html(response):
    """Fail when a page breaks a house rule: headings, language, labels, nothing inline."""
    soup = soup_of(response)
    text = response.content.decode()
    assert "{{" not in text, "An undefined or unrendered template variable."
    assert "{%" not in text, "An unrendered template tag."
    assert not soup.find_all(style=True), "Inline style."
    inline = [script for script in soup.find_all("script") if not script.get("src")]
    assert not inline, f"Inline script: {inline}"
    assert not soup.find_all("style"), "A <style> element."
    for element in soup.find_all(True):
        handlers = [name for name in element.attrs if name.startswith("on")]
        assert not handlers, f"Inline handler {handlers} on {element.name}"
    _check_ids(soup)
    _check_labels(soup)
    if soup.find("html"):
        assert len(soup.find_all("h1")) == 1, "Exactly one <h1>."
        assert soup.html.get("lang") in {"id", "en"}, "<html lang> is missing or unknown."
        assert soup.title, "No <title>."
        assert soup.title.text.strip(), "An empty <title>."
    return soup


def _check_ids(soup):
    ids = [element["id"] for element in soup.find_all(id=True)]
    twice = {name for name in ids if ids.count(name) > 1}
    assert not twice, f"Ids used twice: {twice}"
    if soup.find("html"):
        for element in soup.find_all(attrs={"aria-describedby": True}):
            dangling = set(element["aria-describedby"].split()) - set(ids)
            assert not dangling, f"aria-describedby names nothing: {dangling}"


def _check_labels(soup):
    labelled = {label.get("for") for label in soup.find_all("label")}
    for field in soup.find_all(["input", "select", "textarea"]):
        if field.get("type") in ALLOWED_WITHOUT_LABEL:
            continue
        has_label = (
            field.get("id") in labelled
            or field.get("aria-label")
            or field.get("aria-labelledby")
            or field.find_parent("label")
        )
        assert has_label, f"No label: {field}"
