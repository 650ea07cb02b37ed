"""Who: organizations, people, accounts, regions."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActorsConfig(AppConfig):
    name = "actors"
    verbose_name = _("Actors")

    def ready(self):
        """The rules register themselves when they are read."""
        for feature in ("accounts", "duplicates", "importing", "people"):
            import_module(f"actors.{feature}.rules")
        import_module("actors.duplicates.own_rules")
        import_module("actors.accounts.events").connect()
        import_module("actors.importing.kinds")
