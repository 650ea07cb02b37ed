"""The picture of the stakeholder map: three by three fields, a line of text for each name."""

from dataclasses import dataclass

from agreements.charter.kinds import Degree
from agreements.charter.stakeholders import Stakeholder

EDGE, FIELD, LINE, HEAD, LEAST = 96, 268, 26, 34, 96
LONGEST = 27  # letters of a name that fit into a field
FOOT = 52


@dataclass(frozen=True)
class Mark:
    """One stakeholder: where its dot is drawn, and what stands beside it."""

    stakeholder: Stakeholder
    x: int
    y: int

    @property
    def text(self):
        label = self.stakeholder.label
        return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"

    @property
    def text_x(self):
        return self.x + 16

    @property
    def text_y(self):
        return self.y + 5


@dataclass(frozen=True)
class Field:
    """One field of the grid; the corner fields say what one does with whom stands there."""

    interest: int
    influence: int
    x: int
    y: int
    height: int
    marks: tuple[Mark, ...]
    width: int = FIELD

    @property
    def corner(self):
        return f"{Degree(self.influence).name}-{Degree(self.interest).name}".lower()

    @property
    def degrees(self):
        return Degree(self.influence).label, Degree(self.interest).label

    @property
    def hint_x(self):
        return self.x + 14

    @property
    def hint_y(self):
        return self.y + 22


@dataclass(frozen=True)
class Band:
    """A row of the grid: one degree of influence."""

    degree: Degree
    middle: int
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Picture:
    bands: tuple[Band, ...]
    height: int
    width: int = EDGE + 3 * FIELD + 8

    @property
    def cells(self):
        """The fields in which somebody stands, those that matter most first."""
        return [field for band in self.bands for field in reversed(band.fields) if field.marks]

    @property
    def columns(self):
        """The degrees of interest under the grid, each with the middle of its column."""
        return [(degree, EDGE + (degree - 1) * FIELD + FIELD // 2) for degree in Degree]

    @property
    def middle(self):
        return EDGE + 3 * FIELD // 2

    @property
    def names_y(self):
        return self.height - FOOT + 20

    @property
    def title_y(self):
        return self.height - 6


def picture_of(stakeholders):
    """Draw them: influence upwards, interest to the right; the fullest field sets the height."""
    top, bands = 8, []
    for influence in reversed(Degree):
        here = {
            interest: [
                row
                for row in stakeholders
                if (row.influence, row.interest) == (influence, interest)
            ]
            for interest in Degree
        }
        height = max(LEAST, HEAD + LINE * max(len(rows) for rows in here.values()) + 10)
        fields = tuple(
            _field(interest, influence, rows, top, height) for interest, rows in here.items()
        )
        bands.append(Band(influence, top + height // 2, fields))
        top += height
    return Picture(tuple(bands), top + FOOT)


def _field(interest, influence, rows, top, height):
    x = EDGE + (interest - 1) * FIELD
    marks = tuple(
        Mark(row, x + 22, top + HEAD + LINE * number + 12) for number, row in enumerate(rows)
    )
    return Field(interest, influence, x, top, height, marks)
