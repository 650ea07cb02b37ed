"""Sending a mail without anybody waiting for it: the answer takes as long with one as without."""

import logging
from threading import Thread

from django.conf import settings

logger = logging.getLogger(__name__)


def send_apart(message):
    """Send the message beside the request; a failure is for the log, not for who asked."""
    if not settings.MAIL_APART:
        _send(message)
        return
    Thread(target=_send, args=[message], name="mail").start()


def _send(message):
    try:
        message.send()
    except OSError:
        logger.exception("A mail could not be sent.")
