"""What the database itself holds between rows of several tables; the verbs say it in words."""

import pgtrigger


def of_party(column):
    """The collaboration of the party that a column names, in the words of a trigger."""
    return f"(SELECT collaboration_id FROM agreements_party WHERE id = NEW.{column})"


def of_meeting(column="meeting_id"):
    return f"(SELECT collaboration_id FROM agreements_meeting WHERE id = NEW.{column})"


def of_document(column="document_id"):
    return f"(SELECT collaboration_id FROM agreements_document WHERE id = NEW.{column})"


def of_decision(column="decision_id"):
    return f"""(
    SELECT meeting.collaboration_id FROM agreements_decision decision
    JOIN agreements_meeting meeting ON meeting.id = decision.meeting_id
    WHERE decision.id = NEW.{column}
)"""


def of_topic(column):
    return (
        "(SELECT m.collaboration_id FROM agreements_agendaitem AS i"
        f" JOIN agreements_meeting AS m ON m.id = i.meeting_id WHERE i.id = NEW.{column})"
    )


def of_question(column):
    return f"(SELECT collaboration_id FROM agreements_question WHERE id = NEW.{column})"


def of_series(column):
    return f"(SELECT collaboration_id FROM agreements_meetingseries WHERE id = NEW.{column})"


def refuse(name, words):
    """The statement that refuses a row in the name of a rule."""
    return (
        f"RAISE EXCEPTION 'violates \"{name}\": {words}'"
        f" USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"
    )


def of_one_collaboration(name, *sources):
    """All that a row names belongs to one collaboration; what it does not name is left out."""
    found = ", ".join(f"{source}::bigint" for source in sources)
    return pgtrigger.Trigger(
        name="of_one_collaboration",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[{found}]) AS each) > 1 THEN
                {refuse(name, "rows of several collaborations")}
            END IF;
            RETURN NEW;
        """,
    )


def by_another_party(name):
    """Nobody acknowledges their own statement."""
    return pgtrigger.Trigger(
        name="by_another_party",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_intereststatement
                WHERE id = NEW.statement_id AND party_id = NEW.party_id
            ) THEN
                {refuse(name, "a party does not acknowledge itself")}
            END IF;
            RETURN NEW;
        """,
    )


def not_of_who_acknowledged_it(name):
    """A statement that is given to another party was not acknowledged by that one."""
    return pgtrigger.Trigger(
        name="not_of_who_acknowledged_it",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF EXISTS (
                SELECT FROM agreements_acknowledgement
                WHERE statement_id = NEW.id AND party_id = NEW.party_id
            ) THEN
                {refuse(name, "a party does not acknowledge itself")}
            END IF;
            RETURN NEW;
        """,
    )


def two_contributors(name, *, finding, operation):
    """At the end of the transaction at least two parties have contributed to the finding.

    The finding is locked first: of two people who each take one away, the second one counts
    after the first is done.
    """
    return pgtrigger.Trigger(
        name="two_contributors",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=f"""
            PERFORM FROM agreements_jointfinding WHERE id = {finding} FOR NO KEY UPDATE;
            IF FOUND AND (
                SELECT count(*) FROM agreements_findingcontribution WHERE finding_id = {finding}
            ) < 2 THEN
                {refuse(name, "fewer than two contributing parties")}
            END IF;
            RETURN NULL;
        """,
    )
