"""What sorts of organization there are, in the words of Indonesian administration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganizationKind(TextChoices):
    MINISTRY = "ministry", _("Ministry")
    NON_MINISTRY = "non_ministry", _("Non-ministerial agency")
    VERTICAL = "vertical", _("Vertical agency")
    REGIONAL_GOVERNMENT = "regional_government", _("Regional government")
    REGIONAL_APPARATUS = "regional_apparatus", _("Regional apparatus (OPD)")
    LEGISLATURE = "legislature", _("Legislature")
    STATE_ENTERPRISE = "state_enterprise", _("State enterprise")
    REGIONAL_ENTERPRISE = "regional_enterprise", _("Regional enterprise")
    UNIVERSITY = "university", _("University")
    PRIVATE = "private", _("Private company")
    SMALL_ENTERPRISE = "small_enterprise", _("Small enterprise")
    CIVIL_SOCIETY = "civil_society", _("Civil-society organization")
    COMMUNITY = "community", _("Community")
    MEDIA = "media", _("Media")
    PROFESSIONAL = "professional", _("Professional body")
    RELIGIOUS = "religious", _("Religious body")
    FOREIGN = "foreign", _("Foreign body")


class Sector(TextChoices):
    GOVERNMENT = "government", _("Government")
    PRIVATE = "private", _("Private sector")
    ACADEMIA = "academia", _("Academia")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    COMMUNITY = "community", _("Community")
    MEDIA = "media", _("Media")


class GovernmentLevel(TextChoices):
    CENTRAL = "central", _("Central")
    PROVINCE = "province", _("Province")
    REGENCY = "regency", _("Regency or city")
    DISTRICT = "district", _("District")
    VILLAGE = "village", _("Village")
