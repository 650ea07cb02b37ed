"""A person's own data tells nothing of records that they may not see."""

import json
import re
from types import SimpleNamespace

import pghistory
import pytest
from django.apps import apps
from django.utils import translation

from actors.audit import refusals
from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from agreements.subjects.exporting import PARTS, export_of
from agreements.subjects.wording import table_name
from tests.agreements.subjects.planting import CANARY, NAME, plant
from tests.architecture.addresses import MISSING, OBJECT_ADDRESSES, path_or_none
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, PartyFactory
from tests.factories.engagement import AttendanceFactory, MeetingDraftFactory, MeetingFactory

pytestmark = pytest.mark.django_db
SECRET = "Rahasia Sangkuriang"


@pytest.fixture
def outsider(client, monkeypatch):
    monkeypatch.setattr(refusals, "AT_MOST", 100_000)
    user = UserFactory(organization=OrganizationFactory(), language="en")
    client.force_login(user)
    with translation.override("en"):
        yield user


def own_data(client, user):
    return json.loads(client.post(f"/people/{user.person_id}/data/").content)


def rows_of(found, code, part="records"):
    return found[str(PARTS[part])].get(table_name(apps.get_model(code)), [])


def foreign(model, user):
    """A record of a kind that the user does not see, with the canary if any; or None."""
    seen = model._default_manager.visible_to(user)
    rows = list(model._base_manager.exclude(pk__in=seen.order_by().values("pk")).order_by("pk"))
    return next((one for one in rows if CANARY in str(one)), rows[0] if rows else None)


def try_all(client, user, pick):
    """Ask for each page of each foreign record, or of a number in its place."""
    tried = 0
    for address in OBJECT_ADDRESSES:
        record = foreign(address.model, user)
        path = record and path_or_none(address, lambda model, one=record: pick(one))
        if path:
            answers = client.get(path), client.post(path)
            assert CANARY not in "".join(answer.content.decode() for answer in answers), path
            tried += 1
    return tried


def what_it_says(row):
    """A line without its own number, time and request; other numbers masked."""
    kept = {name: value for name, value in row.items() if name not in ("Number", "When")}
    return re.sub(r"\d+", "N", re.sub(r"[\da-f-]{36}", "N", json.dumps(kept)))


def nobodys(record):
    """What has the key of no record, of the kind of this one's."""
    pk = MISSING if isinstance(record.pk, int) else type(record.pk)(f"{MISSING:032d}")
    return SimpleNamespace(pk=pk)


def test_refusals_tell_an_outsider_nothing(client, outsider):
    plant(PersonFactory(full_name=NAME), UserFactory())
    tried = try_all(client, outsider, lambda record: record)
    refused = AccessEvent.objects.filter(user=outsider, about_label__contains=CANARY)
    assert tried > 30
    assert len(set(refused.values_list("about_model", flat=True))) >= 3
    found = own_data(client, outsider)
    assert CANARY not in json.dumps(found, ensure_ascii=False)
    first = rows_of(found, "actors.AccessEvent")
    foreigners = [what_it_says(row) for row in first if "<" not in row["Address"]]
    assert try_all(client, outsider, nobodys) == tried
    both = rows_of(own_data(client, outsider), "actors.AccessEvent")
    missing = [what_it_says(row) for row in both if str(MISSING) in row["Address"]]
    assert len(foreigners) > 30
    assert foreigners == missing
    assert {row["Event"] for row in rows_of(found, "actors.AccessEvent")} == {"Refused"}


def test_an_admin_hands_out_no_more_of_refusals(client, outsider):
    client.get(f"/collaborations/{CollaborationFactory(title=SECRET).pk}/")
    assert AccessEvent.objects.get().about_label == SECRET
    admin = UserFactory(admin=True)
    assert SECRET not in str(export_of(outsider.person, is_own=False, reader=admin))
    assert SECRET not in str(export_of(outsider.person))


def test_an_event_names_its_record_to_who_still_sees_it(client, outsider):
    theirs, other = CollaborationFactory(title="Stunting"), CollaborationFactory(title=SECRET)
    PartyFactory(collaboration=theirs, organization=outsider.organization)
    for one in (theirs, other):
        filters = {"collaboration": one.title}
        record_event(EventKind.EXPORTED, user=outsider, about=one, rows=7, filters=filters)
    mine, lost = rows_of(own_data(client, outsider), "actors.AccessEvent")
    assert (mine["Record"], mine["Details"]) == ("Stunting", {"Rows": "7"})
    assert not {"Record", "Details"} & set(lost)
    assert lost["Event"] == "Exported"


def test_linked_rows_are_named_only_to_who_sees_them(client, outsider):
    """They sat in a meeting, and promised something, where they take no part any more."""
    meeting = MeetingFactory(title=SECRET, collaboration__title=SECRET)
    AttendanceFactory(meeting=meeting, person=outsider.person)
    CommitmentFactory(person=outsider.person, promise=SECRET, collaboration=meeting.collaboration)
    MeetingDraftFactory(user=outsider, meeting=meeting, title="Mine")
    found = own_data(client, outsider)
    assert SECRET not in json.dumps(found)
    assert len(rows_of(found, "agreements.Attendance")) == 1
    assert rows_of(found, "agreements.Commitment")[0]["When"]
    assert "not shown to you" in str(rows_of(found, "agreements.MeetingDraft"))
    for reader in (UserFactory(admin=True), None):
        assert SECRET in str(export_of(outsider.person, reader=reader))
    PartyFactory(collaboration=meeting.collaboration, organization=outsider.organization)
    assert SECRET in json.dumps(own_data(client, outsider))


def test_what_they_wrote_where_they_left_is_a_kind_and_a_day(client, outsider):
    MeetingFactory(title=SECRET, logged_by=outsider)
    found = own_data(client, outsider)
    (line,) = rows_of(found, "agreements.Meeting", "written_by_you")
    assert set(line) == {"When"}
    assert SECRET not in json.dumps(found)


def test_texts_of_others_are_shown_only_to_who_sees_them(client, outsider):
    meeting = MeetingFactory(notes=f"{SECRET} {outsider.person.full_name} {SECRET}")
    (mention,) = own_data(client, outsider)[str(PARTS["named_in"])]
    assert set(mention) == {"Kind of record", "When"}
    CoordinatorFactory(collaboration=meeting.collaboration, person=outsider.person)
    assert SECRET in str(own_data(client, outsider)[str(PARTS["named_in"])])


def test_drafts_of_others_stay_theirs_for_admins_too():
    admin = UserFactory(admin=True)
    MeetingDraftFactory(fields={"notes": f"{SECRET} {admin.person.full_name}"})
    assert SECRET not in str(export_of(admin.person, reader=admin))


def test_the_address_of_somebody_else_is_not_told(client, outsider):
    with pghistory.context(user=UserFactory().pk, ip="10.9.8.6"):
        outsider.person.phone = "0812-000-111"
        outsider.person.consent_note = "Rapat"
        outsider.person.save()
    found = json.dumps(own_data(client, outsider))
    assert "0812-000-111" in found
    assert "10.9.8.6" not in found
