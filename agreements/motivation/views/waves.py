"""Pages of those who run a pulse, and the page that everybody of the collaboration reads."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, View

from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove, CharterPage
from agreements.charter.views.parts import PartPage
from agreements.engagement.models import Meeting
from agreements.motivation import transitions
from agreements.motivation.candidates import candidates_of, parties_of, people_of
from agreements.motivation.clock import has_passed
from agreements.motivation.forms.culture import CultureForm, StaffForm
from agreements.motivation.forms.waves import CloseForm, DiscussForm, InvitedForm, WaveForm
from agreements.motivation.models import PulseWave
from agreements.motivation.results_page import behaviour_of, results_of
from agreements.motivation.states import WaveState
from agreements.motivation.tidying import tidy_now
from agreements.motivation.transitions.items import statements
from agreements.motivation.transitions.telling import links_of
from agreements.motivation.wave_page import (
    history_of,
    is_asked_elsewhere,
    standing_of,
    topics_of,
    warning_of,
)
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.errors import Refused
from collabgov.kit.site import site_url

LEAD = gettext_lazy(
    "%(usual)s statements, or %(all)s with those on workload and support; three minutes, without"
    " names."
)
CULTURE_FORM = "agreements/motivation/culture_form.html"


class MotivationPart(PartPage):
    """Every wave of a collaboration, and how its promises are kept."""

    part = "motivation"
    template_name = "agreements/motivation/part.html"

    def read(self, collaboration):
        return {
            "waves": list(collaboration.pulse_waves.for_list()),
            "behaviour": behaviour_of(collaboration),
            "statements": statements(),
        }


class PulseDetail(VisibleRowsMixin, DetailView):
    """How a wave stands; once it is published, what it found."""

    model = PulseWave
    template_name = "agreements/motivation/wave_detail.html"
    context_object_name = "wave"

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration", "organization")

    def get_context_data(self, **kwargs):
        wave, user = self.object, self.request.user
        published = wave.state == WaveState.PUBLISHED
        return super().get_context_data(
            collaboration=wave.collaboration,
            # Ending it and showing what it found is owed to those who answered, whatever happens.
            may_run=(wave.is_running or wave.state in (WaveState.OPEN, WaveState.CLOSED))
            and user.has_perm("agreements.run_pulse", wave),
            goes_on=wave.is_running,
            is_late=wave.state == WaveState.OPEN and has_passed(wave),
            may_see_asked=wave.invitations.visible_to(user).exists() or not wave.is_over,
            may_answer=user.has_perm("agreements.answer_pulse", wave)
            and wave.invitations.of_account(user).unanswered().exists(),
            is_asked_elsewhere=is_asked_elsewhere(wave, user),
            may_remove=published and user.has_perm("agreements.remove_remark", wave),
            may_discuss=published and user.has_perm("agreements.discuss_pulse", wave),
            **history_of(wave),
            **standing_of(wave, user),
            **({**results_of(wave), "discussed": topics_of(wave)} if published else {}),
            **kwargs,
        )


class RunPage:
    """A page of whoever runs the wave."""

    model = PulseWave
    related = ("collaboration", "organization")
    rule_name = "agreements.run_pulse"

    of_own = {}  # what is otherwise where an organization asks its own people
    only_in = None  # the state in which there is something to do here
    otherwise = gettext_lazy("What is asked and of whom stands firm since it was opened.")

    def get(self, request, *args, **kwargs):
        if self.only_in and self.record.state != self.only_in:
            messages.error(request, self.otherwise)
            return redirect(self.record)
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset=None):
        wave = super().get_object(queryset)
        if wave.is_of_organization:
            for name, other in self.of_own.items():
                setattr(self, name, other)
        return wave

    def get_success_url(self):
        return (getattr(self, "done", None) or self.record).get_absolute_url()

    def get_lead(self):
        return self.record.title


class PulseCreate(CharterFormPage):
    model = Collaboration
    rule_name = "agreements.run_pulse"
    form_class = WaveForm
    part = "motivation"
    title = gettext_lazy("Prepare a pulse")
    submit_label = gettext_lazy("Save and choose who is asked")
    success_message = gettext_lazy("The pulse is prepared. Now choose who is asked.")

    def get_lead(self):
        return LEAD % statements()

    def get_form_kwargs(self):
        wave = PulseWave(collaboration=self.record, item_version=1)
        return {**super().get_form_kwargs(), "instance": wave}

    def carry_out(self, form):
        self.done = transitions.draft_wave(
            collaboration=self.record, by=self.request.user, **form.without_version
        )
        if warning := warning_of(self.done):
            messages.warning(self.request, warning)
        return self.done

    def get_success_url(self):
        if hasattr(self, "done"):
            return reverse("agreements:pulse-invited", args=[self.done.pk])
        return super().get_success_url()


class PulseEdit(RunPage, CharterEditPage):
    only_in = WaveState.DRAFT
    form_class = WaveForm
    title = gettext_lazy("Change the pulse")
    submit_label = gettext_lazy("Save the change")
    success_message = gettext_lazy("The pulse is changed.")

    of_own = {
        "form_class": CultureForm,
        "template_name": CULTURE_FORM,
        "title": gettext_lazy("Change the assessment"),
        "success_message": gettext_lazy("The assessment is changed."),
    }

    def carry_out(self, form):
        return transitions.edit_wave(wave=self.record, by=self.request.user, **form.cleaned_data)


class PulseInvited(RunPage, CharterFormPage):
    """Who is asked: of all parties on one page, or of the people of one organization."""

    only_in = WaveState.DRAFT
    form_class = InvitedForm
    title = gettext_lazy("Who is asked")
    note = gettext_lazy(
        "At least five people whom a mail can reach, of three parties or more, at most three of one"
        " party. Who is asked is known to all; who has answered is known to nobody."
    )
    submit_label = gettext_lazy("Save who is asked")
    success_message = gettext_lazy("Who is asked is saved.")

    of_own = {
        "form_class": StaffForm,
        "template_name": CULTURE_FORM,
        "note": gettext_lazy(
            "At least five people, and better all: who is asked is known to all of the"
            " organization; who has answered is known to nobody."
        ),
    }

    def get_form_kwargs(self):
        standing = list(self.record.invitations.select_related("person"))
        if whose := self.record.organization:
            facts = {"people": people_of(whose), "standing": standing}
            return {**super().get_form_kwargs(), **facts}
        parties = parties_of(self.collaboration)
        candidates = candidates_of(parties)
        facts = {"parties": parties, "candidates": candidates, "standing": standing}
        return {**super().get_form_kwargs(), **facts}

    def carry_out(self, form):
        is_own = self.record.is_of_organization
        verb = transitions.choose_staff if is_own else transitions.choose_invited
        return verb(wave=self.record, by=self.request.user, **form.chosen)


class PulseLinks(RunPage, CharterPage, DetailView):
    """Links for printing and handing out: those that no mail can carry, and only when asked for.

    Whoever holds a link could answer in that place, so each look stands in the history.
    """

    template_name = "agreements/motivation/links.html"
    only_in = WaveState.OPEN
    otherwise = gettext_lazy("Links are there while the pulse is open.")

    def post(self, request, *args, **kwargs):
        try:
            links = transitions.show_on_paper(wave=self.record, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(self.record)
        return self.render_to_response(self.get_context_data(links=links))

    def get_context_data(self, **kwargs):
        return {
            "wave": self.record,
            "up": self.record.organization or self.collaboration,
            "number": self.record.invitations.on_paper().count(),
            "site": site_url(self.request),
            **kwargs,
        }


VERBS = {
    "open": (transitions.open_wave, gettext_lazy("The pulse is open.")),
    "send": (transitions.send_links, gettext_lazy("The links are on their way.")),
    "send-again": (transitions.send_again, gettext_lazy("The links are on their way.")),
    "remind": (
        transitions.remind,
        gettext_lazy("The reminder is on its way to those who have not answered."),
    ),
    "discard": (
        transitions.throw_away,
        gettext_lazy("The pulse is closed; its answers are thrown away unread."),
    ),
    "publish": (transitions.publish_wave, gettext_lazy("The results are published.")),
    "drop": (transitions.drop_wave, gettext_lazy("The pulse is dropped.")),
}
NOT_ALL = {
    transitions.send_links: gettext_lazy(
        "Not every mail could be sent. Once the mail works again, send them once more: only those"
        " get one whose mail failed. Who that is, nobody is told."
    ),
    transitions.send_again: gettext_lazy(
        "Some mails failed again. The links are not sent a third time; the reminder still goes to"
        " all who have not answered."
    ),
}
OWN_VERBS = VERBS | {
    "open": (transitions.open_wave, gettext_lazy("The assessment is open.")),
    "discard": (
        transitions.throw_away,
        gettext_lazy("The assessment is closed; its answers are thrown away unread."),
    ),
    "drop": (transitions.drop_wave, gettext_lazy("The assessment is dropped.")),
}


def forget(request):
    """What is deleted goes from the files, too; where that has to wait, it is said."""
    if not tidy_now():
        text = _(
            "Who answered is deleted. In the files of the database it goes for good in the"
            " coming night: something else was still reading them, or this site may not clean"
            " them itself."
        )
        messages.warning(request, text)


class PulseClose(RunPage, CharterFormPage):
    """Close it by hand; before its last day is over, with a reason that all read."""

    form_class = CloseForm
    title = gettext_lazy("Close the pulse")
    note = gettext_lazy(
        "Closed, it takes no more answers and is never opened again. Why it closes early stands on"
        " its page for all who are asked."
    )
    submit_label = gettext_lazy("Close for good")
    success_message = gettext_lazy("The pulse is closed, its figures stay.")
    is_final = True
    of_own = {
        "template_name": CULTURE_FORM,
        "title": gettext_lazy("Close the assessment"),
        "success_message": gettext_lazy("The assessment is closed, its figures stay."),
    }

    def get(self, request, *args, **kwargs):
        if self.record.state == WaveState.OPEN:
            return super().get(request, *args, **kwargs)
        messages.error(request, _("It is not open for answers."))
        return redirect(self.record)

    def carry_out(self, form):
        reason = form.cleaned_data["reason"]
        done = transitions.close_by_hand(wave=self.record, by=self.request.user, reason=reason)
        transaction.on_commit(partial(forget, self.request))
        return done


class PulseMove(RunPage, CharterMove):
    """Open, send, remind, throw away, publish; or drop what was only prepared."""

    verbs = VERBS
    of_own = {"verbs": OWN_VERBS}

    def carry_out(self, verb):
        more = {}
        if verb in (transitions.send_links, transitions.send_again, transitions.remind):
            more["site"] = site_url(self.request)
        done = verb(wave=self.record, by=self.request.user, **more)
        if done is False:
            messages.warning(self.request, NOT_ALL[verb])
        if verb is transitions.throw_away:
            transaction.on_commit(partial(forget, self.request))

    def get_success_url(self):
        if PulseWave.objects.filter(pk=self.record.pk).exists():
            return super().get_success_url()
        if whose := self.record.organization:
            return reverse("agreements:organization-culture", args=[whose.pk])
        return reverse("agreements:collaboration-motivation", args=[self.collaboration.pk])


class PulseDiscuss(RunPage, CharterFormPage):
    """Put the results on the agenda of a planned meeting."""

    rule_name = "agreements.discuss_pulse"
    form_class = DiscussForm
    title = gettext_lazy("Discuss these results")
    template_name = "agreements/motivation/discuss.html"
    submit_label = gettext_lazy("Put it on the agenda")
    success_message = gettext_lazy("The results are on the agenda.")

    def get_form_kwargs(self):
        today = today_in(self.collaboration)
        planned = Meeting.objects.filter(collaboration=self.collaboration).upcoming(today=today)
        return {**super().get_form_kwargs(), "meetings": planned.order_by("held_on", "pk")}

    def get_context_data(self, **kwargs):
        """Where there is no meeting to choose, the way to plan one."""
        context = super().get_context_data(**kwargs)
        is_planned = context["form"].fields["meeting"].queryset.exists()
        plan = f"{reverse('agreements:meeting-create')}?collaboration={self.collaboration.pk}"
        return {**context, "plan_url": None if is_planned else plan}

    def carry_out(self, form):
        facts = {"by": self.request.user, "meeting": form.cleaned_data["meeting"]}
        return transitions.discuss(wave=self.record, **facts)


class PulseAnswerOwn(RunPage, CharterPage, View):
    """The way from one's own account to one's own link; what is said there is nobody's."""

    rule_name = "agreements.answer_pulse"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        mine = self.record.invitations.of_account(request.user)
        links = links_of(self.record, mine.unanswered()[:1])
        path = links[0].path if links else ""
        if not links:
            messages.info(request, _("Your invitation was answered already. Each counts once."))
        elif not path:
            messages.error(request, _("Your link cannot be made anew. Use the one you were given."))
        language = f"?language={request.user.language}"
        response = redirect(path + language if path else self.record)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
