"""What an agreement says on paper, as plain words: for the printed page and for the DOCX."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.instruments.states import BINDING, OVER


def words_of(agreement, *, sender="", today=None):
    """Texts only, in the reader's language: a template gets no objects of the site."""
    today = today or timezone.localdate()
    return {
        "kind": str(agreement.type),
        "title": agreement.title,
        "number": agreement.number,
        "sender": str(sender or ""),
        "collaboration": str(agreement.collaboration),
        "state": agreement.get_state_display(),
        "notice": _notice(agreement),
        "subject": agreement.subject,
        "term": _term(agreement),
        "signed_on": _day(agreement.signed_on),
        "parties": [_party(place) for place in _places(agreement)],
        "bases": [_basis(row) for row in agreement.bases.select_related("legal_basis")],
        "clauses": [_clause(row) for row in _clauses(agreement)],
        "printed": _("Printed on %(day)s from %(site)s.")
        % {"day": _day(today), "site": settings.SITE_NAME},
        "label": _labels(),
    }


def _labels():
    return {
        "number": _("Number"),
        "parties": _("Parties"),
        "bases": _("Legal basis"),
        "subject": _("Subject"),
        "owed_by": _("Owed by"),
        "due_on": _("due"),
        "signatures": _("Signatures"),
    }


def _day(day):
    return date_format(day, "DATE_FORMAT") if day else ""


def _notice(agreement):
    """What a reader of the paper must know: that it does not hold, or not any more."""
    if agreement.state in BINDING:
        return ""
    label = agreement.get_state_display()
    if agreement.state in OVER:
        return _("%(state)s. This agreement no longer holds.") % {"state": label}
    return _("%(state)s. This text is not signed by all parties yet.") % {"state": label}


def _term(agreement):
    starts, ends = _day(agreement.starts_on), _day(agreement.ends_on)
    if starts and ends:
        return _("In force from %(starts)s to %(ends)s.") % {"starts": starts, "ends": ends}
    if starts:
        return _("In force from %(starts)s, without a last day.") % {"starts": starts}
    return _("The term is not fixed yet.")


def _places(agreement):
    places = agreement.parties.for_list()
    return places.prefetch_related(
        "signatures__appointment__person", "signatures__appointment__organization"
    )


def _party(place):
    signed = [_signature(each) for each in place.signatures.all() if _counts(each)]
    return {
        "place": _("Party %(number)s") % {"number": place.position},
        "name": place.party.organization.name,
        "number": place.own_number,
        "signed": "\n".join(signed) if signed else "\n\n" + "_" * 24,
    }


def _counts(signature):
    return signature.withdrawn_on is None and signature.amendment_id is None


def _signature(signature):
    words = _("%(name)s, signed on %(day)s")
    return words % {"name": signature.appointment, "day": _day(signature.signed_on)}


def _basis(row):
    return f"{row.legal_basis}, {row.article}" if row.article else str(row.legal_basis)


def _clauses(agreement):
    rows = agreement.clauses.filter(is_removed=False)
    return rows.select_related("owed_by__party__organization").order_by("position", "pk")


def _clause(row):
    owes = row.owed_by.party.organization.name if row.owed_by else ""
    return {"number": row.number, "text": row.text, "owed_by": owes, "due_on": _day(row.due_on)}
