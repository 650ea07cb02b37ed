"""Addresses of leaving and handing over."""

from django.urls import path

from agreements.handover import views

urlpatterns = [
    path("people/<int:pk>/handover/", views.Handover.as_view(), name="handover"),
    path("people/<int:pk>/deactivate/", views.PersonLeave.as_view(), name="person-leave"),
    path("posts/<int:pk>/end/", views.PostEnd.as_view(), name="post-end"),
    path("posts/<int:pk>/move/", views.PostMove.as_view(), name="post-move"),
]
