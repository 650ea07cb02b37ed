"""What the database itself holds of a wave and its answers; the verbs say it in words."""

import pgtrigger

from agreements.engagement.models.guards import refuse

OVER = "('closed', 'published')"
COUNTED = (
    "invited",
    "answered",
    "parties_asked",
    "parties_heard",
    "enough_by_mail",
    "opens_on",
    "closes_on",
    "item_version",
    "with_extra",
)
DAY = "collabgov.today"
LAST_ZONE = "Asia/Jakarta"  # where a day of Indonesia ends last
ORDER = "array_position(ARRAY['draft', 'open', 'closed', 'published'], {row}.state::text)"


def moves_forward(name):
    """One step at a time, never back."""
    return pgtrigger.Trigger(
        name="moves_forward",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF {ORDER.format(row="NEW")} - {ORDER.format(row="OLD")} NOT IN (0, 1) THEN
                {refuse(name, "a pulse goes forward, one step at a time")}
            END IF;
            RETURN NEW;
        """,
    )


def forgets_who(name):
    """Whoever closes a wave has forgotten before who answered, and opened what was sealed."""
    return pgtrigger.Trigger(
        name="forgets_who",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.state IN {OVER} AND (
                EXISTS (SELECT FROM agreements_pulsespool WHERE wave_id = NEW.id)
                OR EXISTS (
                    SELECT FROM agreements_pulseturn t
                    JOIN agreements_pulseinvitation i ON i.id = t.invitation_id
                    WHERE i.wave_id = NEW.id
                )
            ) THEN
                {refuse(name, "who answered, or a sealed answer, is left")}
            END IF;
            RETURN NEW;
        """,
    )


def stays_as_counted(name):
    """What a closed wave asked, and how many answered, is what its figures were counted from."""
    kept = " OR ".join(f"NEW.{each} IS DISTINCT FROM OLD.{each}" for each in COUNTED)
    return pgtrigger.Trigger(
        name="stays_as_counted",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.state IN {OVER} AND ({kept}) THEN
                {refuse(name, "the pulse is counted")}
            END IF;
            RETURN NEW;
        """,
    )


def mails_in_order(name):
    """Each mail goes out once: the links, once more where that failed, and then the reminder."""
    days = ("mailed_on", "mailed_again_on", "reminded_on")
    moved = " OR ".join(
        f"OLD.{day} IS NOT NULL AND NEW.{day} IS DISTINCT FROM OLD.{day}" for day in days
    )
    later = " OR ".join(f"OLD.{day} IS NULL AND NEW.{day} IS NOT NULL" for day in days[1:])
    return pgtrigger.Trigger(
        name="mails_in_order",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF {moved} THEN
                {refuse(name, "these mails were sent already")}
            END IF;
            IF NEW.mailed_on IS NULL AND ({later}) THEN
                {refuse(name, "the links come first")}
            END IF;
            RETURN NEW;
        """,
    )


def asks_whom_it_counts(name):
    """It opens for those who are invited, and says how many these are, of how many parties.

    No wave is born open: the numbers on which everything rests that is withheld later are those
    of the invitations.
    """
    return pgtrigger.Trigger(
        name="asks_whom_it_counts",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("asked", "bigint"), ("parties", "bigint")],
        func=f"""
            IF NEW.state IN ('open', 'closed', 'published')
                AND (TG_OP = 'INSERT' OR OLD.state = 'draft') THEN
                SELECT count(*), count(DISTINCT coalesce(party_id, 0)) INTO asked, parties
                FROM agreements_pulseinvitation WHERE wave_id = NEW.id;
                IF NEW.invited IS DISTINCT FROM asked
                    OR NEW.parties_asked IS DISTINCT FROM parties THEN
                    {refuse(name, "other people are invited than it counts")}
                END IF;
            END IF;
            RETURN NEW;
        """,
    )


