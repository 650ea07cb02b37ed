"""The two kinds of record that can be duplicates, and why a pair is suggested."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    ORGANIZATION = "organization", _("Organizations")
    PERSON = "person", _("People")


class Reason(models.TextChoices):
    SAME_NAME = "same_name", _("Same name")
    SAME_NAME_ONE_PLACE = "same_name_one_place", _("Same name, one has no region")
    OTHER_NAME = "other_name", _("The short or other name of one is a name of the other")
    OTHER_NAME_ONE_PLACE = (
        "other_name_one_place",
        _("The short or other name of one is a name of the other, and one has no region"),
    )
    LIKE_NAME = "like_name", _("Nearly the same name in the same region")
    SAME_EMAIL = "same_email", _("Same email address")
    SAME_PHONE = "same_phone", _("Same phone number")
    SAME_NAME_AND_PLACE = "same_name_and_place", _("Same name, in the same organization")
    LIKE_NAME_AND_PLACE = "like_name_and_place", _("Nearly the same name, same organization")
    LIKE_NAME_NO_POST = (
        "like_name_no_post",
        _("Nearly the same name, at most one holds a post today"),
    )
