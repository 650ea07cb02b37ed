"""What opens an account's data beside its sessions, such as the private address of a calendar.

A feature of the apps above says here how its keys are ended; it does so in its `AppConfig.ready`.
"""

_endings = []


def ends_with_account(end):
    """Let `end(user=, by=)` run whenever an account is closed, gets other rights or was stolen."""
    if end not in _endings:
        _endings.append(end)


def end_keys(user, *, by):
    for end in _endings:
        end(user=user, by=by)
