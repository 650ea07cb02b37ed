"""What opens somebody's meetings without signing in ends together with their account."""

from actors.accounts.keys import ends_with_account
from agreements.engagement.transitions.feeds import revoke_feeds


def register():
    ends_with_account(revoke_feeds)
