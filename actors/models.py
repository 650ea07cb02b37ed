"""Table of contents: every table of the app."""

from actors.accounts.models import User
from actors.organizations.models import Abbreviation, Organization
from actors.people.models import Appointment, Person
from actors.regions.models import Region

__all__ = ["Abbreviation", "Appointment", "Organization", "Person", "Region", "User"]
