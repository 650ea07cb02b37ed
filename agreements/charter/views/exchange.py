"""Parties of a collaboration as a spreadsheet: in, by its coordinator; out, for who sees it."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from actors.importing.exporting import ExportMixin
from actors.importing.registry import KINDS
from actors.importing.views import UploadPage
from agreements.charter.models import Collaboration, Party
from agreements.charter.states import PartyState
from collabgov.kit.access import RuleRequiredMixin, VisibleRowsMixin


class PartiesImport(RuleRequiredMixin, SingleObjectMixin, UploadPage):
    model = Collaboration
    rule_name = "agreements.edit_charter"

    def dispatch(self, request, *args, **kwargs):
        self.object = self.subject = self.get_object()
        self.kind = KINDS["parties"]
        return super().dispatch(request, *args, **kwargs)


class PartiesExport(ExportMixin, VisibleRowsMixin, SingleObjectMixin, View):
    model = Collaboration
    export_name = _("parties")

    def get(self, request, *args, **kwargs):
        self.collaboration = super().get_object(Collaboration.objects.visible_to(request.user))
        self.export_about = self.collaboration
        kind = request.GET.get("format")
        if kind not in ("csv", "xlsx"):
            raise Http404
        return self.export(kind)

    def get_queryset(self):
        rows = Party.objects.filter(collaboration=self.collaboration).for_list()
        return rows.exclude(state=PartyState.LEFT)

    def export_table(self, rows):
        resource = KINDS["parties"].resource(self.collaboration)
        return resource.headers(), resource.lines(rows)
