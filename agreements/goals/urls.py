"""Addresses of shared goals."""

from agreements.goals.aims_urls import urlpatterns as aims
from agreements.goals.measure_urls import urlpatterns as measures

urlpatterns = [*measures, *aims]
