/* Opens a row that came as a line: its boxes are made from the row for new ones, and hold what was carried out of sight.
   In a row that was added, and in one that was opened, the first box has the focus. */
"use strict";
{
  function enter(row) {
    row.querySelector("td:not(.original) :is(.select2-selection, input:not([type=hidden]), textarea, select)")?.focus();
  }

  function fill(row, name, carried) {
    const boxes = [...row.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const values = carried.map((one) => one.value);
    for (const box of boxes) {
      if (box.type === "checkbox") box.checked = values.length > 0;
      else if (box.localName !== "select") box.value = values[0] ?? "";
      else {
        for (const one of carried) {
          if (one.dataset.said && ![...box.options].some((option) => option.value === one.value)) {
            box.add(new Option(one.dataset.said, one.value));
          }
        }
        for (const option of box.options) option.selected = values.includes(option.value);
      }
    }
  }

  function open(line) {
    const [, prefix, number] = line.id.match(/^(.+)-(\d+)$/);
    const row = document.getElementById(`${prefix}-empty`).cloneNode(true);
    for (const box of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...box.attributes]) {
        if (value.includes("__prefix__")) box.setAttribute(name, value.replaceAll("__prefix__", number));
      }
    }
    const carried = [...line.querySelectorAll("input[type=hidden]")];
    const names = new Set([...row.querySelectorAll("[name]")].map((box) => box.name));
    for (const name of names) {
      const own = carried.filter((one) => one.name === name);
      if (own.length || name !== `${prefix}-${number}-DELETE`) fill(row, name, own);
    }
    row.querySelector("td.delete").replaceWith(line.querySelector("td.delete"));
    for (const cell of line.querySelectorAll("td.is-read")) row.querySelector(`td.${cell.classList[0]}`).replaceWith(cell);
    // What no box of a new row holds is carried on.
    row.querySelector("td.original").append(...carried.filter((one) => !names.has(one.name)));
    line.replaceChildren(...row.children);
    line.classList.remove("is-line");
    line.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: prefix } }));
    enter(line);
  }

  document.addEventListener("formset:added", (event) => {
    if (event.target.localName === "tr" && document.activeElement?.closest(".add-row")) enter(event.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".line__open");
    if (button) open(button.closest("tr"));
  });
  for (const button of document.querySelectorAll(".line__open")) button.hidden = false;
}
