"""What somebody can leave open, kind by kind. A new kind is a function here and in `PROVIDERS`.

A provider takes the `Facts` and yields an `OpenLine` for each thing that the reader may see.
"""

from datetime import timedelta
from functools import partial

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.action import transitions as action
from agreements.action.states import CommitmentState
from agreements.charter import transitions as charter
from agreements.engagement import transitions as engagement
from agreements.engagement.states import MeetingState
from agreements.handover import rows as named
from agreements.handover.facts import own_organizations
from agreements.handover.lines import OpenLine
from agreements.handover.verbs import (
    end_role,
    give_role,
    give_voice,
    hand_over_coordination,
    hand_over_representation,
)
from agreements.models import (
    Collaboration,
    Commitment,
    Coordinator,
    MeetingDraft,
)
from collabgov.kit.access import require_rule


def commitments(facts):
    """Promises of an organization that name the person as responsible."""
    rows = facts.in_view(named.promises().of_person(facts.person))
    rows = rows.with_secrecy().select_related("organization", "collaboration")
    for row in rows.order_by("due_on", "pk"):
        may = facts.coordinates(row.collaboration_id) or facts.acts_for(
            row.collaboration_id, row.organization_id
        )
        yield OpenLine(
            key=f"commitment-{row.pk}",
            kind=_("Commitment"),
            icon="check2-square",
            title=row.promise,
            href=row.get_absolute_url(),
            where=f"{row.organization.label} · {row.collaboration.title}",
            organizations=frozenset({row.organization_id}),
            due_on=row.due_on,
            waiting=_("waits for an answer") if row.state == CommitmentState.PROPOSED else "",
            **_ask(facts, row.collaboration_id, _("somebody of %s") % row.organization.label),
            is_sample=row.is_sample,
            is_confidential=row.is_confidential,
            hand_to=partial(_name, row) if may else None,
            end=partial(_name, row, None) if may else None,
            end_label=_("Name nobody for now"),
        )


def coordination(facts):
    """Collaborations that the person runs, or will run; a closed one needs a keeper too."""
    rows = named.roles().visible_to(facts.user).filter(person=facts.person)
    rows = rows.select_related("collaboration").annotate(minutes=_minutes_to_share())
    own = frozenset(own_organizations(facts.person).values_list("pk", flat=True))
    alone = _run_by_nobody_else(facts)
    for row in rows.order_by("collaboration__title", "pk"):
        is_orphan = facts.user.is_admin and row.collaboration_id in alone
        may = facts.coordinates(row.collaboration_id) or is_orphan
        yield OpenLine(
            key=f"coordinator-{row.pk}",
            kind=_("Coordinator"),
            icon="diagram-3",
            title=row.collaboration.title,
            href=row.collaboration.get_absolute_url(),
            where=_("runs the collaboration"),
            organizations=own,
            since=row.starts_on,
            waiting=_minutes(row.minutes),
            **_ask(facts, row.collaboration_id, _("an admin, once the person has left")),
            is_sample=row.is_sample,
            hand_to=partial(hand_over_coordination, row) if may else None,
        )


def representation(facts):
    """Parties that the person speaks for, with the answers that wait for that word."""
    for row, shared in _voices(facts, named.voices()):
        may = facts.coordinates(row.party.collaboration_id)
        yield OpenLine(
            key=f"representative-{row.pk}",
            kind=_("Representative"),
            href=row.party.collaboration.get_absolute_url(),
            since=row.starts_on,
            hand_to=partial(hand_over_representation, row) if may else None,
            end=partial(_end_voice, row) if may else None,
            end_label=_("End it; nobody speaks for the party"),
            **shared,
        )


def silence(facts):
    """Parties that nobody speaks for since the person left, until somebody is named."""
    for row, shared in _voices(facts, named.silenced()):
        may = facts.coordinates(row.party.collaboration_id)
        naming = reverse("agreements:representative-create", args=[row.party_id])
        yield OpenLine(
            key=f"silence-{row.pk}",
            kind=_("Nobody speaks for the party"),
            href=naming if may else row.party.collaboration.get_absolute_url(),
            since=row.ends_on + timedelta(days=1),
            is_theirs=False,
            hand_to=partial(give_voice, row.party) if may else None,
            **shared,
        )


