"""Write the definition of the problem, ask the parties where they stand, and agree on it."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from agreements.charter.transitions.versions import Versions
from agreements.engagement.models import DefinitionChange, DefinitionConsent, ProblemDefinition
from agreements.engagement.transitions.assessments import turn
from agreements.engagement.transitions.discovering import free_entry
from agreements.goals.transitions.common import require_decision

TEXTS = ("text", "in_scope", "out_scope")
DEFINITIONS = Versions(
    model=ProblemDefinition,
    consent=DefinitionConsent,
    change=DefinitionChange,
    about="definition",
    rule="agreements.state_definition_position",
    open_already=gettext_lazy("A version of the definition is open already."),
)


@transaction.atomic
def draft_definition(*, collaboration, by, entry=None, is_sample=False, on=None, **fields):
    """A new version: it begins with what was agreed before. `fields`: its texts and the source.

    With `entry`, that entry of an assessment becomes this draft.
    """
    said = {**fields, "is_sample": is_sample}
    draft = DEFINITIONS.begin(collaboration, by=by, on=on, copied=TEXTS, **said)[0]
    if source := free_entry(entry, collaboration.pk):
        turn(source, by=by, definition=draft)
    return draft


@transaction.atomic
def edit_definition(*, definition, by, version, **fields):
    """Other texts of a draft; EditConflict when the form is older."""
    return DEFINITIONS.edit(definition, by=by, version=version, **fields)


@transaction.atomic
def offer_definition(*, definition, by, on=None):
    """The draft is ready: every active party that decides is asked where it stands."""
    return DEFINITIONS.offer(definition, by=by, on=on)


@transaction.atomic
def recall_definition(*, definition, by, reason, on=None):
    """Back to the draft: what the parties said was about this text, and is asked again."""
    return DEFINITIONS.recall(definition, by=by, reason=reason, on=on)


@transaction.atomic
def agree_on_definition(*, definition, by, decision=None, on=None):
    """Every deciding party has spoken and none objects; `decision` where a meeting said so too."""
    if decision is not None:
        require_decision(decision, definition.collaboration_id)
    return DEFINITIONS.agree(definition, by=by, on=on, decision=decision)


@transaction.atomic
def state_definition_position(*, definition, by, **said):
    """A representative speaks for the party; the coordinator only where it has not spoken.

    `said`: party, stance, reason, the version that was seen, the day.
    """
    return DEFINITIONS.state(definition, by=by, **said)


@transaction.atomic
def confirm_definition_position(*, consent, by, seen="", on=None):
    """The party stands by what was stated on its behalf."""
    return DEFINITIONS.confirm(consent, by=by, seen=seen, on=on)
