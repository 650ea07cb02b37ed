"""Who asks: the address of the client, and the number of the request. One answer for all."""

import uuid
from ipaddress import IPv6Address, ip_address

from django.conf import settings


def client_ip(request):
    """The address of the client, in one spelling, or "" when nobody can say.

    Each proxy adds whom it heard from at the right end of X-Forwarded-For; what stands further
    left than our own proxies is the client's word, and is not read.
    """
    proxies = settings.TRUSTED_PROXY_COUNT
    nearest = address(request.META.get("REMOTE_ADDR", ""))
    if proxies < 1:
        return nearest
    heard = request.headers.get("x-forwarded-for", "").rsplit(",", proxies)
    told = address(heard[-proxies]) if len(heard) >= proxies else ""
    return told or nearest


def address(text):
    """An address in its one spelling, without port and zone; "" for anything else."""
    text = text.strip()
    if text.startswith("[") and "]" in text:
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    text = text.partition("%")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return str(mapped or found)


class RequestNumberMiddleware:
    """Gives every request a number of our own: on error pages, in logs, in the audit trail."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = str(uuid.uuid4())
        response = self.get_response(request)
        response.headers["X-Request-ID"] = request.request_id
        return response
