"""Drafts: kept from the first keystroke, and discarded."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import View

from agreements.engagement import transitions
from agreements.engagement.views.keeping import (
    KeepsTextMixin,
    address_of,
    keep_for,
    own_draft,
    read_token,
)
from collabgov.kit.access import OwnPageMixin, VisibleRowsMixin
from collabgov.kit.errors import Refused

STATUS = "agreements/engagement/_draft_status.html"


class DraftSave(OwnPageMixin, KeepsTextMixin, View):
    """Takes the form as it stands, a moment after each keystroke; answers with a short line."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        held = read_token(request.POST.get("token", ""))
        if held is None:
            return render(request, STATUS, {"refusal": _("Not saved: open the form again.")})
        return self.put_by(*held)

    def put_by(self, owner, submission_id):
        try:
            typed = self.request.POST
            is_unasked = "save_draft" not in typed
            draft = keep_for(owner, submission_id, typed, is_unasked=is_unasked)
        except Refused as refusal:
            return render(self.request, STATUS, {"refusal": str(refusal)})
        if self.request.user == owner:
            return render(self.request, STATUS, {"draft": draft})
        address = urlencode({"next": address_of(draft, submission_id, owner)})
        context = {"draft": draft, "sign_in": f"{reverse('accounts:login')}?{address}"}
        with translation.override(owner.language), timezone.override(owner.time_zone):
            return render(self.request, STATUS, context)

    def ask_to_sign_in(self, address):
        if self.request.htmx:
            return render(self.request, STATUS, {"refusal": _("Not saved: sign in first.")})
        return super().ask_to_sign_in(address)


class DraftDiscard(VisibleRowsMixin, View):
    """Asks first; a draft that is not one's own does not exist."""

    http_method_names = ["get", "post"]

    def get_draft(self):
        draft = own_draft(self.request.user, str(self.kwargs["submission_id"]))
        if draft is None:
            raise Http404
        return draft

    def get(self, request, *args, **kwargs):
        context = {"draft": self.get_draft()}
        return render(request, "agreements/engagement/draft_discard.html", context)

    def post(self, request, *args, **kwargs):
        transitions.discard_draft(draft=self.get_draft(), by=request.user)
        messages.success(request, _("The draft is discarded."))
        return redirect(f"{reverse('agreements:meeting-list')}?when=drafts")
