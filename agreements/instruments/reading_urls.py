"""Addresses of the pages of agreements that read."""

from django.urls import path

from agreements.instruments.views import pages, register

urlpatterns = [
    path("agreements/", register.AgreementList.as_view(), name="agreement-list"),
    path("agreements/<int:pk>/", pages.AgreementDetail.as_view(), name="agreement-detail"),
    path("amendments/<int:pk>/", pages.AmendmentDetail.as_view(), name="amendment-detail"),
]
