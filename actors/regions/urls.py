"""Addresses of the regions pages."""

from django.urls import path

from actors.regions.choosing import RegionChoose

urlpatterns = [
    path("regions/choose/", RegionChoose.as_view(), name="region-choose"),
]
