"""What the database itself holds about joint services between rows; the verbs say it in words."""

import pgtrigger

from agreements.capacity.service_kinds import CLOSED_REQUESTS, ServiceState
from agreements.engagement.models.guards import of_document, of_one_collaboration, of_party, refuse

OF_SERVICE = "(SELECT collaboration_id FROM agreements_jointservice WHERE id = NEW.service_id)"
CLOSED = "({})".format(", ".join(f"'{state}'" for state in CLOSED_REQUESTS))
ZONE = (
    "SELECT place.time_zone FROM agreements_jointservice service"
    " JOIN agreements_collaboration place ON place.id = service.collaboration_id"
    " WHERE service.id = NEW.service_id"
)
CHANGES = pgtrigger.Insert | pgtrigger.Update


def part_of_one_collaboration(name, *, document=""):
    """The service, the party and the document that a row names belong to one collaboration."""
    more = [of_document(document)] if document else []
    return of_one_collaboration(name, OF_SERVICE, of_party("party_id"), *more)


def two_purposes(service, *, operation):
    """At the end of the transaction the service serves purposes of two parties at least.

    The service is locked first: of two people who each take a purpose out, the second one counts
    after the first is done.
    """
    return _counted(
        "two_purposes",
        "service_serves_two_parties",
        service,
        operation,
        "SELECT count(DISTINCT party_id) < 2 FROM agreements_servicepurpose",
        "purposes of fewer than two parties",
    )


def has_a_giver(service, *, operation):
    """At the end of the transaction at least one party gives the service."""
    return _counted(
        "has_a_giver",
        "service_has_a_giver",
        service,
        operation,
        "SELECT count(*) < 1 FROM agreements_servicegiver",
        "no party gives it",
    )


def runs_by_a_word(service, *, operation):
    """What runs is given by a party in its own word, not only by parties that others named."""
    return _counted(
        "runs_by_a_word",
        "service_runs_by_a_partys_own_word",
        service,
        operation,
        "SELECT count(*) FILTER (WHERE NOT is_on_behalf) < 1 FROM agreements_servicegiver",
        "no party has said itself that it gives it",
        only=f" AND state = '{ServiceState.RUNNING}'",
    )


def _counted(trigger, name, service, operation, too_few, words, *, only=""):
    return pgtrigger.Trigger(
        name=trigger,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=f"""
            PERFORM FROM agreements_jointservice WHERE id = {service}{only} FOR NO KEY UPDATE;
            IF FOUND AND ({too_few} WHERE service_id = {service}) THEN
                {refuse(name, words)}
            END IF;
            RETURN NULL;
        """,
    )


def published_is_frozen():
    """A published standard is neither changed nor deleted: a new version follows it."""
    return pgtrigger.Trigger(
        name="published_is_frozen",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF OLD.published_from IS NOT NULL AND (
                TG_OP = 'DELETE'
                OR to_jsonb(NEW) - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'updated_at'
            ) THEN
                {refuse("standard_frozen_once_published", "a published standard stays as it is")}
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        """,
    )


def stamps_the_closing():
    """The database says when a request was recorded as closed; the stated day lies before it.

    A sample may say it itself: what the site plants has happened before. While it stays closed,
    neither of the two days changes.
    """
    return pgtrigger.Trigger(
        name="stamps_the_closing",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("state", "closed_on", "closed_at"),
        func=f"""
            IF NEW.state NOT IN {CLOSED} THEN
                NEW.closed_at := NULL;
                RETURN NEW;
            END IF;
            IF TG_OP = 'UPDATE' THEN
                IF OLD.state IN {CLOSED} THEN
                    IF ROW(NEW.closed_on, NEW.closed_at)
                        IS DISTINCT FROM ROW(OLD.closed_on, OLD.closed_at)
                    THEN
                        {refuse("service_request_closing_stays", "the day of closing stays")}
                    END IF;
                    RETURN NEW;
                END IF;
            END IF;
            IF NEW.closed_at IS NULL OR NOT NEW.is_sample THEN
                NEW.closed_at := clock_timestamp();
            END IF;
            IF NEW.closed_on > (NEW.closed_at AT TIME ZONE ({ZONE}))::date THEN
                {refuse("service_request_closed_by_then", "this day is still to come")}
            END IF;
            RETURN NEW;
        """,
    )


def asked_of_what_runs():
    """Only a service that runs is asked for something, and nothing was asked that is to come."""
    return pgtrigger.Trigger(
        name="asked_of_what_runs",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT FROM agreements_jointservice
                WHERE id = NEW.service_id AND state = '{ServiceState.RUNNING}'
            ) THEN
                {refuse("service_request_of_what_runs", "this service does not run")}
            END IF;
            IF NEW.asked_on > (clock_timestamp() AT TIME ZONE ({ZONE}))::date THEN
                {refuse("service_request_asked_by_now", "this day is still to come")}
            END IF;
            RETURN NEW;
        """,
    )


def by_its_standard():
    """A request is measured by a standard of its own service that was published by then."""
    return pgtrigger.Trigger(
        name="by_its_standard",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("service_id", "standard_id", "asked_on"),
        func=f"""
            IF NOT EXISTS (
                SELECT FROM agreements_servicestandard WHERE id = NEW.standard_id
                AND service_id = NEW.service_id AND published_from <= NEW.asked_on
            ) THEN
                {refuse("service_request_by_a_published_standard", "no such standard held then")}
            END IF;
            RETURN NEW;
        """,
    )
