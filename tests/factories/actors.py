"""Valid organizations, regions, people, posts and accounts."""

from datetime import UTC, date, datetime, timedelta

import factory
from django.utils import timezone

from actors.accounts.models import SiteRole, User
from actors.audit.kinds import EventKind
from actors.invitations.models import hash_of
from actors.models import (
    Abbreviation,
    AccessEvent,
    Appointment,
    AuditSeal,
    ImportContent,
    ImportRun,
    Invitation,
    Organization,
    Person,
    Region,
)
from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.regions.models import RegionLevel


class RegionFactory(factory.django.DjangoModelFactory):
    """A province."""

    class Meta:
        model = Region

    code = factory.Sequence(lambda n: f"{n:04d}")
    name = factory.Sequence(lambda n: f"Provinsi {n}")
    level = RegionLevel.PROVINCE


class OrganizationFactory(factory.django.DjangoModelFactory):
    """An active regional apparatus of a province."""

    class Meta:
        model = Organization

    name = factory.Sequence(lambda n: f"Dinas Contoh {n}")
    kind = OrganizationKind.REGIONAL_APPARATUS
    sector = Sector.GOVERNMENT
    is_state_owned = True
    level = GovernmentLevel.PROVINCE


class AbbreviationFactory(factory.django.DjangoModelFactory):
    """A short form and its meaning."""

    class Meta:
        model = Abbreviation

    short = factory.Sequence(lambda n: f"singkatan{n}")
    meaning = factory.Sequence(lambda n: f"kepanjangan {n}")


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody without contact details and without an account."""

    class Meta:
        model = Person

    full_name = factory.Sequence(lambda n: f"Petugas {n}")


class AppointmentFactory(factory.django.DjangoModelFactory):
    """A post held since last year."""

    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    organization = factory.SubFactory(OrganizationFactory)
    post = "Kepala Bidang"
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=365))


class UserFactory(factory.django.DjangoModelFactory):
    """Active staff of an organization, with a person, reading Indonesian."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        admin = factory.Trait(role=SiteRole.ADMIN)
        auditor = factory.Trait(role=SiteRole.AUDITOR)

    email = factory.Sequence(lambda n: f"petugas{n}@contoh.test")
    person = factory.SubFactory(PersonFactory)
    organization = factory.SubFactory(OrganizationFactory)
    password = factory.django.Password("rahasia-sekali-2026")


class InvitationFactory(factory.django.DjangoModelFactory):
    """An invitation sent today by an admin; its link ends in `token`, which is not stored."""

    class Meta:
        model = Invitation

    class Params:
        token = factory.Sequence(lambda n: f"kunci-undangan-{n:032d}")
        expired = factory.Trait(expires_at=factory.LazyFunction(timezone.now))
        revoked = factory.Trait(revoked_at=factory.LazyFunction(timezone.now))

    email = factory.Sequence(lambda n: f"diundang{n}@contoh.test")
    person = factory.SubFactory(PersonFactory)
    organization = factory.SubFactory(OrganizationFactory)
    token_hash = factory.LazyAttribute(lambda row: hash_of(row.token))
    invited_by = factory.SubFactory(UserFactory, admin=True)
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class AccessEventFactory(factory.django.DjangoModelFactory):
    """Somebody signed in a moment ago."""

    class Meta:
        model = AccessEvent

    kind = EventKind.SIGNED_IN
    user = factory.SubFactory(UserFactory)
    user_label = factory.LazyAttribute(lambda event: str(event.user or ""))


class AuditSealFactory(factory.django.DjangoModelFactory):
    """The first seal, of a day without events."""

    class Meta:
        model = AuditSeal

    day = date(2026, 1, 1)
    until = datetime(2026, 1, 2, tzinfo=UTC)
    digest = factory.Sequence(lambda n: f"{n:064d}")


class ImportRunFactory(factory.django.DjangoModelFactory):
    """A file of organizations that an admin has uploaded and not confirmed."""

    class Meta:
        model = ImportRun

    kind = "organizations"
    file_name = "instansi.xlsx"
    sha256 = "0" * 64
    made_by = factory.SubFactory(UserFactory, admin=True)


class ImportContentFactory(factory.django.DjangoModelFactory):
    """What that file holds: one new organization."""

    class Meta:
        model = ImportContent

    run = factory.SubFactory(ImportRunFactory)
    rows = factory.LazyFunction(
        lambda: [
            [1, ["Nama", "Jenis", "Sektor"]],
            [2, ["Dinas Baru", "Perangkat daerah (OPD)", "Pemerintah"]],
        ]
    )
    columns = factory.LazyFunction(lambda: {"name": 0, "kind": 1, "sector": 2})
