"""Addresses of the short forms."""

from django.urls import path

from actors.abbreviations import views

urlpatterns = [
    path("abbreviations/", views.AbbreviationList.as_view(), name="abbreviation-list"),
    path("abbreviations/new/", views.AbbreviationCreate.as_view(), name="abbreviation-create"),
    path(
        "abbreviations/<int:pk>/edit/", views.AbbreviationEdit.as_view(), name="abbreviation-edit"
    ),
    path(
        "abbreviations/<int:pk>/remove/",
        views.AbbreviationRemove.as_view(),
        name="abbreviation-remove",
    ),
]
