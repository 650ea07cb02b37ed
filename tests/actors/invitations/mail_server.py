"""A real mail server in a thread: what arrives there has left the site."""

import asyncio
import contextlib
import socket
import time
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


class Inbox:
    """Keeps what is delivered; refuses the recipients it is told to."""

    def __init__(self):
        self.mails, self.envelopes, self.refused = [], [], set()
        self.seconds = 0  # how long it takes to say that it took a mail

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.seconds)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.envelopes.append(envelope)
        return "250 taken"

    def wait_for(self, number, patience=10):
        """The mails, once so many are there: some are sent beside the request."""
        until = time.monotonic() + patience
        while len(self.mails) < number and time.monotonic() < until:
            time.sleep(0.01)
        return self.mails


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def mail_server():
    """Yields the inbox and the port it listens on, a free one."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield inbox, controller.port
    finally:
        controller.stop()
