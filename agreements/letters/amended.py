"""What amendments did to an agreement, as it stands on paper: each with what was before."""

from django.utils.translation import gettext as _

from agreements.instruments.difference import difference
from agreements.instruments.kinds import ChangeOf
from agreements.letters.standing import IN_EFFECT, SHOWN, day_of


def shown_amendments(agreement):
    """Those in effect and those being signed, the first one first."""
    rows = agreement.amendments.filter(state__in=SHOWN).order_by("order")
    return list(rows.prefetch_related("changes", "agreement__parties__party__organization"))


def amendment_words(amendment):
    """Its name, since when it is in effect, why, and what it changes."""
    return {
        "name": str(amendment),
        "since": _since(amendment),
        "reason": amendment.reason,
        "changes": [line for part in difference(amendment) for line in _lines(part)],
    }


def _since(amendment):
    if amendment.state != IN_EFFECT:
        return amendment.get_state_display()
    return _("in effect since %(day)s") % {"day": day_of(amendment.merged_on)}


def _lines(part):
    """One sentence a detail or clause: what is new stands in the text, so this keeps the old."""
    nothing = _("nothing")
    pairs = [(line.label, line.before or nothing, line.after or nothing) for line in part.lines]
    if part.of == ChangeOf.NEW_CLAUSE:
        return [_("%(clause)s: added") % {"clause": part.label}]
    if part.of == ChangeOf.NO_CLAUSE:
        text = (part.change.before or {}).get("text", "")
        return [
            _("%(clause)s: taken out. It said: “%(text)s”") % {"clause": part.label, "text": text}
        ]
    prefix = "" if part.of == ChangeOf.FIELD else f"{part.label}, "
    return [f"{prefix}{label}: {before} → {after}" for label, before, after in pairs]


def changed_clauses(amendments):
    """Clause → the newest amendment in effect that changed it, in words."""
    found = {}
    for amendment in amendments:
        if amendment.state == IN_EFFECT:
            words = {"name": amendment, "day": day_of(amendment.merged_on)}
            said = _("As changed by %(name)s, in effect since %(day)s") % words
            found |= {row.clause_id: said for row in amendment.changes.all() if row.clause_id}
    return found
