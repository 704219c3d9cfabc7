/* The editor's buttons have English names that its library translates for nobody, and its text has none: here they get
   theirs, as soon as an editor stands in the page. */
"use strict";
{
  const NAMES = {
    paragraph: gettext("Paragraph"), "unordered list": gettext("Bulleted list"), "ordered list": gettext("Numbered list"),
    blockquote: gettext("Quotation"), bold: gettext("Bold"), italic: gettext("Italic"), underline: gettext("Underlined"),
    strike: gettext("Struck through"), subscript: gettext("Subscript"), superscript: gettext("Superscript"),
    "insert link": gettext("Link"), "remove link": gettext("Remove the link"), undo: gettext("Undo"), redo: gettext("Redo"),
    "horizontal rule": gettext("Line across"), "Insert table": gettext("Insert a table"),
    "Add column": gettext("Add a column"), "Delete column": gettext("Delete the column"), "Add row": gettext("Add a row"),
    "Delete row": gettext("Delete the row"), "Toggle header cell": gettext("Heading cell, on or off"),
    "Delete table": gettext("Delete the table"), "Merge cells": gettext("Merge cells"), "Split cell": gettext("Split the cell"),
  };

  function name(editor) {
    for (const button of editor.querySelectorAll(".prose-menubar__button[title]")) {
      const own = NAMES[button.title];
      if (own) {
        button.title = own;
        button.setAttribute("aria-label", own);
      }
    }
    for (const option of editor.querySelectorAll(".prose-menubar__option[data-name]")) {
      const [, level] = option.dataset.name.match(/^heading(\d)$/) ?? [];
      const words = level ? interpolate(gettext("Heading %s"), [level]) : NAMES[option.dataset.name];
      if (words && option.firstElementChild.textContent !== words) option.firstElementChild.textContent = words;
    }
    const text = editor.querySelector("[role=textbox]");
    const label = document.querySelector(`label[for="${editor.querySelector("textarea")?.id}"]`);
    if (text && label && !text.hasAttribute("aria-label")) {
      text.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
    }
  }

  const nameAll = () => document.querySelectorAll(".prose-editor").forEach(name);
  nameAll();
  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
}
