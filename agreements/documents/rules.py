"""Who may add, describe, withdraw and download documents; seeing them is the collaboration's."""

import rules

from agreements.charter.rules import is_coordinator_of, is_open, takes_part


@rules.predicate
def is_of_open_collaboration(user, document):
    return is_open(user, document.collaboration)


@rules.predicate
def is_in_use(user, document):
    return not document.is_withdrawn


@rules.predicate
def coordinates_it(user, document):
    return is_coordinator_of(user, document.collaboration)


@rules.predicate
def added_it(user, document):
    """Whoever brought it in, as long as they still take part."""
    return document.added_by_id == user.pk and takes_part(user, document.collaboration)


@rules.predicate
def may_see_withdrawn(user, document):
    """What was withdrawn is still there for those who answer for the collaboration."""
    return user.is_admin or user.is_auditor or is_coordinator_of(user, document.collaboration)


living = is_of_open_collaboration & is_in_use

rules.add_perm("agreements.add_document", takes_part & is_open)
rules.add_perm("agreements.add_document_version", (coordinates_it | added_it) & living)
rules.add_perm("agreements.edit_document", (coordinates_it | added_it) & living)
rules.add_perm("agreements.withdraw_document", coordinates_it & living)
rules.add_perm("agreements.download_document", is_in_use | may_see_withdrawn)
