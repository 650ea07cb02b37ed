"""Every column of every app that names a record of a model, and whether moving it needs a rule."""

from dataclasses import dataclass

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import CheckConstraint, Field, Model, Q, UniqueConstraint


@dataclass(frozen=True)
class Reference:
    """One foreign key: `field` of `model`."""

    model: type[Model]
    field: Field

    @property
    def key(self):
        return f"{self.model._meta.label_lower}.{self.field.name}"

    def rows(self, record):
        """The rows that name the record, whatever a manager would hide."""
        return self.model._base_manager.filter(**{self.field.name: record}).order_by("pk")

    @property
    def is_bound(self):
        """Whether a promise of the table speaks about this column: then moving it may break one."""
        return self.field.unique or any(
            self.field.name in names_in(constraint) for constraint in self.model._meta.constraints
        )


def references_to(model):
    """All of them, hidden ones too; not the audit trail, which keeps what was."""
    found = []
    for relation in model._meta.get_fields(include_hidden=True):
        is_key = relation.auto_created and (relation.one_to_many or relation.one_to_one)
        if is_key and not relation.concrete and not is_trail(relation.related_model):
            found.append(Reference(relation.related_model, relation.field))
    return sorted(found, key=lambda reference: reference.key)


def is_trail(model):
    """Whether the table is filled by the audit triggers."""
    return any(field.name == "pgh_id" for field in model._meta.fields)


def names_in(constraint):
    """The columns that a constraint speaks about."""
    names = set()
    if isinstance(constraint, UniqueConstraint):
        names |= set(constraint.fields)
        names |= _names_of(constraint.condition)
        for expression in constraint.expressions:
            names |= _names_of(expression)
    elif isinstance(constraint, ExclusionConstraint):
        for expression, _operator in constraint.expressions:
            names |= _names_of(expression)
        names |= _names_of(constraint.condition)
    elif isinstance(constraint, CheckConstraint):
        names |= _names_of(constraint.condition)
    return names


def _names_of(expression):
    """Names within a condition or an expression, as deep as it goes."""
    if expression is None:
        return set()
    if isinstance(expression, str):
        return {expression.partition("__")[0]}
    if isinstance(expression, Q):
        return set().union(*(_names_of(child) for child in expression.children))
    if isinstance(expression, tuple):
        return _names_of(expression[0]) | (
            _names_of(expression[1]) if not isinstance(expression[1], (str, list)) else set()
        )
    own = {expression.name} if hasattr(expression, "name") else set()
    parts = getattr(expression, "get_source_expressions", list)()
    return own.union(*(_names_of(part) for part in parts))
