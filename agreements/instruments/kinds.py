"""Words of agreements: scope of cooperation, authority to sign, what happens to one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CooperationScope(TextChoices):
    """With whom a region cooperates (UU 23/2014 art. 363), and cooperation inside government."""

    REGIONS = "regions", _("With other regions")
    THIRD_PARTY = "third_party", _("With a third party")
    FOREIGN = "foreign", _("With a foreign body")
    WITHIN = "within_government", _("Within one government")
    CENTRAL = "central", _("With central government")


class Benefit(TextChoices):
    """What cooperation is for (UU 23/2014 art. 363): the grounds that the law names."""

    EFFICIENCY = "efficiency", _("Efficiency")
    EFFECTIVENESS = "effectiveness", _("Effectiveness of public services")
    MUTUAL = "mutual_benefit", _("Mutual benefit")


class Authority(TextChoices):
    """By what right somebody signs for a party."""

    OWN = "own", _("By the authority of the post")
    POWER_OF_ATTORNEY = "power_of_attorney", _("By power of attorney")


class SigningItem(TextChoices):
    """What is checked on paper, party by party, when an agreement is signed by hand."""

    INITIALLED = "initialled", _("Every page initialled")
    DUTY_STAMP = "duty_stamp", _("Duty stamp on it")
    SEAL = "seal", _("Official seal on it")
    ORIGINAL_HELD = "original_held", _("Party holds its signed original")
    COPY_FILED = "copy_filed", _("Signed copy filed here")


class DocumentRole(TextChoices):
    """What a document is to the agreement."""

    TEXT = "text", _("Text of the agreement")
    SIGNED_COPY = "signed_copy", _("Signed copy")
    REFERENCE = "reference", _("Terms of reference")
    LETTER = "letter", _("Letter")
    LEGAL_REVIEW = "legal_review", _("Legal review")
    LEGISLATURE = "legislature", _("Approval of the legislature")
    WORK_PLAN = "work_plan", _("Work plan")
    TERMINATION = "termination", _("Letter of termination")
    OTHER = "other", _("Other document")


class AmendmentKind(TextChoices):
    CHANGE = "change", _("Amendment (addendum)")
    EXTENSION = "extension", _("Extension")


class ChangeOf(TextChoices):
    """What one line of an amendment changes."""

    FIELD = "field", _("A detail")
    CLAUSE = "clause", _("A clause")
    NEW_CLAUSE = "new_clause", _("A new clause")
    NO_CLAUSE = "no_clause", _("A clause taken out")


class AgreementEvent(TextChoices):
    """What a line of an agreement's history tells."""

    DRAFTED = "drafted", _("Drafted")
    REGISTERED = "registered", _("Registered as in force")
    EDITED = "edited", _("Edited")
    MOVED = "moved", _("State changed")
    STAGE = "stage", _("Next stage")
    PARTY_ADDED = "party_added", _("Party added")
    PARTY_EDITED = "party_edited", _("Role of a party changed")
    PARTY_REMOVED = "party_removed", _("Party taken out")
    CLAUSE_ADDED = "clause_added", _("Clause added")
    CLAUSE_EDITED = "clause_edited", _("Clause edited")
    CLAUSE_REMOVED = "clause_removed", _("Clause taken out")
    BASIS_ADDED = "basis_added", _("Legal basis added")
    BASIS_REMOVED = "basis_removed", _("Legal basis taken out")
    DOCUMENT_ADDED = "document_added", _("Document added")
    DOCUMENT_REMOVED = "document_removed", _("Document taken off")
    SIGNED = "signed", _("Signed")
    SIGNATURE_CONFIRMED = "signature_confirmed", _("Signature confirmed by the party")
    SIGNATURE_WITHDRAWN = "signature_withdrawn", _("Signature taken back")
    CHECKED = "checked", _("Checked on paper")
    UNCHECKED = "unchecked", _("Check of the paper taken back")
    LEGISLATURE_APPROVED = "legislature_approved", _("Approved by the legislature")
    TERMINATION_REQUESTED = "termination_requested", _("Termination requested")
    TERMINATION_DECIDED = "termination_decided", _("Termination decided")
    TERMINATION_DROPPED = "termination_dropped", _("Request to terminate dropped")
    STANDS_ALONE = "stands_alone", _("Holds on without its parent")
    REVIEWED = "reviewed", _("Reviewed")
    AMENDMENT_DRAFTED = "amendment_drafted", _("Amendment drafted")
    AMENDMENT_EDITED = "amendment_edited", _("Amendment edited")
    AMENDMENT_MOVED = "amendment_moved", _("State of the amendment changed")
    AMENDMENT_SIGNED = "amendment_signed", _("Amendment signed")
    RENEWED = "renewed", _("Renewal drafted")
