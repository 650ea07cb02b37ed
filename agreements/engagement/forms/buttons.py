"""What the helper buttons of the form do to its text; none of them judges or saves anything."""

from django.utils.translation import gettext as _

from actors.models import Organization, Person
from agreements.engagement.forms.attendance import ADDED, NEW
from agreements.engagement.forms.paste import paste_into
from agreements.engagement.forms.prefill import refilled
from agreements.engagement.forms.roster import Roster
from agreements.engagement.forms.threads import stays_open
from agreements.engagement.forms.typed import (
    AGENDA,
    ATTENDANCE,
    BUTTONS,
    COMMITMENT,
    LIMITS,
    row_numbers,
    with_row,
    without_row,
)
from collabgov.kit.ids import as_id

REMOVES = {
    "remove_attendance": ATTENDANCE,
    "remove_agenda": AGENDA,
    "remove_commitment": COMMITMENT,
}
ADDS = {"add_agenda": AGENDA, "add_commitment": COMMITMENT, "add_new_person": ATTENDANCE}


def pressed(post):
    """Return the helper button of this POST, if one was pressed."""
    if "enter" in post and post.get("attendee_search", "").strip():
        return "find"
    return next((name for name in BUTTONS if name in post), None)


def press(button, value, typed, *, collaborations, user, meeting=None):
    """Return the changed text and a sentence on what happened."""
    if button == "paste_minutes":
        return paste_into(typed, Roster(typed, _about(typed, collaborations, meeting)))
    if button in REMOVES:
        number = as_id(value)
        said = stays_open(typed, number) if button == "remove_agenda" else ""
        return without_row(typed, REMOVES[button], -1 if number is None else number), said
    if button in ADDS:
        return _with_blank(button, typed)
    if button == "add_attendee":
        return _with_attendee(value, typed)
    if button == "use_collaboration":
        return _moved(typed, collaborations, user)
    return typed, ""


def _with_blank(button, typed):
    prefix = ADDS[button]
    if refusal := _is_full(typed, prefix):
        return typed, refusal
    fields = {"kind": NEW, "present": "on"} if button == "add_new_person" else {}
    return with_row(typed, prefix, **fields), ""


def _with_attendee(value, typed):
    """`o12` names organization 12; `p5-o12` person 5 as its envoy; `p5` a person alone."""
    parts = {part[:1]: as_id(part[1:]) for part in value.split("-")}
    person = Person.objects.active().filter(pk=parts.get("p")).first()
    organization = Organization.objects.active().filter(pk=parts.get("o")).first()
    if person is None and (organization is None or "p" in parts):
        return typed, _("This attendee is not in the register.")
    name = str(person or organization)
    named = (str(organization.pk) if organization else "", str(person.pk) if person else "")
    for number in row_numbers(typed, ATTENDANCE):
        row = f"{ATTENDANCE}-{number}-"
        if (typed.get(f"{row}organization", ""), typed.get(f"{row}person", "")) == named:
            said = _("%(name)s is on the list, ticked.") % {"name": name}
            return {**typed, f"{row}present": "on", "attendee_search": ""}, said
    if refusal := _is_full(typed, ATTENDANCE):
        return typed, refusal
    fields = dict(zip(("organization", "person"), named, strict=True))
    typed = with_row(typed, ATTENDANCE, kind=ADDED, present="on", **fields)
    return {**typed, "attendee_search": ""}, _("%(name)s was added.") % {"name": name}


def _about(typed, collaborations, meeting):
    """The collaboration that the form is about, as it stands now."""
    if meeting:
        return meeting.collaboration
    wanted = as_id(typed.get("collaboration"))
    return next((row for row in collaborations if row.pk == wanted), None)


def _moved(typed, collaborations, user):
    chosen = {row.pk: row for row in collaborations}
    wanted = chosen.get(as_id(typed.get("collaboration")))
    if wanted is None:
        return typed, ""
    typed, is_replaced = refilled(
        typed, wanted, chosen.get(as_id(typed.get("prefilled_for"))), user
    )
    if is_replaced:
        return typed, ""
    return typed, _("You changed the list of attendees, so it stays as it is.")


def _is_full(typed, prefix):
    limit = LIMITS[prefix]
    if len(row_numbers(typed, prefix)) < limit:
        return ""
    return _("There are %(limit)d rows already; no more fit.") % {"limit": limit}
