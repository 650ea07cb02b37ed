"""Who may do what with ground rules: every party proposes, the coordinators keep the list."""

import rules

from agreements.charter.rules import coordinates, is_open, takes_part

rules.add_perm("agreements.propose_ground_rule", takes_part & is_open)
rules.add_perm("agreements.keep_ground_rules", coordinates)
