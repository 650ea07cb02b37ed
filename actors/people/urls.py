"""Addresses of the people pages."""

from django.urls import path

from actors.people.choosing import PersonChoose

urlpatterns = [
    path("people/choose/", PersonChoose.as_view(), name="person-choose"),
]
