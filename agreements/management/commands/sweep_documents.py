"""Take away files that no document names: left behind by uploads that were cut or taken back."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from agreements.documents import store
from agreements.models import DocumentVersion, Letterhead


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say what would go.")

    def handle(self, *args, dry_run, **options):
        """Rows are read after the files: a file that came meanwhile is too young to be taken."""
        found = list(store.old_files())
        names = [path.name for path in found]
        known = {
            name
            for model in (DocumentVersion, Letterhead)
            for name in model.objects.filter(stored_name__in=names).values_list(
                "stored_name", flat=True
            )
        }
        strays = [path for path in found if path.name not in known]
        for path in strays:
            self.stdout.write(str(path.relative_to(store.folder())))
            if not dry_run:
                path.unlink(missing_ok=True)
        self.stdout.write(said(len(strays), dry_run))


def said(number, dry_run):
    if dry_run:
        text = ngettext("%(n)s file would go.", "%(n)s files would go.", number)
    else:
        text = ngettext("%(n)s file taken away.", "%(n)s files taken away.", number)
    return text % {"n": number}
