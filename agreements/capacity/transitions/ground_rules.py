"""The only code that writes a ground rule: proposed, adopted by a decision, replaced, withdrawn."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agreements.capacity.arrangement_kinds import GROUND_RULE_MOVES, GroundRuleState
from agreements.capacity.berakhlak import behaviours
from agreements.capacity.models import GroundRule
from agreements.capacity.transitions.texts import tidied
from agreements.capacity.transitions.wording import write_line
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_open, lock_row, locked, require_reason
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.states import STANDING
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = GroundRuleState
WORDS = ("text",)


@transaction.atomic
def propose_rule(*, collaboration, by, is_sample=False, on=None, **fields):
    """Write down a rule that a decision may adopt; sent twice, it makes one.

    `fields`: text, and if known core_value, position and the rule that it replaces.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, **tidied(fields, longer=WORDS)}
    rule = GroundRule(is_sample=is_sample, recorded_by=by, **said)
    _require_replaceable(rule)
    if twin := made_a_moment_ago(GroundRule.objects, when="created_at", recorded_by=by, **said):
        return twin
    if "position" not in fields:
        rule.position = _next_place(fresh)
    return _begin(rule, by=by, on=on)


@transaction.atomic
def propose_template(*, collaboration, by, is_sample=False, on=None):
    """Add what is missing of the seven values of BerAKHLAK, in the writer's language.

    A value is not proposed again while a rule of it is proposed or holds. Returns the new rules.
    """
    fresh = lock_open(collaboration.pk)
    living = GroundRule.objects.filter(collaboration=fresh, state__in=[S.PROPOSED, S.ADOPTED])
    there = set(living.values_list("core_value", flat=True))
    missing = [entry for entry in behaviours(get_language()) if entry[0] not in there]
    if not missing:
        raise Refused(_("A rule for each of the seven values is on the list already."))
    first = _next_place(fresh)
    made = []
    for place, (value, text) in enumerate(missing, start=first):
        rule = GroundRule(collaboration=fresh, core_value=value, text=text, position=place)
        rule.recorded_by, rule.is_sample = by, is_sample
        made.append(_begin(rule, by=by, on=on))
    return made


@transaction.atomic
def edit_rule(*, rule, by, version, **fields):
    """Put right a proposal; of a rule that holds only its place in the list."""
    fresh = locked(rule, rule.collaboration_id)
    fresh.next_version(version)
    said = tidied(fields, longer=WORDS)
    if fresh.state not in (S.PROPOSED, S.ADOPTED):
        raise IllegalMove(_("This rule is over: nothing of it changes any more."))
    if fresh.state == S.ADOPTED and any(
        getattr(fresh, name) != value for name, value in said.items() if name != "position"
    ):
        words = _("A decision adopted these words: propose a rule that replaces this one.")
        raise Refused(words)
    for name, value in said.items():
        setattr(fresh, name, value)
    _require_replaceable(fresh)
    return _keep(fresh, fresh.state, by=by)


@transaction.atomic
def adopt_rules(*, collaboration, rules, decision, by):
    """A decision adopts these proposals; what each of them replaces ends with that day."""
    fresh = lock_open(collaboration.pk)
    held = _require_decision(decision, fresh)
    if not rules:
        raise ValidationError({"rules": [_("Choose the rules that the decision adopts.")]})
    return [_adopt(rule, held, fresh, by=by) for rule in sorted(rules, key=lambda each: each.pk)]


@transaction.atomic
def withdraw_rule(*, rule, by, reason, decision=None):
    """A proposal is taken back with a reason; a rule that holds is ended by a decision."""
    note = require_reason(reason)
    collaboration = lock_open(rule.collaboration_id)
    fresh = lock_row(rule)
    source = S(fresh.state)
    require_move(GROUND_RULE_MOVES, current=source, target=S.WITHDRAWN)
    if source == S.ADOPTED:
        held = _require_decision(decision, collaboration)
        _end(fresh, held)
    elif decision is not None:
        sentence = _("A proposal is taken back without a decision.")
        raise ValidationError({"decision": [sentence]})
    else:
        fresh.ended_on = today_in(collaboration)
    fresh.state = S.WITHDRAWN
    fresh.version += 1
    return _keep(fresh, source, by=by, note=note)


def _adopt(rule, decision, collaboration, *, by):
    fresh = lock_row(rule)
    if fresh.collaboration_id != collaboration.pk:
        raise ValidationError({"rules": [_("A rule belongs to another collaboration.")]})
    source = S(fresh.state)
    require_move(GROUND_RULE_MOVES, current=source, target=S.ADOPTED)
    _require_replaceable(fresh)
    if fresh.replaces is not None:
        _replace(fresh.replaces, decision, by=by)
    fresh.state, fresh.decision, fresh.adopted_on = S.ADOPTED, decision, _day_of(decision)
    fresh.version += 1
    return _keep(fresh, source, by=by)


def _replace(rule, decision, *, by):
    old = lock_row(rule)
    source = S(old.state)
    require_move(GROUND_RULE_MOVES, current=source, target=S.REPLACED)
    _end(old, decision)
    old.state = S.REPLACED
    old.version += 1
    _keep(old, source, by=by)


def _end(rule, decision):
    rule.ended_by, rule.ended_on = decision, _day_of(decision)
    if rule.ended_on < rule.adopted_on:
        sentence = _("This decision is older than the one that adopted the rule.")
        raise ValidationError({"decision": [sentence]})


def _day_of(decision):
    return decision.effective_on or decision.decided_on


def _require_decision(decision, collaboration):
    """A procedural decision of this collaboration that holds and settles ground rules."""
    if decision is None:
        raise ValidationError({"decision": [_("Choose the decision that says so.")]})
    fresh = lock_row(decision)
    if fresh.meeting.collaboration_id != collaboration.pk:
        raise ValidationError({"decision": [_("The decision belongs to another collaboration.")]})
    if Settlement.GROUND_RULES not in fresh.settles:  # which only a procedural decision does
        sentence = _("Choose a procedural decision that settles ground rules.")
        raise ValidationError({"decision": [sentence]})
    if fresh.state not in STANDING:
        raise ValidationError({"decision": [_("This decision does not hold.")]})
    return fresh


def _require_replaceable(rule):
    """What it replaces is a rule of this collaboration that holds."""
    old = rule.replaces
    if old is None:
        return
    if old.collaboration_id != rule.collaboration_id:
        raise ValidationError({"replaces": [_("The rule belongs to another collaboration.")]})
    if rule.state == S.PROPOSED and GroundRule.objects.get(pk=old.pk).state != S.ADOPTED:
        raise ValidationError({"replaces": [_("Only a rule that holds can be replaced.")]})


def _next_place(collaboration):
    rows = GroundRule.objects.filter(collaboration=collaboration)
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


def _begin(rule, *, by, on):
    save_checked(rule)
    write_line(rule.changes, rule, "", by=by, on=on)
    return rule


def _keep(rule, source, *, by, note=""):
    save_checked(rule)
    write_line(rule.changes, rule, source, by=by, note=note)
    return rule
