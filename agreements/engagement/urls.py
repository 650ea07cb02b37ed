"""Addresses of principled engagement."""

from agreements.engagement.calendar_urls import urlpatterns as calendar
from agreements.engagement.meeting_urls import urlpatterns as meetings

urlpatterns = [*meetings, *calendar]
