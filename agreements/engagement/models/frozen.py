"""What the parties agreed on stays as they read it: the database refuses another wording."""

import pgtrigger

from agreements.engagement.models.guards import refuse

FREEZE = """
    IF OLD.state IN ('agreed', 'superseded') AND (
        ({new}) IS DISTINCT FROM ({old})
        OR NEW.state NOT IN ('agreed', 'superseded')
        OR (OLD.state = 'superseded' AND NEW.state <> 'superseded')
    ) THEN
        {refuse}
    END IF;
    RETURN NEW;
"""


def frozen_once_agreed(name, *fields):
    """Of an agreed or replaced version these fields stay, and it is never open again."""
    old, new = (", ".join(f'{row}."{field}"' for field in fields) for row in ("OLD", "NEW"))
    stop = refuse(name, "what was agreed has no other wording")
    return pgtrigger.Trigger(
        name="frozen_once_agreed",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=FREEZE.format(old=old, new=new, refuse=stop),
    )


def of_definition(column="definition_id"):
    return f"(SELECT collaboration_id FROM agreements_problemdefinition WHERE id = NEW.{column})"


def of_term(column):
    return f"(SELECT collaboration_id FROM agreements_sharedterm WHERE id = NEW.{column})"
