"""What the verbs of ground rules, guidelines, knowledge and trainings share."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.capacity.answer_papers import of_refusals
from agreements.capacity.transitions.needs import require_party
from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import moment
from agreements.documents.holding import require_standing
from agreements.engagement.rules.discovery import own_organizations


def require_own(organization, by, collaboration_id, *, field):
    """One writes for one's own organization; whoever runs the collaboration, for any party."""
    require_party(organization, collaboration_id, field=field)
    if is_coordinator_of(by, collaboration_id):
        return
    if organization.pk not in own_organizations(by, collaboration_id):
        raise ValidationError({field: [_("Choose your own organization.")]})


def require_own_paper(document, collaboration_id):
    """A document of this collaboration that was not withdrawn."""
    if document is None:
        return
    if document.collaboration_id != collaboration_id:
        raise ValidationError({"document": [_("The document belongs to another collaboration.")]})
    require_standing(document)


def require_text_paper(document, collaboration_id):
    """The same, and no letter by which a request was refused: it says nothing but that."""
    require_own_paper(document, collaboration_id)
    if document is not None and of_refusals().filter(letter=document).exists():
        sentence = _("By this letter a request was refused: choose another document.")
        raise ValidationError({"document": [sentence]})


def write_line(changes, record, source, *, by, note="", on=None, **more):
    """One line of a history; `changes` is the record's own set of them."""
    return changes.create(
        from_state=source,
        to_state=record.state,
        note=note,
        made_by=by,
        made_at=moment(on, record.collaboration),
        **more,
    )