def stays_while_open(name):
    """Nobody is asked in addition, or not any more, once a wave is open.

    Afterwards two records of one human being may still become one.
    """
    return pgtrigger.Trigger(
        name="stays_while_open",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF (TG_OP <> 'UPDATE' OR NEW.wave_id <> OLD.wave_id) AND EXISTS (
                SELECT FROM (
                    SELECT state FROM agreements_pulsewave
                    WHERE id IN (NEW.wave_id, OLD.wave_id) FOR SHARE
                ) AS held WHERE held.state = 'open'
            ) THEN
                {refuse(name, "the pulse is open: who is asked stays")}
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


def mailed_as_it_opened(name):
    """Whether a link went by mail, and where to, is what it was on the day the wave opened."""
    return pgtrigger.Trigger(
        name="mailed_as_it_opened",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.mailed_to <> OLD.mailed_to AND EXISTS (
                SELECT FROM agreements_pulsewave WHERE id = NEW.wave_id AND state <> 'draft'
            ) THEN
                {refuse(name, "the pulse is open: its links go where they went")}
            END IF;
            RETURN NEW;
        """,
    )


def whose_account_it_was(name):
    """Who answers from an account is settled before the wave opens: it is the person's own.

    Whoever could give the place to another account later would see from there who has answered.
    """
    return pgtrigger.Trigger(
        name="whose_account_it_was",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF NEW.account_id IS NOT DISTINCT FROM OLD.account_id THEN RETURN NEW; END IF;
            IF EXISTS (
                SELECT FROM agreements_pulsewave WHERE id = NEW.wave_id AND state <> 'draft'
            ) THEN
                {refuse(name, "the pulse is open: the account that answers stays")}
            END IF;
            IF NEW.account_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM actors_user WHERE id = NEW.account_id AND person_id = NEW.person_id
            ) THEN
                {refuse(name, "it is the account of somebody else")}
            END IF;
            RETURN NEW;
        """,
    )


def heard_among_several(name):
    """Of how many parties somebody answered is kept only where no party has a single voice.

    Voices by mail: those on paper may be the hands of whoever runs the pulse.
    """
    return pgtrigger.Trigger(
        name="heard_among_several",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.parties_heard IS DISTINCT FROM OLD.parties_heard
                AND NEW.parties_heard IS NOT NULL AND EXISTS (
                    SELECT FROM agreements_pulseinvitation WHERE wave_id = NEW.id
                    GROUP BY party_id HAVING count(*) FILTER (WHERE mailed_to <> '') < 2
                ) THEN
                {refuse(name, "that a party was heard would say who answered")}
            END IF;
            RETURN NEW;
        """,
    )


def while_answerable(name):
    """An answer comes while the wave is open, within its days, about something that goes on.

    The days end by the clock of the collaboration. Whoever goes by another day (an organization
    has no clock here, a demo tells of years ago) says so in `DAY`, for this transaction.
    """
    return pgtrigger.Trigger(
        name="while_open",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[
            *(("standing", "text"), ("goes_on", "boolean")),
            *(("last_day", "date"), ("today", "date"), ("zone", "text")),
        ],
        func=f"""
            SELECT w.state, w.closes_on, coalesce(c.state <> 'closed', o.is_active), c.time_zone
            INTO standing, last_day, goes_on, zone
            FROM agreements_pulsewave w
            LEFT JOIN agreements_collaboration c ON c.id = w.collaboration_id
            LEFT JOIN actors_organization o ON o.id = w.organization_id
            WHERE w.id = NEW.wave_id FOR SHARE OF w;
            today := coalesce(
                nullif(current_setting('{DAY}', true), '')::date,
                (now() AT TIME ZONE coalesce(zone, '{LAST_ZONE}'))::date
            );
            IF standing IS DISTINCT FROM 'open' OR today > last_day OR NOT goes_on THEN
                {refuse(name, "the pulse is not open")}
            END IF;
            RETURN NEW;
        """,
    )


def while_open(name, *, wave):
    """Only while the wave is open; it is held so until the transaction ends."""
    return _guard("while_open", pgtrigger.Insert, name, wave)


def stays(name, *, wave):
    """Once the wave is closed, nobody takes an answer away."""
    return _guard("stays", pgtrigger.Delete, name, wave)


def _guard(label, operation, name, wave):
    return pgtrigger.Trigger(
        name=label,
        when=pgtrigger.Before,
        operation=operation,
        declare=[("standing", "text")],
        func=f"""
            SELECT state INTO standing FROM agreements_pulsewave
            WHERE id = {wave} FOR SHARE;
            IF standing IS DISTINCT FROM 'open' THEN
                {refuse(name, "the pulse is not open")}
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


def by_a_party_where_there_are_some(name):
    """In a collaboration a party asks; an organization that asks its own people is none."""
    return pgtrigger.Trigger(
        name="by_a_party",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF (NEW.party_id IS NULL) = EXISTS (
                SELECT FROM agreements_pulsewave
                WHERE id = NEW.wave_id AND collaboration_id IS NOT NULL
            ) THEN
                {refuse(name, "a party is named in a collaboration, and only there")}
            END IF;
            RETURN NEW;
        """,
    )


def never_changed():
    return pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)


def only_removed(name, *, text):
    """Words stay as they were written, or all of them go: nothing but `text` takes their place."""
    return pgtrigger.Trigger(
        name="only_removed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.id <> OLD.id OR NEW.wave_id <> OLD.wave_id OR NEW.text <> '{text}' THEN
                {refuse(name, "a remark stays as it was written, or goes as a whole")}
            END IF;
            RETURN NEW;
        """,
    )


def never_taken():
    return pgtrigger.Protect(name="never_taken", operation=pgtrigger.Delete)


def at_least_five(name, column):
    """Comments stand there only for a wave that so many answered."""
    return pgtrigger.Trigger(
        name="with_enough_answers",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF (SELECT count(*) FROM agreements_pulseresponse WHERE wave_id = NEW.wave_id)
                < {column} THEN
                {refuse(name, "too few answers for comments")}
            END IF;
            RETURN NEW;
        """,
    )
