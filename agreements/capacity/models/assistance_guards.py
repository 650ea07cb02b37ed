"""What the database itself holds about assistance between rows; the verbs say it in words."""

import pgtrigger

from agreements.capacity.assistance_kinds import EMERGENCY_WITHIN, SHORTEST_REASON
from agreements.engagement.models.guards import (
    of_document,
    of_one_collaboration,
    of_party,
    refuse,
)

CHANGES = pgtrigger.Insert | pgtrigger.Update
OF_REQUEST = "(SELECT collaboration_id FROM agreements_assistancerequest WHERE id = NEW.request_id)"


def request_of_one_collaboration():
    return of_one_collaboration(
        "assistance_of_one_collaboration",
        "NEW.collaboration_id",
        of_party("from_party_id"),
        of_party("to_party_id"),
        of_party("liable_party_id"),
        of_document("liability_document_id"),
        "(SELECT collaboration_id FROM agreements_assistancerequest WHERE id = NEW.follows_id)",
    )


def letter_of_one_collaboration():
    return of_one_collaboration(
        "assistance_letter_of_one_collaboration", OF_REQUEST, of_document("letter_id")
    )


def cost_of_one_collaboration():
    return of_one_collaboration(
        "assistance_cost_of_one_collaboration", OF_REQUEST, "NEW.collaboration_id"
    )


def refused_is_no_emergency():
    """The other direction of `no_refusal_of_an_emergency`: once refused, it is never one."""
    return pgtrigger.Trigger(
        name="refused_is_no_emergency",
        when=pgtrigger.Before,
        operation=CHANGES,
        func=f"""
            IF NEW.is_emergency AND (NEW.state = 'refused' OR EXISTS (
                SELECT FROM agreements_assistanceresponse
                WHERE request_id = NEW.id AND outcome = 'refuse'
            )) THEN
                {refuse("assistance_emergency_is_not_refused", "an emergency is not refused")}
            END IF;
            RETURN NEW;
        """,
    )


def emergency_stays_one():
    """What was handed in as an emergency, or declared one since, is not made refusable again."""
    return pgtrigger.Trigger(
        name="emergency_stays_one",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("is_emergency"),
        func=f"""
            IF OLD.is_emergency AND NOT NEW.is_emergency AND OLD.submitted_on IS NOT NULL THEN
                {refuse("assistance_emergency_stays_one", "it was handed in as an emergency")}
            END IF;
            RETURN NEW;
        """,
    )


def emergency_is_near():
    """Of what is handed in: an emergency far away would only be a request that bars refusing.

    Asked when it becomes one or its day moves; a day more, because days begin earlier elsewhere.
    """
    return pgtrigger.Trigger(
        name="emergency_is_near",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("is_emergency", "needed_by", "submitted_on"),
        func=f"""
            IF TG_OP = 'UPDATE' THEN
                IF ROW(NEW.is_emergency, NEW.needed_by, NEW.submitted_on)
                    IS NOT DISTINCT FROM ROW(OLD.is_emergency, OLD.needed_by, OLD.submitted_on)
                THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF NEW.is_emergency AND NEW.submitted_on IS NOT NULL
                AND NEW.needed_by > CURRENT_DATE + {EMERGENCY_WITHIN + 1}
            THEN
                {refuse("assistance_emergency_is_near", "help is needed on a day far away")}
            END IF;
            RETURN NEW;
        """,
    )


def no_refusal_of_an_emergency():
    """The request is held first: of two people at once, the second one sees what the first did."""
    return pgtrigger.Trigger(
        name="no_refusal_of_an_emergency",
        when=pgtrigger.Before,
        operation=CHANGES,
        func=f"""
            PERFORM FROM agreements_assistancerequest WHERE id = NEW.request_id FOR SHARE;
            IF NEW.outcome = 'refuse' AND EXISTS (
                SELECT FROM agreements_assistancerequest
                WHERE id = NEW.request_id AND is_emergency
            ) THEN
                {refuse("assistance_emergency_is_not_refused", "an emergency is not refused")}
            END IF;
            RETURN NEW;
        """,
    )


def _withheld_without_a_reason(row):
    """Blanks are no reason, whichever they are."""
    words = f"btrim({row}.withheld, E' \\t\\r\\n')"
    return f"{row}.outcome = 'partial' AND char_length({words}) < {SHORTEST_REASON}"


def _refuse_a_part():
    return refuse("assistance_part_of_an_emergency_says_why", "what is not given, and why")


def part_of_an_emergency_says_why():
    """Else a refusal would only have to call itself a part. The request is held, as above."""
    return pgtrigger.Trigger(
        name="part_of_an_emergency_says_why",
        when=pgtrigger.Before,
        operation=CHANGES,
        func=f"""
            PERFORM FROM agreements_assistancerequest WHERE id = NEW.request_id FOR SHARE;
            IF {_withheld_without_a_reason("NEW")} AND EXISTS (
                SELECT FROM agreements_assistancerequest
                WHERE id = NEW.request_id AND is_emergency
            ) THEN
                {_refuse_a_part()}
            END IF;
            RETURN NEW;
        """,
    )


def emergency_in_part_says_why():
    """The other direction: what was given in part without a reason is never made an emergency."""
    return pgtrigger.Trigger(
        name="emergency_in_part_says_why",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("is_emergency"),
        func=f"""
            IF NEW.is_emergency AND NOT OLD.is_emergency AND EXISTS (
                SELECT FROM agreements_assistanceresponse AS said
                WHERE said.request_id = NEW.id AND {_withheld_without_a_reason("said")}
            ) THEN
                {_refuse_a_part()}
            END IF;
            RETURN NEW;
        """,
    )