def _voices(facts, rows):
    """Each with what its line has in common with the others."""
    rows = facts.in_view(rows.filter(person=facts.person), "party__collaboration")
    rows = rows.select_related("party__organization", "party__collaboration")
    asked = named.unanswered(facts.in_view(Commitment.objects.all()))
    for row in rows.order_by("party__collaboration__title", "pk"):
        party = row.party
        yield (
            row,
            {
                "icon": "person",
                "title": party.organization.name,
                "where": party.collaboration.title,
                "organizations": frozenset({party.organization_id}),
                "waiting": answers(asked.get((party.collaboration_id, party.organization_id), 0)),
                "is_sample": row.is_sample,
                **_ask(facts, party.collaboration_id, _("the coordinator")),
            },
        )


def series(facts):
    """Series that the person leads: whoever plans the next meetings copies the name."""
    rows = facts.in_view(named.series().filter(facilitator=facts.person))
    own = frozenset(own_organizations(facts.person).values_list("pk", flat=True))
    for row in rows.select_related("collaboration").order_by("title", "pk"):
        may = facts.coordinates(row.collaboration_id)
        yield OpenLine(
            key=f"series-{row.pk}",
            kind=_("Leads a meeting series"),
            icon="arrow-repeat",
            title=row.title,
            href=row.get_absolute_url(),
            where=row.collaboration.title,
            organizations=own,
            since=row.first_on,
            **_ask(facts, row.collaboration_id, _("the coordinator")),
            is_sample=row.is_sample,
            hand_to=partial(_lead_series, row) if may else None,
            end=partial(_lead_series, row, None) if may else None,
            end_label=_("Nobody for now"),
        )


def meetings(facts):
    """Planned meetings that invite the person by name, or that the person is to lead."""
    mine = Q(attendances__person=facts.person) | Q(facilitator=facts.person)
    rows = facts.in_view(named.planned().filter(mine).distinct())
    rows = rows.select_related("collaboration").prefetch_related("attendances")
    own = frozenset(own_organizations(facts.person).values_list("pk", flat=True))
    for row in rows.order_by("held_on", "pk"):
        homes = {
            one.organization_id for one in row.attendances.all() if one.person_id == facts.person.pk
        }
        if homes:
            yield _meeting_line(facts, row, frozenset(homes), is_lead=False)
        if row.facilitator_id == facts.person.pk:
            yield _meeting_line(facts, row, own, is_lead=True)


def leading(facts):
    """Leadership roles that the person holds for a party: somebody of that party follows."""
    rows = facts.in_view(named.leading().filter(appointment__person=facts.person))
    rows = rows.select_related(
        "collaboration", "structure", "goal", "party__organization", "appointment__person"
    )
    for row in rows.order_by("collaboration__title", "role", "pk"):
        may = facts.coordinates(row.collaboration_id)
        place = row.goal or row.structure or row.collaboration
        yield OpenLine(
            key=f"role-{row.pk}",
            kind=_("Leadership role"),
            icon="diagram-3",
            title=f"{row.get_role_display()} · {place}",
            href=row.get_absolute_url(),
            where=f"{row.party.organization.label} · {row.collaboration.title}",
            organizations=frozenset({row.party.organization_id}),
            post_days=(max(row.starts_on, named.tomorrow()), row.ends_on),
            since=row.starts_on,
            **_ask(facts, row.collaboration_id, _("the coordinator")),
            is_sample=row.is_sample,
            hand_to=partial(give_role, row) if may else None,
            end=partial(end_role, row) if may and row.is_running else None,
            end_label=_("End it; nobody holds the role"),
        )


def presentations(facts):
    """Topics of planned meetings that the person is to present."""
    rows = facts.in_view(
        named.presentations().filter(presenter=facts.person), "meeting__collaboration"
    )
    own = frozenset(own_organizations(facts.person).values_list("pk", flat=True))
    for row in rows.select_related("meeting__collaboration").order_by("meeting__held_on", "pk"):
        meeting = row.meeting
        may = facts.coordinates(meeting.collaboration_id) or any(
            facts.acts_for(meeting.collaboration_id, home) for home in own
        )
        yield OpenLine(
            key=f"presenter-{row.pk}",
            kind=_("Presents a topic"),
            icon="chat-square-text",
            title=row.topic,
            href=f"{meeting.get_absolute_url()}#topic-{row.pk}",
            where=f"{meeting.title} · {meeting.collaboration.title}",
            organizations=own,
            due_on=meeting.held_on,
            **_ask(facts, meeting.collaboration_id, _("the coordinator")),
            is_sample=row.is_sample,
            is_confidential=row.is_confidential,
            hand_to=partial(_present, row) if may else None,
            end=partial(_present, row, None) if may else None,
            end_label=_("Nobody for now"),
        )


