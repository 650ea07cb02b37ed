"""Addresses of leaving and handing over."""

from django.urls import path

from agreements.handover import out_of_use, views

urlpatterns = [
    path("people/<int:pk>/handover/", views.Handover.as_view(), name="handover"),
    path("people/<int:pk>/deactivate/", out_of_use.PersonLeave.as_view(), name="person-leave"),
    path(
        "organizations/<int:pk>/deactivate/",
        out_of_use.OrganizationLeave.as_view(),
        name="organization-leave",
    ),
    path("posts/<int:pk>/end/", views.PostEnd.as_view(), name="post-end"),
    path("posts/<int:pk>/move/", views.PostMove.as_view(), name="post-move"),
]
