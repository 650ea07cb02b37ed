"""A form that loses no text: not to a dead session, an old page or another account.

Pages of this kind guard themselves. The form carries a signed token that says for whom it was
opened; whatever is posted with it becomes that person's draft, and nobody else sees it.
"""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django_htmx.http import HttpResponseClientRedirect

from actors.models import User
from agreements.engagement import transitions
from agreements.engagement.forms.repeat import (
    as_change,
    names_another_collaboration,
    says_the_same,
)
from agreements.engagement.forms.typed import typed_from
from agreements.models import Meeting, MeetingDraft
from collabgov.kit.errors import Refused
from collabgov.kit.ids import as_id
from collabgov.views import csrf_failure

SALT = "agreements.engagement.meeting-form"
TOKEN_AGE = 14 * 24 * 3600


def form_token(user, submission_id):
    """Sign for whom a form was opened."""
    said = {"user": user.pk, "form": str(submission_id), "sign_in": _sign_in_of(user)}
    return signing.dumps(said, salt=SALT)


def read_token(text):
    """Return (active user, submission id) of a token that we signed, or None.

    It dies with the password, and an auditor keeps nothing.
    """
    try:
        said = signing.loads(text, salt=SALT, max_age=TOKEN_AGE)
    except signing.BadSignature:
        return None
    owner = User.objects.active().filter(pk=said["user"]).first()
    if owner is None or owner.is_auditor:
        return None
    is_current = constant_time_compare(said.get("sign_in", ""), _sign_in_of(owner))
    return (owner, uuid.UUID(said["form"])) if is_current else None


def _sign_in_of(user):
    """A piece of what a change of the password changes."""
    return user.get_session_auth_hash()[:16]


class _Check(CsrfViewMiddleware):
    """Django's own check, asked for its reason instead of its page."""

    def _reject(self, request, reason):
        return reason


def _csrf_reason(request):
    check = _Check(lambda _request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {})


class KeepsTextMixin:
    """Guards itself: sign-in and CSRF are checked here, after the text has been put by."""

    @method_decorator([csrf_exempt, login_not_required])
    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST":
            held = read_token(request.POST.get("token", ""))
            reason = _csrf_reason(request)
            if held and (reason or held[0] != request.user):
                return self.put_by(*held)
            if reason:
                return csrf_failure(request, reason)
        if not request.user.is_authenticated:
            return self.ask_to_sign_in(request.get_full_path())
        return super().dispatch(request, *args, **kwargs)

    def put_by(self, owner, submission_id):
        """Keep the text as a draft of the owner, then say where it is."""
        try:
            draft = keep_for(owner, submission_id, self.request.POST)
        except Refused as refusal:
            return show_text(self.request, refusal)
        address = address_of(draft, submission_id, owner)
        if not self.request.user.is_authenticated:
            return self.ask_to_sign_in(address)
        return go(self.request, say_where(self.request, owner, address))

    def ask_to_sign_in(self, address):
        return go(self.request, redirect_to_login(address).url)


def keep_for(owner, submission_id, post, *, is_unasked=False):
    """Store what was posted as a draft of the owner; None when all of it is saved already."""
    opened_at = as_id(post.get("version")) if is_unasked else None
    edited = Meeting.objects.visible_to(owner).filter(pk=as_id(post.get("meeting"))).first()
    typed = {**typed_from(post), "submission_id": str(submission_id)}
    draft = transitions.save_draft(
        by=owner, submission_id=submission_id, fields=typed, meeting=edited, opened_at=opened_at
    )
    if draft is None:
        saved = Meeting.objects.logged_with(submission_id, owner)
        return keep_repeat(owner, saved, typed)
    return draft


def keep_repeat(owner, saved, typed):
    """A form sent again after it was saved: what is new in it becomes a draft of a change.

    Who may no longer change that meeting, or named another collaboration, gets a draft of a new
    meeting. None when there is nothing new in it.
    """
    if says_the_same(typed, saved):
        return None
    is_change = not names_another_collaboration(typed, saved) and owner.has_perm(
        "agreements.edit_meeting", saved
    )
    submission_id = uuid.uuid5(saved.submission_id, "change" if is_change else "another")
    if is_change:
        typed = as_change(typed, saved)
    return transitions.save_draft(
        by=owner,
        submission_id=submission_id,
        fields={**typed, "submission_id": str(submission_id)},
        meeting=saved if is_change else None,
    )


def show_text(request, refusal):
    """Too much for a draft: give the text back to whoever sent it."""
    text = "\n\n".join(text for text in typed_from(request.POST).values() if text)
    context = {"refusal": str(refusal), "text": text}
    return render(request, "agreements/engagement/text_not_kept.html", context)


def say_where(request, owner, address):
    """Say to who is signed in what became of the text; return where to go."""
    if request.user == owner:
        said = _("This form had been open for long. Check your text and save it.")
        messages.warning(request, said)
        return address
    said = _("This form was opened by another account; its text is among that account's drafts.")
    messages.warning(request, said)
    return reverse("agreements:meeting-list")


def go(request, address):
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def address_of(draft, submission_id, owner):
    """Where the text is: the form with the draft, or the meeting it became meanwhile."""
    if draft is None:
        return Meeting.objects.logged_with(submission_id, owner).get_absolute_url()
    if draft.meeting_id:
        path = reverse("agreements:meeting-edit", args=[draft.meeting_id])
    else:
        path = reverse("agreements:meeting-create")
    return f"{path}?draft={draft.submission_id}"


def own_draft(user, text):
    """Return the user's draft with that id, or None; somebody else's is as good as none."""
    try:
        submission_id = uuid.UUID(text)
    except ValueError:
        return None
    return MeetingDraft.objects.visible_to(user).filter(submission_id=submission_id).first()
