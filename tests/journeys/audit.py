"""What must hold of a page as a browser shows it: axe, reflow, targets, one heading."""

from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
WIDEST, PHONE, NARROWEST = 1280, 390, 320
RUN_AXE = """async (rules) => {
  const result = await axe.run(document, rules);
  return result.violations.map((found) =>
    `${found.id}: ${found.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
}"""
# What takes most of the time, and no finding depends on: the HTML around each element, and reading
# the same few colours anew for every element.
QUICKER = """(() => {
  axe.configure({ noHtml: true });
  const known = new Map(), { prototype } = axe.commons.color.Color, read = prototype.parseString;
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      read.call(this, text);
      const { r, g, b, alpha } = this;
      known.set(text, { r, g, b, alpha });
    }
    return Object.assign(this, known.get(text));
  };
})();"""
AXE = f"{AXE_SCRIPT};{QUICKER}"
# Menus stay shut: two open at once would lie over what is below them.
OPEN_MORE = (
    "document.querySelectorAll('main details:not(.menu)').forEach((part) => { part.open = true; })"
)
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (part) => part.getBoundingClientRect().right > room + 1);
  return [`${document.documentElement.scrollWidth} px wide`,
    ...wide.slice(-3).map((part) => `${part.tagName} ${part.className} ${part.id}`)];
}"""
# A link in a line of text is exempt (WCAG 2.5.8); a checkbox counts with its label.
TOO_SMALL = """() => {
  const asked = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const isShown = (part) => part.checkVisibility({ visibilityProperty: true })
    && part.getBoundingClientRect().width > 1 && !part.closest(".visually-hidden, .skip-link");
  const isInText = (part) => part.tagName === "A" && getComputedStyle(part).display === "inline";
  const size = (part) => {
    const boxes = [part, ...(part.labels || [])].map((each) => each.getBoundingClientRect());
    return Math.min(Math.max(...boxes.map((box) => box.width)),
                    Math.max(...boxes.map((box) => box.height)));
  };
  const wanted = (part) => part.matches(".btn:not(.btn-sm), nav a, header button") ? 44 : 24;
  return [...document.querySelectorAll(asked)]
    .filter((part) => isShown(part) && !isInText(part) && size(part) < wanted(part) - 0.5)
    .map((part) => `${part.tagName} "${(part.textContent || part.name).trim().slice(0, 30)}" `
      + `${part.className}: ${Math.round(size(part))} px, wanted ${wanted(part)}`);
}"""


def audit(page, axe_at=(WIDEST, PHONE)):
    """Everything that is wrong with the open page at three widths; axe reads it at those named."""
    faults = []
    if page.locator("h1").count() != 1:
        faults.append("There is not exactly one h1.")
    page.mouse.move(0, 0)  # what it rests on may be changing its colours just now
    page.evaluate(OPEN_MORE)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    for width in (WIDEST, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        if width in axe_at:
            faults += [f"{width} px: axe {found}" for found in page.evaluate(RUN_AXE, RULES)]
        faults += [f"{width} px: {found}" for found in page.evaluate(TOO_WIDE)]
    faults += [f"target: {found}" for found in page.evaluate(TOO_SMALL)]
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    faults += [f"{NARROWEST} px: {found}" for found in page.evaluate(TOO_WIDE)]
    page.set_viewport_size({"width": WIDEST, "height": 900})
    return faults
