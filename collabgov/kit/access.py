"""Rows first, verbs second: how a page is guarded."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied


class VisibleRowsMixin:
    """Rows first: a record the user may not see does not exist for them (404)."""

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)


class RuleRequiredMixin(VisibleRowsMixin):
    """Verbs second: of the visible records, `rule_name` says which may be acted on (403)."""

    rule_name: str

    def get_object(self, queryset=None):
        record = super().get_object(queryset)
        require_rule(self.request.user, self.rule_name, record)
        return record


class SiteRuleMixin:
    """A page about no single record: `rule_name` says who may open it (403)."""

    rule_name: str

    def dispatch(self, request, *args, **kwargs):
        require_rule(request.user, self.rule_name)
        return super().dispatch(request, *args, **kwargs)


class OwnPageMixin:
    """A page that shows every signed-in person their own things; its queries narrow to them."""


class PublicMixin:
    """A page that needs no sign-in. The architecture tests list every one."""

    @classmethod
    def as_view(cls, **initkwargs):
        return login_not_required(super().as_view(**initkwargs))


def require_rule(user, rule_name, record=None):
    """Raise PermissionDenied, with the rule's name, unless it lets this user act on this record."""
    if not user.has_perm(rule_name, record):
        raise PermissionDenied(rule_name)
