"""Which documents may be the letter of an answer, and which are nothing but such a letter."""

from django.db.models import Q

from agreements.capacity.assistance_kinds import AssistanceOutcome
from agreements.capacity.models import AssistanceRequest, AssistanceResponse
from agreements.charter.models import Representative
from agreements.documents.kinds import DocumentKind
from agreements.documents.models import Document


def of_refusals():
    """Answers by which a request was refused in writing."""
    refusals = AssistanceResponse.objects.filter(outcome=AssistanceOutcome.REFUSE)
    return refusals.exclude(letter=None)


def letters_for(request: AssistanceRequest, by):
    """Letters on file that may go with the answer to this request, the newest first.

    Added by people of the party that answers or by whoever answers in its place, and not the one
    by which another request was refused; the letter that the answer has already stays.
    """
    party = request.to_party
    people = Representative.objects.filter(party=party).order_by().values("person")
    is_theirs = Q(added_by=by) | Q(added_by__organization=party.organization_id)
    is_theirs |= Q(added_by__person__in=people)
    here = Document.objects.filter(collaboration=request.collaboration_id)
    used = of_refusals().exclude(request=request).order_by().values("letter")
    rows = here.in_use().filter(is_theirs, kind=DocumentKind.LETTER).exclude(pk__in=used)
    if request.answer is not None and request.answer.letter_id:
        rows = rows | here.in_use().filter(pk=request.answer.letter_id)
    return rows.order_by("-pk")


def not_of_refusals(documents):
    """Without the letters of refusals: they say nothing but that."""
    return documents.exclude(pk__in=of_refusals().order_by().values("letter"))
