"""How they collaborate, in feature packages named after the framework."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

FEATURES = (
    "charter",
    "documents",
    "instruments",
    "goals",
    "letters",
    "engagement",
    "motivation",
    "capacity",
    "action",
    "handover",
    "subjects",
)


READY = (
    "personal",
    "rules",
    "measure_rules",
    "merging",
    "discovery_merging",
    "assistance_merging",
    "structure_merging",
    "service_merging",
    "importing",
    "telling",
    "assistance_telling",
    "arrangement_telling",
    "structure_telling",
    "service_telling",
    "pledge_telling",
)


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = _("Agreements")

    def ready(self):
        """Register who may do what, for pages of other features too, and how rows are merged."""
        for feature in FEATURES:
            package = import_module(f"agreements.{feature}")
            for module in READY:
                if module_has_submodule(package, module):
                    import_module(f"{package.__name__}.{module}")
        import_module("agreements.charter.duties").register()
        import_module("agreements.charter.rights").register()
        import_module("agreements.engagement.keys").register()
