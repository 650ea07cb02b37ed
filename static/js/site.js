/* Small helps for every page. Each works only on what the server rendered. */
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // The error summary takes the focus, so that it is read and seen first.
  const focusSummary = (scope) => scope.querySelector("[data-focus]")?.focus();
  focusSummary(document);

  // The open tab shows.
  const tab = document.querySelector(".tabs [aria-current]");
  if (tab) tab.closest("ul").scrollLeft = tab.offsetLeft - 90;

  // A link of the summary opens what hides its field, and lands in the field itself.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.scrollIntoView({ block: "center" });
  });

  // Menus close on Escape, and on a click elsewhere.
  const openMenus = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      const held = menu.contains(document.activeElement);
      menu.open = false;
      if (held) menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  // Copy: <button data-copy="id of the text" data-copied="Copied">; the words come from the server.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const box = document.getElementById(button.dataset.copy);
    const text = box.value ?? box.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      box.select?.();
      document.execCommand("copy");
    }
    const status = document.getElementById(button.dataset.copyStatus);
    if (status) status.textContent = button.dataset.copied;
  });

  // A row that htmx added gets the focus in its first field: <div data-new-row data-added="…">.
  // Who already types elsewhere keeps the focus.
  document.addEventListener("htmx:load", (event) => {
    const part = event.detail.elt;
    const row = part.matches?.("[data-new-row]") ? part : part.querySelector?.("[data-new-row]");
    if (!row) return;
    row.removeAttribute("data-new-row");
    const types = document.activeElement?.matches("input, select, textarea");
    if (!types) row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    const status = document.querySelector("[data-row-status]");
    if (status && row.dataset.added) status.textContent = row.dataset.added;
  });

  // Enter in a search box inside a form searches, it does not save: <div data-chooser>.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches?.("[data-chooser] input[type=search]")) return;
    event.preventDefault();
    event.target.closest("[data-chooser]").querySelector("button").click();
  });

  // When htmx gets no answer, a refusal or a whole page (the sign-in), say so and keep the page.
  const note = document.querySelector("[data-live-note]");
  const tell = (words) => { note.textContent = words || ""; note.hidden = !words; };
  // A part that says so itself carries `data-quiet`.
  const failed = (words) => (event) => { if (!event.target.closest?.("[data-quiet]")) tell(words); };
  document.addEventListener("htmx:sendError", failed(note?.dataset.offline));
  document.addEventListener("htmx:responseError", failed(note?.dataset.failed));
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!/^\s*<!doctype/i.test(event.detail.xhr.responseText)) return;
    event.detail.shouldSwap = false;
    tell(note.dataset.signedOut);
  });
  document.addEventListener("htmx:afterSwap", () => tell(""));

  // Filters fold when their button applies them; while somebody still chooses they stay open.
  const filtersOf = (part) => part.closest("details.filters") ?? part.querySelector("details.filters");
  let staysOpen = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const filters = filtersOf(event.detail.elt);
    if (filters) staysOpen = filters.open && event.detail.requestConfig.triggeringEvent?.type !== "submit";
  });
  document.addEventListener("htmx:afterSwap", () => {
    const filters = document.querySelector("details.filters");
    if (filters && staysOpen !== null) filters.open = staysOpen;
    staysOpen = null;
  });

  // Ctrl+Enter (⌘+Enter) saves a long form: <form data-save-keys>.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest?.("form[data-save-keys]");
    const button = form?.querySelector(".save-bar .btn-primary");
    if (button) { event.preventDefault(); button.click(); }
  });
})();
