"""One's own calendar feed: the page that makes, renews and ends it, and the feed itself."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from agreements.engagement.forms.feeds import FeedForm
from agreements.engagement.transitions import feeds
from agreements.models import CalendarFeed
from collabgov.kit.access import OwnPageMixin
from collabgov.kit.errors import Refused
from collabgov.kit.site import site_url

HERE = "agreements:calendar-feed"


class FeedPage(OwnPageMixin, View):
    """The address is in the answer to the button that made it, and nowhere else."""

    http_method_names = ["get", "head", "post", "options"]

    @property
    def feed(self):
        return CalendarFeed.objects.visible_to(self.request.user).standing().first()

    def get(self, request):
        return self.page(self.feed)

    def post(self, request):
        form = FeedForm(request.POST)
        form.is_valid()
        feed = None if "make" in request.POST else self.feed
        if feed:
            feeds.choose_due_dates(
                by=request.user, with_due_dates=form.cleaned_data["with_due_dates"]
            )
            messages.success(request, _("Your calendar address now holds what you chose."))
            return redirect(HERE)
        try:
            feed, token = feeds.make_feed(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect(HERE)
        path = reverse("agreements:calendar-feed-file", args=[token])
        return self.page(feed, address=site_url(request) + path)

    def page(self, feed, address=""):
        seen = feeds.mark_of_newest(self.request.user)
        with_due_dates = feed.with_due_dates if feed else False
        form = FeedForm(initial={"with_due_dates": with_due_dates, "seen": seen})
        context = {"feed": feed, "address": address, "form": form}
        return render(self.request, "agreements/engagement/feed.html", context)


class FeedRevoke(OwnPageMixin, View):
    """The address stops working at once."""

    http_method_names = ["post"]

    def post(self, request):
        ended = feeds.revoke_feeds(user=request.user, by=request.user)
        if ended:
            messages.success(request, _("The address is revoked. It opens nothing any more."))
        return redirect(HERE)
