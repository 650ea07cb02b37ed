"""The history of an agreement in words, the newest line first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from agreements.instruments.kinds import AgreementEvent, SigningItem
from agreements.instruments.models import Agreement
from agreements.instruments.states import AgreementState, AmendmentState


@dataclass(frozen=True)
class Line:
    when: datetime
    title: str
    about: str
    note: str
    who: str
    is_on_behalf: bool


def history_of(changes, stages=()):
    """One line for each change; `stages` of its kind are named in the reader's language."""
    names = {name: str(stage) for stage in stages for name in (stage.name, stage.name_en) if name}
    return [_line(change, names) for change in changes]


def _line(change, names):
    return Line(
        when=change.made_at,
        title=str(AgreementEvent(change.event).label),
        about=_about(change, names),
        note=change.note,
        who=str(change.made_by) if change.made_by else _("the calendar"),
        is_on_behalf=change.is_on_behalf,
    )


def _about(change, stage_names):
    """The move of its state, the details that were edited, or what the line is about."""
    parts = []
    if change.from_state != change.to_state:
        labels = dict(AgreementState.choices)
        steps = [state for state in (change.from_state, change.to_state) if state]
        parts.append(" → ".join(str(labels.get(state, state)) for state in steps))
    if change.event == AgreementEvent.EDITED:
        names = {field.name: field.verbose_name for field in Agreement._meta.fields}
        parts.append(", ".join(str(names.get(name, name)) for name in change.subject.split()))
    elif change.event in (AgreementEvent.CHECKED, AgreementEvent.UNCHECKED):
        item, _blank, party = change.subject.partition(" ")
        parts.append(f"{dict(SigningItem.choices).get(item, item)} · {party}")
    elif change.event == AgreementEvent.AMENDMENT_MOVED:
        name, _blank, state = change.subject.rpartition(" ")
        parts.append(f"{name} · {dict(AmendmentState.choices).get(state, state)}")
    elif change.event == AgreementEvent.STAGE:
        parts.append(stage_names.get(change.subject, change.subject))
    elif change.subject:
        parts.append(change.subject)
    return ": ".join(parts)
