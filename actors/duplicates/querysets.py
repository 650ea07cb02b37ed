"""How pairs and merges are read."""

from django.db import models
from django.db.models import Exists, OuterRef, Q


class PairQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Admins decide about pairs; auditors look."""
        return self if user.is_authenticated and (user.is_admin or user.is_auditor) else self.none()

    def of(self, kind, *ids):
        """The pair of these two, or all pairs that touch the one."""
        if len(ids) > 1:
            return self.filter(kind=kind, low=min(ids), high=max(ids))
        return self.filter(Q(low=ids[0]) | Q(high=ids[0]), kind=kind)

    def open(self, register, judged):
        """Pairs of the `register` that nobody merged or judged since they were found."""
        there = register.order_by()
        same = {"kind": OuterRef("kind"), "low": OuterRef("low"), "high": OuterRef("high")}
        return self.filter(
            Exists(there.filter(pk=OuterRef("low"))),
            Exists(there.filter(pk=OuterRef("high"))),
            ~Exists(judged.order_by().filter(**same)),
        )


class MergeQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_authenticated and (user.is_admin or user.is_auditor) else self.none()

    def standing(self):
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def for_list(self):
        return self.select_related("made_by__person", "undone_by__person").defer("steps")
