/* Date boxes: the day in words beneath, and buttons for the usual days.
   Reads what collabgov/kit/dates.py reads; the server decides in the end. */
(() => {
  const names = "jan feb mar apr mei,may jun jul agu,ags,aug,agt sep okt,oct nov,nop des,dec,peb:1".split(" ");
  const months = {};
  names.forEach((list, number) => list.split(",").forEach((name) => {
    const [key, other] = name.split(":");
    months[key] = other ? Number(other) : number;
  }));
  const language = document.documentElement.lang || "id";

  const build = (year, month, day) => {
    const full = year < 100 ? 2000 + year : year;
    const date = new Date(Date.UTC(full, month, day));
    return date.getUTCMonth() === month && date.getUTCDate() === day ? date : "missing";
  };
  const parse = (text) => {
    const words = text.trim().toLowerCase().replace(/^[a-z']+,?\s+(?=\d)/, "");
    let m = words.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
    if (m) return build(+m[1], m[2] - 1, +m[3]);
    m = words.match(/^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/);
    if (m) return build(+m[3], m[2] - 1, +m[1]);
    m = words.match(/^(\d{1,2})[\s.\-/]+([a-z]{3,})\.?[\s.,\-/]+(\d{4}|\d{2})$/);
    const month = m && months[m[2].slice(0, 3)];
    return m && month !== undefined ? build(+m[3], month, +m[1]) : null;
  };
  const part = (date, options) => date.toLocaleDateString(language, { timeZone: "UTC", ...options });
  const short = (date) =>
    `${date.getUTCDate()} ${part(date, { month: "short" }).replace(".", "")} ${date.getUTCFullYear()}`;
  const long = (date) =>
    `${part(date, { weekday: "long" })}, ${date.getUTCDate()} ${part(date, { month: "long" })} ${date.getUTCFullYear()}`;

  const say = (box) => {
    const date = parse(box.querySelector("input").value);
    const words = box.querySelector("[data-day-words]");
    if (date === "missing") words.textContent = words.dataset.missing;
    else words.textContent = date ? long(date) : "";
  };
  const offset = (today, step) => {
    const date = new Date(`${today}T00:00:00Z`);
    if (step.endsWith("m")) {
      const day = date.getUTCDate();
      date.setUTCDate(1);
      date.setUTCMonth(date.getUTCMonth() + parseInt(step, 10));
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      date.setUTCDate(Math.min(day, last));
    } else {
      date.setUTCDate(date.getUTCDate() + Number(step));
    }
    return date;
  };

  document.addEventListener("input", (event) => {
    const box = event.target.closest?.("[data-day]");
    if (box) say(box);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-day-offset]");
    if (!button) return;
    const box = button.closest("[data-day]");
    const input = box.querySelector("input");
    input.value = short(offset(box.dataset.day, button.dataset.dayOffset));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
