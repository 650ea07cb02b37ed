"""The address of the overview of capacity."""

from django.urls import path

from agreements.capacity.views import overview

urlpatterns = [
    path(
        "collaborations/<int:pk>/capacity/",
        overview.CapacityPart.as_view(),
        name="collaboration-capacity",
    ),
]
