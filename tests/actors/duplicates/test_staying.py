"""What was joined and changed since stays joined: an undo brings back no right that was ended."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import ChangedSince, undo
from actors.models import Appointment, User
from actors.people.transitions import end_appointment
from agreements.charter.rules import takes_part
from agreements.charter.transitions import end_coordinator, end_party, end_representative
from agreements.models import Coordinator, Party, Representative
from tests.actors.duplicates.tables import contents
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import (
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def admin(db):
    return UserFactory(admin=True)


@pytest.fixture
def where(db):
    """A collaboration that somebody else coordinates as well."""
    return CoordinatorFactory().collaboration


def merged(kind, kept, away, admin):
    return merge(kind=kind, keep=kept.pk, away=away.pk, sides={}, by=admin)


def coordinator_of(where):
    return UserFactory(person=Coordinator.objects.filter(collaboration=where).earliest("pk").person)


def parties(where):
    """Two parties, and how a coordinator ends one."""
    rows = PartyFactory.create_batch(2, collaboration=where)
    ours = [row.organization for row in rows]
    return (
        "organization",
        *ours,
        rows,
        lambda row: end_party(party=row, by=coordinator_of(where), reason="Mundur"),
    )


def coordinators(where):
    rows = CoordinatorFactory.create_batch(2, collaboration=where)
    ours = [row.person for row in rows]
    return (
        "person",
        *ours,
        rows,
        lambda row: end_coordinator(coordinator=row, by=coordinator_of(where)),
    )


def speakers(where):
    rows = RepresentativeFactory.create_batch(2, party=PartyFactory(collaboration=where))
    ours = [row.person for row in rows]
    return (
        "person",
        *ours,
        rows,
        lambda row: end_representative(representative=row, by=coordinator_of(where)),
    )


def posts(_where):
    rows = AppointmentFactory.create_batch(2, organization=OrganizationFactory())
    ours = [row.person for row in rows]

    def end(row):
        by = UserFactory(admin=True)
        return end_appointment(appointment=row, ends_on=TODAY, by=by, version=row.version)

    return "person", *ours, rows, end


@pytest.mark.parametrize("made", [parties, coordinators, speakers, posts])
def test_a_row_that_was_ended_since_is_named_and_its_other_half_stays_part_of_it(
    made, where, admin
):
    kind, kept, away, (stays, other), end = made(where)
    done = merged(kind, kept, away, admin)
    stays.refresh_from_db()
    end(stays)
    before = contents()
    with pytest.raises(ChangedSince) as refusal:
        undo(merge=done, by=admin)
    [line] = refusal.value.lines
    assert line.startswith(str(stays._meta.verbose_name).capitalize())
    assert f"no. {stays.pk} sudah diubah" in line
    assert f"no. {other.pk} tetap" in line
    assert contents() == before
    assert undo(merge=done, by=admin, rest=True).left_alone == [line]
    connection.check_constraints()
    stays.refresh_from_db()
    assert stays.ends_on == TODAY
    assert not type(other).objects.filter(pk=other.pk).exists()
    assert type(away).objects.filter(pk=away.pk).exists()


@pytest.mark.parametrize("made", [parties, coordinators, speakers, posts])
def test_what_nobody_changed_comes_back(made, where, admin):
    kind, kept, away, _rows, _end = made(where)
    before = contents()
    undo(merge=merged(kind, kept, away, admin), by=admin)
    assert contents() == before


@pytest.mark.parametrize("made", [parties, coordinators, speakers])
def test_an_undo_gives_nobody_access_that_was_ended_meanwhile(made, where, admin):
    kind, kept, away, (stays, _other), end = made(where)
    field = {"person": away} if kind == "person" else {"organization": away}
    user = UserFactory(**field)
    assert takes_part(user, where)
    done = merged(kind, kept, away, admin)
    stays.refresh_from_db()
    end(stays)
    stays.__class__.objects.filter(pk=stays.pk).update(ends_on=TODAY - timedelta(days=1))
    assert not takes_part(User.objects.get(pk=user.pk), where)
    undo(merge=done, by=admin, rest=True)
    again = User.objects.get(pk=user.pk)
    assert not takes_part(again, where)
    assert (again.person if kind == "person" else again.organization) == away


def test_the_page_names_it_and_opens_nothing_again(where, admin, sign_in, client):
    kind, kept, away, (stays, other), end = coordinators(where)
    user = UserFactory(person=away)
    done = merged(kind, kept, away, admin)
    end(stays)
    Coordinator.objects.filter(pk=stays.pk).update(ends_on=TODAY - timedelta(days=1))
    sign_in(admin)
    address = reverse("actors:merge-undo", args=[done.pk])
    asked = client.post(address).content.decode()
    assert f"no. {stays.pk} sudah diubah" in asked
    assert f"no. {other.pk} tetap" in asked
    client.post(address, {"rest": "1"})
    assert f"no. {other.pk} tetap" in client.get(done.get_absolute_url()).content.decode()
    sign_in(User.objects.get(pk=user.pk))
    assert client.get(where.get_absolute_url()).status_code == 404


def test_what_named_a_row_that_stays_stays_with_it(where, admin):
    kept, away = PartyFactory.create_batch(2, collaboration=where)
    speaker = PersonFactory()
    mine, theirs = (RepresentativeFactory(party=one, person=speaker) for one in (kept, away))
    alone = RepresentativeFactory(party=away)
    done = merged("organization", kept.organization, away.organization, admin)
    Party.objects.filter(pk=kept.pk).update(voice="advises")
    left = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    assert len(left) == 2
    assert f"no. {theirs.pk} tetap menjadi bagian no. {mine.pk} juga" in left[1]
    rows = Representative.objects.filter(party__collaboration=where)
    assert set(rows.values_list("pk", "party")) == {(mine.pk, kept.pk), (alone.pk, kept.pk)}


def test_a_speaker_who_was_ended_does_not_come_back_with_the_party(where, admin):
    kept, away = PartyFactory.create_batch(2, collaboration=where)
    speaker = PersonFactory()
    mine, theirs = (RepresentativeFactory(party=one, person=speaker) for one in (kept, away))
    done = merged("organization", kept.organization, away.organization, admin)
    end_representative(representative=mine, by=coordinator_of(where))
    undo(merge=done, by=admin, rest=True)
    assert Party.objects.filter(pk=away.pk).exists()
    assert not Representative.objects.filter(pk=theirs.pk).exists()


def bridged(where):
    """Two spells of the kept party; one of the other meets the second, one both of them."""
    kept, away = OrganizationFactory(), OrganizationFactory()

    def party(organization, start, end):
        return PartyFactory(
            collaboration=where,
            organization=organization,
            starts_on=TODAY - timedelta(days=start),
            ends_on=end and TODAY - timedelta(days=end),
            state="left" if end else "active",
        )

    early, late = party(kept, 300, 200), party(kept, 100, None)
    meets_one, meets_both = party(away, 60, 50), party(away, 250, 70)
    speaker = PersonFactory()
    for one in (early, meets_one):
        RepresentativeFactory(party=one, person=speaker)
    return early, late, meets_one, meets_both


def test_rows_that_became_one_in_turn_stay_one(where, admin):
    early, *others = bridged(where)
    done = merged("organization", early.organization, others[1].organization, admin)
    one = Party.objects.get(collaboration=where)
    end_party(party=one, by=coordinator_of(where), reason="Mundur")
    left = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    one.refresh_from_db()
    assert (one.starts_on, one.ends_on) == (early.starts_on, TODAY)
    assert list(Party.objects.filter(collaboration=where)) == [one]
    assert sum(f"no. {one.pk} sudah diubah" in line for line in left) == 3
    assert [any(f"no. {row.pk} tetap" in line for line in left) for row in others] == [True] * 3
    assert len(left) == 4  # and one who spoke for two of them


def test_only_the_speaker_who_was_ended_stays_when_the_parties_come_back(where, admin):
    early, *others = bridged(where)
    speaking = Representative.objects.get(party=early)
    done = merged("organization", early.organization, others[1].organization, admin)
    end_representative(representative=speaking, by=coordinator_of(where))
    [line] = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    assert f"no. {speaking.pk} sudah diubah" in line
    assert Party.objects.filter(collaboration=where).count() == 4
    assert list(Representative.objects.filter(party__collaboration=where)) == [speaking]


def test_rows_that_became_one_in_turn_are_as_before(where, admin):
    early, _late, _one, away = bridged(where)
    before = contents()
    undo(merge=merged("organization", early.organization, away.organization, admin), by=admin)
    assert contents() == before


def test_one_of_them_that_the_register_keeps_away_keeps_the_others(where, admin):
    early, late, meets_one, meets_both = bridged(where)
    done = merged("organization", early.organization, meets_one.organization, admin)
    with_a_row_of(meets_both.organization, where, TODAY - timedelta(days=240))
    left = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    assert f"no. {meets_both.pk}" in left[0]
    assert "party_once_at_a_time" in left[0]
    for row in (late, meets_one):
        assert any(
            f"no. {row.pk} tetap menjadi bagian no. {early.pk} juga" in line for line in left
        )


def with_a_row_of(organization, where, day):
    """A row that came before rows were sent on to the kept record."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE agreements_party DISABLE TRIGGER follow_merge_organization_id")
    row = PartyFactory(collaboration=where, starts_on=day, ends_on=day, state="left")
    Party.objects.filter(pk=row.pk).update(organization_id=organization.pk)


