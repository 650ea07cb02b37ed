"""What many tables share, and how a verb saves a row."""

import copy
import re
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collabgov.kit.errors import EditConflict, Refused


def joined(rows, *names):
    """`rows` with these records beside each. Without names Django would join *every* foreign key,
    and those behind them: seconds of planning, where no record beside was asked for."""
    return rows.select_related(*names) if names else rows


class Timestamped(models.Model):
    """A row that knows when it was made and last changed."""

    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        abstract = True


class SampleMarked(models.Model):
    """A row that may hold invented values: the page then shows a "sample data" badge."""

    is_sample = models.BooleanField(_("sample data"), default=False, editable=False)

    class Meta:
        abstract = True


class Versioned(models.Model):
    """A row that two people may edit at once: the form carries `version`, the verb checks it."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def next_version(self, version):
        """Count one up on the locked row, or raise EditConflict when the form was older."""
        if version != self.version:
            raise EditConflict(_("Somebody else saved this in the meantime."))
        self.version += 1


def account(label, *, related_name="+", **more):
    """The account behind something; it stays named when its person leaves."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name=related_name,
        verbose_name=label,
        **more,
    )


class ChangeRow(models.Model):
    """One line of a record's history: who moved it, when, from which state to which, and why.

    Written once by a transition, never edited; an empty `from_state` is the record's first line.
    """

    from_state = models.CharField(_("from"), max_length=20, blank=True)
    to_state = models.CharField(_("to"), max_length=20)
    note = models.TextField(_("reason"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        abstract = True
        ordering = ["made_at", "pk"]


_leaves_constraints = ContextVar("leaves_constraints", default=False)


@contextmanager
def constraints_left_to_the_database():
    """For a thousand rows at once: no constraint is asked beforehand, each still refuses."""
    token = _leaves_constraints.set(True)
    try:
        yield
    finally:
        _leaves_constraints.reset(token)


def save_checked(record):
    """Save after full validation; raises ValidationError with the constraint's own message.

    Two people who save at the same moment both pass the validation; the database then stops
    the second one, who reads the same sentence.
    """
    record.full_clean(validate_constraints=not _leaves_constraints.get())
    with plain_refusals(type(record)), transaction.atomic():
        record.save()
    return record


def save_all_checked(records, fields=()):
    """Save many rows of one model; `fields` of rows that stand, or nothing for new ones.

    Django's validation of each value, the database's own of everything else: asking the database
    about each constraint of each row beforehand would take minutes for thousands of rows.
    """
    if not records:
        return records
    model, batch = type(records[0]), 500
    relations = {field.name for field in model._meta.fields if field.is_relation}
    for record in records:
        record.clean_fields(exclude=relations)
    with plain_refusals(model), transaction.atomic():
        if not fields:
            return model._base_manager.bulk_create(records, batch_size=batch)
        names = {model._meta.get_field(name).name for name in fields}
        if issubclass(model, Timestamped):
            names.add("updated_at")
            for record in records:
                record.updated_at = timezone.now()
        model._base_manager.bulk_update(records, sorted(names), batch_size=batch)
    return records


def change_all_checked(rows, changes):
    """Change many rows, each given as (number, version, fields); returns (row, as it was).

    `rows` is a queryset that locks; Refused where one is gone, EditConflict where one is newer.
    """
    locked = rows.in_bulk([pk for pk, _version, _fields in changes])
    done, names = [], {"version"}
    for pk, version, fields in changes:
        if pk not in locked:
            raise Refused(_("Somebody else has removed this in the meantime."))
        was, fresh = copy.copy(locked[pk]), locked[pk]
        fresh.next_version(version)
        for name, value in fields.items():
            setattr(fresh, name, value)
        names |= fields.keys()
        done.append((fresh, was))
    save_all_checked([fresh for fresh, _was in done], fields=names)
    return done


@contextmanager
def plain_refusals(model):
    """What the database refuses becomes the sentence of the rule that refused it."""
    try:
        yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        broken = getattr(diagnosis, "constraint_name", None) or ""
        for constraint in model._meta.constraints:
            if constraint.name == broken:
                raise ValidationError(
                    constraint.get_violation_error_message(),
                    code=constraint.violation_error_code,
                ) from error
        for field in model._meta.local_fields:
            if field.unique and _key_of(field).fullmatch(broken):
                refusal = model(pk=-1).unique_error_message(model, (field.name,))
                raise ValidationError({field.name: refusal}) from error
        raise


def _key_of(field):
    """What the database calls the rule that no two rows have the same value."""
    column = re.escape(f"{field.model._meta.db_table}_{field.column}")
    return re.compile(rf"{column}_(key|[0-9a-f]{{8}}_uniq)")
