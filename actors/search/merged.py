"""Rows that were merged into another: kept for the past, and met by nobody who does not ask."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UnmergedManager(models.Manager):
    """The usual way to the rows of a register: what was merged away is not there.

    Lists, searches, choosers and imports cannot meet such a row; `everything` can.
    """

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None)


def merged_into():
    """The column of a register's model that names the row that this one became part of."""
    return models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )


def merged_is_out_of_use(name):
    """The constraint that a merged row is out of use, and not merged into itself."""
    return models.CheckConstraint(
        name=name,
        condition=Q(merged_into=None) | (Q(is_active=False) & ~Q(merged_into=models.F("id"))),
        violation_error_message=_("What was merged into another record is no longer in use."),
    )