def has_a_ground(request, *, operation):
    """At the end of the transaction, what was submitted rests on at least one ground."""
    return pgtrigger.Trigger(
        name="has_a_ground",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=f"""
            PERFORM FROM agreements_assistancerequest WHERE id = {request} FOR NO KEY UPDATE;
            IF EXISTS (
                SELECT FROM agreements_assistancerequest
                WHERE id = {request} AND state <> 'draft' AND submitted_on IS NOT NULL
            ) AND NOT EXISTS (
                SELECT FROM agreements_assistanceground WHERE request_id = {request}
            ) THEN
                {refuse("assistance_submitted_has_a_ground", "no ground")}
            END IF;
            RETURN NULL;
        """,
    )


def answer_fits(request, *, operation, name="answer_fits"):
    """At the end of the transaction state and answer say the same, refused or given."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_assistancerequest AS asked
                LEFT JOIN agreements_assistanceresponse AS said ON said.request_id = asked.id
                WHERE asked.id = {request} AND (
                    asked.state IN ('draft', 'submitted') AND said.id IS NOT NULL
                    OR asked.state IN ('accepted', 'partly', 'refused') AND said.id IS NULL
                    OR (asked.state = 'refused') <> coalesce(said.outcome = 'refuse', FALSE)
                    OR asked.state = 'accepted' AND said.outcome <> 'accept'
                    OR asked.state = 'partly' AND said.outcome <> 'partial'
                )
            ) THEN
                {refuse("assistance_answer_fits_its_state", "state and answer differ")}
            END IF;
            RETURN NULL;
        """,
    )


def unfulfilled_emergency_is_escalated():
    """At the end of the transaction, an emergency without help lies before a superior.

    What the superior answered before it was known that no help came is not about that.
    """
    return pgtrigger.Trigger(
        name="unfulfilled_is_escalated",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=CHANGES,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_assistancerequest AS asked
                WHERE id = NEW.id AND is_emergency AND state = 'unfulfilled'
                AND NOT EXISTS (
                    SELECT FROM agreements_assistanceescalation
                    WHERE request_id = asked.id AND closed_on IS NULL
                    AND (answered_on IS NULL OR answered_on >= asked.ended_on)
                )
            ) THEN
                {refuse("assistance_unfulfilled_emergency_is_escalated", "nobody was told")}
            END IF;
            RETURN NULL;
        """,
    )


# What a cost says. On the way back a line that pays elsewhere meanwhile may be blanked.
CHANGED_COST = """(
    (NEW.item, NEW.amount, NEW.requester_share, NEW.giver_share)
    IS DISTINCT FROM (OLD.item, OLD.amount, OLD.requester_share, OLD.giver_share)
    OR NEW.budget_line <> OLD.budget_line AND NOT (
        NEW.budget_line = '' AND OLD.is_dropped AND NOT NEW.is_dropped
    )
)"""


def changed_cost_is_agreed_anew():
    """Whoever changes a cost takes back what one side had agreed."""
    return pgtrigger.Trigger(
        name="changed_is_agreed_anew",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF {CHANGED_COST} AND (
                NEW.requester_agreed_on IS NOT NULL OR NEW.giver_agreed_on IS NOT NULL
            ) THEN
                {refuse("assistance_cost_changed_is_agreed_anew", "agreed was another sum")}
            END IF;
            RETURN NEW;
        """,
    )


def agreed_cost_stands():
    """What both sides agreed on is neither changed nor deleted; one side's wish opens nothing."""
    return pgtrigger.Trigger(
        name="agreed_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF OLD.requester_agreed_on IS NOT NULL AND OLD.giver_agreed_on IS NOT NULL AND (
                TG_OP = 'DELETE' OR {CHANGED_COST} OR OLD.opening_side = '' AND (
                    NEW.requester_agreed_on IS NULL OR NEW.giver_agreed_on IS NULL
                )
            ) THEN
                {refuse("assistance_cost_agreed_stands", "both sides agreed on it")}
            END IF;
            RETURN coalesce(NEW, OLD);
        """,
    )


def costs_are_paid_with_the_help(request, *, operation, name="paid_with_the_help"):
    """At the end of the transaction, costs are dropped where the help is, and only there.

    Of help that the giver says it gave, what was agreed stands.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_assistancecost AS cost
                JOIN agreements_assistancerequest AS asked ON asked.id = cost.request_id
                WHERE asked.id = {request} AND cost.is_dropped <> (
                    asked.state IN ('refused', 'withdrawn')
                    OR asked.state = 'unfulfilled' AND asked.giver_says = ''
                )
            ) THEN
                {refuse("assistance_costs_go_with_the_help", "the help and its costs differ")}
            END IF;
            RETURN NULL;
        """,
    )


def withdrawn_owes_nothing():
    """A request is not taken back or refused while both sides agree on what its help costs."""
    return pgtrigger.Trigger(
        name="withdrawn_owes_nothing",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("state"),
        func=f"""
            IF NEW.state IN ('refused', 'withdrawn') AND OLD.state <> NEW.state AND EXISTS (
                SELECT FROM agreements_assistancecost
                WHERE request_id = NEW.id
                AND requester_agreed_on IS NOT NULL AND giver_agreed_on IS NOT NULL
            ) THEN
                {refuse("assistance_withdrawn_owes_nothing", "both sides agreed on its costs")}
            END IF;
            RETURN NEW;
        """,
    )
