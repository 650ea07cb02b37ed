"""Addresses of the engagement pages."""

urlpatterns = []
