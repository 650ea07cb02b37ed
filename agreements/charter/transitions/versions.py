"""What is agreed in versions: begun, offered to the parties, called back, agreed by all of them.

A theory of change and the definition of the problem go this way. Each keeps its own verbs and says
once, in a `Versions`, which tables it is made of; every verb runs in the transaction of its own.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.stances import deciding
from agreements.charter.states import (
    ASKED_VERSION,
    OPEN_VERSION,
    VERSION_MOVES,
    VersionState,
)
from agreements.charter.transitions.locking import (
    last_day,
    lock_open,
    locked,
    moment,
    require_reason,
)
from agreements.charter.transitions.stances import (
    confirm_word,
    require_asked,
    require_consent,
    require_may_say,
    require_word,
    write_word,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move

DRAFTED, EDITED, MOVED = "drafted", "edited", "moved"  # of every history of versions
STATED, CONFIRMED = "position_stated", "position_confirmed"


@dataclass(frozen=True)
class Versions:
    """The tables of what is agreed in versions; `about` names the version in the other two."""

    model: Any
    consent: Any
    change: Any
    about: str
    rule: str  # who may state a position
    open_already: Any  # the sentence that refuses a second version beside an open one

    def begin(self, collaboration, *, by, on=None, copied=(), **fields):
        """A new version of the locked collaboration, and the agreed one that it begins with.

        `copied` names the texts of the agreed version that it takes over where it has none.
        """
        fresh = lock_open(collaboration.pk)
        versions = self.model.objects.filter(collaboration=fresh)
        if versions.filter(state__in=OPEN_VERSION).exists():
            raise Refused(self.open_already)
        before = versions.filter(state=VersionState.AGREED).first()
        last = versions.aggregate(last=Max("order"))["last"] or 0
        for name in copied:
            fields[name] = fields.get(name) or (getattr(before, name) if before else "")
        record = save_checked(self.model(collaboration=fresh, order=last + 1, **fields))
        self.log(record, DRAFTED, by=by, came_from="", on=on)
        return record, before

    def draft_of(self, record):
        """The version as it is now, locked; only a draft can be changed."""
        fresh = locked(record, record.collaboration_id)
        if fresh.state != VersionState.DRAFT:
            raise Refused(
                _("Only a draft can be changed: call this version back, or begin a new one.")
            )
        return fresh

    def edit(self, record, *, by, version, **fields):
        """Another text of a draft; EditConflict when the form is older."""
        fresh = self.draft_of(record)
        fresh.next_version(version)
        for name, value in fields.items():
            setattr(fresh, name, value)
        save_checked(fresh)
        self.log(fresh, EDITED, by=by)
        return fresh

    def offer(self, record, *, by, on=None):
        """Every active party that decides is asked where it stands."""
        fresh = self._on_the_way(record, VersionState.FOR_CONSENT)
        parties = list(deciding(fresh.collaboration_id, today=on))
        if not parties:
            raise Refused(_("No active party decides here yet, so nobody can be asked."))
        for party in parties:
            save_checked(self._silent(fresh, party))
        return self._move(fresh, VersionState.FOR_CONSENT, by=by, on=on)

    def recall(self, record, *, by, reason, on=None):
        """Back to the draft: what the parties said was about this text, and is asked again."""
        words = require_reason(reason)
        fresh = self._on_the_way(record, VersionState.DRAFT)
        fresh.consents.all().delete()
        return self._move(fresh, VersionState.DRAFT, by=by, note=words, on=on)

    def agree(self, record, *, by, on=None, **facts):
        """Every active deciding party has spoken, none objects; it replaces the one before."""
        fresh = self._on_the_way(record, VersionState.AGREED)
        day = last_day(on, field="agreed_on")
        require_consent(fresh.consents, fresh.collaboration_id, today=day)
        agreed = self.model.objects.select_for_update().filter(state=VersionState.AGREED)
        for old in agreed.filter(collaboration=fresh.collaboration_id):
            self._move(old, VersionState.SUPERSEDED, by=by, on=on)
        return self._move(fresh, VersionState.AGREED, by=by, on=on, agreed_on=day, **facts)

    def state(self, record, *, party, by, stance, reason="", seen="", on=None):
        """A representative speaks for the party; the coordinator only where it has not spoken."""
        fresh = locked(record, record.collaboration_id)
        day = last_day(on, field="stated_on")
        _require_open_question(fresh)
        require_seen(fresh, seen)
        require_asked(party, fresh.collaboration_id, today=day)
        is_own = require_word(by, party, rule=self.rule)
        row = fresh.consents.filter(party=party).first() or self._silent(fresh, party)
        is_agreed = fresh.state == VersionState.AGREED
        agreed = _("This version is agreed. Begin a new one to think again.") if is_agreed else ""
        require_may_say(row, is_own=is_own, settled=agreed)
        write_word(row, by=by, stance=stance, reason=reason, day=day, is_own=is_own)
        self._tell(fresh, STATED, row, by=by, on=on)
        return row

    def confirm(self, consent, *, by, seen="", on=None):
        """The party stands by what was stated on its behalf."""
        record = getattr(consent, self.about)
        fresh = locked(record, record.collaboration_id)
        _require_open_question(fresh)
        row = fresh.consents.select_for_update(of=("self",)).filter(pk=consent.pk).first()
        confirm_word(row, by=by, rule=self.rule, seen=seen)
        self._tell(fresh, CONFIRMED, row, by=by, on=on)
        return row

    def log(self, record, event, *, by, came_from=None, on=None, **said):
        """Write one line of the history; without `came_from` the state stays.

        `said`: subject, note, and the stance of a party.
        """
        return self.change.objects.create(
            event=event,
            from_state=record.state if came_from is None else came_from,
            to_state=record.state,
            made_by=by,
            made_at=moment(on),
            **{self.about: record},
            **said,
        )

    def _on_the_way(self, record, target):
        """The version, locked, where that step is next for it."""
        fresh = locked(record, record.collaboration_id)
        require_move(VERSION_MOVES, current=VersionState(fresh.state), target=target)
        return fresh

    def _move(self, fresh, target, *, by, note="", on=None, **facts):
        source = fresh.state
        for name, value in facts.items():
            setattr(fresh, name, value)
        fresh.state = target
        fresh.version += 1
        save_checked(fresh)
        self.log(fresh, MOVED, by=by, came_from=source, note=note, on=on)
        return fresh

    def _silent(self, record, party):
        return self.consent(party=party, is_sample=record.is_sample, **{self.about: record})

    def _tell(self, record, event, row, *, by, on):
        said = {"subject": row.party.organization.label, "stance": row.stance}
        self.log(record, event, by=by, note=row.reason, on=on, **said)


def _require_open_question(record):
    if record.state not in ASKED_VERSION:
        raise Refused(_("The parties are not asked about this version now."))
