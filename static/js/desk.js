/* Names for boxes of the officers' desk that Django's own scripts leave nameless to a screen reader (the search box of a
   picker, the box that removes a row of a table), and kept files brought into sight. Nothing depends on it. */
"use strict";
{
  const textOf = (element) => (element ? element.textContent.trim().replace(/\s+/g, " ") : "");

  function nameOfPicker(search) {
    const select = search.closest(".select2-container")?.previousElementSibling;
    return select?.getAttribute("aria-label") || textOf(document.querySelector(`label[for="${select?.id}"]`));
  }

  function nameBoxes(root) {
    for (const search of root.querySelectorAll(".select2-search__field")) {
      search.setAttribute("aria-label", nameOfPicker(search));
    }
    for (const chosen of root.querySelectorAll(".select2-selection__rendered[role=textbox]")) {
      chosen.setAttribute("aria-label", [nameOfPicker(chosen), textOf(chosen)].filter(Boolean).join(": "));
    }
    for (const cell of root.querySelectorAll("td.delete")) {
      const heading = cell.closest("table").querySelector("thead th:last-child");
      cell.querySelector("input")?.setAttribute("aria-label", textOf(heading));
    }
  }

  // A file that was kept over a refused save is not to lie in a folded part of the form.
  for (const upload of document.querySelectorAll(".upload")) {
    upload.closest("details")?.setAttribute("open", "");
  }

  // A form that the queue of facts to confirm opened: its field has the focus, wherever it is folded.
  const field = location.hash.startsWith("#id_") && document.getElementById(location.hash.slice(1));
  if (field) {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  }

  // Queued behind the pickers, which django.jQuery starts once the page is read.
  window.django?.jQuery(() => nameBoxes(document));
  window.django?.jQuery(document).on("change", "select", () => nameBoxes(document));
  document.addEventListener("formset:added", (event) => nameBoxes(event.target));
}
