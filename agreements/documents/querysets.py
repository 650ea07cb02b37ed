"""Every way documents and their versions are read."""

from django.apps import apps
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery, Sum

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.documents.kinds import ScanState


class DocumentQuerySet(OfCollaborationQuerySet):
    def in_use(self):
        """Without those that were withdrawn."""
        return self.filter(withdrawn_at=None)

    def search(self, text):
        """Every word stands in the title, the note or the name of a file."""
        found = self
        for word in text.split()[:8]:
            named = apps.get_model("agreements", "DocumentVersion").objects.filter(
                original_name__icontains=word
            )
            found = found.filter(
                Q(title__icontains=word)
                | Q(note__icontains=word)
                | Q(pk__in=named.values("document"))
            )
        return found

    def with_newest(self):
        """Annotate `newest_at` and `version_count`."""
        versions = apps.get_model("agreements", "DocumentVersion").objects
        newest = versions.filter(document=OuterRef("pk")).order_by("-number")
        return self.annotate(
            newest_at=Subquery(newest.values("uploaded_at")[:1]),
            version_count=Count("versions"),
        )

    def for_list(self):
        """The newest first, each with `newest_version` and how many there are."""
        versions = apps.get_model("agreements", "DocumentVersion").objects.newest_each()
        return (
            self.with_newest()
            .select_related("collaboration")
            .prefetch_related(
                Prefetch("versions", queryset=versions.for_list(), to_attr="newest_versions")
            )
            .order_by("-newest_at", "-pk")
        )

    def for_choice(self):
        """Those to choose from in a form, by title."""
        return self.in_use().order_by("title", "pk")


class DocumentVersionQuerySet(OfCollaborationQuerySet):
    collaboration_path = "document__collaboration"

    def newest_each(self):
        """The last version of each document."""
        newest = self.model.objects.filter(document=OuterRef("document")).order_by("-number")
        return self.filter(pk=Subquery(newest.values("pk")[:1]))

    def waiting_for_scan(self):
        """Not downloadable until a scan answers; of the others the scanner was down."""
        return self.filter(scan_state__in=[ScanState.PENDING, ScanState.ERROR]).order_by("pk")

    def bytes_of(self, collaboration):
        """How much room the files of a collaboration take."""
        rows = self.filter(document__collaboration=collaboration)
        return rows.aggregate(total=Sum("size"))["total"] or 0

    def for_list(self):
        return self.select_related("uploaded_by__person").order_by("-number", "-pk")
