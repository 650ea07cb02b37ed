"""Addresses of the action pages."""

urlpatterns = []
