"""Addresses of the organizations pages."""

from django.urls import path

from actors.organizations.choosing import OrganizationChoose

urlpatterns = [
    path("organizations/choose/", OrganizationChoose.as_view(), name="organization-choose"),
]
