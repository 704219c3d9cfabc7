/* Names for boxes of the officers' desk that Django's own scripts leave nameless to a screen reader (the search box of a
   picker, the box that removes a row of a table), kept files brought into sight, pickers whose order counts, and the keyboard:
   the first box of a new record has the focus, and Ctrl+S saves. Nothing depends on it. */
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

  // A file that was kept over a refused save is not to lie in a folded part of the form; the tile of a photograph shows it.
  for (const upload of document.querySelectorAll(".upload")) {
    upload.closest("details:not(.photo__words)")?.setAttribute("open", "");
  }

  // A form that the queue of facts to confirm opened: its field has the focus, wherever it is folded.
  function show(hash) {
    const named = hash.startsWith("#id_") && document.getElementById(hash.slice(1));
    if (named) {
      named.closest("details")?.setAttribute("open", "");
      named.focus();
    }
    return named;
  }
  const field = show(location.hash);
  for (const link of document.querySelectorAll(".work__side a[href^='#id_']")) {
    link.addEventListener("click", () => setTimeout(() => show(link.hash)));
  }

  // A new record: its first box. Not over what a refused form says at its top.
  const form = document.querySelector("#content-main form[id$=_form]");
  if (!field && location.pathname.endsWith("/add/") && !document.querySelector(".errornote, .asknote, .errorlist")) {
    const boxes = form?.querySelectorAll("input:is([type=text], [type=email], [type=url], [type=number]), textarea, select") ?? [];
    [...boxes].find((box) => box.checkVisibility() && !box.closest("details:not([open])"))?.focus({ preventScroll: true });
  }

  // The form's own button is pressed, so that what asks, merges or waits for review does so as ever. By the key's place:
  // on a Thai keyboard the same key writes another letter.
  document.addEventListener("keydown", (event) => {
    if (!form || event.code !== "KeyS" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const buttons = ["_continue", "_save"].map((name) => form.querySelector(`[type=submit][name=${name}]:not([hidden])`));
    if (!event.repeat) buttons.find(Boolean)?.click();
  });

  // What is picked stands at the end, also what was taken out before: then its box stands where it stood at first.
  window.django?.jQuery(document).on("select2:select", "select[data-in-order]", ({ target, params }) => {
    const { id } = params.data;
    target.append([...target.options].find((option) => option.value === String(id)));
    window.django.jQuery(target).trigger("change");
  });

  // Queued behind the pickers, which django.jQuery starts once the page is read.
  window.django?.jQuery(() => nameBoxes(document));
  window.django?.jQuery(document).on("change", "select", () => nameBoxes(document));
  // Two lists beside each other are made when all is loaded; the pictures of their search boxes have a name and no role.
  window.addEventListener("load", () => {
    for (const picture of document.querySelectorAll(".search-label-icon[aria-label]")) picture.setAttribute("role", "img");
  });
  document.addEventListener("formset:added", (event) => nameBoxes(event.target));
}
