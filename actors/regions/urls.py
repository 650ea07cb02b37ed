"""Addresses of the regions pages."""

from django.urls import path

from actors.regions import views
from actors.regions.choosing import RegionChoose

urlpatterns = [
    path("regions/", views.RegionList.as_view(), name="region-list"),
    path("regions/new/", views.RegionCreate.as_view(), name="region-create"),
    path("regions/choose/", RegionChoose.as_view(), name="region-choose"),
    path("regions/<int:pk>/", views.RegionDetail.as_view(), name="region-detail"),
    path("regions/<int:pk>/edit/", views.RegionEdit.as_view(), name="region-edit"),
]
