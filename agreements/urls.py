"""Addresses of the app, feature by feature."""

from agreements.action.urls import urlpatterns as action
from agreements.capacity.urls import urlpatterns as capacity
from agreements.charter.urls import urlpatterns as charter
from agreements.documents.urls import urlpatterns as documents
from agreements.engagement.urls import urlpatterns as engagement
from agreements.goals.urls import urlpatterns as goals
from agreements.handover.urls import urlpatterns as handover
from agreements.instruments.urls import urlpatterns as instruments
from agreements.letters.urls import urlpatterns as letters
from agreements.motivation.urls import urlpatterns as motivation
from agreements.subjects.urls import urlpatterns as subjects

app_name = "agreements"
urlpatterns = [
    *charter,
    *documents,
    *letters,
    *engagement,
    *instruments,
    *motivation,
    *capacity,
    *action,
    *goals,
    *handover,
    *subjects,
]
