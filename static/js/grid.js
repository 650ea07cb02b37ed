/* Moving through the entry grid as in a spreadsheet, and pasting a block into it. */
(() => {
  const grid = document.querySelector("[data-grid]");
  if (!grid) return;

  const rows = () => [...grid.tBodies[0].rows];
  const place = (input) => {
    const cell = input.closest("td");
    return [rows().indexOf(cell.parentElement), cell.cellIndex];
  };
  const at = (row, column) => rows()[row]?.cells[column]?.querySelector("input");

  // From a cell in steps of (down, right): the next one that can be typed in.
  const next = (input, down, right) => {
    let [row, column] = place(input);
    while (rows()[(row += down)]?.cells[(column += right)]) {
      const found = at(row, column);
      if (found?.offsetParent) return found;
    }
  };

  const go = (event, down, right) => {
    const input = next(event.target, down, right);
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  };

  grid.addEventListener("keydown", (event) => {
    const input = event.target.closest("input");
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: from, selectionEnd: to, value } = input;
    const all = from === 0 && to === value.length;
    if (event.key === "Enter") {
      // Enter goes down, as in a spreadsheet; it never sends half a grid.
      event.preventDefault();
      go(event, event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "ArrowDown") go(event, 1, 0);
    else if (event.key === "ArrowUp") go(event, -1, 0);
    else if (event.key === "ArrowRight" && (all || from === value.length)) go(event, 0, 1);
    else if (event.key === "ArrowLeft" && (all || to === 0)) go(event, 0, -1);
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
        const cell = at(row + down, column + right);
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
