"""Tags of the look: icons, badges, small components. Built in: no template loads them."""

from django import template
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language_info

from collabgov.kit import hours as said_hours
from collabgov.kit import prose as written
from collabgov.look import chosen, days, errors, icons, navigation, tones

register = template.Library()


@register.filter
def prose(text):
    """`<div class="prose">{{ item.notes|prose }}</div>`: typed text with its lists and links."""
    return written.prose(text)


@register.filter
def hours(record):
    """`{{ meeting|hours }}`: from when to when, and by which clock."""
    return said_hours.hours(record.starts_at, record.ends_at, record.zone)


@register.filter
def start(record):
    """`{{ meeting|start }}`: when it starts, and by which clock."""
    return said_hours.hours(record.starts_at, zone=record.zone)


@register.simple_tag
def icon(name, css_class=""):
    """`{% icon "calendar-event" %}`: a decoration; the words beside it must say the same."""
    return icons.icon_svg(name, css_class)


@register.simple_tag(takes_context=True)
def may(context, rule_name):
    """`{% may "actors.see_accounts" as sees %}`: whether a rule lets the reader, for links."""
    return context["user"].has_perm(rule_name)


@register.inclusion_tag("components/badge.html")
def badge(text, tone="neutral", icon=""):
    """`{% badge text tone="bad" icon="clock" %}`: words with an icon on a tinted ground."""
    if tone not in tones.TONES:
        raise ValueError(f"“{tone}” is no tone; one of {', '.join(sorted(tones.TONES))}.")
    return {"text": text, "tone": tone, "icon": icon}


@register.inclusion_tag("components/badge.html")
def state_badge(record, field="state"):
    """`{% state_badge commitment %}`: the label of the record's state, in its tone."""
    tone, name = tones.tone_of(getattr(record, field))
    return {"text": getattr(record, f"get_{field}_display")(), "tone": tone, "icon": name}


@register.inclusion_tag("components/badge.html")
def element_badge(state, label):
    """`{% element_badge reading.state reading.state_label %}`: a state that is no record's."""
    tone, name = tones.tone_of(state)
    return {"text": label, "tone": tone, "icon": name}


@register.inclusion_tag("components/sample_badge.html")
def sample_badge(record):
    """`{% sample_badge record %}`: says so when the record holds invented values."""
    return {"is_sample": getattr(record, "is_sample", False)}


@register.inclusion_tag("components/secret_badge.html")
def secret_badge(record):
    """`{% secret_badge decision %}`: says so when the record stays inside."""
    return {"is_secret": getattr(record, "is_confidential", False)}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms):
    """`{% error_summary form agenda commitments %}`: every error with its field, as links."""
    return {"forms": forms}


@register.simple_tag
def error_lines(*forms):
    return errors.error_lines(*forms)


@register.simple_tag
def day_parts(widget):
    return days.day_parts(widget)


@register.filter
def grouped(number):
    """`{{ 5000|grouped }}`: 5,000 or 5.000, as the reader's language writes it."""
    return number_format(number, force_grouping=True)


@register.filter
def in_words(text):
    """`{{ "3/5/2026"|in_words }}`: the day with its weekday, nothing for what is no date."""
    return days.in_words(text)


@register.simple_tag(takes_context=True)
def site_places(context):
    request = context.get("request")
    return navigation.places(request) if request else []


@register.simple_tag(takes_context=True)
def other_languages(context):
    """The languages the reader could switch to, each under its own name."""
    current = context.get("LANGUAGE_CODE")
    return [
        get_language_info(code) for code, _name in context.get("LANGUAGES", ()) if code != current
    ]


@register.simple_tag(takes_context=True)
def chosen_filters(context, form):
    """`{% chosen_filters filter as chosen %}`: what is on, for the two components of filters."""
    request = context["request"]
    return chosen.chosen_of(form, request.GET, request.path)


@register.simple_tag
def page_numbers(page):
    """Numbers around the page at hand, with the gaps marked."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.inclusion_tag("components/history_link.html", takes_context=True)
def history_link(context, record):
    """`{% history_link commitment %}`: the way to who changed what, for those who may read it."""
    user = context["user"]
    may_read = user.is_authenticated and user.has_perm("dashboards.read_history", record)
    keys = [record._meta.model_name, record.pk]
    return {"url": reverse("dashboards:history", args=keys) if may_read else ""}
