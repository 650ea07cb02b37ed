"""What the database holds about decisions across rows: no objection is passed over.

Two at once: whoever decides holds the decision's row, and an objection asks for that row before
its transaction ends. So one of the two always sees what the other has written.
"""

import pgtrigger

SETTLED = "('decided', 'in_effect', 'amended', 'revoked')"

# An objection counts as answered by an answer to these very words.
OPEN_OBJECTION = """
    EXISTS (
        SELECT 1 FROM agreements_position p
        WHERE {which} AND p.stance = 'object' AND NOT EXISTS (
            SELECT 1 FROM agreements_objectionanswer a
            WHERE a.position_id = p.id AND a.objection = p.reason
        )
    )
"""

# A party that puts right what was said for it may object to what is decided already. Such a
# decision does not take effect before there is an answer; it is still reviewed, amended or revoked.
DECIDING = f"""
    IF NEW.rule = 'consensus' AND NEW.state IN {SETTLED} AND (
        TG_OP = 'INSERT'
        OR NEW.rule IS DISTINCT FROM OLD.rule
        OR OLD.state NOT IN {SETTLED}
        OR (NEW.state = 'in_effect' AND OLD.state <> 'in_effect')
    ) AND {OPEN_OBJECTION.format(which="p.decision_id = NEW.id")} THEN
        RAISE EXCEPTION 'new row violates check constraint "decision_answers_objections"'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_answers_objections';
    END IF;
    RETURN NULL;
"""

OBJECTING = f"""
    IF TG_OP = 'UPDATE' THEN
        IF OLD.is_on_behalf AND NOT NEW.is_on_behalf THEN
            RETURN NULL;  -- the party puts right what was said for it: that is recorded, whatever
        END IF;
    END IF;
    IF NEW.stance <> 'object' THEN
        RETURN NULL;
    END IF;
    -- Waits for whoever decides at this moment, and reads what came of it.
    SELECT d.state, d.rule INTO about FROM agreements_decision d
        WHERE d.id = NEW.decision_id FOR SHARE;
    IF about.rule = 'consensus' AND about.state IN {SETTLED} AND {
    OPEN_OBJECTION.format(which="p.id = NEW.id")
} THEN
        RAISE EXCEPTION 'new row violates check constraint "position_objects_in_time"'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'position_objects_in_time';
    END IF;
    RETURN NULL;
"""

TOGETHER = """
    SELECT collaboration_id INTO home FROM agreements_meeting WHERE id = NEW.meeting_id;
    IF EXISTS (
        SELECT 1 FROM agreements_meeting WHERE id = NEW.decided_in_id AND collaboration_id <> home
        UNION ALL
        SELECT 1 FROM agreements_agreement
            WHERE id = NEW.instrument_id AND collaboration_id <> home
        UNION ALL
        SELECT 1 FROM agreements_decision d JOIN agreements_meeting m ON m.id = d.meeting_id
            WHERE d.id = NEW.amends_id AND m.collaboration_id <> home
        UNION ALL
        SELECT 1 FROM agreements_option o JOIN agreements_agendaitem i ON i.id = o.agenda_item_id
            WHERE o.id = NEW.option_id AND i.thread IS DISTINCT FROM (
                SELECT thread FROM agreements_agendaitem WHERE id = NEW.agenda_item_id
            )
    ) THEN
        RAISE EXCEPTION 'new row violates check constraint "decision_names_its_own"'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_names_its_own';
    END IF;
    RETURN NULL;
"""


def no_objection_is_open():
    """A decision by consensus is not decided while an objection has no answer."""
    return pgtrigger.Trigger(
        name="answers_objections",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("state", "rule"),
        when=pgtrigger.After,
        func=DECIDING,
    )


def no_late_objection():
    """No party objects to what is decided by consensus, unless it corrects what was said for it."""
    return pgtrigger.Trigger(
        name="objects_in_time",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("stance", "reason", "decision_id"),
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,  # of two parties that become one, the answers move afterwards
        declare=[("about", "RECORD")],
        func=OBJECTING,
    )


def is_of_one_collaboration():
    """What a decision names belongs to its collaboration; the option chosen, to its topic."""
    return pgtrigger.Trigger(
        name="names_its_own",
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf(
            "meeting_id",
            "agenda_item_id",
            "decided_in_id",
            "option_id",
            "instrument_id",
            "amends_id",
        ),
        when=pgtrigger.After,
        declare=[("home", "BIGINT")],
        func=TOGETHER,
    )