def test_nothing_comes_back_when_the_row_that_took_it_in_is_gone(admin):
    _kind, kept, away, (stays, other), _end = posts(None)
    done = merged("person", kept, away, admin)
    Appointment.objects.filter(pk=stays.pk).delete()
    [line] = undo(merge=done, by=admin, rest=True).left_alone
    assert f"no. {stays.pk} sudah tidak ada" in line
    assert not Appointment.objects.filter(pk=other.pk).exists()


def test_a_step_that_names_what_is_gone_brings_nothing_back(where, admin):
    kind, kept, away, (_stays, other), _end = speakers(where)
    done = merged(kind, kept, away, admin)
    [step] = [step for step in done.steps if step["what"] == "removed"]
    step["old"]["party_id"] = 987_654_321
    done.save(update_fields=["steps"])
    [line] = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    assert "yang disebutnya sudah tidak ada" in line
    assert not Representative.objects.filter(pk=other.pk).exists()


def test_what_the_register_keeps_away_leaves_all_that_names_it_in_place(where, admin):
    kept, away = PartyFactory.create_batch(2, collaboration=where)
    speaker = RepresentativeFactory(party=away)
    Party.objects.filter(pk=kept.pk).update(starts_on=TODAY - timedelta(days=30))
    done = merged("organization", kept.organization, away.organization, admin)
    with_a_row_of(away.organization, where, TODAY)
    [line] = undo(merge=done, by=admin, rest=True).left_alone
    connection.check_constraints()
    assert f"no. {away.pk}" in line
    speaker.refresh_from_db()
    assert speaker.party_id == kept.pk
    kept.refresh_from_db()
    assert kept.starts_on == away.starts_on  # it goes on standing for both
