"""Addresses of an organization's culture."""

from django.urls import path

from agreements.motivation.views import culture

WHOSE = "organizations/<int:pk>/culture/"

urlpatterns = [
    path(WHOSE, culture.OrganizationCulture.as_view(), name="organization-culture"),
    path(f"{WHOSE}new/", culture.CultureCreate.as_view(), name="culture-create"),
]
