"""What we see: readings, panels, charts."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardsConfig(AppConfig):
    name = "dashboards"
    verbose_name = _("Dashboards")

    def ready(self):
        """The rules register themselves when they are read."""
        import_module("dashboards.audit.rules")
