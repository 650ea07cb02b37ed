"""The site itself as an app: its checks, and how triggers are registered."""

from django.apps import AppConfig

from collabgov.kit import triggers

triggers.index()  # before the first model, which registers the first trigger


class SiteConfig(AppConfig):
    name = "collabgov"

    def ready(self):
        from collabgov import production  # noqa: F401  registers its check
