/* Keys for the desk's queue of facts to confirm. Each works only while a fact has the focus; without this script Tab and
   Enter do the same. */
"use strict";
{
  const rows = [...document.querySelectorAll(".claims__row")];
  const first = (row) => row?.querySelector('[data-key="1"]');

  function press(row, key) {
    const target = row.querySelector(`[data-key="${key}"]`);
    if (target?.matches("summary")) {
      target.parentElement.open = true;
      target.parentElement.querySelector("[name=ended_on]").focus();
    } else {
      target?.click();
    }
    return Boolean(target);
  }

  function move(row, step) {
    const target = first(rows[rows.indexOf(row) + step]);
    target?.focus();
    return Boolean(target);
  }

  document.addEventListener("keydown", (event) => {
    const row = event.target.closest(".claims__row");
    const isTyping = event.target.closest("input, select, textarea, .select2-container, .select2-dropdown");
    if (!row || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const done = event.key in steps ? move(row, steps[event.key]) : /^[1-4]$/.test(event.key) && press(row, event.key);
    if (done) event.preventDefault();
  });

  // Enter in the box of the day is meant for the end, not for the form's first button.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[name=ended_on]")) {
      event.preventDefault();
      event.target.closest("form").querySelector('.claims__with [value="ended"]').click();
    }
  });
}
