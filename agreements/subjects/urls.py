"""Address of a person's data."""

from django.urls import path

from agreements.subjects.views import SubjectExport

urlpatterns = [path("people/<int:pk>/data/", SubjectExport.as_view(), name="subject-export")]
