/* Moving through the entry grid as in a spreadsheet, and pasting a block into it. */
(() => {
  const grid = document.querySelector("[data-grid]");
  if (!grid) return;

  const shown = (input) => input.offsetParent !== null;
  const rows = () => [...grid.tBodies[0].rows];
  const place = (input) => {
    const cell = input.closest("td");
    return [rows().indexOf(cell.parentElement), cell.cellIndex];
  };
  const at = (row, column) => {
    const input = rows()[row]?.cells[column]?.querySelector("input");
    return input && shown(input) ? input : null;
  };

  // From a cell in steps of (down, right): the next one that can be typed in.
  const next = (input, down, right) => {
    let [row, column] = place(input);
    for (let step = 0; step < 200; step += 1) {
      row += down;
      column += right;
      if (!rows()[row]?.cells[column]) return null;
      const found = at(row, column);
      if (found) return found;
    }
    return null;
  };

  const go = (event, input) => {
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  };

  grid.addEventListener("keydown", (event) => {
    const input = event.target.closest("input");
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return;
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (event.key === "Enter") {
      // Enter goes down, as in a spreadsheet; it never sends half a grid.
      event.preventDefault();
      go(event, next(input, event.shiftKey ? -1 : 1, 0));
    } else if (event.key === "ArrowDown") go(event, next(input, 1, 0));
    else if (event.key === "ArrowUp") go(event, next(input, -1, 0));
    else if (event.key === "ArrowRight" && (atEnd || all)) go(event, next(input, 0, 1));
    else if (event.key === "ArrowLeft" && (atStart || all)) go(event, next(input, 0, -1));
  });

  // Several cells from a spreadsheet go to the right and down from where the cursor is.
  grid.addEventListener("paste", (event) => {
    const input = event.target.closest("input");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const [row, column] = place(input);
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, down) => {
      line.split("\t").forEach((word, right) => {
        const cell = rows()[row + down]?.cells[column + right]?.querySelector("input");
        if (!cell) return;
        cell.value = word.trim();
        cell.classList.add("is-changed");
      });
    });
  });

  grid.addEventListener("input", (event) => {
    event.target.classList.toggle("is-changed", event.target.value !== event.target.defaultValue);
  });
})();
