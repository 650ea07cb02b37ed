"""The key that is printed on a slip: whoever holds it sees how the request gets on, and no more.

It is stored nowhere: the number of the request, and sixteen letters that the secret of the site
makes of it. A secret that was replaced lately still opens the slips of before.
"""

from base64 import b32encode

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from agreements.capacity.models import ServiceRequest
from collabgov.kit.ids import as_id

BYTES = 10  # eighty bits: sixteen letters to type
GROUP = 4  # letters between two hyphens
PURPOSE = "agreements.capacity.service_slip"


def slip_path(request):
    return reverse("agreements:service-slip", args=[token_of(request)])


def token_of(request):
    """What stands at the end of the address on the slip of a request."""
    letters = _letters(request, settings.SECRET_KEY)
    groups = (letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
    return "-".join([str(request.pk), *groups])


def request_behind(token):
    """The request whose slip has this key, however its letters were typed; None without one."""
    number, _hyphen, rest = token.partition("-")
    request = ServiceRequest.objects.for_slip().filter(pk=as_id(number)).first()
    typed = rest.replace("-", "").lower()
    if request is None:
        return None
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    fits = [constant_time_compare(typed, _letters(request, secret)) for secret in secrets]
    return request if any(fits) else None


def _letters(request, secret):
    """The slip's own number is part of it: a key opens no other request of the same number."""
    about = f"{request.pk} {request.reference}"
    digest = salted_hmac(PURPOSE, about, secret=secret, algorithm="sha256").digest()
    return b32encode(digest[:BYTES]).decode().lower()
