"""Nothing of a collaboration of others reaches an outsider: on no page, in no list, in no file."""

from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from agreements.models import (
    Collaboration,
    Commitment,
    Decision,
    Meeting,
    MinutesVersion,
    PulseComment,
    ServiceStandard,
    SharedTerm,
)
from tests.agreements.subjects.planting import BESIDE
from tests.factories.action import (
    CommitmentChangeFactory,
    DueDateChangeFactory,
    ProgressUpdateFactory,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationChangeFactory, PartyChangeFactory
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingChangeFactory,
)
from tests.html import content_of, soup_of
from tests.matrix.places import PLACES
from tests.matrix.sheets import sheets_of
from tests.matrix.walk import undone

OURS = {"code", "rule", "sha256", "stored_name"}  # texts that the site makes, and no person types
SEEN = "zamrud"  # what one may search for; the whole canary is never typed
SECRET = "berdarah-biru"
PAGES = 1500
# In JSON: what the minutes, a change of an agreement or a draft keep of what people typed.
TYPED = {
    *("title", "collaboration", "place", "facilitator", "notes", "source_note", "topic"),
    *("presenter", "name", "label", "text", "reason", "promise", "organization", "person"),
    *("party", "subject", "number"),
}
# Their texts only stand there once something has happened.
HAPPENED = {"Attendance", "MinutesAnswer"}
# Of these the database changes no text any more.
FROZEN = (MinutesVersion, PulseComment, ServiceStandard)
# A number that stands there instead of an organization: the database lets no words in.
NUMBERS = {("ServiceRequest", "reference")}


def canary(model, field):
    return f"{SEEN} {SECRET} {model.__name__} {field.name}"


@pytest.fixture(scope="module")
def foreign(walker, django_db_blocker):
    """The strangers' collaboration, with a canary in every text of every row of it."""
    with django_db_blocker.unblock():
        meeting = walker.world.records[Meeting]["foreign"]
        commitment = walker.world.records[Commitment]["foreign"]
        fill_up(meeting, commitment)
        planted = [plant(row) for row in rows_of(meeting.collaboration)]
        yield sum(planted)


def fill_up(meeting, commitment):
    for make in (AttendanceFactory, AgendaItemFactory, DecisionFactory, MeetingChangeFactory):
        make(meeting=meeting)
    for make in (CommitmentChangeFactory, DueDateChangeFactory, ProgressUpdateFactory):
        make(commitment=commitment)
    CollaborationChangeFactory(collaboration=meeting.collaboration)
    PartyChangeFactory(party=commitment.collaboration.parties.first())


def rows_of(collaboration):
    """The collaboration and everything that points at it, and at that, and so on."""
    found, waiting = {}, [collaboration]
    while waiting:
        row = waiting.pop()
        if (type(row), row.pk) in found:
            continue
        found[type(row), row.pk] = row
        for relation in row._meta.related_objects:
            is_ours = relation.related_model._meta.app_label == "agreements"
            if is_ours and relation.related_model is not Collaboration:
                rows = relation.related_model._base_manager.all()
                waiting += rows.filter(**{relation.field.name: row.pk})
    return found.values()


def plant(row):
    """Write a canary into each free text of the row; returns into how many."""
    fields = [
        field
        for field in row._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not (field.choices or field.generated or field.name in OURS)
        and (type(row).__name__, field.name) not in NUMBERS
        and (field.editable or getattr(row, field.name))  # else only a verb fills it, with others
    ]
    if isinstance(row, Decision):  # nobody looked back at it yet
        fields = [field for field in fields if field.name != "review_note" or row.reviewed_on]
    words = {field.name: canary(type(row), field)[: field.max_length] for field in fields}
    for field in row._meta.concrete_fields:
        if is_list_of_words(field):
            words[field.name] = [canary(type(row), field)[: field.base_field.max_length]]
        elif isinstance(field, models.JSONField) and getattr(row, field.name):
            words[field.name] = typed_over(getattr(row, field.name), canary(type(row), field))
    planted = len(words)
    if type(row).__name__ in HAPPENED:
        words |= BESIDE[type(row).__name__](UserFactory())
    with unfrozen(type(row)):
        type(row)._base_manager.filter(pk=row.pk).update(**words)
    return planted


