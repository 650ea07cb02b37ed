"""Entering many values at once: a grid to type in or to paste into, also without scripts."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from agreements.goals.forms.grid import GridChoice, PasteForm
from agreements.goals.grid import grid_of, pairs_of, regions_of
from agreements.goals.pasting import placed, read_block
from agreements.goals.transitions import measurements
from collabgov.kit.access import OwnPageMixin, require_rule
from collabgov.kit.errors import Refused

MOST_ROWS = 80


class EntryGrid(OwnPageMixin, TemplateView):
    """GET shows the grid, `check` fills it from a block, `save` and `submit` write it down.

    It offers only collaborations in which the reader takes part, and parties they report for.
    """

    template_name = "agreements/goals/grid.html"

    def get(self, request, *args, **kwargs):
        return self.answer(self.grid())

    def post(self, request, *args, **kwargs):
        grid = self.grid()
        if grid is None:
            return self.answer(None)
        require_rule(request.user, "agreements.enter_measurement", self.choice.where)
        grid.read(request.POST)
        if "check" in request.POST:
            return self.check(grid)
        if grid.wrong:
            return self.answer(grid, status=422)
        return self.write(grid)

    def grid(self):
        self.choice = GridChoice(self.request.GET, user=self.request.user)
        if not self.choice.settle():
            return None
        choice = self.choice
        is_all = self.request.GET.get("all") == "1"
        pairs = regions_of(choice.one) if choice.one else None
        pairs = pairs or pairs_of(choice.used, choice.party, is_all=is_all)
        self.left_out = max(0, len(pairs) - MOST_ROWS)
        return grid_of(party=choice.party, pairs=pairs[:MOST_ROWS], columns=choice.columns)

    def check(self, grid):
        """Fill the grid from the block; everything else that was typed stays."""
        self.paste = PasteForm(self.request.POST, columns=grid.columns)
        if not self.paste.is_valid():
            return self.answer(grid, status=422)
        said = self.paste.cleaned_data
        block = read_block(said["block"])
        names = [row.label for row in grid.rows]
        cells, self.unknown = placed(block, names, len(grid.columns), int(said["first"] or 0))
        texts, self.refused = {}, 0
        for (row, column), text in cells.items():
            cell = grid.rows[row].cells[column]
            if cell.is_open:
                texts[cell.name] = text
            else:
                self.refused += 1
        grid.read(texts)
        self.filled = len(texts)
        self.paste = PasteForm(columns=grid.columns)
        return self.answer(grid, is_checked=True)

    def write(self, grid):
        """All of it or nothing; a wrong cell is named with its row and column."""
        by, is_final = self.request.user, "submit" in self.request.POST
        try:
            number = self.save(grid, by=by, is_final=is_final)
        except measurements.WrongCells as refusal:
            wrong = dict(refusal.cells)
            for _row, cell in grid.cells:
                cell.error = wrong.get(cell.name, "")
            return self.answer(grid, status=422)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return self.answer(grid, status=422)
        self.say(number, grid, is_final=is_final)
        return redirect(self.request.get_full_path())

    def save(self, grid, *, by, is_final):
        return measurements.write_grid(
            by=by,
            is_final=is_final,
            rows=[
                (cell.name, self.facts(grid, row, cell)) for row, cell in grid.changed if cell.facts
            ],
            emptied=[cell.measurement for _row, cell in grid.changed if cell.is_emptied],
            drafts=[
                cell.measurement
                for _row, cell in grid.cells
                if cell.measurement and cell.is_open and not cell.is_changed
            ],
        )

    @staticmethod
    def facts(grid, row, cell):
        return {
            "indicator": row.indicator,
            "region": row.region,
            "party": grid.party,
            "starts_on": cell.column.starts_on,
            "ends_on": cell.column.ends_on,
            **kept_of(cell.measurement),
            **cell.facts,
        }

    def say(self, number, grid, *, is_final):
        if not number:
            messages.info(self.request, _("Nothing was changed."))
            return
        said = (
            ngettext("%d value is submitted.", "%d values are submitted.", number)
            if is_final
            else ngettext("%d value is saved as a draft.", "%d values are saved as drafts.", number)
        )
        messages.success(self.request, said % number)
        for row, cell in grid.odd:
            messages.warning(self.request, f"{row.label}, {cell.column.label}: {cell.warning}")

    def answer(self, grid, *, status=200, is_checked=False):
        context = self.get_context_data(
            grid=grid,
            choice=self.choice,
            is_checked=is_checked,
            current=self.current(grid),
            **{name: getattr(self, name, None) for name in ("unknown", "filled", "refused")},
        )
        if grid is not None:
            context["paste"] = getattr(self, "paste", None) or PasteForm(columns=grid.columns)
            context["chosen"] = self.choice.shown
            context["left_out"] = self.left_out
        return self.render_to_response(context, status=status)

    def current(self, grid):
        """The one period that a phone shows."""
        if grid is None or not grid.columns:
            return None
        key = self.request.GET.get("period", "")
        found = [column for column in grid.columns if column.key == key]
        return found[0] if found else grid.columns[-1]


def kept_of(measurement):
    """What a draft says beside its figure stays when the grid changes the figure."""
    if measurement is None or measurement.state != "draft":
        return {}
    names = ("precision", "source", "evidence", "note")
    return {name: getattr(measurement, name) for name in names}
