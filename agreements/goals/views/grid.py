"""Entering many values at once: a grid to type in or to paste into, also without scripts."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.generic import TemplateView

from agreements.goals.grid_work import Sheet
from agreements.goals.transitions.measurements import WrongCells
from collabgov.kit.access import OwnPageMixin, require_rule
from collabgov.kit.errors import Refused

OTHER_PARTY = gettext_noop(
    "This page was not made for the party above, or you no longer report for that party."
    " Nothing was saved."
)


class SheetPage(OwnPageMixin, TemplateView):
    """It offers only collaborations in which the reader takes part, and whom they report for."""

    template_name = "agreements/goals/grid.html"

    def get(self, request, *args, **kwargs):
        return self.answer(Sheet.of(request.GET, request.user))

    def answer(self, sheet, *, status=200, doubts=(), period=""):
        current = sheet.current(period or self.request.GET.get("period", ""))
        context = self.get_context_data(
            sheet=sheet,
            grid=sheet.grid,
            choice=sheet.choice,
            doubts=doubts,
            chosen=sheet.choice.shown if sheet.grid else None,
            current=current,
            in_sight=sheet.in_sight(current, doubts),
        )
        return self.render_to_response(context, status=status)


class EntryGrid(SheetPage):
    """GET shows the grid, `check` fills it from a block, `save` and `submit` write it down.

    `look` leads a phone to another period; what was typed comes along, and nothing is saved.
    """

    def post(self, request, *args, **kwargs):
        sheet = Sheet.of(request.GET, request.user)
        if sheet.grid is None:
            return self.answer(sheet)
        require_rule(request.user, "agreements.enter_measurement", sheet.choice.where)
        if not sheet.grid.is_for(request.POST):
            messages.error(request, _(OTHER_PARTY))
            return self.answer(sheet, status=422)
        sheet.grid.read(request.POST)
        if "look" in request.POST:
            return self.answer(sheet, period=request.POST["look"])
        if "check" in request.POST:
            return self.answer(sheet, status=200 if sheet.fill(request.POST) else 422)
        where = request.POST.get("submit", "")
        doubts = sheet.grid.doubts(where)
        if sheet.grid.wrong or doubts:
            return self.answer(sheet, status=422, doubts=doubts)
        return self.carry_out(sheet, where)

    def carry_out(self, sheet, where):
        """All of it or nothing; a wrong cell is named with its row and column."""
        try:
            saved, submitted = sheet.write(by=self.request.user, where=where)
        except WrongCells as refusal:
            sheet.mark(refusal)
            return self.answer(sheet, status=422)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return self.answer(sheet, status=422)
        say(self.request, sheet, saved, submitted)
        for indicator, column, sentence in sheet.sums(where):
            messages.warning(self.request, f"{indicator.name}, {column.label}: {sentence}")
        return redirect(self.request.get_full_path())


def say(request, sheet, saved, submitted):
    """How many values were written down, and which are worth a second look."""
    if submitted:
        said = ngettext("%d value is submitted.", "%d values are submitted.", submitted)
        messages.success(request, said % submitted)
    if saved:
        said = ngettext("%d value is saved as a draft.", "%d values are saved as drafts.", saved)
        messages.success(request, said % saved)
    if not saved and not submitted:
        messages.info(request, _("Nothing was changed."))
    for row, cell in sheet.grid.odd:
        messages.warning(request, f"{row.label}, {cell.column.label}: {cell.warning}")
