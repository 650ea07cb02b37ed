"""A large act takes a few lines of the list, says how many more it has, and leads to them."""

import pytest
from django.urls import reverse

from actors.models import Organization
from collabgov.kit.audit import as_system
from dashboards.audit import views
from dashboards.audit.filters import AuditFilter
from dashboards.audit.folding import AT_ONCE, FoldedLog
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")
MANY = 20


def one_act(prefix, number=MANY):
    with as_system("load"):
        for each in range(number):
            OrganizationFactory(name=f"{prefix} {each:02}")


def alone(name):
    with as_system("add"):
        OrganizationFactory(name=name)


@pytest.fixture
def admin():
    return UserFactory(admin=True, language="en", organization=None)


def log_of(user):
    return FoldedLog(AuditFilter({"table": "actors.organization"}, user=user).branches())


def names_of(page):
    wanted = {ref.pk: place for place, ref in enumerate(page.refs)}
    events = Organization.pgh_event_model.objects.filter(pk__in=wanted)
    return sorted(events.values_list("pk", "name"), key=lambda row: wanted[row[0]])


def test_a_large_act_leaves_room_for_what_was_before(client, admin):
    alone("Bappeda")
    one_act("Region")
    client.force_login(admin)
    answer = client.get(URL, {"table": "actors.organization"})
    shown = [line.record for line in answer.context["lines"]]
    assert shown == [*(f"Region {MANY - 1 - each:02}" for each in range(AT_ONCE)), "Bappeda"]
    rest = soup_of(answer).select_one(".audit-rest a")
    assert rest.text.strip() == f"{MANY - AT_ONCE} more lines of the same act"
    whole = client.get(URL + rest["href"])
    assert len(whole.context["lines"]) == MANY
    assert not soup_of(whole).select(".audit-rest")


def test_an_act_that_fits_is_shown_whole(client, admin):
    one_act("Small", number=AT_ONCE)
    client.force_login(admin)
    answer = client.get(URL, {"table": "actors.organization"})
    assert len(answer.context["lines"]) == AT_ONCE
    assert not soup_of(answer).select(".audit-rest")


@pytest.mark.parametrize("size", [1, 2, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 9, 100])
def test_pages_go_on_behind_an_act_there_and_back(admin, size):
    alone("First")
    one_act("A")
    alone("Between")
    one_act("B")
    alone("Last")
    log, mark, pages = log_of(admin), None, []
    while True:
        pages.append(log.page(size=size, before=mark))
        mark = pages[-1].older
        if mark is None:
            break
    there = [name for page in pages for _, name in names_of(page)]
    assert [name for name in there if " " not in name] == ["Last", "Between", "First"]
    assert len(there) == len(set(there))
    back = log.page(size=size, after=pages[-1].newer) if len(pages) > 1 else pages[-1]
    assert set(back.refs).isdisjoint(pages[-1].refs) or len(pages) == 1
    assert len(back.refs) == min(size, len(there))


@pytest.mark.parametrize("size", [AT_ONCE, 9, 100])
def test_no_act_takes_more_than_two_short_parts(admin, size):
    one_act("A", number=200)
    alone("Last")
    log, mark, shown = log_of(admin), None, 0
    while True:
        page = log.page(size=size, before=mark)
        shown += len(page.refs)
        if (mark := page.older) is None:
            break
    assert shown < 1 + 2 * AT_ONCE


def test_what_is_shown_and_what_is_left_out_is_the_whole_act(admin):
    one_act("A")
    alone("Last")
    page = log_of(admin).page(size=50)
    assert list(page.left_out.values()) == [MANY - AT_ONCE]
    assert len(page.refs) == AT_ONCE + 1


def test_who_cannot_ask_for_one_request_sees_every_line(client):
    collaboration = CollaborationFactory()
    with as_system("load"):
        for _ in range(AT_ONCE + 3):
            MeetingFactory(collaboration=collaboration)
    client.force_login(coordinator_of(collaboration))
    answer = client.get(URL, {"table": "agreements.meeting"})
    assert len(answer.context["lines"]) == AT_ONCE + 3
    assert not soup_of(answer).select(".audit-rest")


def test_the_page_holds_no_more_than_before(client, admin):
    for prefix in ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"):
        one_act(prefix, number=AT_ONCE + 1)
    client.force_login(admin)
    answer = client.get(URL, {"table": "actors.organization"})
    assert len(answer.context["lines"]) == views.LINES
