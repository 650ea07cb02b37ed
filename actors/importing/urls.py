"""Addresses of the imports."""

from django.urls import path

from actors.importing import downloads, views

urlpatterns = [
    path("imports/", views.ImportList.as_view(), name="import-list"),
    path("imports/<slug:kind>/new/", views.ImportCreate.as_view(), name="import-create"),
    path(
        "imports/<slug:kind>/template/", downloads.ImportTemplate.as_view(), name="import-template"
    ),
    path("imports/<int:pk>/", views.ImportDetail.as_view(), name="import-detail"),
    path("imports/<int:pk>/columns/", views.ImportColumns.as_view(), name="import-columns"),
    path("imports/<int:pk>/confirm/", views.ImportConfirm.as_view(), name="import-confirm"),
    path("imports/<int:pk>/undo/", views.ImportUndo.as_view(), name="import-undo"),
    path("imports/<int:pk>/discard/", views.ImportDiscard.as_view(), name="import-discard"),
    path(
        "imports/<int:pk>/wrong-rows/",
        downloads.ImportWrongRows.as_view(),
        name="import-wrong-rows",
    ),
]
