"""The figures above the register: what holds, what ends soon, what is stuck, what to sign."""

from django.db.models import Count, Min, Q
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.instruments.register import is_expiring, is_in_force, is_stuck, waits_since
from agreements.instruments.states import SIGNING


def noted():
    """What the tiles say besides the counts of the parts; see `filters.counted`."""
    return {
        "open_ended": Count("pk", filter=is_in_force() & Q(ends_on=None)),
        "very_soon": Count("pk", filter=is_expiring(30)),
        "stuck_since": Min(waits_since(), filter=is_stuck()),
        "signing_since": Min(waits_since(), filter=Q(state__in=SIGNING)),
    }


def tiles_of(counts, path):
    """Four figures; each is the count of the list that it opens."""
    return [
        _in_force(counts, path),
        _expiring(counts, path),
        _stuck(counts, path),
        _signing(counts, path),
    ]


def _tile(path, key, counts, label, note, tone=""):
    return {
        "figure": counts[key],
        "label": label,
        "note": note,
        "tone": tone,
        "href": f"{path}?{urlencode({'show': key})}",
    }


def _in_force(counts, path):
    label = ngettext("agreement in force", "agreements in force", counts["in_force"])
    endless = counts["open_ended"]
    note = ngettext("%d without a last day", "%d without a last day", endless) % endless
    return _tile(path, "in_force", counts, label, note if endless else "")


def _expiring(counts, path):
    soon = counts["very_soon"]
    note = ngettext("%d within 30 days", "%d within 30 days", soon) % soon if soon else ""
    tone = "bad" if soon else "warn" if counts["expiring"] else ""
    return _tile(path, "expiring", counts, _("ending within 90 days"), note, tone)


def _stuck(counts, path):
    if not counts["stuck"]:
        return _tile(path, "stuck", counts, _("stuck at a stage"), _("nothing is stuck"), "good")
    note = _("the longest since %s") % _day(counts["stuck_since"])
    return _tile(path, "stuck", counts, _("stuck at a stage"), note, "bad")


def _signing(counts, path):
    label = ngettext("waits for signatures", "wait for signatures", counts["signing"])
    since = counts["signing_since"]
    note = _("the longest since %s") % _day(since) if since else ""
    return _tile(path, "signing", counts, label, note)


def _day(day):
    return date_format(day, "SHORT_DATE_FORMAT")
