"""One screen to say how all my promises are going."""

import re

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from agreements.action.forms import QuickForm
from agreements.action.models import Commitment
from agreements.action.transitions import note_progress
from collabgov.kit.access import OwnPageMixin
from collabgov.kit.errors import Refused
from collabgov.kit.pages import capped_count

MOST_ROWS = 50
SENT = re.compile(r"^c(\d{1,18})-(?:progress|note)$", re.ASCII)


class QuickUpdate(OwnPageMixin, TemplateView):
    """My open promises that nobody spoke about today: a choice and a line each, saved together."""

    template_name = "agreements/action/quick.html"

    def post(self, request, *args, **kwargs):
        told = [form for form in self.forms if form.has_changed()]
        are_valid = [form.is_valid() for form in told]
        if not all(are_valid) or not save_all(told, by=request.user):
            return self.render_to_response(self.get_context_data())
        if told:
            saved = ngettext("%d update is saved.", "%d updates are saved.", len(told))
            messages.success(request, saved % len(told))
        else:
            messages.info(request, _("There was nothing new to save."))
        return redirect("agreements:commitment-quick")

    def get_context_data(self, **kwargs):
        is_more = capped_count(self.waiting()).number > MOST_ROWS
        return super().get_context_data(**kwargs) | {"forms": self.forms, "is_more": is_more}

    def waiting(self):
        """What the user may tell and nobody told today."""
        user = self.request.user
        updatable = Commitment.objects.visible_to(user).updatable_by(user)
        return updatable.not_updated_since(_midnight())

    @cached_property
    def forms(self):
        rows = list(self.waiting().for_list()[:MOST_ROWS])
        rows += self._moved_meanwhile({row.pk for row in rows})
        return [QuickForm(self.request.POST or None, commitment=row) for row in rows]

    def _moved_meanwhile(self, shown):
        """Rows that were sent and are no longer open: what was typed stays on the screen."""
        post, user = self.request.POST, self.request.user
        sent = {int(name[1]) for key in post if post[key].strip() and (name := SENT.match(key))}
        missing = sorted(sent - shown)[:MOST_ROWS]
        if not missing:
            return []
        seen = Commitment.objects.visible_to(user).filter(pk__in=missing)
        return [
            row
            for row in seen.not_told_by(user, since=_midnight()).for_list()
            if user.has_perm("agreements.update_progress", row)
        ]


def save_all(forms, *, by):
    """All or none, so that nothing is half saved; what was refused says so at its row."""
    with transaction.atomic():
        for form in forms:
            try:
                note_progress(commitment=form.commitment, by=by, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("progress", str(refusal))
        is_refused = any(form.errors for form in forms)
        transaction.set_rollback(is_refused)
    return not is_refused


def _midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
