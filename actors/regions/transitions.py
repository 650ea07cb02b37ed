"""The only code that changes regions."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from actors.regions.models import Region, RegionLevel
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked


@transaction.atomic
def register(*, by, **fields):
    """Put a region on the register."""
    require_rule(by, "actors.manage_register")
    return _checked(Region(**fields))


@transaction.atomic
def edit(*, region, by, **fields):
    """Correct what is known about a region."""
    require_rule(by, "actors.manage_register", region)
    fresh = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return _checked(fresh)


def _checked(region):
    """A region is part of a larger one; so no circle can close."""
    ranks = RegionLevel.values
    parent = region.parent
    if parent and region.level in ranks and ranks.index(parent.level) >= ranks.index(region.level):
        text = _("“%(name)s” is not larger than this region.") % {"name": parent}
        raise ValidationError({"parent": ValidationError(text, code="not_larger")})
    return save_checked(region)
