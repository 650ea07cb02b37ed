"""A request and its answer as letters, in plain words: to print, to sign, to hand over."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.capacity.assistance_kinds import AssistanceOutcome


def letters_of(request):
    """One letter for the request and, once there is one, another for the answer."""
    letters = [_request_letter(request)]
    if request.answer is not None:
        letters.append(_answer_letter(request, request.answer))
    return letters


def _request_letter(request):
    facts = [
        (_("Kind of help"), request.get_kind_display()),
        (_("Needed by"), _day(request.needed_by)),
        (_("Grounds"), "; ".join(str(row.kind) for row in _grounds(request))),
        (_("How these grounds hold here"), request.grounds_note),
        (_("Emergency"), request.emergency_reason),
        (_("Answer due"), _day(request.answer_due_on)),
        (pgettext("law", "Who is liable"), request.liable_party.organization.name),
        (_("Document that says so"), str(request.liability_document or "")),
    ]
    return _letter(
        _("Request for official assistance"),
        sender=request.from_party,
        to=request.to_party,
        day=request.submitted_on,
        subject=request.subject,
        text=request.what,
        facts=facts,
    )


def _answer_letter(request, answer):
    is_refusal = answer.outcome == AssistanceOutcome.REFUSE
    lent = _("Given by the coordinator on behalf of this organization, which has not confirmed it.")
    ground = answer.refusal_ground
    facts = [
        (_("Answer"), answer.get_outcome_display()),
        (_("Note"), lent if answer.is_on_behalf else ""),
        (_("What is not given, and why"), answer.withheld),
        (_("Ground for the refusal"), ground.whole if ground else ""),
        (pgettext("refusal", "Reason"), answer.reason),
        (_("Letter"), str(answer.letter or "")),
    ]
    title = _("Refusal of official assistance") if is_refusal else _("Answer to the request")
    return _letter(
        title,
        sender=request.to_party,
        to=request.from_party,
        day=answer.given_on,
        subject=request.subject,
        text=answer.offered,
        facts=facts,
    )


def _letter(title, *, sender, to, day, subject, text, facts):
    return {
        "title": title,
        "sender": sender.organization.name,
        "to": to.organization.name,
        "day": _day(day),
        "subject": subject,
        "text": text,
        "facts": [(label, value) for label, value in facts if value],
    }


def _grounds(request):
    return request.grounds.select_related("kind")


def _day(day):
    return date_format(day, "DATE_FORMAT") if day else ""
