"""Pages of knowledge: the list, one asset and where it was used, and a page for each verb."""

from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_filters import KnowledgeFilter
from agreements.capacity.arrangement_page import ASSET_STEPS, target_line, with_verbs
from agreements.capacity.exports import knowledge_table
from agreements.capacity.forms.knowledge import KnowledgeForm, UseForm
from agreements.capacity.forms.pledges import ReasonForm
from agreements.capacity.models import KnowledgeAsset, KnowledgeUse
from agreements.capacity.transitions import knowledge
from agreements.capacity.views.arrangements import (
    ArrangementDetail,
    ArrangementEdit,
    ArrangementList,
    InCollaboration,
)
from agreements.capacity.views.base import CapacityButton, CapacityForm


class KnowledgeList(ArrangementList):
    """What the parties know together, who keeps it, and how often it was used."""

    model = KnowledgeAsset
    template_name = "agreements/capacity/knowledge_list.html"
    partial_name = "agreements/capacity/_knowledge.html"
    export_name = _("knowledge assets")
    export_table = staticmethod(knowledge_table)
    context_object_name = "assets"
    filter_class = KnowledgeFilter
    add_rule = "agreements.share_knowledge"


class KnowledgeDetail(ArrangementDetail):
    """One asset: where it lies, and every decision, finding and meeting that rested on it."""

    model = KnowledgeAsset
    template_name = "agreements/capacity/knowledge_detail.html"
    steps = ASSET_STEPS

    def get_context_data(self, **kwargs):
        uses = with_verbs(self.object.uses.for_page(), self.request.user)
        for use in uses:
            use.kind, use.words, use.url = target_line(use)
        return super().get_context_data(uses=uses, **kwargs)


class KnowledgeCreate(InCollaboration):
    rule_name = "agreements.share_knowledge"
    form_class = KnowledgeForm
    list_name = "agreements:knowledge-list"
    title = _("Share knowledge")
    note = _("A dataset, study, map, guideline or lesson that the parties can use.")
    submit_label = _("Share it")
    success_message = _("The knowledge is on the list.")

    def carry_out(self, form):
        return knowledge.share_knowledge(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class KnowledgeEdit(ArrangementEdit):
    model = KnowledgeAsset
    rule_name = "agreements.keep_knowledge"
    form_class = KnowledgeForm
    title = _("Change what is said of it")
    submit_label = _("Save the change")
    success_message = _("The change is saved.")

    def carry_out(self, form):
        return knowledge.edit_knowledge(
            asset=self.record, by=self.request.user, **form.cleaned_data
        )


class OfAsset:
    """A page about one asset."""

    model = KnowledgeAsset
    related = ("collaboration",)


class KnowledgeRetire(OfAsset, CapacityForm):
    rule_name = "agreements.keep_knowledge"
    form_class = ReasonForm
    title = _("No longer kept up")
    note = _("What rested on it stays on record.")
    submit_label = _("Record it")
    success_message = _("It is on record that this is no longer kept up.")

    def carry_out(self, form):
        return knowledge.retire_knowledge(
            asset=self.record, by=self.request.user, **form.cleaned_data
        )


class KnowledgeRestore(OfAsset, CapacityButton):
    rule_name = "agreements.keep_knowledge"
    said = _("It is kept up again.")

    def carry_out(self):
        knowledge.restore_knowledge(asset=self.record, by=self.request.user)


class KnowledgeUseCreate(OfAsset, CapacityForm):
    rule_name = "agreements.use_knowledge"
    form_class = UseForm
    title = _("Say where it was used")
    note = _("Choose one: a decision, a finding or a meeting.")
    submit_label = _("Record the use")
    success_message = _("The use is on record.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "asset": self.record}

    def get_initial(self):
        """What the address names, as the link on a decision does."""
        names = ("decision", "finding", "meeting")
        return {name: self.request.GET[name] for name in names if name in self.request.GET}

    def get_success_url(self):
        return self.record.get_absolute_url()

    def carry_out(self, form):
        return knowledge.record_use(asset=self.record, by=self.request.user, **form.cleaned_data)


class KnowledgeUseRemove(CapacityButton):
    model = KnowledgeUse
    related = ("asset__collaboration",)
    rule_name = "agreements.remove_knowledge_use"
    said = _("The use is taken out.")

    def home(self):
        return self.record.asset

    def carry_out(self):
        knowledge.remove_use(use=self.record, by=self.request.user)
