"""The private feed as calendar programs read it: without a cookie, by its address alone."""

from allauth.core.internal import ratelimit
from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.views.generic import View

from actors.accounts.waiting import ACCOUNTS, too_many
from agreements.engagement.events import CONTENT_TYPE
from agreements.engagement.feed_events import feed_content
from agreements.engagement.transitions.feeds import feed_of, hash_of, note_use
from collabgov.kit.access import PublicMixin
from collabgov.kit.site import site_url

ALL, MISSED = "calendar_feed", "calendar_feed_missed"
GONE = "Alamat kalender ini tidak berlaku. / This calendar address does not work.\n"


class FeedFile(PublicMixin, View):
    """What its owner may see today; an address that ended answers like one that never was."""

    http_method_names = ["get", "head"]

    def get(self, request, token):
        response = self._answer(request, token)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    def _answer(self, request, token):
        feed = feed_of(token)
        action, key = (ALL, hash_of(token)) if feed else (MISSED, None)
        counted = {"app": ACCOUNTS, "action": action, "key": key}
        if not ratelimit.consume(request, limit_get=True, **counted):
            return too_many(request, action=action, key=key)
        if feed is None:
            return HttpResponse(GONE, status=404, content_type="text/plain; charset=utf-8")
        note_use(feed=feed)
        return self._calendar(request, feed)

    def _calendar(self, request, feed):
        user = feed.user
        with translation.override(user.language):
            content = feed_content(feed, site=site_url(request))
        etag = f'"{salted_hmac("calendar feed", content, algorithm="sha256").hexdigest()}"'
        response = HttpResponse(content, content_type=CONTENT_TYPE)
        response.headers["Content-Language"] = user.language
        response.headers["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=response)
