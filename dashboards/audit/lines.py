"""From events to lines that can be read: who, when, what, from what to what."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from actors.audit.details import details_in_words
from actors.audit.kinds import SAYS_HOW_IT_ENDED
from actors.audit.reasons import reason_in_words
from dashboards.audit.changes import in_words, raw_changes, spoken, want_names
from dashboards.audit.events import ACCESS, befores_of, states_of
from dashboards.audit.names import Names
from dashboards.audit.places import Places, home_of
from dashboards.audit.tables import CALLED, NAMES, key_of, label_of
from dashboards.audit.who import Who, want_who, who_of_event, who_of_row

ACTIONS = {
    "insert": _("Added"),
    "update": _("Changed"),
    "delete": _("Deleted"),
    "baseline": _("As it was when the trail began"),
}


@dataclass(frozen=True)
class Line:
    at: datetime
    source: str
    pk: int
    who: Who
    action: str
    code: str
    table: str
    record: str
    record_pk: object = None
    url: str = ""
    history_url: str = ""
    outcome: str = ""
    reason: str = ""
    ip: str = ""
    request_id: str = ""
    path: str = ""
    fields: tuple = field(default=())
    details: tuple = field(default=())
    act: object = None  # events of one request belong together
    more: int = 0  # further lines of its request, which are not shown

    @property
    def says_how_it_ended(self):
        return self.code in SAYS_HOW_IT_ENDED


def lines_of(refs, *, may_see_contacts, may_see_addresses):
    """The lines of these `Ref`s, in their order; few questions for many."""
    states = states_of(refs)
    befores = befores_of(states)
    names, raw = Names(may_see_addresses=may_see_addresses), {}
    places = Places(names, knows_gone=may_see_addresses)
    for ref, state in states.items():
        places.want(*_home(ref, state))
        if ref[0] == ACCESS:
            continue
        raw[ref] = raw_changes(state, befores.get(ref))
        want_names(raw[ref], names)
        _want_called(state, names)
        want_who(state.pgh_context or {}, names)
    names.load()
    shown = {}
    for ref, state in states.items():
        if ref[0] == ACCESS:
            line = _of_access(state, may_see_addresses)
        else:
            fields = spoken(raw[ref], names, may_see_contacts=may_see_contacts)
            line = _of_row(ref, state, names, fields, may_see_addresses)
        url, history_url = places.of(*_home(ref, state))
        shown[ref] = replace(line, url=url, history_url=history_url)
    return [shown[source, pk] for _at, source, pk, _act in refs if (source, pk) in shown]


def _home(ref, state):
    """The record that a line leads to."""
    return (state.about_model, state.about_pk) if ref[0] == ACCESS else home_of(ref[0], state)


def _called(model):
    names = CALLED.get(key_of(model))
    if names is None:
        there = {each.name for each in model._meta.local_fields}
        names = tuple(name for name in NAMES if name in there)[:1]
    return [model._meta.get_field(name) for name in names]


def _want_called(state, names):
    for each in _called(state.pgh_tracked_model):
        if each.related_model is not None:
            names.want(each.related_model, getattr(state, each.attname, None))


def _of_row(ref, state, names, fields, may_see_addresses):
    source, pk = ref
    context = state.pgh_context or {}
    model = state.pgh_tracked_model
    parts = [in_words(each, getattr(state, each.attname, None), names) for each in _called(model)]
    return Line(
        at=state.pgh_created_at,
        source=source,
        pk=pk,
        who=who_of_row(context, names, may_see_addresses),
        action=str(ACTIONS.get(state.pgh_label, state.pgh_label)),
        code=state.pgh_label,
        table=label_of(source),
        record=" · ".join(part for part in parts if part) or f"#{state.pgh_obj_id}",
        record_pk=state.pgh_obj_id,
        reason=reason_in_words(context.get("reason") or ""),
        ip=(context.get("ip") or "") if may_see_addresses else "",
        request_id=(context.get("request") or "") if may_see_addresses else "",
        path=(context.get("url") or "") if may_see_addresses else "",
        fields=fields,
        act=state.pgh_context_id or (state.pgh_created_at, context.get("command")),
    )


def _of_access(event, may_see_addresses):
    return Line(
        at=event.at,
        source=ACCESS,
        pk=event.pk,
        who=who_of_event(event, may_see_addresses),
        action=str(event.kind_label),
        code=event.kind,
        table=label_of(event.about_model) if event.about_model else "",
        record=event.about_label,
        record_pk=event.about_pk or None,
        outcome=event.outcome,
        reason=reason_in_words(str(event.details.get("reason") or "")),
        ip=(event.ip or "") if may_see_addresses else "",
        request_id=event.request_id if may_see_addresses else "",
        path=event.path if may_see_addresses else "",
        details=details_in_words(event.details),
        act=(ACCESS, event.pk),
    )
