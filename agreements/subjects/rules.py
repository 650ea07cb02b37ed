"""Who takes out all that is known about a person: an admin who hands it over, or themself."""

import rules

from actors.accounts.rules import is_admin
from actors.people.rules import is_this_person

rules.add_perm("agreements.export_subject", is_admin | is_this_person)
