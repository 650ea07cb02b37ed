"""What the database itself holds between structures, roles and responsibilities."""

import pgtrigger

from agreements.engagement.models.guards import of_one_collaboration, of_party, refuse

WRITES = pgtrigger.Insert | pgtrigger.Update


def of_structure(column):
    return f"(SELECT collaboration_id FROM agreements_structure WHERE id = NEW.{column})"


def of_goal(column):
    return f"(SELECT collaboration_id FROM agreements_goal WHERE id = NEW.{column})"


def structure_of_one_collaboration():
    decree = "(SELECT collaboration_id FROM agreements_agreement WHERE id = NEW.decree_id)"
    return of_one_collaboration(
        "structure_of_one_collaboration",
        "NEW.collaboration_id",
        of_structure("parent_id"),
        decree,
    )


def role_of_one_collaboration():
    return of_one_collaboration(
        "role_of_one_collaboration",
        "NEW.collaboration_id",
        of_structure("structure_id"),
        of_goal("goal_id"),
        of_party("party_id"),
    )


def area_of_one_collaboration():
    return of_one_collaboration(
        "area_of_one_collaboration", of_goal("goal_id"), of_party("party_id")
    )


def change_of_one_collaboration():
    role = "(SELECT collaboration_id FROM agreements_roleassignment WHERE id = NEW.role_id)"
    area = (
        "(SELECT goal.collaboration_id FROM agreements_arearesponsibility AS area"
        " JOIN agreements_goal AS goal ON goal.id = area.goal_id WHERE area.id = NEW.area_id)"
    )
    return of_one_collaboration(
        "arrangement_change_of_one_collaboration",
        "NEW.collaboration_id",
        of_structure("structure_id"),
        role,
        area,
    )


def no_circle(name):
    """No structure is part of itself, however many stand between.

    The collaboration is locked first: of two who move structures at once, the second one looks
    after the first is done.
    """
    return pgtrigger.Trigger(
        name="no_circle",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
        condition=pgtrigger.Condition("NEW.parent_id IS NOT NULL"),
        func=f"""
            PERFORM FROM agreements_collaboration WHERE id = NEW.collaboration_id
                FOR NO KEY UPDATE;
            IF EXISTS (
                WITH RECURSIVE above (id, parent_id) AS (
                    SELECT id, parent_id FROM agreements_structure WHERE id = NEW.parent_id
                    UNION
                    SELECT body.id, body.parent_id FROM agreements_structure AS body
                    JOIN above ON body.id = above.parent_id
                )
                SELECT FROM above WHERE above.id = NEW.id
            ) THEN
                {refuse(name, "a structure is part of itself")}
            END IF;
            RETURN NEW;
        """,
    )


def held_by_its_party(name):
    """Who holds a role holds it for the party: in a post of that organization.

    Asked at the end of the transaction: while two organizations are merged, the post moves first
    and the party after it.
    """
    return pgtrigger.Trigger(
        name="held_by_its_party",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=WRITES,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_roleassignment AS role
                JOIN agreements_party AS party ON party.id = role.party_id
                JOIN actors_appointment AS post ON post.id = role.appointment_id
                WHERE role.id = NEW.id AND post.organization_id <> party.organization_id
            ) THEN
                {refuse(name, "the post is not in the organization of the party")}
            END IF;
            RETURN NULL;
        """,
    )


def verifies_what_others_report(name):
    """A verifier owes no report on what it verifies, on any day of its role."""
    return pgtrigger.Trigger(
        name="verifies_what_others_report",
        when=pgtrigger.Before,
        operation=WRITES,
        condition=pgtrigger.Condition("NEW.role = 'verifier'"),
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_reportingduty AS duty
                JOIN agreements_indicator AS indicator ON indicator.id = duty.indicator_id
                JOIN agreements_goal AS goal ON goal.id = indicator.goal_id
                WHERE duty.party_id = NEW.party_id
                AND goal.collaboration_id = NEW.collaboration_id
                AND (NEW.goal_id IS NULL OR goal.id = NEW.goal_id)
                AND duty.starts_on <= coalesce(NEW.ends_on, 'infinity')
                AND NEW.starts_on <= coalesce(duty.ends_on, 'infinity')
            ) THEN
                {refuse(name, "the verifier reports what it verifies")}
            END IF;
            RETURN NEW;
        """,
    )
