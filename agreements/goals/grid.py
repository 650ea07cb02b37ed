"""The entry grid: rows of indicators or regions, columns of periods, a text in each cell."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.goals.models import (
    Baseline,
    Measurement,
    MeasurementChange,
    PeriodLock,
    ReportingDuty,
    Target,
)
from agreements.goals.periods import Period
from agreements.goals.remarks import odd_figure
from agreements.goals.states import MeasurementState
from agreements.goals.telling import figure_words
from collabgov.kit.numbers import in_own_words, read_number, shown_number

M = MeasurementState
OPEN_STATES = (M.DRAFT, M.RETURNED)
FAR = 10  # so many times more or less than the last value is worth a second look


@dataclass
class Cell:
    """One input: what is saved, what was typed, what is wrong or odd about it."""

    name: str
    column: Period
    measurement: Measurement | None = None
    is_locked: bool = False
    initial: str = ""
    text: str = ""
    error: str = ""
    warning: str = ""
    is_seen: bool = False  # the page that was sent showed the warning
    returned: str = ""  # what the verifier wrote when the value was returned
    facts: dict = field(default_factory=dict)

    def take(self, typed, was):
        """What stands in the box now, and what stood in it when the page was made.

        An untouched box changes nothing, whatever somebody else has saved in it since.
        """
        is_newer = bool(self.initial) and was != self.initial
        said = _("Somebody else has saved %s here. Look, then save again.") % self.initial
        if typed == was or typed == self.initial:
            self.warning = said if is_newer and typed != self.initial else self.warning
            return
        self.text = typed if self.is_open else ""
        if not self.is_open:
            said = {"typed": typed, "shown": self.shown or _("Locked")}
            self.error = _("“%(typed)s” was not saved: it says %(shown)s by now.") % said
        elif is_newer:
            self.error = said

    @property
    def is_open(self):
        return not self.is_locked and (
            self.measurement is None or self.measurement.state in OPEN_STATES
        )

    @property
    def is_changed(self):
        return self.is_open and self.text != self.initial

    @property
    def is_emptied(self):
        return self.is_changed and not self.text

    @property
    def shown(self):
        return figure_words(self.measurement) if self.measurement else ""

    @property
    def echo(self):
        """How the text was understood, where it is written otherwise."""
        if not self.is_changed or self.error or not self.facts:
            return ""
        words = text_of(self.facts)
        return "" if words == self.text else words


@dataclass
class Row:
    """An indicator, altogether or in one region."""

    indicator: object
    region: object
    cells: list = field(default_factory=list)
    last: Decimal | None = None  # the newest value that is known
    is_by_region: bool = False  # the whole grid is about one indicator

    @property
    def label(self):
        if self.is_by_region:
            return self.region.name if self.region else _("Altogether")
        where = f", {self.region.name}" if self.region else ""
        return f"{self.indicator.name}{where}"

    @property
    def names(self):
        """What a pasted block may call it."""
        return {self.label, self.region.name if self.region else self.indicator.name}

    @property
    def key(self):
        return f"{self.indicator.pk}-{self.region.pk if self.region else 0}"


@dataclass
class Grid:
    party: object
    columns: list
    rows: list

    @property
    def cells(self):
        return [(row, cell) for row in self.rows for cell in row.cells]

    @property
    def changed(self):
        return [(row, cell) for row, cell in self.cells if cell.is_changed]

    def final(self, where):
        """What is submitted: of the whole page ("1"), or of the one period that a phone shows."""
        found = [one for one in self.cells if where in ("1", one[1].column.key)]
        return [(row, cell) for row, cell in found if cell.is_open and cell.text]

    def doubts(self, where):
        """What of it is odd, and was not shown to whoever submits it."""
        return [(row, cell) for row, cell in self.final(where) if cell.warning and not cell.is_seen]

    @property
    def wrong(self):
        return [(row, cell) for row, cell in self.cells if cell.error]

    @property
    def odd(self):
        """What was typed and is worth a second look that nobody took yet."""
        return [(row, cell) for row, cell in self.changed if cell.warning and not cell.is_seen]

    def read(self, texts):
        """Take what was typed, by the name of the cell, and understand it.

        A page of ours says for whom it is, what stood in each box, and in which language.
        """
        language = texts.get("language", "")
        for row, cell in self.cells:
            if cell.name not in texts:
                continue
            was = texts.get(f"was-{cell.name}", "")
            cell.take(reworded(texts[cell.name], language), reworded(was, language))
            seen = reworded(texts.get(f"seen-{cell.name}", ""), language)
            cell.is_seen = bool(seen) and seen == cell.text
            if cell.is_changed and not cell.is_emptied and not cell.error:
                understand(row, cell)

    def is_for(self, texts):
        """Whether the page was made for this party; a right may have ended since."""
        return texts.get("party") == str(self.party.pk)


def grid_of(*, party, pairs, columns):
    """The grid with what is saved; `pairs` are (indicator, region) in order."""
    is_one = len(pairs) > 1 and len({indicator.pk for indicator, _region in pairs}) == 1
    rows = [Row(indicator, region, is_by_region=is_one) for indicator, region in pairs]
    saved = _saved(party, rows, columns)
    returned = _returned(saved.values())
    locks = list(PeriodLock.objects.holding().filter(collaboration=party.collaboration_id))
    for row in rows:
        region = row.region.pk if row.region else None
        for column in columns:
            value = saved.get((row.indicator.pk, region, column.starts_on, column.ends_on))
            if value is not None:
                value.indicator = row.indicator
                row.last = value.value
            cell = _cell(row, column, value, is_locked=any(one.touches(column) for one in locks))
            cell.returned = returned.get(value.pk, "") if value is not None else ""
            row.cells.append(cell)
    return Grid(party, columns, rows)


def _saved(party, rows, columns):
    wanted = {row.indicator.pk for row in rows}
    if not columns or not wanted:
        return {}
    found = Measurement.objects.standing().filter(
        party=party,
        indicator__in=wanted,
        starts_on__gte=columns[0].starts_on,
        ends_on__lte=columns[-1].ends_on,
    )
    return {(one.indicator_id, one.region_id, one.starts_on, one.ends_on): one for one in found}


def _returned(values):
    """{value: why it, or the one that it follows, was returned}."""
    open_ones = [value.pk for value in values if value.state in OPEN_STATES]
    if not open_ones:
        return {}
    rows = MeasurementChange.objects.filter(
        Q(measurement__in=open_ones) | Q(measurement__superseded_by__in=open_ones),
        from_state=M.SUBMITTED,
        to_state=M.RETURNED,
    )
    rows = rows.select_related("measurement").order_by("made_at", "pk")
    return {row.measurement.superseded_by_id or row.measurement_id: row.note for row in rows}


def _cell(row, column, value, *, is_locked):
    cell = Cell(f"c-{row.key}-{column.key}", column, value, is_locked)
    if value is not None and value.state == M.DRAFT:
        cell.initial = cell.text = text_of(
            {name: getattr(value, name) for name in ("value", "numerator", "denominator")}
        )
        cell.warning = odd_figure(row.indicator, value.value)
    return cell


def reworded(text, language):
    """A figure or a part and whole of a page in another language, as the reader writes it."""
    return "/".join(in_own_words(part.strip(), language) for part in text.strip().split("/"))


def text_of(facts):
    """What an input shows of a figure: a share as part / whole."""
    if facts.get("numerator") is not None:
        return f"{shown_number(facts['numerator'])}/{shown_number(facts['denominator'])}"
    return shown_number(facts["value"])


def understand(row, cell):
    """Read the text of a cell; what is no figure becomes its error, what is odd its warning."""
    try:
        cell.facts = facts_of(row.indicator, cell.text)
    except ValidationError as refusal:
        cell.error = " ".join(refusal.messages)
    else:
        cell.warning = warning_about(row, cell.facts)


def facts_of(indicator, text):
    """The figure of a text: one number, or part and whole of a share."""
    words = text.strip()
    if not indicator.is_share:
        return {"value": read_number(words.removesuffix("%"))}
    part, slash, whole = words.partition("/")
    if not slash:
        raise ValidationError(_("Write part and whole, such as 12/40."))
    facts = {"numerator": read_number(part), "denominator": read_number(whole)}
    if not 0 <= facts["numerator"] <= facts["denominator"] or not facts["denominator"]:
        raise ValidationError(_("The part lies between 0 and the whole."))
    return facts


def warning_about(row, facts):
    """What is worth a second look; it may be right all the same."""
    value = facts.get("value")
    if value is None:
        return ""
    if said := odd_figure(row.indicator, value):
        return said
    if (
        row.last
        and value
        and (abs(value) > FAR * abs(row.last) or abs(value) * FAR < abs(row.last))
    ):
        return _("Far from the last value, %s. Is it right?") % shown_number(row.last)
    if value < 0 and (row.last is None or row.last >= 0):
        return _("Less than nothing. Is it right?")
    return ""


def pairs_of(indicators, party, *, is_all=False, today=None):
    """What the party reports of these: what it owes; without any duty all of them, altogether."""
    duties = ReportingDuty.objects.current(today=today).filter(
        party=party, indicator__in=indicators
    )
    owed = [(duty.indicator, duty.region) for duty in duties.select_related("indicator", "region")]
    owed.sort(key=lambda pair: (pair[0].name, pair[1].name if pair[1] else ""))
    if owed and not is_all:
        return owed
    known = {(indicator.pk, region and region.pk) for indicator, region in owed}
    return owed + [(one, None) for one in indicators if (one.pk, None) not in known]


def regions_of(indicator):
    """Altogether, then every region that the indicator speaks of."""
    found = {}
    for model in (Target, Baseline, ReportingDuty, Measurement):
        rows = model.objects.filter(indicator=indicator, region__isnull=False)
        for row in rows.select_related("region").order_by().distinct("region"):
            found[row.region_id] = row.region
    by_name = sorted(found.values(), key=lambda region: (region.name, region.pk))
    return [(indicator, None), *((indicator, region) for region in by_name)]
