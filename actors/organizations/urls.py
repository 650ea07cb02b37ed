"""Addresses of the organizations pages."""

urlpatterns = []
