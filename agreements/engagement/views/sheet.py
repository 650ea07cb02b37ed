"""What logging and editing a meeting share: buttons change the text, saving judges it."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.generic import View
from django_htmx.http import reswap, retarget

from agreements.charter.states import CollaborationState
from agreements.engagement.forms.buttons import press, pressed
from agreements.engagement.forms.hits import hits_for
from agreements.engagement.forms.sheet import MeetingSheet
from agreements.engagement.forms.typed import typed_from
from agreements.engagement.views.keeping import (
    KeepsTextMixin,
    address_of,
    form_token,
    keep_for,
    read_token,
)
from agreements.models import Collaboration
from collabgov.kit.errors import EditConflict, Refused

ROW_TEMPLATES = {
    "add_agenda": ("agreements/engagement/_agenda_row.html", "agenda"),
    "add_commitment": ("agreements/engagement/_commitment_row.html", "commitments"),
}
PAGE, PART = "agreements/engagement/meeting_form.html", "agreements/engagement/_form.html"


def collaborations_for(user):
    """Collaborations in which the user may log a meeting."""
    if user.is_auditor:
        return []
    joined = Collaboration.objects.joined_by(user)
    return list(joined.exclude(state=CollaborationState.CLOSED).for_list())


def submission_of(request):
    """The id of the form that was posted; a spoilt one is replaced."""
    try:
        return uuid.UUID(request.POST.get("submission_id", ""))
    except ValueError:
        return uuid.uuid4()


class SheetMixin(KeepsTextMixin):
    """The form as a page; `meeting` is None while a meeting is logged for the first time."""

    meeting = None
    awaited = None  # a planned meeting that this form may be about
    unsaved = None  # a draft of a change to this meeting
    collaborations = ()

    def sheet(self, typed, *, check=False):
        return MeetingSheet(
            typed, collaborations=self.collaborations, meeting=self.meeting, check=check
        )

    def page(self, sheet):
        """The whole page, or for htmx only the form."""
        submission_id = sheet.typed.get("submission_id") or str(uuid.uuid4())
        context = {
            "sheet": sheet,
            "meeting": self.meeting,
            "awaited": self.awaited,
            "unsaved": self.unsaved,
            "submission_id": submission_id,
            "token": form_token(self.request.user, submission_id),
        }
        return vary(render(self.request, PART if self.request.htmx else PAGE, context))

    def forbid(self, rule_name):
        """Refuse the verb (403); what was typed into a form that was theirs stays as a draft."""
        held = read_token(self.request.POST.get("token", ""))
        if held and held[0] == self.request.user:
            try:
                keep_for(*held, self.request.POST)
            except Refused as refusal:
                messages.error(self.request, str(refusal))
        raise PermissionDenied(rule_name)


class ButtonsMixin:
    """Helper buttons: they change the text and give the form back, unjudged."""

    def after_button(self, button, typed):
        typed, notice = press(
            button,
            self.request.POST.get(button, ""),
            typed,
            collaborations=self.collaborations,
            user=self.request.user,
            meeting=self.meeting,
        )
        sheet = self.sheet(typed)
        sheet.notice, sheet.pressed = notice, button
        if button == "find":
            sheet.hits = hits_for(sheet.search_text, self.request.user)
        if not self.request.htmx or button not in ROW_TEMPLATES:
            return self.page(sheet)
        if notice:
            return retarget(reswap(self.page(sheet), "outerHTML"), "#meeting-form")
        return new_row(self.request, sheet, *ROW_TEMPLATES[button])

    def after_draft(self, typed):
        submission_id = typed["submission_id"]
        try:
            draft = keep_for(self.request.user, submission_id, self.request.POST)
        except Refused as refusal:
            sheet = self.sheet(typed, check=True)
            sheet.refuse(str(refusal))
            return self.page(sheet)
        if draft:
            messages.success(self.request, _("The draft is saved."))
        return redirect(address_of(draft, submission_id, self.request.user))


class SheetView(ButtonsMixin, SheetMixin, View):
    """One page, four cards.

    Say `open()`: find the record, refuse who may not; `first_text()`: what the form holds at
    first; `carry_out(sheet)`: call the verb with the sheet's lines.
    """

    def get(self, request, *args, **kwargs):
        self.open()
        return self.page(self.sheet(self.first_text()))

    def post(self, request, *args, **kwargs):
        self.open()
        typed = {**typed_from(request.POST), "submission_id": str(submission_of(request))}
        if button := pressed(request.POST):
            return self.after_button(button, typed)
        if "save_draft" in request.POST:
            return self.after_draft(typed)
        sheet = self.sheet(typed, check=True)
        return self.judged(sheet) if sheet.is_valid() else self.page(sheet)

    def judged(self, sheet):
        try:
            return self.done(self.carry_out(sheet))
        except EditConflict:
            return self.conflict(sheet)
        except ValidationError as refusal:
            sheet.refuse(" ".join(refusal.messages))
        except Refused as refusal:
            sheet.refuse(str(refusal))
        return self.page(sheet)

    def done(self, meeting):
        messages.success(self.request, _("The meeting is saved."))
        return redirect(meeting)


def new_row(request, sheet, template, rows):
    context = {"row": getattr(sheet, rows)[-1], "sheet": sheet, "is_new_row": True}
    return vary(render(request, template, context))


def vary(response):
    patch_vary_headers(response, ["HX-Request"])
    return response
