"""Addresses of the pages on duplicates."""

from django.urls import path

from actors.duplicates.views import compare, merges, pairs

urlpatterns = [
    path("duplicates/", pairs.PairList.as_view(), name="duplicate-list"),
    path("duplicates/people/", pairs.PeoplePairList.as_view(), name="duplicate-people"),
    path("duplicates/search/", pairs.PairSearch.as_view(), name="duplicate-search"),
    path("duplicates/different/", pairs.DifferentList.as_view(), name="not-duplicate-list"),
    path(
        "duplicates/different/<int:pk>/again/",
        pairs.SuggestAgain.as_view(),
        name="not-duplicate-remove",
    ),
    path("duplicates/merges/", merges.MergeList.as_view(), name="merge-list"),
    path("duplicates/merges/<int:pk>/", merges.MergeDetail.as_view(), name="merge-detail"),
    path("duplicates/merges/<int:pk>/undo/", merges.MergeUndo.as_view(), name="merge-undo"),
    path(
        "duplicates/organizations/<int:pk>/",
        compare.Second.as_view(),
        name="organization-duplicates",
    ),
    path(
        "duplicates/organizations/<int:pk>/<int:other>/",
        compare.Compare.as_view(),
        name="organization-compare",
    ),
    path(
        "duplicates/organizations/<int:pk>/<int:other>/different/",
        pairs.Different.as_view(),
        name="organization-different",
    ),
    path("duplicates/people/<int:pk>/", compare.PersonSecond.as_view(), name="person-duplicates"),
    path(
        "duplicates/people/<int:pk>/<int:other>/",
        compare.PersonCompare.as_view(),
        name="person-compare",
    ),
    path(
        "duplicates/people/<int:pk>/<int:other>/different/",
        pairs.PersonDifferent.as_view(),
        name="person-different",
    ),
]
