"""How these tests ask what a file is: as the site does, in a process of its own."""

import pytest
from django.core.files.base import ContentFile

from collabgov.kit.files import UnfitFile, checked


def found(content, name):
    return checked(ContentFile(content, name=name)).kind


def refusal(content, name):
    """The code of the refusal; its sentence has no gaps left."""
    with pytest.raises(UnfitFile) as caught:
        checked(ContentFile(content, name=name))
    assert str(caught.value)
    assert "%(" not in str(caught.value)
    return caught.value.code
