"""Write who was at a meeting."""

from django.db.models import Q

from actors.models import Person
from agreements.engagement.models import Attendance

ANSWER = ("answer", "answer_note", "answered_at", "answered_by")


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
    answers = {row.organization_id: row for key, row in kept.items() if key not in wanted}
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            organization_id=organization_id,
            person_id=person_id,
            is_present=line.is_present,
            level=line.level,
            is_sample=meeting.is_sample,
            **_answer_of(answers.get(organization_id)),
        )
        for (organization_id, person_id), line in wanted.items()
        if (organization_id, person_id) not in kept
    )


def _answer_of(row):
    """What an organization answered, for whoever is named in the place of its old row."""
    return {name: getattr(row, name) for name in ANSWER} if row and row.answer else {}


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
