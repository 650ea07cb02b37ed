"""Tags of the look: icons, badges, small components."""

from django import template

register = template.Library()
