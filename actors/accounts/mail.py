"""Mails that nobody waits for: the answer takes as long with one as without."""

from threading import Thread

from django.conf import settings

from collabgov.kit.mail import hand_over


def send_apart(mail):
    """Send the mail beside the request; a failure is for the log, not for who asked."""
    if not settings.MAIL_APART:
        hand_over(mail)
        return
    Thread(target=hand_over, args=[mail], name="mail").start()
