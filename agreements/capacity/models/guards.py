"""What the database itself holds between rows of capacity; the verbs say it in words."""

import pgtrigger

from agreements.engagement.models.guards import refuse


def _unless_it_stays(*columns):
    """A row that is saved with the same values was judged when it got them."""
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return f"""
            IF TG_OP = 'UPDATE' THEN
                IF ROW({new}) IS NOT DISTINCT FROM ROW({old}) THEN
                    RETURN NEW;
                END IF;
            END IF;"""


def moves_only(name, moves):
    """A state is followed by no other than `moves` (state → set of states) lets follow."""
    pairs = sorted((str(old), str(new)) for old, targets in moves.items() for new in targets)
    allowed = ", ".join(f"('{old}', '{new}')" for old, new in pairs)
    return pgtrigger.Trigger(
        name="moves_only",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("state"),
        func=f"""
            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({allowed}) THEN
                {refuse(name, "this state does not follow that one")}
            END IF;
            RETURN NEW;
        """,
    )


AS_HANDED_IN = """EXISTS (
    SELECT FROM agreements_documentversion draft
    JOIN agreements_document paper ON paper.id = draft.document_id
    WHERE draft.id = NEW.handed_in_id AND paper.withdrawn_at IS NULL AND NOT EXISTS (
        SELECT FROM agreements_documentversion later
        WHERE later.document_id = draft.document_id AND later.number > draft.number
    )
)"""


def of_version(column):
    """The collaboration of the document of which a row names a version."""
    return f"""(
        SELECT paper.collaboration_id FROM agreements_document paper
        JOIN agreements_documentversion draft ON draft.document_id = paper.id
        WHERE draft.id = NEW.{column}
    )"""


def reviewed_as_handed_in(name):
    """A review is of the very file that was handed in: the newest, and no other one afterwards."""
    return pgtrigger.Trigger(
        name="reviewed_as_handed_in",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("reviewed_by_id", "handed_in_id"),
        func=f"""
            IF NEW.reviewed_by_id IS NOT NULL AND (
                NEW.handed_in_id IS DISTINCT FROM OLD.handed_in_id
                OR (OLD.reviewed_by_id IS NULL AND NOT {AS_HANDED_IN})
            ) THEN
                {refuse(name, "another file than the one that was handed in")}
            END IF;
            RETURN NEW;
        """,
    )


def reviewed_before_issued(name):
    """What a reviewer is named for is issued after the reviewer's word only, and as it was read.

    Asked of the step, not of the row: what was issued before reviewers had a word stays issued.
    """
    return pgtrigger.Trigger(
        name="reviewed_before_issued",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("state"),
        func=f"""
            IF NEW.state = 'issued' AND OLD.state <> 'issued'
                AND NEW.reviewer_id IS NOT NULL
                AND (NEW.reviewed_by_id IS NULL OR NOT {AS_HANDED_IN} OR NEW.document_id <> (
                    SELECT document_id FROM agreements_documentversion WHERE id = NEW.handed_in_id
                ))
            THEN
                {refuse(name, "its reviewer has not reviewed it")}
            END IF;
            RETURN NEW;
        """,
    )


def meets_its_kind(name):
    """What a pledge meets is a need of the same kind, counted in the same unit."""
    return pgtrigger.Trigger(
        name="meets_its_kind",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("need_id", "kind", "unit"),
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_resourceneed need WHERE need.id = NEW.need_id
                AND (need.kind, lower(need.unit)) <> (NEW.kind, lower(NEW.unit))
            ) THEN
                {refuse(name, "another kind or unit than the need")}
            END IF;
            RETURN NEW;
        """,
    )


def stays_of_its_kind(name):
    """A need that pledges meet is counted as they are."""
    return pgtrigger.Trigger(
        name="stays_of_its_kind",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("kind", "unit"),
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_pledge pledge WHERE pledge.need_id = NEW.id
                AND (pledge.kind, lower(pledge.unit)) <> (NEW.kind, lower(NEW.unit))
            ) THEN
                {refuse(name, "pledges of another kind or unit meet it")}
            END IF;
            RETURN NEW;
        """,
    )


