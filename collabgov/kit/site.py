"""Where the site is, for links that leave it: the setting, never an address somebody typed."""

from django.conf import settings

# Of a page whose address is a secret: tells other sites nothing but where the link was. With
# "no-referrer" browsers send `Origin: null`, and no form of the page arrives, not even the one
# that changes its language.
ORIGIN_ONLY = "strict-origin"


def site_url(request):
    """The address that mails lead to; a site without the setting is one machine's own."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
