"""What happens to a grid before its page: settle what it is about, fill it, write it down."""

from dataclasses import dataclass, field

from agreements.goals.forms.grid import GridChoice, PasteForm
from agreements.goals.grid import grid_of, pairs_of, regions_of
from agreements.goals.pasting import placed, read_block
from agreements.goals.remarks import odd_sums
from agreements.goals.states import MeasurementState
from agreements.goals.transitions import measurements

MOST_ROWS = 80
KEPT = ("precision", "source", "evidence", "note")


@dataclass
class Sheet:
    """The choice of the address with its grid, or without one where nothing can be reported."""

    choice: GridChoice
    grid: object = None
    left_out: int = 0
    paste: PasteForm | None = None
    unknown: list = field(default_factory=list)  # names in a block that no row has
    homeless: int = 0  # figures beyond the last column
    refused: int = 0
    filled: int = 0
    is_checked: bool = False

    @classmethod
    def of(cls, data, user):
        choice = GridChoice(data, user=user)
        if not choice.settle():
            return cls(choice)
        pairs = regions_of(choice.one) if choice.one else None
        pairs = pairs or pairs_of(choice.used, choice.party, is_all=data.get("all") == "1")
        grid = grid_of(party=choice.party, pairs=pairs[:MOST_ROWS], columns=choice.columns)
        paste = PasteForm(columns=grid.columns)
        return cls(choice, grid, max(0, len(pairs) - MOST_ROWS), paste)

    def current(self, key):
        """The one period that a phone shows."""
        if self.grid is None or not self.grid.columns:
            return None
        found = [column for column in self.grid.columns if column.key == key]
        return found[0] if found else self.grid.columns[-1]

    def in_sight(self, current, doubts=()):
        """The keys of the periods that a phone shows: one, and those with something to look at."""
        if current is None:
            return set()
        looked_at = [*self.grid.wrong, *doubts, *(self.grid.changed if self.is_checked else ())]
        return {current.key, *(cell.column.key for _row, cell in looked_at)}

    def fill(self, data):
        """Fill the grid from the block; everything else that was typed stays."""
        self.paste = PasteForm(data, columns=self.grid.columns)
        if not self.paste.is_valid():
            return False
        said = self.paste.cleaned_data
        columns = [{column.label, column.short} for column in self.grid.columns]
        names = [row.names for row in self.grid.rows]
        spread = placed(read_block(said["block"], columns), names, columns, int(said["first"] or 0))
        found = [(self.grid.rows[row].cells[at], text) for (row, at), text in spread.cells.items()]
        texts = {cell.name: text for cell, text in found if cell.is_open}
        shown = {f"was-{cell.name}": cell.initial for cell, _text in found}
        self.grid.read(texts | shown)
        self.filled, self.refused = len(texts), len(found) - len(texts)
        self.unknown, self.homeless = spread.unknown, spread.homeless
        self.paste = PasteForm(columns=self.grid.columns)
        self.is_checked = True
        return True

    def mark(self, refusal):
        """Put what the verb said of each cell at the cell."""
        wrong = dict(refusal.cells)
        for _row, cell in self.grid.cells:
            cell.error = wrong.get(cell.name, "")

    def write(self, *, by, where=""):
        """How many were saved only, and how many submitted: those of `where` (see `final`)."""
        grid = self.grid
        final = grid.final(where)
        return measurements.write_grid(
            by=by,
            final={cell.name for _row, cell in final},
            rows=[
                (cell.name, facts_of(grid, row, cell)) for row, cell in grid.changed if cell.facts
            ],
            emptied=[cell.measurement for _row, cell in grid.changed if cell.is_emptied],
            drafts=[cell.measurement for _row, cell in final if not cell.is_changed],
        )

    def sums(self, where=""):
        """What does not add up in what was written: (indicator, period, sentence)."""
        touched = [*self.grid.changed, *self.grid.final(where)]
        slots = {
            (row.indicator, cell.column.starts_on, cell.column.ends_on): cell.column
            for row, cell in touched
        }
        said = odd_sums(slots, party=self.grid.party)
        for (indicator, *days), column in slots.items():
            if sentence := said.get((indicator.pk, *days)):
                yield indicator, column, sentence


def facts_of(grid, row, cell):
    """What the verb takes; a draft keeps what it says beside its figure, unless it is newer."""
    draft, kept = cell.measurement, {}
    if draft is None:
        kept = {"version": 0}
    elif draft.state == MeasurementState.DRAFT:
        kept = {name: getattr(draft, name) for name in (*KEPT, "version")}
    return {
        "indicator": row.indicator,
        "region": row.region,
        "party": grid.party,
        "starts_on": cell.column.starts_on,
        "ends_on": cell.column.ends_on,
        **kept,
        **cell.facts,
    }
