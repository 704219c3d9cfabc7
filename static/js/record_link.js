/* A link to one of our records: picked by a part of its name, and kept as a key, so that a changed address breaks nothing. */
import { Extension } from "django-prose-editor/editor";

const { url, words } = JSON.parse(document.getElementById("record-links").textContent);
const KEY = /^\/to\//;
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
  'stroke-width="2"><path d="M6 3h9l4 4v6M6 3v18h6M9 9h6M9 13h3"/><path d="M15 18h5m-2-2.5 2.5 2.5L18 20.5"/></svg>';

function made(tag, facts = {}, children = []) {
  const one = Object.assign(document.createElement(tag), facts);
  one.append(...children);
  return one;
}

async function asked(query) {
  const answer = await fetch(`${url}?${new URLSearchParams(query)}`, { credentials: "same-origin", redirect: "error" });
  return answer.ok ? (await answer.json()).links : [];
}

const told = (link) => [link.kind, link.name].join(": ") + (link.state ? ` (${link.state})` : "");

/* Puts the link on what is chosen in the text, or writes the record's name where nothing is. */
function put(editor, link) {
  const chain = editor.chain().focus();
  const mark = { type: "link", attrs: { href: link.href } };
  if (editor.isActive("link")) chain.extendMarkRange("link").updateAttributes("link", { href: link.href }).run();
  else if (editor.state.selection.empty) chain.insertContent({ type: "text", text: link.name, marks: [mark] }).run();
  else chain.setMark("link", { href: link.href }).run();
}

function open(editor) {
  const box = made("input", { type: "search", className: "vTextField", autocomplete: "off" });
  const list = made("ul", { className: "record-link__found" });
  const line = made("p", { className: "record-link__line", role: "status" });
  const close = made("button", { type: "button", className: "button", textContent: words.cancel });
  const label = made("label", { textContent: words.search }, [box]);
  const dialog = made("dialog", { className: "record-link" }, [made("h2", { textContent: words.title }), label, line, list, close]);
  dialog.setAttribute("aria-label", words.title);
  let timer = 0, last = 0;

  const choose = (link) => {
    dialog.close();
    put(editor, link);
  };
  async function search() {
    const number = ++last;
    const found = box.value.trim().length > 1 ? await asked({ q: box.value }) : [];
    if (number !== last) return; // a later one was asked meanwhile
    list.replaceChildren(...found.map((link) => {
      const button = made("button", { type: "button", textContent: told(link) });
      button.addEventListener("click", () => choose(link));
      return made("li", {}, [button]);
    }));
    line.textContent = found.length || box.value.trim().length < 2 ? "" : words.nothing;
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "ArrowDown") list.querySelector("button")?.focus();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  box.focus();
  const now = editor.getAttributes("link").href || "";
  if (KEY.test(now)) asked({ at: now }).then((links) => { line.textContent = links.length ? words.now.replace("%s", told(links[0])) : words.gone; });
}

/** An extension of the editor. */
export const RecordLink = Extension.create({
  name: "RecordLink",
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "recordLink",
      groups: "link",
      button: buttons.svg(ICON, words.title),
      command: open,
      active: (editor) => KEY.test(editor.getAttributes("link").href || ""),
    });
  },
});
