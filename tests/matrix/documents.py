"""Documents and letterheads in the world of the matrix: one of each side."""

from agreements.models import Document, Letterhead
from tests.factories.documents import DocumentFactory, LetterheadFactory


def keep_documents(world, *sides):
    """A document that the side's own staff brought in, and its organization's letterhead."""
    world.keep(
        Document,
        *(DocumentFactory(collaboration=side.collaboration, added_by=side.staff) for side in sides),
    )
    world.keep(Letterhead, *(LetterheadFactory(organization=side.organization) for side in sides))
