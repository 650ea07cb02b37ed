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
from actors.duplicates.forms import CompareForm, SecondForm
from actors.duplicates.models import NotDuplicate, SuggestedPair
from actors.duplicates.references import references_to
from actors.duplicates.summary import moved_by
from actors.duplicates.views.base import DuplicatesPage, KindMixin
from actors.people.models import Person
from collabgov.kit.access import require_rule
from collabgov.kit.errors import EditConflict, Refused


class Compare(KindMixin, DuplicatesPage, TemplateView):
    """GET: both side by side. POST `step`: preview (nothing is written), merge, or back to edit."""

    template_name = "actors/duplicates/compare.html"

    def dispatch(self, request, *args, pk, other, **kwargs):
        require_rule(request.user, self.rule_name)
        if pk == other:
            raise Http404
        if done := self.merge_of(pk, other):
            messages.info(request, _("One of these two was already merged. This is that merge."))
            return redirect(done)
        self.left, self.right = self.record(pk), self.record(other)
        return super().dispatch(request, *args, pk=pk, other=other, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.show(self.form())

    def post(self, request, *args, **kwargs):
        require_rule(request.user, "actors.merge_records")
        form, step = self.form(request.POST), request.POST.get("step")
        if step == "edit" or not form.is_valid():
            return self.show(form)
        wanted = {"kind": self.kind, "by": request.user, **form.verb_fields}
        try:
            if step == "merge":
                made = transitions.merge(**wanted)
                messages.success(request, _("Merged. It can be undone on this page."))
                return redirect(made)
            return self.preview(form, wanted)
        except EditConflict as refusal:
            messages.warning(request, str(refusal))
            return redirect(request.path)
        except transitions.CannotMerge:
            return self.preview(form, wanted)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)

    def form(self, data=None):
        return CompareForm(data, left=self.left, right=self.right, weights=self.weights)

    @cached_property
    def weights(self):
        return number_of_rows(self.left), number_of_rows(self.right)

    def show(self, form):
        hidden = self.hidden_fields(self.left, self.right)
        pairs = SuggestedPair.objects.of(self.kind, self.left.pk, self.right.pk)
        judged = NotDuplicate.objects.of(self.kind, self.left.pk, self.right.pk)
        context = self.get_context_data(
            form=form,
            rows=list(form.rows(hidden)),
            pair=pairs.first(),
            judged=judged.select_related("made_by__person").first(),
            weights=self.weights,
            **self.sides(),
        )
        return self.render_to_response(context)

    def preview(self, form, wanted):
        _kept, work, notices = transitions.preview(**wanted)
        context = self.get_context_data(
            form=form,
            kept=self.left if wanted["keep"] == self.left.pk else self.right,
            away=self.left if wanted["away"] == self.left.pk else self.right,
            work=work,
            notices=notices,
            moved=moved_by(work.steps),
            **self.sides(),
        )
        return render(self.request, "actors/duplicates/preview.html", context)

    def sides(self):
        return {
            "left": self.left,
            "right": self.right,
            "kind": self.kind,
            "list_url": list_url(self.kind),
            "different_url": reverse(
                f"actors:{self.kind}-different", args=[self.left.pk, self.right.pk]
            ),
        }


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
