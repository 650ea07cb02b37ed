"""Table of contents: every table of the app."""

from actors.accounts.models import User
from actors.audit.models import AccessEvent, AuditSeal
from actors.duplicates.models import Merge, NotDuplicate, SuggestedPair
from actors.importing.models import ImportContent, ImportRun
from actors.invitations.models import Invitation
from actors.organizations.models import Organization
from actors.people.models import Appointment, Person
from actors.regions.models import Region
from actors.search.models import Abbreviation

__all__ = [
    "Abbreviation",
    "AccessEvent",
    "Appointment",
    "AuditSeal",
    "ImportContent",
    "ImportRun",
    "Invitation",
    "Merge",
    "NotDuplicate",
    "Organization",
    "Person",
    "Region",
    "SuggestedPair",
    "User",
]
