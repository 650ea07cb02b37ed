"""The forms on a page, as somebody would send them: where to, and what stands in each field."""

from dataclasses import dataclass, field
from urllib.parse import urljoin

from tests.html import soup_of

TEXT_TYPES = {"text", "search", "email", "tel", "url", "number", "password", "date", "time", None}
MACHINE = {"csrfmiddlewaretoken", "unsent"}


@dataclass
class Sheet:
    """One form: method, address, what it holds, and which of its fields take free text."""

    method: str
    action: str
    data: dict = field(default_factory=dict)
    texts: list = field(default_factory=list)
    offered: set = field(default_factory=set)  # all its names, boxes and buttons included
    has_file: bool = False

    @property
    def names(self):
        return sorted(set(self.data) - MACHINE)


def sheets_of(response, path):
    """Every form on the page, but for signing out and choosing the language."""
    soup = soup_of(response)
    for form in soup.find_all("form"):
        action = urljoin(path, form.get("action") or path)
        if "/accounts/logout" in action or "/accounts/language" in action:
            continue
        sheet = Sheet((form.get("method") or "get").upper(), action)
        for part in _parts(soup, form):
            _read(sheet, part)
        yield sheet


def _parts(soup, form):
    inside = form.find_all(["input", "select", "textarea", "button"])
    outside = soup.find_all(attrs={"form": form["id"]}) if form.get("id") else []
    return [part for part in [*inside, *outside] if part.get("name")]


def _read(sheet, part):
    name, kind = part["name"], part.get("type")
    sheet.offered.add(name)
    if part.name == "button":
        return
    if part.name == "select":
        chosen = part.find("option", selected=True) or part.find("option")
        sheet.data.setdefault(name, chosen.get("value", chosen.text) if chosen else "")
    elif part.name == "textarea":
        sheet.data[name] = part.text.removeprefix("\n")
        sheet.texts.append(name)
    elif kind in {"checkbox", "radio"}:
        if part.has_attr("checked"):
            sheet.data[name] = part.get("value", "on")
    elif kind == "file":
        sheet.has_file = True
    else:
        sheet.data[name] = part.get("value", "")
        if kind in TEXT_TYPES and name not in MACHINE:
            sheet.texts.append(name)
