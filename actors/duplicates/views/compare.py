"""Two records side by side: choose field by field, see what would move, merge."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from actors.duplicates import transitions
from actors.duplicates.beside import look_alikes
from actors.duplicates.fields import record_after
from actors.duplicates.forms import CompareForm, SecondForm
from actors.duplicates.models import Merge, NotDuplicate, SuggestedPair
from actors.duplicates.references import references_to
from actors.duplicates.rules import is_own_affair
from actors.duplicates.summary import moved_by
from actors.duplicates.views.base import DuplicatesPage, KindMixin
from actors.people.contacts import note_view
from actors.people.models import Person
from collabgov.kit.access import require_rule
from collabgov.kit.errors import Refused
from collabgov.kit.pages import PartialMixin


class PairPage(KindMixin, DuplicatesPage, TemplateView):
    """Both records of a pair; a pair that was merged meanwhile leads to its merge."""

    def dispatch(self, request, *args, pk, other, **kwargs):
        require_rule(request.user, self.rule_name)
        if pk == other:
            raise Http404
        if done := self.merge_of(pk, other):
            messages.info(request, _("One of these two was already merged. This is that merge."))
            return redirect(done)
        self.left, self.right = self.record(pk), self.record(other)
        return super().dispatch(request, *args, pk=pk, other=other, **kwargs)

    @cached_property
    def pair(self):
        """The merge that would be made, for the rule about it."""
        return Merge(kind=self.kind, kept_id=self.left.pk, away_id=self.right.pk)

    def form(self, data=None):
        return CompareForm(data, left=self.left, right=self.right, weights=self.weights)

    @cached_property
    def weights(self):
        return number_of_rows(self.left), number_of_rows(self.right)

    def get_context_data(self, **kwargs):
        pk, other = self.left.pk, self.right.pk
        return super().get_context_data(
            left=self.left,
            right=self.right,
            kind=self.kind,
            is_own_affair=is_own_affair(self.request.user, self.pair),
            list_url=list_url(self.kind),
            different_url=reverse(f"actors:{self.kind}-different", args=[pk, other]),
            **kwargs,
        )


class Compare(PartialMixin, PairPage):
    """GET: both side by side. POST `step`: preview (nothing is written), merge, or back to edit."""

    template_name = "actors/duplicates/compare.html"
    partial_name = "actors/duplicates/_compare_form.html"

    def get(self, request, *args, **kwargs):
        return show(self, self.form())

    def post(self, request, *args, **kwargs):
        require_rule(request.user, "actors.merge_pair", self.pair)
        form, step = self.form(request.POST), request.POST.get("step")
        if step == "edit" or not form.is_valid():
            return show(self, form)
        wanted = {"kind": self.kind, "by": request.user, **form.verb_fields}
        try:
            return self.merge(wanted) if step == "merge" else preview(self, form, wanted)
        except transitions.CannotMerge:
            return preview(self, form, wanted)
        except Refused as refusal:  # an edit in between, or somebody else was first
            messages.warning(request, str(refusal))
            return redirect(request.path)

    def merge(self, wanted):
        made = transitions.merge(**wanted)
        messages.success(self.request, _("Merged. It can be undone on this page."))
        return redirect(made)


def show(page, form):
    """The two records with their fields, as chosen so far."""
    ids = (page.left.pk, page.right.pk)
    hidden = page.hidden_fields(page.left, page.right)
    note_both(page, hidden)
    judged = NotDuplicate.objects.of(page.kind, *ids).select_related("made_by__person")
    context = page.get_context_data(
        form=form,
        rows=list(form.rows(hidden)),
        pair=SuggestedPair.objects.of(page.kind, *ids).first(),
        judged=judged.first(),
        weights=page.weights,
    )
    return page.render_to_response(context)


def note_both(page, hidden):
    """Whoever is shown how to reach both people is in the event log, at each step."""
    if not page.is_organization and not hidden:
        for record in (page.left, page.right):
            note_view(page.request, record)


def preview(page, form, wanted):
    """What the merge would do, in words; nothing of it is written."""
    work, notices = transitions.preview(**wanted)
    both = {record.pk: record for record in (page.left, page.right)}
    kept, away = both[wanted["keep"]], both[wanted["away"]]
    hidden = page.hidden_fields(kept, away)
    note_both(page, hidden)
    context = page.get_context_data(
        form=form,
        kept=kept,
        away=away,
        after=record_after(kept, away, wanted["sides"], hidden=hidden),
        work=work,
        notices=notices,
        moved=moved_by(work.steps),
    )
    return render(page.request, "actors/duplicates/preview.html", context)


class PersonCompare(Compare):
    model = Person


class Second(KindMixin, DuplicatesPage, FormView):
    """Choosing the other record: those that look like it, or any other by searching."""

    template_name = "actors/duplicates/second.html"
    form_class = SecondForm

    def dispatch(self, request, *args, pk, **kwargs):
        require_rule(request.user, self.rule_name)
        self.found = self.record(pk)
        return super().dispatch(request, *args, pk=pk, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"record": self.found}

    def form_valid(self, form):
        other = form.cleaned_data["other"]
        return redirect(f"actors:{self.kind}-compare", self.found.pk, other.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            record=self.found,
            kind=self.kind,
            list_url=list_url(self.kind),
            alike=look_alikes(self.found),
            **kwargs,
        )


class PersonSecond(Second):
    model = Person


def list_url(kind):
    return reverse("actors:duplicate-list" if kind == "organization" else "actors:duplicate-people")


def number_of_rows(record):
    """How many rows name the record: what would move."""
    return sum(reference.rows(record).count() for reference in references_to(type(record)))