def is_for_whose_need_it_is(name, *columns, need):
    """At the end of the transaction (organizations that are merged move row by row)."""
    return pgtrigger.Trigger(
        name="is_for_whose_need_it_is",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(*columns),
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_resourceneed need
                JOIN agreements_pledge pledge ON pledge.need_id = need.id
                WHERE need.id = {need}
                AND need.organization_id IS NOT NULL
                AND pledge.receiver_id IS DISTINCT FROM need.organization_id
            ) THEN
                {refuse(name, "the need of another organization")}
            END IF;
            RETURN NULL;
        """,
    )


def of_an_accepted_pledge(name):
    """Nothing is scheduled or brought of what nobody accepted, or of what was taken back since."""
    return pgtrigger.Trigger(
        name="of_an_accepted_pledge",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("pledge_id", "state"),
        func=f"""
            IF TG_OP = 'UPDATE' THEN
                IF NEW.pledge_id = OLD.pledge_id
                    AND (NEW.state <> 'delivered' OR OLD.state IN ('delivered', 'confirmed'))
                THEN
                    RETURN NEW;
                END IF;
            END IF;
            IF EXISTS (
                SELECT FROM agreements_pledge WHERE id = NEW.pledge_id
                AND state NOT IN ('accepted', 'partly', 'delivered')
            ) THEN
                {refuse(name, "the pledge is not accepted")}
            END IF;
            RETURN NEW;
        """,
    )


def declined_in_time(name):
    """What the receiver itself accepted is no longer declined."""
    return pgtrigger.Trigger(
        name="declined_in_time",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("state"),
        func=f"""
            IF OLD.state = 'accepted' AND NEW.state = 'declined' AND NOT OLD.accepted_on_behalf THEN
                {refuse(name, "the receiver has accepted it")}
            END IF;
            RETURN NEW;
        """,
    )


def _stands(name, pledge):
    """How much arrived says how far a pledge is; nothing is scheduled of one that is over."""
    return f"""
            PERFORM FROM agreements_pledge WHERE id = {pledge} FOR NO KEY UPDATE;
            IF EXISTS (
                SELECT FROM agreements_pledge pledge
                CROSS JOIN LATERAL (
                    SELECT
                        coalesce(sum(quantity)
                            FILTER (WHERE state IN ('delivered', 'confirmed')), 0) AS came,
                        count(*) FILTER (WHERE state = 'scheduled') AS planned
                    FROM agreements_delivery WHERE pledge_id = pledge.id
                ) it
                WHERE pledge.id = {pledge} AND NOT CASE pledge.state
                    WHEN 'accepted' THEN it.came = 0
                    WHEN 'partly' THEN it.came > 0 AND it.came < pledge.quantity
                    WHEN 'delivered' THEN it.came >= pledge.quantity
                    ELSE it.planned = 0
                END
            ) THEN
                {refuse(name, "what arrived says otherwise")}
            END IF;
            RETURN NULL;"""


def stands_where_it_arrived(name):
    """Judged at the end of the transaction: a verb writes the delivery, then the pledge."""
    return pgtrigger.Trigger(
        name="stands_where_it_arrived",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("state", "quantity"),
        func=_stands(name, "NEW.id"),
    )


def pledge_follows(name):
    """The same, where a delivery changes and its pledge does not."""
    return pgtrigger.Trigger(
        name="pledge_follows",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("pledge_id", "state", "quantity")
        | pgtrigger.Delete,
        func=_stands(name, "coalesce(NEW.pledge_id, OLD.pledge_id)"),
    )


def not_by_the_giver(name):
    """Who gives does not confirm: neither in its own name, nor by one of its people."""
    return pgtrigger.Trigger(
        name="not_by_the_giver",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("pledge_id", "confirmed_for_id", "confirmed_by_id"),
        declare=[("gives", "BIGINT")],
        func=f"""
            {_unless_it_stays("pledge_id", "confirmed_for_id", "confirmed_by_id")}
            SELECT giver_id INTO gives FROM agreements_pledge WHERE id = NEW.pledge_id;
            IF NEW.confirmed_for_id = gives OR EXISTS (
                SELECT FROM actors_user WHERE id = NEW.confirmed_by_id AND organization_id = gives
            ) THEN
                {refuse(name, "the giver does not confirm its own delivery")}
            END IF;
            RETURN NEW;
        """,
    )


def settles_ground_rules(trigger, column):
    """A ground rule begins and ends by a procedural decision that holds and settles such rules."""
    name = f"ground_rule_{trigger}"
    return pgtrigger.Trigger(
        name=trigger,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        func=f"""
            {_unless_it_stays(column)}
            IF EXISTS (
                SELECT FROM agreements_decision WHERE id = NEW.{column} AND NOT (
                    kind = 'procedural' AND 'ground_rules' = ANY(settles)
                    AND state IN ('decided', 'in_effect')
                )
            ) THEN
                {refuse(name, "no procedural decision on ground rules that holds")}
            END IF;
            RETURN NEW;
        """,
    )


def not_for_the_giver(name):
    """Who gives a training is not among those that receive it."""
    return pgtrigger.Trigger(
        name="not_for_the_giver",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_training
                WHERE id = NEW.training_id AND giver_id = NEW.organization_id
            ) THEN
                {refuse(name, "nobody trains oneself")}
            END IF;
            RETURN NEW;
        """,
    )


def gives_to_others(name):
    """The same, seen from the training."""
    return pgtrigger.Trigger(
        name="gives_to_others",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("giver_id"),
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_trainingreceiver
                WHERE training_id = NEW.id AND organization_id = NEW.giver_id
            ) THEN
                {refuse(name, "nobody trains oneself")}
            END IF;
            RETURN NEW;
        """,
    )
