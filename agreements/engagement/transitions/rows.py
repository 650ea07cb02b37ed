"""Write the rows below a meeting: who was there, what was discussed and decided."""

from django.db.models import Q
from django.utils.translation import gettext as _

from actors.models import Person
from agreements.engagement.models import AgendaItem, Attendance, Decision
from collabgov.kit.errors import Refused


def write_attendances(meeting, lines):
    """Make the meeting's attendance exactly these lines; people not yet known are entered."""
    wanted = {}
    for line in lines:
        person = line.person or _introduced(line, meeting)
        wanted[line.organization.pk, person and person.pk] = line
    kept = {(row.organization_id, row.person_id): row for row in meeting.attendances.all()}
    gone = [row.pk for key, row in kept.items() if key not in wanted]
    meeting.attendances.filter(pk__in=gone).delete()
    changed = []
    for key, line in wanted.items():
        if row := kept.get(key):
            row.is_present, row.level = line.is_present, line.level
            changed.append(row)
    Attendance.objects.bulk_update(changed, ["is_present", "level"])
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            organization_id=organization_id,
            person_id=person_id,
            is_present=line.is_present,
            level=line.level,
            is_sample=meeting.is_sample,
        )
        for (organization_id, person_id), line in wanted.items()
        if (organization_id, person_id) not in kept
    )


def _introduced(line, meeting):
    """Return the person behind a typed name, known to the organization or entered now.

    Which post they hold is for the register to say: posts decide who sees whose contacts.
    """
    if not line.full_name:
        return None
    at_home = Q(appointments__organization=line.organization) | Q(
        attendances__organization=line.organization
    )
    known = Person.objects.active().filter(at_home, full_name__iexact=line.full_name)
    if person := known.order_by("pk").first():
        return person
    return Person.objects.create(full_name=line.full_name, is_sample=meeting.is_sample)


def write_agenda(meeting, lines):
    """Make the agenda exactly these lines, in this order; return the decision of each number."""
    kept = {item.pk: item for item in meeting.agenda_items.prefetch_related("decisions")}
    stays = {line.item_id for line in lines}
    for item in kept.values():
        if item.pk not in stays:
            _drop_decisions(item.decisions.all())
            item.delete()
    decisions = {}
    for position, line in enumerate(lines, start=1):
        # A row named twice is changed once; the second line is a topic of its own.
        item = kept.pop(line.item_id, None) or AgendaItem(
            meeting=meeting, is_sample=meeting.is_sample
        )
        item.position, item.topic = position, line.topic
        item.phase, item.notes = line.phase, line.notes
        item.save()
        decisions[line.number] = _write_decision(item, line)
    return decisions


def _write_decision(item, line):
    """The form shows the first decision of a topic; others of the same topic stay as they are."""
    decision = item.decisions.order_by("pk").first()
    if not line.decision:
        _drop_decisions([decision] if decision else [])
        return None
    decision = decision or Decision(
        meeting=item.meeting, agenda_item=item, is_sample=item.is_sample
    )
    decision.text, decision.kind = line.decision, line.decision_kind
    decision.save()
    return decision


def _drop_decisions(decisions):
    for decision in decisions:
        if decision.commitments.exists():
            raise Refused(
                _("“%(decision)s” has commitments, so the decision stays.")
                % {"decision": decision.text}
            )
        decision.delete()
