"""The site itself as an app: its checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "collabgov"

    def ready(self):
        from collabgov import production  # noqa: F401  registers its check
