"""What waits to be verified: one by one, or several at once and each judged by itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import ListView

from agreements.charter.models import Collaboration
from agreements.goals.measure_page import headline
from agreements.goals.models import Measurement, Rivalry
from agreements.goals.remarks import with_remarks
from agreements.goals.transitions.measurements import verify_many
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.ids import as_id
from collabgov.kit.numbers import shown_number
from collabgov.kit.pages import CappedPaginator

AT_ONCE = 25  # as many as a page shows
RIVALRIES = 20


class MeasurementsToVerify(VisibleRowsMixin, ListView):
    """What waits for the reader's verification, the longest waiting first, and open rivalries."""

    model = Measurement
    template_name = "agreements/goals/measurement_verify.html"
    context_object_name = "measurements"
    paginate_by = AT_ONCE
    paginator_class = CappedPaginator

    def get_queryset(self):
        rows = super().get_queryset().verifiable_by(self.request.user).with_rivalry().with_last()
        rows = beside(rows).select_related("evidence", "submitted_by__person")
        return rows.order_by("submitted_at", "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["measurements"] = with_remarks(context["measurements"])
        for row in context["measurements"]:
            row.last_words = shown_number(row.last_value) if row.last_on else ""
        rivalries = Rivalry.objects.waiting_for(self.request.user).for_list()
        rivalries = list(rivalries.order_by("created_at", "pk"))
        return {
            **context,
            "rivalries": rivalries[:RIVALRIES],
            "more_rivalries": len(rivalries[RIVALRIES:]),
            "verifies": verifies(self.request.user),
        }

    def post(self, request):
        """Verify the ticked ones; what could not be is named with its sentence."""
        if not verifies(request.user):
            raise PermissionDenied
        picks, missing = picked(request.POST.getlist("value"), request.user)
        say(request, *verify_many(picks=picks, by=request.user), missing)
        return redirect(request.get_full_path())


def beside(rows):
    return rows.select_related("indicator__goal__collaboration", "party__organization", "region")


def verifies(user):
    """Whether the reader verifies values anywhere."""
    return user.is_auditor or Collaboration.objects.coordinated_by(user).exists()


def picked(texts, user):
    """([(value, version that was shown)], how many were not found); a tick says both."""
    wanted = {}
    for text in texts[:AT_ONCE]:
        number, _dash, version = text.partition("-")
        wanted[as_id(number)] = as_id(version)
    rows = Measurement.objects.visible_to(user).filter(pk__in=wanted)
    rows = beside(rows).order_by("submitted_at", "pk")
    found = [(row, wanted[row.pk]) for row in rows]
    return found, len(texts) - len(found)


def say(request, verified, refused, missing):
    """How many were verified, then each that was not and why."""
    if verified:
        said = ngettext("%d value is verified.", "%d values are verified.", len(verified))
        messages.success(request, said % len(verified))
    for value, sentence in refused:
        why = {"value": headline(value), "why": sentence}
        messages.warning(request, _("Not verified: %(value)s. %(why)s") % why)
    if missing:
        said = ngettext("%d value was not found.", "%d values were not found.", missing)
        messages.warning(request, said % missing)
    if not verified and not refused and not missing:
        messages.info(request, _("Nothing was ticked, so nothing is verified."))
