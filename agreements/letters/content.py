"""What an agreement says on paper, as plain words: for the printed page and for the DOCX."""

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.instruments.models import Signature
from agreements.letters.amended import amendment_words, changed_clauses, shown_amendments
from agreements.letters.signing import signed_by
from agreements.letters.standing import day_of, notice_of, term_of


def words_of(agreement, *, sender="", today=None):
    """Texts only, in the reader's language: a template gets no objects of the site."""
    today = today or timezone.localdate()
    amendments = shown_amendments(agreement)
    changed = changed_clauses(amendments)
    return {
        "kind": str(agreement.type),
        "title": agreement.title,
        "number": agreement.number,
        "sender": str(sender or ""),
        "collaboration": str(agreement.collaboration),
        "state": agreement.get_state_display(),
        "notice": notice_of(agreement, amendments, today=today),
        "subject": agreement.subject,
        "term": term_of(agreement, today=today),
        "signed_on": day_of(agreement.signed_on),
        "parties": [_party(place, agreement, amendments) for place in _places(agreement)],
        "bases": [_basis(row) for row in agreement.bases.select_related("legal_basis")],
        "clauses": [_clause(row, changed) for row in _clauses(agreement)],
        "amendments": [amendment_words(each) for each in amendments],
        "printed": _("Printed on %(day)s from %(site)s.")
        % {"day": day_of(today), "site": settings.SITE_NAME},
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
        "amendments": _("Amendments"),
        "signatures": _("Signatures"),
    }


def _places(agreement):
    signatures = Prefetch("signatures", queryset=Signature.objects.standing().for_list())
    return agreement.parties.for_list().prefetch_related(signatures)


def _party(place, agreement, amendments):
    return {
        "place": _("Party %(number)s") % {"number": place.position},
        "name": place.party.organization.name,
        "number": place.own_number,
        "signed": signed_by(place, agreement, amendments),
    }


def _basis(row):
    return f"{row.legal_basis}, {row.article}" if row.article else str(row.legal_basis)


def _clauses(agreement):
    rows = agreement.clauses.filter(is_removed=False)
    return rows.select_related("owed_by__party__organization").order_by("position", "pk")


def _clause(row, changed):
    owes = row.owed_by.party.organization.name if row.owed_by else ""
    return {
        "number": row.number,
        "text": row.text,
        "owed_by": owes,
        "due_on": day_of(row.due_on),
        "changed": changed.get(row.pk, ""),
    }
