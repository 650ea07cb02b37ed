"""The whole meeting form: four cards over one flat text, judged together."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.engagement.forms.agenda import AgendaRow
from agreements.engagement.forms.attendance import AttendanceRow, refuse_doubles
from agreements.engagement.forms.commitments import CommitmentRow
from agreements.engagement.forms.details import DetailsForm
from agreements.engagement.forms.paste import PasteForm
from agreements.engagement.forms.roster import Roster
from agreements.engagement.forms.rows import rows_from
from agreements.engagement.forms.threads import Threads
from agreements.engagement.forms.typed import (
    AGENDA,
    ATTENDANCE,
    COMMITMENT,
    LIMITS,
    beyond_limits,
    row_numbers,
)
from agreements.engagement.kinds import ANSWERED
from agreements.engagement.schedule import is_ahead, not_yet
from agreements.engagement.states import TOOK_PLACE
from collabgov.kit.ids import as_id


class MeetingSheet:
    """Shows any text as it was typed; with `check` it also judges it, card by card."""

    def __init__(self, typed, *, collaborations, meeting=None, check=False, now=None):
        self.typed, self.meeting = typed, meeting
        self.collaboration = meeting.collaboration if meeting else _chosen(typed, collaborations)
        chosen = self.collaboration
        self.now = now_in(chosen, now) if chosen else now or timezone.localtime()
        self.zone = chosen.zone if chosen else ""
        self.roster = Roster(typed, self.collaboration)
        self.details = DetailsForm(
            typed,
            check=check,
            collaborations=collaborations,
            roster=self.roster,
            meeting=meeting,
            zone=self.zone,
        )
        parts = {"check": check, "roster": self.roster}
        self.attendance = rows_from(AttendanceRow, typed, **parts)
        self.agenda = rows_from(AgendaRow, typed, **parts)
        self.commitments = rows_from(CommitmentRow, typed, **parts)
        self.paste = PasteForm(typed, check=check)
        self.threads = Threads(self.agenda, collaboration=self.collaboration, meeting=meeting)
        for row in self.agenda:
            row.other_decisions = self.threads.others_decided(row)
        self.search_text = typed.get("attendee_search", "")
        self.notice, self.pressed, self.hits, self.conflict = "", "", None, None

    @property
    def parts(self):
        return [self.details, self.attendance, self.agenda, self.paste, self.commitments]

    @property
    def listed(self):
        return [row for row in self.attendance if not row.is_offered]

    @property
    def offered(self):
        return [row for row in self.attendance if row.is_offered]

    @property
    def opens_offered(self):
        """Other parties are folded away while a list stands above and none of them is ticked."""
        return not self.listed or any(row["present"].value() for row in self.offered)

    @property
    def beyond(self):
        """Rows that do not fit: kept in the page unseen, until others make place for them."""
        return beyond_limits(self.typed)

    @property
    def prefilled_from(self):
        return self.typed.get("prefilled_from", "")

    @cached_property
    def recorded(self):
        """Commitments that are on record already; the form only adds to them."""
        return list(self.meeting.commitments.for_list()) if self.meeting else []

    @cached_property
    def last_change(self):
        """Who saved the meeting last, for the panel of a conflict."""
        saves = self.meeting.changes.exclude(event__in=ANSWERED.values())
        return saves.select_related("made_by__person").last()

    def is_valid(self):
        forms = [self.details, *self.attendance, *self.agenda, self.paste, *self.commitments]
        for form in forms:
            form.full_clean()
        self._refuse_too_many()
        refuse_doubles(self.attendance)
        agenda = {row.number: row for row in self.agenda}
        for row in self.agenda:
            row.refuse_closed(self.threads.decided(row))
        for row in self.commitments:
            row.refuse_undecided(agenda)
        given = self.details.cleaned_data
        if "held_on" in given:
            self._refuse_strangers(given["held_on"])
            self._judge_start(given["held_on"], given.get("starts_at"))
        return all(form.is_valid() for form in forms)

    @property
    def is_to_come(self):
        """Whether the meeting is still to come, by the day and hour of the text."""
        given = self.details.cleaned_data
        return is_ahead(given["held_on"], given.get("starts_at"), now=self.now)

    def refuse(self, sentence):
        """Show why the verb refused, above the form."""
        self.details.add_error(None, sentence)

    def lines(self):
        """What the verbs take."""
        return {
            "details": self.details.values,
            "attendances": _lines(self.attendance),
            "agenda": _lines(self.agenda),
            "commitments": _lines(self.commitments),
        }

    def _refuse_strangers(self, made_on):
        lines = _lines([row for row in self.attendance if row.is_valid()])
        came = {(line.person.pk, line.organization.pk) for line in lines if line.person}
        for row in self.commitments:
            row.refuse_stranger(came, collaboration=self.collaboration, made_on=made_on)

    def _judge_start(self, held_on, starts_at):
        """A promise is made in a meeting that has begun; one that was held stays held."""
        if not is_ahead(held_on, starts_at, now=self.now):
            for row in self.commitments:
                row.refuse_before(held_on)
            return
        where = "held_on" if held_on > self.now.date() else "starts_at"
        if self.meeting and self.meeting.state in TOOK_PLACE:
            if (held_on, starts_at) != (self.meeting.held_on, self.meeting.starts_at):
                said = _("This meeting has taken place; it cannot move to a time still to come.")
                self.details.add_error(where, said)
        elif any(row.is_begun for row in self.commitments):
            self.details.add_error(where, not_yet(held_on, starts_at, zone=self.zone))

    def _refuse_too_many(self):
        sentences = {
            ATTENDANCE: _("At most %(limit)d attendees fit on the list."),
            AGENDA: _("At most %(limit)d topics fit in one meeting."),
            COMMITMENT: _("At most %(limit)d commitments fit in one meeting."),
        }
        kept = _("%(number)d more are kept: remove rows above, and they move up.")
        for prefix, sentence in sentences.items():
            if (more := len(row_numbers(self.typed, prefix)) - LIMITS[prefix]) > 0:
                said = f"{sentence % {'limit': LIMITS[prefix]}} {kept % {'number': more}}"
                self.details.add_error(None, said)


def _chosen(typed, collaborations):
    wanted = as_id(typed.get("collaboration"))
    return next((row for row in collaborations if row.pk == wanted), None)


def _lines(rows):
    return [line for row in rows if (line := row.line()) is not None]
