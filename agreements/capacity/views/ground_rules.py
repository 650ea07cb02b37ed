"""Pages of ground rules: the list of a collaboration, one rule, and a page for each verb."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.capacity.arrangement_page import RULE_STEPS
from agreements.capacity.forms.ground_rules import AdoptForm, RuleForm, WithdrawForm
from agreements.capacity.models import GroundRule
from agreements.capacity.transitions import ground_rules
from agreements.capacity.views.arrangements import (
    ArrangementDetail,
    ArrangementEdit,
    InCollaboration,
)
from agreements.capacity.views.base import CapacityButton, CapacityForm, OfCollaboration, is_open
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin


def page_of(collaboration):
    return reverse("agreements:collaboration-ground-rules", args=[collaboration.pk])


class CollaborationGroundRules(VisibleRowsMixin, DetailView):
    """Which rules hold since when and by which decision; what is proposed; what is over."""

    model = Collaboration
    template_name = "agreements/capacity/ground_rules.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        place, user = self.object, self.request.user
        rows = GroundRule.objects.visible_to(user).filter(collaboration=place).for_list()
        may_keep = is_open(place) and user.has_perm("agreements.keep_ground_rules", place)
        return super().get_context_data(
            adopted=list(rows.adopted()),
            proposed=list(rows.proposed()),
            over=list(rows.over()),
            may_propose=user.has_perm("agreements.propose_ground_rule", place),
            may_keep=may_keep,
            **kwargs,
        )


class GroundRuleDetail(ArrangementDetail):
    model = GroundRule
    template_name = "agreements/capacity/ground_rule_detail.html"
    steps = RULE_STEPS

    def get_context_data(self, **kwargs):
        followers = self.object.successors.order_by("pk")
        return super().get_context_data(successors=list(followers), **kwargs)


class GroundRuleCreate(InCollaboration):
    rule_name = "agreements.propose_ground_rule"
    form_class = RuleForm
    title = _("Propose a ground rule")
    note = _("It holds once a procedural decision adopts it.")
    submit_label = _("Propose the rule")
    success_message = _("The rule is on the list of proposals.")

    def get_success_url(self):
        return page_of(self.record)

    def carry_out(self, form):
        return ground_rules.propose_rule(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class GroundRuleTemplate(CapacityButton):
    """Fill the list of proposals with the seven values."""

    model = Collaboration
    rule_name = "agreements.keep_ground_rules"
    said = _("The seven values are on the list of proposals. Change the words as you need them.")

    def get_success_url(self):
        return page_of(self.record)

    def carry_out(self):
        ground_rules.propose_template(collaboration=self.record, by=self.request.user)


class GroundRuleAdopt(OfCollaboration, CapacityForm):
    model = Collaboration
    rule_name = "agreements.keep_ground_rules"
    form_class = AdoptForm
    title = _("Adopt ground rules")
    note = _("What a rule replaces ends on the day on which the decision takes effect.")
    submit_label = _("Adopt the rules")
    success_message = _("The rules are adopted.")

    def get_success_url(self):
        return page_of(self.record)

    def carry_out(self, form):
        ground_rules.adopt_rules(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )
        return self.record


class GroundRuleEdit(ArrangementEdit):
    model = GroundRule
    rule_name = "agreements.keep_ground_rules"
    form_class = RuleForm
    title = _("Change the ground rule")
    submit_label = _("Save the change")
    success_message = _("The ground rule is changed.")

    def carry_out(self, form):
        return ground_rules.edit_rule(rule=self.record, by=self.request.user, **form.cleaned_data)


class GroundRuleWithdraw(CapacityForm):
    model = GroundRule
    related = ("collaboration",)
    rule_name = "agreements.keep_ground_rules"
    form_class = WithdrawForm
    title = _("Withdraw the ground rule")
    note = _("It stays on record. A rule that holds is ended by a decision.")
    submit_label = _("Withdraw the rule")
    success_message = _("The ground rule is withdrawn.")
    is_final = True

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "rule": self.record}

    def carry_out(self, form):
        return ground_rules.withdraw_rule(
            rule=self.record, by=self.request.user, **form.cleaned_data
        )
