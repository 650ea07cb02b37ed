"""Choosing a person by searching, in any form; see `actors.search.choosing`."""

from django.utils.translation import gettext_lazy as _

from actors.people.models import Person
from actors.search.choosing import ChooseField, ChooseInput, ChooseView, ChoosingFormMixin

__all__ = ["ChoosingFormMixin", "PersonChoose", "PersonField", "PersonInput"]


class PersonInput(ChooseInput):
    url_name = "actors:person-choose"
    row_template = "actors/people/_choice.html"
    found_label = _("People found")


class PersonField(ChooseField):
    """`PersonField(label=…, queryset=Person.objects.active())`."""

    widget = PersonInput


class PersonChoose(ChooseView):
    model = Person
    widget_class = PersonInput

    def get_queryset(self):
        return super().get_queryset().active()
