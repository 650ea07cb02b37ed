"""Carrying out a merge, step by step: it writes, remembers what it wrote, and says why not."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.duplicates import steps
from actors.duplicates.references import Reference, references_to
from actors.duplicates.registry import rule_for
from collabgov.kit.models import Versioned


@dataclass(frozen=True)
class Line:
    """A sentence for the reader, with the page that it is about."""

    text: str
    url: str = ""


@dataclass
class Work:
    """The steps of one merge as they happen; `joined` and `refused` are for the reader."""

    steps: list[dict] = field(default_factory=list)
    joined: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)

    def move(self, reference: Reference, pks, *, target, source) -> None:
        """Let rows name another record."""
        if not pks:
            return
        column = reference.field.attname
        rows = reference.model._base_manager.filter(pk__in=pks)
        rows.update(**{column: target.pk})
        step = steps.moved(reference.model, reference.field, pks, old=source.pk, new=target.pk)
        self.steps.append(step)

    def change(self, row: Model, **values) -> None:
        """Write some columns of one row; those that say so already are left out."""
        old = {name: getattr(row, name) for name in values}
        values = {name: value for name, value in values.items() if value != old[name]}
        if not values:
            return
        if isinstance(row, Versioned):
            values["version"] = row.version + 1
            old["version"] = row.version
        if hasattr(row, "updated_at"):
            old["updated_at"], values["updated_at"] = row.updated_at, timezone.now()
        old = {name: old[name] for name in values}
        type(row)._base_manager.filter(pk=row.pk).update(**values)
        for name, value in values.items():
            setattr(row, name, value)
        self.steps.append(steps.changed(row, old, values))

    def join(self, target: Model, source: Model, **values) -> None:
        """One row becomes part of another: what names it moves, it goes, the other says more."""
        self.move_all(target, source)
        self.steps.append(steps.removed(source, into=target.pk))
        type(source)._base_manager.filter(pk=source.pk).delete()
        self.change(target, **values)

    def remove(self, row: Model) -> None:
        """One row goes for good: beside the kept record it says nothing any more."""
        self.steps.append(steps.removed(row, into=None))
        type(row)._base_manager.filter(pk=row.pk).delete()

    def move_all(self, target: Model, source: Model) -> None:
        """Everything that names `source` names `target` from now on, by the rule of its table."""
        for reference in references_to(type(source)):
            try:
                with transaction.atomic():
                    rule_for(reference).carry_out(self, reference, target, source)
            except IntegrityError as error:
                self.refuse(_blocked(reference, error))

    def refuse(self, text: str, url: str = "") -> None:
        self.refused.append(Line(text, url))


def _blocked(reference, error):
    """A promise of a table that no rule foresaw: nothing is written, and somebody may ask why."""
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    return _("%(rows)s cannot be moved: the database refuses (%(rule)s).") % {
        "rows": str(reference.model._meta.verbose_name_plural).capitalize(),
        "rule": broken,
    }
