"""Addresses of the documents."""

from django.urls import path

from agreements.documents import views

COLLABORATION = "collaborations/<int:pk>/documents/"
DOCUMENT = "documents/<int:pk>/"

urlpatterns = [
    path(COLLABORATION, views.DocumentList.as_view(), name="document-list"),
    path(f"{COLLABORATION}new/", views.DocumentCreate.as_view(), name="document-create"),
    path(DOCUMENT, views.DocumentDetail.as_view(), name="document-detail"),
    path(f"{DOCUMENT}edit/", views.DocumentEdit.as_view(), name="document-edit"),
    path(f"{DOCUMENT}withdraw/", views.DocumentWithdraw.as_view(), name="document-withdraw"),
    path(f"{DOCUMENT}versions/new/", views.VersionCreate.as_view(), name="document-version"),
    path(
        f"{DOCUMENT}versions/<int:number>/download/",
        views.VersionDownload.as_view(),
        name="document-download",
    ),
]
