"""Addresses of principled engagement."""

from agreements.engagement.meeting_urls import urlpatterns as meetings

urlpatterns = [*meetings]
