"""Addresses of principled engagement."""

from agreements.engagement.calendar_urls import urlpatterns as calendar
from agreements.engagement.decision_urls import urlpatterns as decisions
from agreements.engagement.definition_urls import urlpatterns as definitions
from agreements.engagement.discovery_urls import urlpatterns as discovery
from agreements.engagement.meeting_urls import urlpatterns as meetings
from agreements.engagement.minutes_urls import urlpatterns as minutes
from agreements.engagement.series_urls import urlpatterns as series

urlpatterns = [*decisions, *meetings, *calendar, *minutes, *definitions, *discovery, *series]
