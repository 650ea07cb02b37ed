"""Addresses of shared goals."""

from agreements.goals.aims_urls import urlpatterns as aims

urlpatterns = [*aims]
