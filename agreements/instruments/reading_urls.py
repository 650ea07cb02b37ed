"""Addresses of the pages of agreements that read, and of the kinds of agreement."""

from django.urls import path

from agreements.instruments.views import pages, register, types

KIND = "agreement-types/<int:pk>/"

urlpatterns = [
    path("agreements/", register.AgreementList.as_view(), name="agreement-list"),
    path("agreements/<int:pk>/", pages.AgreementDetail.as_view(), name="agreement-detail"),
    path("amendments/<int:pk>/", pages.AmendmentDetail.as_view(), name="amendment-detail"),
    path("agreement-types/", types.TypeList.as_view(), name="agreement-type-list"),
    path("agreement-types/new/", types.TypeCreate.as_view(), name="agreement-type-create"),
    path(KIND, types.TypeDetail.as_view(), name="agreement-type-detail"),
    path(f"{KIND}edit/", types.TypeEdit.as_view(), name="agreement-type-edit"),
    path(f"{KIND}retire/", types.TypeInUse.as_view(verb="retire"), name="agreement-type-retire"),
    path(f"{KIND}restore/", types.TypeInUse.as_view(verb="restore"), name="agreement-type-restore"),
]
