"""The list with large acts folded: a few lines of each, and how many more there are."""

from collections import Counter
from dataclasses import replace

from django.db.models import Count

from dashboards.audit.events import ACCESS
from dashboards.audit.log import Log, Mark, Page

AT_ONCE = 6  # lines of an act that are shown before the others are asked for
FURTHER, FURTHEST = 5, 2_000  # one large act after another: each look goes further than the last


class FoldedLog(Log):
    """A file with thousands of rows, or the first start, does not push everything else away."""

    def page(self, *, size, before=None, after=None):
        newer = after is not None
        refs, folded = self._walk(after if newer else before, size + 1, newer=newer)
        rest, refs = refs[size:], refs[:size]
        onward = Mark.of(rest[0], -1 if newer else 1) if rest else None
        if newer:
            refs.reverse()
        back = Mark.of(refs[-1 if newer else 0]) if refs and (newer or before) else None
        shown = Counter(ref.act for ref in refs)
        counts = self._counts([act for act in folded if act in shown])
        return Page(
            tuple(refs),
            older=back if newer else onward,
            newer=onward if newer else back,
            left_out={act: number - shown[act] for act, number in counts.items()},
        )

    def _walk(self, mark, limit, *, newer):
        """Up to `limit` lines, and the acts of which lines were passed over."""
        refs, seen, folded, reach = [], Counter(), {}, limit
        while len(refs) < limit:
            found = self.take(mark, reach, newer=newer, without=[*folded])
            for ref in found:
                mark = Mark.of(ref)
                if ref.act and seen[ref.act] == AT_ONCE:
                    folded[ref.act] = True
                    continue
                seen[ref.act] += 1
                refs.append(ref)
                if len(refs) == limit:
                    break
            if len(found) < reach:
                break
            reach = min(reach * FURTHER, FURTHEST)
        return refs, [*folded]

    def _counts(self, acts):
        """How many lines these acts have in all, of those that are wanted."""
        changes = [branch for branch in self.branches if branch.source != ACCESS]
        if not acts or not changes:
            return {}
        one, *others = (
            branch.rows.filter(pgh_context__request__in=acts)
            .order_by()
            .annotate(act=branch.act)
            .values("act")
            .annotate(lines=Count("pk"))
            .values_list("act", "lines")
            for branch in changes
        )
        totals = Counter()
        for act, lines in one.union(*others, all=True):
            totals[act] += lines
        return dict(totals)


def tell_the_rest(lines, page):
    """The lines; the last one of a folded act says how many more there are."""
    rest = dict(page.left_out)
    told = [replace(line, more=rest.pop(line.request_id, 0)) for line in reversed(lines)]
    return told[::-1]
