"""Choosing one record of thousands: a box, a Search button, what was found as radio buttons.

For forms of any app; `OrganizationField`, `PersonField` and `RegionField` are ready to use
(`actors.organizations.choosing`, `actors.people.choosing`, `actors.regions.choosing`):

    class PartyForm(ChoosingFormMixin, forms.ModelForm):
        organization = OrganizationField(queryset=Organization.objects.active())

* Without JavaScript the Search button posts the whole form. The form then calls itself not
  valid and shows no errors, so an ordinary FormView gives it back with the records found;
  nothing else is needed. With several forms in one view (formsets too) this holds for each.
* With JavaScript the same button, and typing, fetch only the records found (htmx). They come
  from the kind's own view, which offers active records; the field's queryset still decides.
  For other candidates subclass that view, give it an address and name it: `url_name=`.
* For field `organization`, the browser sends `organization` (the id), `organization_q` (the
  text) and `organization_find` (the button). A text without a choice is an error that says so,
  unless the field is optional and "None" was picked.
* Put `{% include "components/enter_saves.html" %}` first inside the <form>, so that Enter in
  another box saves instead of searching.
"""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.ids import as_id

MOST_HITS = 8
FIELD_NAME = re.compile(r"[A-Za-z][\w-]{0,79}", re.ASCII)


class ChooseInput(forms.Widget):
    """The box, the button and the radio buttons; `queryset` is whom one may choose from."""

    template_name = "components/chooser.html"
    use_fieldset = False
    queryset = None
    url_name: str  # of the view that answers htmx
    row_template: str  # draws one `record` beside its radio button
    found_label = _("Found")

    def __init__(self, attrs=None, url_name=None):
        super().__init__(attrs)
        self.url_name = url_name or self.url_name
        self.text, self.is_searching, self.is_none = "", False, False

    def value_from_datadict(self, data, files, name):
        self.text = data.get(f"{name}_q", "").replace("\x00", "").strip()[:200]
        self.is_searching = f"{name}_find" in data
        value = data.get(name)
        self.is_none = value == ""  # "None" was picked, which is not the same as no choice
        return value

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}_q" not in data

    def use_required_attribute(self, initial):
        return False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        hits = self._hits()
        chosen = self._chosen(value, hits)
        context["widget"] |= {
            "text": self.text,
            "is_searching": self.is_searching,
            "is_none": self.is_none,
            "chosen": chosen,
            "hits": [hit for hit in hits[:MOST_HITS] if hit != chosen],
            "found": min(len(hits), MOST_HITS),
            "has_more": len(hits) > MOST_HITS,
            "row_template": self.row_template,
            "found_label": self.found_label,
            "url": reverse(self.url_name),
        }
        return context

    def _hits(self):
        if not self.text:
            return []
        return list(self.queryset.search(self.text).for_choosing()[: MOST_HITS + 1])

    def _chosen(self, value, hits):
        key = as_id(str(getattr(value, "pk", value) or ""))
        if key is None:
            return None
        found = next((hit for hit in hits if hit.pk == key), None)
        return found or self.queryset.for_choosing().filter(pk=key).first()


class ChooseField(forms.ModelChoiceField):
    """One record, chosen by searching."""

    default_error_messages = {
        "not_chosen": _("Choose one of those found for “%(text)s”, or search again."),
        "invalid_choice": _("This can no longer be chosen. Search again."),
    }

    def __init__(self, queryset, *, url_name=None, **kwargs):
        kwargs.setdefault("widget", self.widget(url_name=url_name))
        super().__init__(queryset, empty_label=None, **kwargs)

    def get_bound_field(self, form, field_name):
        self.widget.queryset = self.queryset
        self.widget.is_required = self.required
        return super().get_bound_field(form, field_name)

    def clean(self, value):
        is_none = self.widget.is_none and not self.required
        if value in self.empty_values and self.widget.text and not is_none:
            raise ValidationError(
                self.error_messages["not_chosen"],
                code="not_chosen",
                params={"text": self.widget.text[:60]},
            )
        return super().clean(value)


class ChoosingFormMixin:
    """A form with choosers: while somebody searches, nothing is wrong and nothing is valid."""

    @property
    def is_searching(self):
        return self.is_bound and any(name.endswith("_find") for name in self.data)

    def is_valid(self):
        return super().is_valid() and not self.is_searching

    def full_clean(self):
        super().full_clean()
        if self.is_searching:
            self._errors = ErrorDict(renderer=self.renderer)


class ChooseView(VisibleRowsMixin, ListView):
    """What htmx asks while somebody types: the radio buttons alone."""

    widget_class: type[ChooseInput]

    def get(self, request, *args, **kwargs):
        name = request.GET.get("name", "")
        if not FIELD_NAME.fullmatch(name):
            raise Http404
        widget = self.widget_class()
        widget.queryset = self.get_queryset()
        widget.is_required = "optional" not in request.GET
        value = widget.value_from_datadict(request.GET, {}, name)
        context = widget.get_context(name, value, {"id": f"id_{name}"})
        return render(request, "components/_chooser_found.html", {**context, "is_live": True})
