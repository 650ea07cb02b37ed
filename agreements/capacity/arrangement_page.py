"""What the pages of rules, guidelines, knowledge and trainings show: the verbs and the history."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from agreements.capacity.arrangement_kinds import (
    GroundRuleState,
    GuidelineState,
    KnowledgeEvent,
    KnowledgeState,
    TrainingState,
    told_of_a_stay,
)
from agreements.capacity.pledge_page import FEW, Step
from agreements.charter.asking import asked_once
from agreements.charter.history import Line
from agreements.charter.states import CollaborationState

R, G, K, T = GroundRuleState, GuidelineState, KnowledgeState, TrainingState
EDIT, WITHDRAW = gettext_lazy("Edit"), gettext_lazy("Withdraw the rule")
RULE_EDIT = Step(EDIT, "ground-rule-edit", "pencil", asks=True)
RULE_WITHDRAW = Step(WITHDRAW, "ground-rule-withdraw", "x-circle", True, "danger")
DRAFT_EDIT = Step(EDIT, "guideline-edit", "pencil", asks=True)
REVIEW = Step(gettext_lazy("Hand in for review"), "guideline-review", "send", True, "primary")
SEND_BACK = Step(gettext_lazy("Hand back"), "guideline-send-back", "arrow-repeat", asks=True)
APPROVE = Step(
    gettext_lazy("We have reviewed it"), "guideline-approve", "check-lg", style="primary"
)
ISSUE = Step(
    gettext_lazy("Record that it is issued"), "guideline-issue", "check-lg", True, "primary"
)
REVOKE = Step(pgettext_lazy("guideline", "Revoke"), "guideline-revoke", "x-circle", True, "danger")
USE = Step(gettext_lazy("Say where it was used"), "knowledge-use", "plus-lg", True, "primary")
ASSET_EDIT = Step(EDIT, "knowledge-edit", "pencil", asks=True)
RETIRE = Step(gettext_lazy("No longer kept up"), "knowledge-retire", "slash-circle", asks=True)
RESTORE = Step(gettext_lazy("It is kept up again"), "knowledge-restore", "arrow-repeat")
HOLD = Step(gettext_lazy("Say how it went"), "training-hold", "check-lg", True, "primary")
TRAINING_EDIT = Step(EDIT, "training-edit", "pencil", asks=True)
CANCEL = Step(gettext_lazy("Cancel the training"), "training-cancel", "x-circle", True, "danger")

KEEP_RULES, DRAFT = "agreements.keep_ground_rules", "agreements.draft_guideline"
KEEP_ASSET, KEEP_TRAINING = "agreements.keep_knowledge", "agreements.keep_training"
# (step, the states in which it is possible, the rule that says for whom)
RULE_STEPS = (
    (RULE_EDIT, (R.PROPOSED, R.ADOPTED), KEEP_RULES),
    (RULE_WITHDRAW, (R.PROPOSED, R.ADOPTED), KEEP_RULES),
)
GUIDELINE_STEPS = (
    (REVIEW, (G.DRAFTING,), DRAFT),
    (APPROVE, (G.REVIEW,), "agreements.approve_guideline"),
    (ISSUE, (G.REVIEW,), "agreements.issue_guideline"),
    (SEND_BACK, (G.REVIEW,), "agreements.review_guideline"),
    (DRAFT_EDIT, (G.DRAFTING, G.REVIEW), DRAFT),
    (REVOKE, (G.ISSUED,), "agreements.issue_guideline"),
)
ASSET_STEPS = (
    (USE, (K.SHARED,), "agreements.use_knowledge"),
    (ASSET_EDIT, (K.SHARED, K.RETIRED), KEEP_ASSET),
    (RETIRE, (K.SHARED,), KEEP_ASSET),
    (RESTORE, (K.RETIRED,), KEEP_ASSET),
)
TRAINING_STEPS = (
    (HOLD, (T.PLANNED,), KEEP_TRAINING),
    (TRAINING_EDIT, (T.PLANNED,), KEEP_TRAINING),
    (CANCEL, (T.PLANNED,), KEEP_TRAINING),
)


def is_open(record):
    return record.collaboration.state != CollaborationState.CLOSED


def facts_of(record, user, steps):
    """The verbs that this reader may carry out now, and what happened so far."""
    possible = [each for each in steps if record.state in each[1]] if is_open(record) else []
    with asked_once():
        mine = [step for step, _states, rule in possible if user.has_perm(rule, record)]
    lines = [_line(change, type(record)) for change in record.changes.for_list()]
    return {"steps": mine, "history": lines[:FEW], "older_history": lines[FEW:]}


def guideline_steps(guideline):
    """It is issued once its reviewer has reviewed it, if one is named; and only what was read."""
    left_out = {APPROVE} if guideline.is_reviewed else {ISSUE}
    if guideline.reviewer_id is not None and not stands_as_handed_in(guideline):
        left_out = {APPROVE, ISSUE}
    return tuple(each for each in GUIDELINE_STEPS if each[0] not in left_out)


def stands_as_handed_in(guideline):
    """The file that is under review is there, and nothing was added to its document since."""
    draft = guideline.handed_in
    if draft is None or draft.document.is_withdrawn:
        return False
    return not guideline.has_newer_draft


def waits_for(guideline):
    """The sentence that says who has to move next, or nothing."""
    who = {"drafter": guideline.drafter.label, "owner": guideline.owner.label}
    if guideline.reviewer is not None:
        who["reviewer"] = guideline.reviewer.label
    if guideline.state == G.DRAFTING:
        return _("%(drafter)s drafts it and hands it in for review.") % who
    reviews = guideline.state == G.REVIEW and guideline.reviewer is not None
    if reviews and not stands_as_handed_in(guideline):
        return (
            _(
                "What was handed in no longer stands in the document: hand the guideline back,"
                " so that %(drafter)s hands it in again."
            )
            % who
        )
    if guideline.state == G.REVIEW and guideline.reviewed_by is not None:
        return _("%(reviewer)s has reviewed it; %(owner)s issues it.") % who
    if guideline.state == G.REVIEW and guideline.reviewer is not None:
        return _("%(reviewer)s reviews it; then %(owner)s issues it.") % who
    if guideline.state == G.REVIEW:
        return _("It is under review; then %(owner)s issues it.") % who
    return ""


def with_verbs(uses, user):
    """Each use with `may_remove`, as the rule says."""
    rows = list(uses)
    with asked_once():
        for row in rows:
            may = is_open(row) and user.has_perm("agreements.remove_knowledge_use", row)
            row.may_remove = may
    return rows


def target_line(use):
    """What kind of thing rested on the asset, its words and where it stands."""
    if use.decision is not None:
        return _("Decision"), use.decision.text, use.decision.get_absolute_url()
    if use.finding is not None:
        return _("Joint finding"), use.finding.text, use.finding.get_absolute_url()
    day = date_format(use.meeting.held_on, "SHORT_DATE_FORMAT")
    return _("Meeting"), f"{use.meeting.title}, {day}", use.meeting.get_absolute_url()


def _line(change, model):
    about = getattr(change, "subject", "")
    return Line(_title(change, model), about, change.note, str(change.made_by), change.made_at)


def _title(change, model):
    event = getattr(change, "event", KnowledgeEvent.MOVED)
    if event != KnowledgeEvent.MOVED:
        return KnowledgeEvent(event).label
    if change.from_state == change.to_state:
        return str(told_of_a_stay(change))
    return str(dict(model._meta.get_field("state").choices)[change.to_state])
