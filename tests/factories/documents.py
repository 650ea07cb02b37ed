"""Valid documents, whose files are really on disk."""

import hashlib
import itertools

import factory

from agreements.documents.kinds import ContentType, DocumentKind
from agreements.documents.store import path_of
from agreements.letters.writing import plain_template
from agreements.models import Document, DocumentVersion, Letterhead
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory

_numbers = itertools.count(1)


def small_pdf(text="Perjanjian kerja sama"):
    """A real PDF of one page, another one each time."""
    text = f"{text} {next(_numbers)}".encode("ascii", "replace")
    drawing = b"BT /F1 18 Tf 72 720 Td (" + text + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, len(file))
    )


def put_on_disk(stored_name, content):
    """The file under its name in the store, as an upload leaves it."""
    path = path_of(stored_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


class DocumentFactory(factory.django.DjangoModelFactory):
    """A letter with one version, a PDF; `versions=False` leaves it without a file."""

    class Meta:
        model = Document
        skip_postgeneration_save = True

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Naskah {n}")
    kind = DocumentKind.LETTER
    added_by = factory.SubFactory(UserFactory)

    @factory.post_generation
    def versions(self, create, extracted, **kwargs):
        if create and extracted is not False:
            DocumentVersionFactory(document=self, uploaded_by=self.added_by, **kwargs)


class DocumentVersionFactory(factory.django.DjangoModelFactory):
    """The next version of a document: a PDF that is in the store; `content` is what it holds."""

    class Meta:
        model = DocumentVersion

    document = factory.SubFactory(DocumentFactory, versions=False)
    number = factory.LazyAttribute(lambda o: o.document.versions.count() + 1)
    content = factory.LazyFunction(small_pdf)
    original_name = factory.LazyAttribute(lambda o: f"naskah-{o.number}.pdf")
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    content_type = ContentType.PDF
    uploaded_by = factory.SelfAttribute("document.added_by")

    @classmethod
    def _create(cls, model_class, *args, content, **kwargs):
        version = super()._create(model_class, *args, **kwargs)
        put_on_disk(version.stored_name, content)
        return version


class LetterheadFactory(factory.django.DjangoModelFactory):
    """The site's letterhead: the built-in template, as somebody uploaded it."""

    class Meta:
        model = Letterhead

    content = factory.LazyFunction(plain_template)
    original_name = "kop-surat.docx"
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    uploaded_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, content, **kwargs):
        letterhead = super()._create(model_class, *args, **kwargs)
        put_on_disk(letterhead.stored_name, content)
        return letterhead
