"""How long people are left alone after a pulse."""

import datetime as dt

REST = dt.timedelta(days=90)


def rests_until(wave):
    """The day from which on the same people may be asked again; None when they were not asked."""
    last = _others(wave).over().filter(answered__gt=0).order_by("-closes_on").first()
    return last and last.closes_on + REST


def still_open(wave):
    """Another round about the same that nobody has closed, whatever its last day; or None."""
    return _others(wave).open().first()


def _others(wave):
    same = {"collaboration": wave.collaboration_id, "organization": wave.organization_id}
    return type(wave).objects.filter(**same).exclude(pk=wave.pk)
