/* What is pasted into an editor is cleaned before the editor reads it, and a line below tells what was left out and mended. */
import { Extension, Plugin } from "django-prose-editor/editor";
import { cleaned } from "portal/paste_html";
import { joined } from "portal/paste_text";

const { rules, words } = JSON.parse(document.getElementById("paste-rules").textContent);

function lineOf(view) {
  const editor = view.dom.closest(".prose-editor");
  return editor.querySelector(".paste-line") || editor.appendChild(
    Object.assign(document.createElement("p"), { className: "paste-line", role: "status", ariaLive: "polite" }));
}

function tell(view, found) {
  const said = Object.entries(words).map(([sentence, kinds]) => {
    const things = Object.entries(kinds).filter(([kind]) => found[kind]);
    const told = things.map(([kind, forms]) => forms[found[kind] > 1 ? 1 : 0].replace("%(count)s", found[kind]));
    return told.length ? sentence.replace("%(things)s", told.join(", ")) : "";
  });
  lineOf(view).textContent = said.filter(Boolean).join(" · ");
}

/** An extension of the editor. */
export const PasteCleaner = Extension.create({
  name: "PasteCleaner",
  onCreate() {
    lineOf(this.editor.view);
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML(html, view) {
          const { html: text, found } = cleaned(html, rules);
          tell(view, found);
          const slice = /<[^>]+\s(data-pm-slice="[^"]*")/.exec(html); // the editor's own copy says how it was cut
          return slice && !Object.keys(found).length ? html : text;
        },
        transformPastedText(text, plain, view) {
          const { text: mended, found } = joined(text, rules);
          tell(view, found);
          return mended;
        },
        handlePaste(view, event) {
          const { files, types } = event.clipboardData ?? { files: [], types: [] };
          if (files.length && !types.includes("text/html") && !types.includes("text/plain")) tell(view, { picture: files.length });
          return false;
        },
      },
    }),
  ],
});
