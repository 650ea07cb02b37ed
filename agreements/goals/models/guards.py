"""What the database itself holds between duties to report and those who verify."""

import pgtrigger


def reported_by_others_than_verify(name):
    """Who verifies a goal's values owes none of them on any day of that role."""
    return pgtrigger.Trigger(
        name="reported_by_others_than_verify",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_indicator AS indicator
                JOIN agreements_goal AS goal ON goal.id = indicator.goal_id
                JOIN agreements_roleassignment AS role
                    ON role.collaboration_id = goal.collaboration_id
                WHERE indicator.id = NEW.indicator_id
                AND role.role = 'verifier'
                AND role.party_id = NEW.party_id
                AND (role.goal_id IS NULL OR role.goal_id = goal.id)
                AND role.starts_on <= coalesce(NEW.ends_on, 'infinity')
                AND NEW.starts_on <= coalesce(role.ends_on, 'infinity')
            ) THEN
                RAISE EXCEPTION 'violates "{name}": the party verifies what it would report'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,
    )
