"""What every kind of import shares: cells to values, values beside what is stored."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export import resources

from actors.importing.plan import Change, Outcome, Plan, Problem, RowPlan, cell_name


class TableResource(resources.Resource):
    """Say the fields, `model`, `match`, `apply`; `subject` is the record it all belongs to."""

    model = None
    looks_at = ()  # models whose rows a plan depends on
    companions = ()  # models whose rows are written beside each new record, and go with it

    keeps_by_name = gettext_lazy(
        "An empty cell empties what stands only in a row with its number; without the number it "
        "leaves it."
    )
    contact_columns = ()  # how to reach a person: whoever is shown them is written down

    def __init__(self, subject=None, **kwargs):
        super().__init__(**kwargs)
        self.subject = subject
        self.prepare()

    def on_row(self):
        """Called after each row: a command shows how far it is."""

    def prepare(self):
        """Read once what the cells of many rows are looked up in."""

    def plan(self, rows, columns):
        """What the rows (the headers first) would do; nothing is written."""
        known = [(at, name) for name, at in columns.items() if name in self.fields]
        self.columns = {name: at for at, name in sorted(known)}
        plans = [self.read(number, cells) for number, cells in rows[1:]]
        self.match(plans)
        standing = self.standing([plan.pk for plan in plans if plan.pk])
        for plan in plans:
            self.compare(plan, standing.get(plan.pk) or self.model())
            self.on_row()
        self.finish(plans, standing)
        for plan in plans:
            plan.outcome = outcome_of(plan)
        return Plan(plans)

    def read(self, number, cells):
        plan = RowPlan(number, cells)
        for name, at in self.columns.items():
            text = cells[at] if at < len(cells) else ""
            try:
                plan.values[name] = self.fields[name].clean({name: text})
            except ValueError as problem:
                self.complain(plan, name, str(problem))
        return plan

    def complain(self, plan, name, text):
        """Note what is wrong with a cell, or with a column that the file does not have."""
        field, at = self.fields.get(name), self.columns.get(name)
        cell = cell_name(at, plan.number) if at is not None else ""
        plan.problems.append(Problem(cell, field.header if field else "", text))

    def match(self, plans):
        """Set `pk` of every plan that is about a record that stands; forget the number column."""
        raise NotImplementedError

    def leave_what_stands(self, plan):
        """A row that was matched by a name says nothing by its empty cells."""
        for name, at in self.columns.items():
            if not "".join(plan.cells[at : at + 1]).strip():
                plan.values.pop(name, None)
                blank = cell_name(at, plan.number)
                plan.problems = [each for each in plan.problems if each.cell != blank]

    def standing(self, pks):
        return self.model.objects.in_bulk(pks)

    def compare(self, plan, instance):
        """What would change, and what Django's own validation says about it."""
        plan.version = getattr(instance, "version", None) if plan.pk else None
        touched = set()
        for name, value in plan.values.items():
            field = self.fields[name]
            if not self.writes(name):
                continue
            old = field.get_value(instance)
            if value != field.widget.as_read(old) or plan.pk is None:
                plan.changes.append(Change(field, old, value))
                setattr(instance, field.attribute, value)
            touched.add(name)
        plan.title = self.title_of(plan, instance)
        self._validate(plan, instance, touched)

    def title_of(self, plan, instance):
        return str(instance).strip()

    def writes(self, name):
        """Whether the column is a column of the model itself."""
        return True

    def _validate(self, plan, instance, touched):
        fields = self.model._meta.fields
        left_out = {field.name for field in fields if field.is_relation}
        if plan.pk is not None:
            left_out |= {field.name for field in fields} - touched
        try:
            instance.clean_fields(exclude=left_out)
        except ValidationError as error:
            blamed = {problem.column for problem in plan.problems}
            for name, texts in error.message_dict.items():
                field = self.fields.get(name)
                if field is None or field.header not in blamed:
                    self.complain(plan, name, self._words(name, texts))

    def _words(self, name, texts):
        if name not in self.columns:
            return _("This column is missing in the file.")
        return " ".join(dict.fromkeys(map(str, texts)))

    def finish(self, plans, standing):
        """Judge rows beside each other: twins, circles, posts."""

    def apply(self, plan, *, by):
        """Write the plan by the verbs; yield (record, what it was or None)."""
        raise NotImplementedError

    def headers(self):
        return [field.header for field in self.fields.values()]

    def lines(self, records):
        """Rows of an export, which can be imported as they are."""
        for record in records:
            yield [field.export(record) for field in self.fields.values()]

    def claim(self, plan, key, claims):
        """Two rows about one record: the second is wrong."""
        if key in claims:
            text = _("Row %(number)s is about the same record.") % {"number": claims[key]}
            self.complain(plan, "", text)
        else:
            claims[key] = plan.number


def outcome_of(plan):
    if plan.is_wrong:
        return Outcome.WRONG
    if plan.pk is None:
        return Outcome.NEW
    return Outcome.CHANGED if plan.changes else Outcome.SAME
