"""Addresses of shared motivation, noun by noun."""

from agreements.motivation.culture_urls import urlpatterns as culture
from agreements.motivation.pulse_urls import urlpatterns as pulse

urlpatterns = [*pulse, *culture]
