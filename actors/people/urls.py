"""Addresses of the people pages."""

from django.urls import path

from actors.people import post_views, views
from actors.people.choosing import PersonChoose
from actors.people.history_views import PostHistory

urlpatterns = [
    path("people/", views.PersonList.as_view(), name="person-list"),
    path("people/new/", views.PersonCreate.as_view(), name="person-create"),
    path("people/choose/", PersonChoose.as_view(), name="person-choose"),
    path("people/<int:pk>/edit/", views.PersonEdit.as_view(), name="person-edit"),
    path("people/<int:pk>/activate/", views.PersonReturn.as_view(), name="person-activate"),
    path("people/<int:pk>/posts/new/", post_views.PostCreate.as_view(), name="post-create"),
    path("organizations/<int:pk>/posts/", PostHistory.as_view(), name="post-history"),
    path("posts/<int:pk>/edit/", post_views.PostEdit.as_view(), name="post-edit"),
]
