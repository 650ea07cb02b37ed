"""The register as a tree: what belongs to nothing shown stands on top, levels open by link."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Lower

from collabgov.kit.ids import as_id

MOST_OPEN, MOST_BESIDE = 40, 50


@dataclass(frozen=True)
class Node:
    """An organization, how many belong to it, and those of them that are shown."""

    organization: object
    count: int
    is_open: bool
    url: str  # opens it, or closes it
    children: tuple["Node", ...] = ()

    @property
    def has_more(self):
        return self.is_open and self.count > len(self.children)


def roots_of(rows):
    """Those of the rows that belong to none of the others; what can be opened comes first."""
    within = rows.order_by().values("pk")
    below = Exists(rows.model.objects.active().filter(parent=OuterRef("pk")).order_by())
    tops = rows.filter(Q(parent=None) | ~Q(parent__in=within))
    return tops.alias(is_branch=below).order_by("-is_branch", Lower("name"), "pk")


class Tree:
    """`rows` are all that pass the filter, `query` the address's part after the question mark."""

    def __init__(self, rows, query):
        self.query = query.copy()
        keys = [as_id(text) for text in query.getlist("open")[:MOST_OPEN]]
        self.opened = list(dict.fromkeys(key for key in keys if key is not None))
        self.rows = rows

    def nodes(self, roots):
        """The roots of a page with what is open below them: two questions, however deep."""
        below = {}
        children = self.rows.filter(parent__in=self.opened)
        for child in children[: MOST_OPEN * MOST_BESIDE]:
            below.setdefault(child.parent_id, []).append(child)
        shown = [root.pk for root in roots] + [row.pk for rows in below.values() for row in rows]
        counts = dict(
            self.rows.filter(parent__in=shown)
            .order_by()
            .values_list("parent")
            .annotate(total=Count("pk"))
        )
        return tuple(self._node(root, below, counts) for root in roots)

    def _node(self, row, below, counts):
        is_open = row.pk in self.opened and row.pk in counts
        inside = below.get(row.pk, ())[:MOST_BESIDE] if is_open else ()
        return Node(
            organization=row,
            count=counts.get(row.pk, 0),
            is_open=is_open,
            url=self._address(row.pk),
            children=tuple(self._node(child, below, counts) for child in inside),
        )

    def _address(self, key):
        """The same page with this one opened, or closed when it is open."""
        keys = [other for other in self.opened if other != key]
        if len(keys) == len(self.opened):
            keys.append(key)
        query = self.query.copy()
        query.setlist("open", [str(other) for other in keys])
        return f"?{query.urlencode()}"
