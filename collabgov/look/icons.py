"""Icons as inline SVG: no font, no request, no style attribute."""

from functools import cache

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

FOLDER = settings.BASE_DIR / "templates" / "components" / "icons"


@cache
def drawing(name):
    """Return what is inside the icon's SVG; an unknown name is the author's error."""
    try:
        return mark_safe((FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip())
    except FileNotFoundError:
        raise LookupError(f"There is no icon “{name}” in {FOLDER.name}/.") from None


def icon_svg(name, css_class=""):
    """Return the icon, hidden from screen readers: the words beside it say the same."""
    return format_html(
        '<svg class="icon icon-{}{}" width="18" height="18" viewBox="0 0 16 16" '
        'fill="currentColor" aria-hidden="true" focusable="false">{}</svg>',
        name,
        f" {css_class}" if css_class else "",
        drawing(name),
    )
