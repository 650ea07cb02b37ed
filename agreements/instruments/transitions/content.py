"""What an agreement may say, checked before it is saved; each refusal names its field."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.instruments.family import ancestors
from agreements.instruments.guards import renewal_refusals
from agreements.instruments.states import OVER

FIELDS = (
    "type",
    "number",
    "title",
    "subject",
    "scope",
    "is_mandatory",
    "benefits",
    "parent",
    "starts_on",
    "ends_on",
    "review_on",
    "legislature_needed",
    "source_note",
)
ONE_LINE = ("number", "title", "source_note")


def tidy(fields):
    """The fields without blanks around them; a name that is no field is a mistake of ours.

    Call it under the lock: the parent is read again, somebody may have moved it.
    """
    if unknown := fields.keys() - set(FIELDS):
        raise TypeError(f"no fields of an agreement: {sorted(unknown)}")
    return {name: tidied(name, value) for name, value in fields.items()}


def tidied(name, value):
    """One field as it is kept."""
    if isinstance(value, str):
        return one_line(value) if name in ONE_LINE else value.strip()
    return again(value) if name == "parent" and value is not None else value


def one_line(text):
    """Words with one blank between them; characters that nobody can see are left out."""
    seen = "".join(each for each in text if each.isprintable() or each.isspace())
    return " ".join(seen.split())


def again(record):
    """A record as it is saved now, whatever the caller held in hand."""
    return type(record)._base_manager.get(pk=record.pk)


def apply(agreement, fields):
    """Put the fields on the agreement; returns the names of those that changed."""
    changed = [name for name, value in fields.items() if getattr(agreement, name, None) != value]
    was_usual = agreement.pk is not None and agreement.review_on == usual_review_day(agreement)
    for name in changed:
        setattr(agreement, name, fields[name])
    if not agreement.legislature_needed:
        agreement.legislature_approved_on = None
    if was_usual and "review_on" not in changed:
        agreement.review_on = None  # it moves along with the term
    fill_review_day(agreement)
    return changed


def fill_review_day(agreement):
    """Without a day to review it: so many days before the last one as its kind says."""
    if agreement.review_on is None:
        agreement.review_on = usual_review_day(agreement)


def usual_review_day(agreement):
    """So many days before the last one as the kind says, but not before the first."""
    if agreement.ends_on is None:
        return None
    day = agreement.ends_on - timedelta(days=agreement.type.review_days)
    first = agreement.starts_on or day
    return min(max(day, first), agreement.ends_on)


def check(agreement, changed=FIELDS):
    """Refuse a parent, a term or a day of review that cannot be."""
    problems = {}
    if "parent" in changed and (words := _wrong_parent(agreement)):
        problems["parent"] = words
    if words := " ".join(renewal_refusals(agreement)):
        problems["starts_on"] = words
    last = agreement.ends_on
    if agreement.review_on and last and agreement.review_on > last:
        problems["review_on"] = _("The review comes after the last day.")
    if problems:
        raise ValidationError(problems)


def _wrong_parent(agreement):
    parent = agreement.parent
    if parent is None:
        return ""
    if parent.collaboration_id != agreement.collaboration_id:
        return _("The parent agreement belongs to another collaboration.")
    if agreement.pk and agreement.pk in [row.pk for row in (parent, *ancestors(parent))]:
        return _("An agreement cannot be its own parent, nor that of its parent.")
    if parent.state in OVER and not agreement.is_registered:
        return _("The parent agreement is over.")
    return ""
