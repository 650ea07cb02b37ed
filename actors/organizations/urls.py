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
        "organizations/<int:pk>/deactivate/",
        views.OrganizationActive.as_view(is_active=False),
        name="organization-deactivate",
    ),
    path(
        "organizations/<int:pk>/activate/",
        views.OrganizationActive.as_view(is_active=True),
        name="organization-activate",
    ),
]
