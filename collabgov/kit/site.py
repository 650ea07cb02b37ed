"""Where the site is, for links that leave it: the setting, never an address somebody typed."""

from django.conf import settings


def site_url(request):
    """The address that mails lead to; a site without the setting is one machine's own."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