def drafts(facts):
    """What the person typed and did not save: theirs alone, so others only learn that it exists."""
    rows = MeetingDraft.objects.filter(user__person=facts.person)
    if facts.user.person_id != facts.person.pk:
        number = rows.count() if facts.user.is_admin else 0
        if number:
            yield _hidden_drafts(facts, number)
        return
    for row in rows.order_by("-updated_at", "-pk"):
        yield OpenLine(
            key=f"draft-{row.pk}",
            kind=_("Draft of a meeting"),
            icon="pencil",
            title=row.title or _("Draft without a title"),
            href=f"{reverse('agreements:meeting-create')}?draft={row.submission_id}",
            where=_("only you see it"),
            organizations=frozenset(),
            since=row.updated_at.date(),
            end=partial(_discard, row),
            end_label=_("Discard it"),
        )


PROVIDERS = (
    *(commitments, coordination, representation, silence),
    *(leading, series, meetings, presentations, drafts),
)


def _hidden_drafts(facts, number):
    return OpenLine(
        key="drafts",
        kind=_("Draft of a meeting"),
        icon="pencil",
        title=ngettext("%d draft", "%d drafts", number) % number,
        href="",
        where=_("a draft is its writer's alone"),
        organizations=frozenset(),
        ask=str(facts.person),
    )


def _discard(draft, *, by, note):
    engagement.discard_draft(draft=draft, by=by)


def _meeting_line(facts, row, organizations, *, is_lead):
    may = facts.coordinates(row.collaboration_id) or any(
        facts.acts_for(row.collaboration_id, home) for home in organizations
    )
    verb = partial(_lead if is_lead else _send, row, facts.person)
    return OpenLine(
        key=f"{'facilitator' if is_lead else 'invitation'}-{row.pk}",
        kind=_("Leads a meeting") if is_lead else _("Invited to a meeting"),
        icon="calendar-event",
        title=row.title,
        href=reverse("agreements:meeting-detail", args=[row.pk]),
        where=row.collaboration.title,
        organizations=organizations,
        due_on=row.held_on,
        **_ask(facts, row.collaboration_id, _("the coordinator")),
        is_sample=row.is_sample,
        hand_to=verb if may else None,
        end=partial(verb, None) if may else None,
        end_label=_("Nobody for now"),
    )


def _name(commitment, successor, *, by, note):
    require_rule(by, "agreements.update_progress", commitment)
    action.name_responsible(commitment=commitment, person=successor, by=by, note=note)


def _end_voice(representative, *, by, note):
    require_rule(by, "agreements.edit_charter", representative)
    charter.end_representative(representative=representative, by=by)


def _send(meeting, person, successor, *, by, note):
    require_rule(by, "agreements.edit_meeting", meeting)
    engagement.replace_envoy(meeting=meeting, person=person, successor=successor, by=by, note=note)


def _lead(meeting, person, successor, *, by, note):
    require_rule(by, "agreements.edit_meeting", meeting)
    engagement.replace_facilitator(meeting=meeting, successor=successor, by=by, note=note)


def _lead_series(row, successor, *, by, note):
    require_rule(by, "agreements.edit_series", row)
    engagement.replace_series_facilitator(series=row, successor=successor, by=by, note=note)


def _present(item, successor, *, by, note):
    require_rule(by, "agreements.edit_meeting", item.meeting)
    engagement.replace_presenter(item=item, successor=successor, by=by, note=note)


def _ask(facts, collaboration_id, otherwise):
    """Who can do what this reader may not: those who run the collaboration, or in words."""
    people = facts.coordinators.get(collaboration_id, ())
    return {"ask": ", ".join(str(one) for one in people) or otherwise, "people": tuple(people)}


def _run_by_nobody_else(facts):
    """Where the person is the only coordinator and has left: there an admin appoints."""
    rows = Coordinator.objects.current()
    theirs = rows.filter(person=facts.person).order_by().values("collaboration")
    kept = rows.still_here().filter(collaboration__in=theirs).order_by().values("collaboration")
    orphans = Collaboration.objects.filter(pk__in=theirs).exclude(pk__in=kept)
    return frozenset(orphans.values_list("pk", flat=True))


def _minutes_to_share():
    held = Q(collaboration__meetings__state=MeetingState.HELD)
    return Count("collaboration__meetings", filter=held, distinct=True)


def _minutes(number):
    if not number:
        return ""
    words = ngettext(
        "%d meeting waits for its minutes", "%d meetings wait for their minutes", number
    )
    return words % number


def answers(number):
    if not number:
        return ""
    return ngettext("%d answer waits", "%d answers wait", number) % number


def open_lines(facts):
    """Everything that the reader may see of what the person leaves open."""
    return [line for provider in PROVIDERS for line in provider(facts)]
