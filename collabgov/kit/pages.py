"""What pages share: htmx parts, page numbers, forms that a verb carries out."""

import copy
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.formats import number_format
from django.utils.functional import cached_property

from collabgov.kit.errors import AlreadySaved, EditConflict, Refused
from collabgov.kit.forms import offer_another

COUNT_UP_TO = 1_000


class PartialMixin:
    """The same view answers the full page, and only `partial_name` when htmx asks for it."""

    partial_name: str

    def get_template_names(self):
        if self.request.htmx and not self.request.htmx.history_restore_request:
            return ["components/part.html"]
        return super().get_template_names()

    def get_context_data(self, **kwargs):
        return super().get_context_data(part=self.partial_name, **kwargs)

    def paginate_queryset(self, queryset, page_size):
        """A page number from a stranger is never an error; see TolerantPaginator."""
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response


class TolerantPaginator(Paginator):
    """A page number from a stranger: nonsense is page one, too far is the last page."""

    def page(self, number):
        try:
            number = int(number)
        except (TypeError, ValueError):
            number = 1
        return super().page(max(1, min(number, self.num_pages)))


@dataclass(frozen=True)
class CappedCount:
    """A number of rows that stops counting at `COUNT_UP_TO`: "1.000+" is as good to a reader."""

    number: int
    has_more: bool

    def __str__(self):
        return number_format(self.number, force_grouping=True) + ("+" if self.has_more else "")

    def __bool__(self):
        return self.number > 0


def capped_count(rows, limit=None):
    """Count rows of a queryset, looking at no more than one beyond the limit."""
    limit = limit or COUNT_UP_TO
    found = rows.order_by()[: limit + 1].count()
    return CappedCount(min(found, limit), has_more=found > limit)


class CappedPaginator(TolerantPaginator):
    """Pages over the first rows of a list that may be very long; filters reach the others."""

    @cached_property
    def total(self):
        return capped_count(self.object_list)

    @cached_property
    def count(self):
        return self.total.number


class ListedPaginator(CappedPaginator):
    """The same over ids in their order, one more than are counted: no second question counts."""

    def __init__(self, ids, per_page):
        super().__init__(ids, per_page)

    @cached_property
    def total(self):
        found = len(self.object_list)
        return CappedCount(min(found, COUNT_UP_TO), has_more=found > COUNT_UP_TO)


class VerbFormMixin:
    """A form page (CreateView, UpdateView, FormView) whose form a verb carries out.

    Say `carry_out(form)`: call the verb with `form.cleaned_data`. What the verb refuses comes
    back in the form with all that was typed; a conflict comes back with both texts. The form's
    class has `PlacedErrorsMixin`, or `VersionedFormMixin` when the row is edited by many.
    """

    success_message = ""

    def carry_out(self, form):
        """Call the verb; what it returns becomes `self.object`."""
        raise NotImplementedError

    def get_form_kwargs(self):
        """Validation writes into the form's record: give it a copy, headings keep the truth."""
        kwargs = super().get_form_kwargs()
        if kwargs.get("instance") is not None:
            kwargs["instance"] = copy.copy(kwargs["instance"])
        return kwargs

    def form_valid(self, form):
        try:
            self.object = self.carry_out(form)
        except EditConflict:
            form.show_conflict(type(form.instance)._base_manager.get(pk=form.instance.pk))
        except AlreadySaved as refusal:
            offer_another(form, refusal)
        except (Refused, ValidationError) as refusal:
            form.add_error(None, refusal)
        else:
            if self.success_message:
                messages.success(self.request, self.success_message)
            return redirect(self.get_success_url())
        return self.form_invalid(form)