def is_list_of_words(field):
    base = getattr(field, "base_field", None)
    is_text = isinstance(base, models.CharField | models.TextField)
    return isinstance(field, ArrayField) and is_text and not base.choices


def typed_over(value, word):
    """JSON with the canary in each text of it that somebody typed; codes and days stay."""
    if isinstance(value, list):
        return [typed_over(each, word) for each in value]
    if isinstance(value, dict):
        return {
            name: word if name in TYPED and isinstance(each, str) else typed_over(each, word)
            for name, each in value.items()
        }
    return value


@contextmanager
def unfrozen(model):
    """Nobody changes what was shared or published; only a canary gets in there afterwards."""
    if model not in FROZEN:
        yield
        return
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_an_outsider_meets_no_word_of_it_anywhere(walker, foreign, db, record_property):
    client = walker.clients["outsider"]
    pages, found = crawl(client, starts(walker))
    record_property("pages and forms an outsider opened", pages)
    assert pages > len(PLACES) / 2
    assert foreign > 20
    assert not found, "\n".join(found)


def test_lists_of_words_and_minutes_as_they_were_shared_hold_it_too(walker, foreign, db):
    together = walker.world.records[Meeting]["foreign"].collaboration
    minutes = MinutesVersion.objects.filter(meeting__collaboration=together).get().content
    assert minutes["title"].endswith("MinutesVersion content")
    assert all(SECRET in item["topic"] for item in minutes["agenda"])
    assert minutes["agenda"]
    assert all(
        SECRET in term.synonyms[0] for term in SharedTerm.objects.filter(collaboration=together)
    )


def test_the_crawl_finds_a_word_where_it_may_be_seen(walker, foreign, db):
    """The same walk as an admin, who sees the collaboration, meets canaries: it can fail."""
    _, found = crawl(walker.clients["admin"], ["/collaborations/"], most=60)
    assert found


def starts(walker):
    """Every address, of the foreign record too, with searches for what the canaries begin with."""
    for place in PLACES:
        for which in ("own", "foreign") if place.model else ("own",):
            record = place.model and walker.world.record(place.model, which, "outsider")
            path = place.path(record)
            glue = "&" if "?" in path else "?"
            yield path
            yield f"{path}{glue}{urlencode({'q': SEEN, 'view': 'tree'})}"
            for kind in ("csv", "xlsx"):
                yield f"{path}{glue}format={kind}"


def crawl(client, waiting, most=PAGES):
    """Open pages, follow links, send forms: (how many answers, where a secret was)."""
    waiting, opened, found = list(waiting), set(), []
    while waiting and len(opened) < most:
        path = waiting.pop(0)
        if path in opened:
            continue
        opened.add(path)
        for htmx in ({}, {"HX-Request": "true"}):
            with undone():
                response = client.get(path, headers=htmx)
                body = content_of(response)
            if SECRET.encode() in body:
                found.append(f"GET {path} {htmx}")
        if response["Content-Type"].startswith("text/html") and response.status_code == 200:
            waiting += links(response, path)
            found += list(sent_forms(client, response, path, waiting))
    return len(opened), found


def links(response, path):
    for link in soup_of(response).find_all(["a", "button", "form"]):
        target = link.get("href") or link.get("hx-get")
        if (
            target
            and not urlsplit(target).netloc
            and not target.startswith(("#", "tel:", "mailto:"))
        ):
            yield urljoin(path, target.partition("#")[0])


def sent_forms(client, response, path, waiting):
    """Send each form as it stands, its texts asking for the canaries; GET forms wait their turn."""
    for sheet in sheets_of(response, path):
        data = sheet.data | dict.fromkeys(sheet.texts, SEEN)
        if sheet.method == "GET":
            there = urlsplit(sheet.action)
            query = urlencode(dict(parse_qsl(there.query)) | data)
            waiting.append(f"{there.path}?{query}")
            continue
        with undone():
            body = content_of(client.post(sheet.action, data))
        if SECRET.encode() in body:
            yield f"POST {sheet.action}"
