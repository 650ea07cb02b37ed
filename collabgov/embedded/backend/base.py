"""Joins the embedded server at the first connection; commands that ask nothing start nothing."""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

from django.db import OperationalError, connections
from django.db.backends.postgresql import base

from collabgov.embedded.failure import DatabaseFailure
from collabgov.embedded.server import Server


@cache
def server(folder: str, *, durable: bool) -> Server:
    """This process's handle on the server of a folder."""
    return Server(Path(folder), durable=durable)


def join(settings: dict) -> Server:
    """Make sure that the server these settings name runs until this process ends."""
    shared = server(settings["EMBEDDED_FOLDER"], durable=settings["EMBEDDED_DURABLE"])
    if shared.join():
        atexit.register(hang_up)  # runs before the server is left: last in, first out
    return shared


def hang_up() -> None:
    """Close what this process holds open, so that the server can stop without complaint."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if isinstance(connection, base.DatabaseWrapper):
            connection.close_pool()


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        try:
            reached = join(self.settings_dict).connection(self.settings_dict["EMBEDDED_ROLE"])
        except DatabaseFailure as failure:
            raise OperationalError(str(failure)) from failure
        self.settings_dict |= {name.upper(): value for name, value in reached.items()}
        return super().get_connection_params()
