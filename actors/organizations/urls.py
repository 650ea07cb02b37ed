"""Addresses of the organizations pages."""

from django.urls import path

from actors.organizations import views
from actors.organizations.choosing import OrganizationChoose

urlpatterns = [
    path("organizations/", views.OrganizationList.as_view(), name="organization-list"),
    path("organizations/new/", views.OrganizationCreate.as_view(), name="organization-create"),
    path("organizations/choose/", OrganizationChoose.as_view(), name="organization-choose"),
    path(
        "organizations/<int:pk>/edit/", views.OrganizationEdit.as_view(), name="organization-edit"
    ),
    path(
        "organizations/<int:pk>/activate/",
        views.OrganizationReturn.as_view(),
        name="organization-activate",
    ),
]
