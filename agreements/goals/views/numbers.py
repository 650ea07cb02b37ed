"""How a number is understood while it is being typed."""

from django.shortcuts import render
from django.views.generic import View

from collabgov.kit.access import OwnPageMixin
from collabgov.kit.numbers import LONGEST, read_back


class NumberRead(OwnPageMixin, View):
    """The line beneath a box, for htmx: it reads what was typed and nothing else."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        typed = next(iter(request.GET.values()), "")
        words = read_back(typed) if len(typed) <= LONGEST else ""
        return render(request, "components/number_words.html", {"read_as": words})
