"""Files that help an import: an empty table with its instructions, and the rows that were wrong."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import View

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.importing import transitions
from actors.importing.fields import ChoiceCell, YesNoCell
from actors.importing.registry import KINDS
from actors.importing.views import RunPage
from collabgov.kit.access import OwnPageMixin
from collabgov.kit.spreadsheets import CSV, RESPONSES, XLSX, csv_response, xlsx_response


class ImportTemplate(OwnPageMixin, View):
    """An empty table with the headers that an import understands; it holds no record."""

    def get(self, request, *args, **kwargs):
        kind = KINDS.get(kwargs["kind"])
        if kind is None:
            raise Http404
        resource = kind.resource()
        name = _("Template %(kind)s") % {"kind": str(kind.label).lower()}
        if request.GET.get("format") == CSV:
            return csv_response(name, resource.headers(), [])
        notes = [(_("Instructions"), [*instructions(resource)])]
        return xlsx_response(name, resource.headers(), [], notes=notes)


def instructions(resource):
    """One line for each column: must it be filled in, what it takes."""
    yield [_("Column"), _("Must be filled in"), _("What it takes")]
    for field in resource.fields.values():
        widget = field.widget
        takes = [str(field.hint)] if field.hint else []
        if isinstance(widget, ChoiceCell):
            takes.append(" · ".join(str(label) for label in widget.choices.labels))
        if isinstance(widget, YesNoCell) and not takes:
            takes.append(_("Yes or no."))
        yield [field.header, _("Yes") if field.required else _("No"), " ".join(takes)]


class ImportWrongRows(RunPage, View):
    """The wrong rows with what is wrong about each, to be corrected and handed in again."""

    def get(self, request, *args, **kwargs):
        run = self.get_object()
        if not hasattr(run, "content"):
            raise Http404
        header = run.content.rows[0][1]
        wrong = transitions.plan_of(run).of("wrong")
        lines = (
            [
                *row.cells,
                *[""] * (len(header) - len(row.cells)),
                row.number,
                "; ".join(map(str, row.problems)),
            ]
            for row in wrong
        )
        kind = request.GET.get("format")
        kind = kind if kind in RESPONSES else XLSX
        record_event(
            EventKind.EXPORTED,
            request=request,
            about=run,
            what="wrong rows",
            format=kind,
            rows=len(wrong),
        )
        headers = [*header, _("Row"), _("What is wrong")]
        return RESPONSES[kind](_("Wrong rows"), headers, lines)
