"""Addresses of agreements on paper, and of letterheads."""

from django.urls import path

from agreements.letters import views

urlpatterns = [
    path("agreements/<int:pk>/print/", views.AgreementPrint.as_view(), name="agreement-print"),
    path("agreements/<int:pk>/docx/", views.AgreementDocx.as_view(), name="agreement-docx"),
    path("letterheads/", views.LetterheadPage.as_view(), name="letterheads"),
    path("letterheads/plain/", views.PlainTemplate.as_view(), name="letterhead-plain"),
    path("letterheads/<int:pk>/stop/", views.LetterheadStop.as_view(), name="letterhead-stop"),
]
