"""Take a letterhead into use, and out of use."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents import store
from agreements.documents.checking import ready
from agreements.documents.kinds import DOWNLOADABLE
from agreements.documents.models import new_stored_name
from agreements.letters.examples import EXAMPLES
from agreements.letters.kinds import Purpose
from agreements.letters.models import Letterhead
from agreements.letters.writing import written
from collabgov.kit.errors import Refused
from collabgov.kit.files import UnfitFile
from collabgov.kit.models import save_checked

KINDS = frozenset({"docx"})


def use_letterhead(*, file, by, organization=None, purpose=Purpose.AGREEMENT):
    """Keep a template once it could be filled in with an example; it replaces the one before."""
    found, stored_name = ready(file, by=by, kinds=KINDS), new_stored_name()
    if found.checked.kind not in KINDS:
        raise UnfitFile("kind", kinds=KINDS)
    if found.verdict.state not in DOWNLOADABLE:
        raise Refused(_("This template could not be scanned for viruses. Try again later."))
    with store.kept(found.checked.file, stored_name, found.checked.sha256):
        written(EXAMPLES[Purpose(purpose)], store.path_of(stored_name))
        return _use(found.checked, stored_name, by, organization, purpose)


@transaction.atomic
def _use(checked, stored_name, by, organization, purpose):
    earlier = Letterhead.objects.in_use().filter(organization=organization, purpose=purpose)
    for letterhead in earlier.select_for_update(of=("self",)):
        _put_aside(letterhead)
    return save_checked(
        Letterhead(
            organization=organization,
            purpose=purpose,
            original_name=checked.name,
            stored_name=stored_name,
            sha256=checked.sha256,
            uploaded_by=by,
        )
    )


@transaction.atomic
def stop_letterhead(*, letterhead, by):
    """Its documents are then written on the site's letterhead, or on the plain one."""
    rows = Letterhead.objects.select_for_update(of=("self",))
    return _put_aside(rows.get(pk=letterhead.pk))


def _put_aside(letterhead):
    letterhead.is_active = False
    letterhead.save(update_fields=["is_active"])
    return letterhead
