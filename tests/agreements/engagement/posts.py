"""What a browser sends from the meeting form, read from the page itself."""

from django.urls import reverse

from tests.html import soup_of

NEW = "agreements:meeting-create"


def fields_of(response):
    """Return the names and values that a browser would post from the form, buttons left out."""
    form = soup_of(response).find("form", id="meeting-form")
    posted = {}
    for element in form.find_all(["input", "textarea", "select"]):
        kind = element.get("type", "text")
        if kind in ("checkbox", "radio"):
            if element.has_attr("checked"):
                posted[element["name"]] = element.get("value", "on")
        elif element.name == "select":
            chosen = element.find("option", selected=True) or element.find("option")
            posted[element["name"]] = chosen["value"] if chosen else ""
        elif element.name == "textarea":
            posted[element["name"]] = element.text.removeprefix("\n").removeprefix("\r\n")
        else:
            posted[element["name"]] = element.get("value", "")
    return posted


def fresh(client, **query):
    """Open the form and return what it would post as it stands."""
    response = client.get(reverse(NEW), query)
    assert response.status_code == 200
    return fields_of(response)


def post(client, fields, url=None, **more):
    return client.post(url or reverse(NEW), {**fields, **more})


def errors_of(response):
    """The lines of the error summary, each with where it links to."""
    summary = soup_of(response).find(class_="error-summary")
    links = summary.find_all("a") if summary else []
    return {" ".join(link.text.split()): link["href"] for link in links}
