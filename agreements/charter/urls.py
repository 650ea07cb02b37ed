"""Addresses of the charter pages."""

urlpatterns = []
