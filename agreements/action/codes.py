"""The running number of commitments: KMT-2026-0142, without gaps, one series a year."""

from agreements.action.models import CommitmentSequence


def next_code(year):
    """Take the next code of a year. The row stays locked until the transaction ends, so that
    a number is given out exactly once and none is lost when the transaction fails."""
    CommitmentSequence.objects.get_or_create(year=year)
    sequence = CommitmentSequence.objects.select_for_update().get(year=year)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return f"KMT-{year}-{sequence.last:04d}"
