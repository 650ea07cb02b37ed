"""Addresses of the regions pages."""

urlpatterns = []
