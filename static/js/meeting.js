/* The meeting form: Enter in the search box searches, and a draft never races with the save. */
(() => {
  const status = () => document.getElementById("draft-status");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    if (event.target.id !== "id_attendee_search") return;
    event.preventDefault();
    htmx.trigger(event.target, "search");
  });

  // Results must not hide behind the bar that saves; an added or removed row is a change too.
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.target;
    if (part.id === "attendee-hits") {
      document.getElementById("attendee-picker").scrollIntoView({ block: "nearest" });
    } else if (part.closest("#meeting-form") && part !== status()) {
      htmx.trigger("#meeting-form", "change");
    }
  });

  // A commitment names the topic it comes from: the list follows what is written on the agenda.
  document.addEventListener("focusin", (event) => {
    const list = event.target.closest("select[data-topics]");
    if (!list) return;
    const chosen = list.value;
    const topics = document.querySelectorAll("#agenda-rows > .row-block");
    const options = Array.from(topics, (row) => {
      const topic = row.querySelector("input:not([type=hidden])").value.trim();
      const label = row.getAttribute("aria-label") + (topic ? `: ${topic.slice(0, 60)}` : "");
      return new Option(label, row.id.replace("agenda-", ""));
    });
    list.replaceChildren(list.options[0], ...options);
    list.value = options.some((option) => option.value === chosen) ? chosen : "";
  });

  // Once the form is on its way, no draft of it is sent any more.
  let isLeaving = false;
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "meeting-form") return;
    isLeaving = true;
    htmx.trigger(status(), "htmx:abort");
  });
  window.addEventListener("pageshow", () => { isLeaving = false; });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isLeaving && event.target.id === "draft-status") event.preventDefault();
  });

  // Without a connection the line says so instead of looking saved.
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach((name) => {
    document.addEventListener(name, () => {
      const line = status();
      if (line && !isLeaving) line.textContent = line.dataset.unsaved;
    });
  });
})();
