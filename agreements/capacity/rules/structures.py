"""Who may set up structures, give roles and say who answers for which region."""

import rules

from agreements.charter.rules import coordinates

rules.add_perm("agreements.arrange_leadership", coordinates)
