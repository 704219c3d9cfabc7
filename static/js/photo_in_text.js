/* A photograph of the record in its text: chosen from the tiles of the form, saved or not, and kept as a key alone. The editor
   shows it as it stands in its tile; it is moved and deleted with the keys, or dragged. A tile tells in which texts it stands. */
import { crel, Node } from "django-prose-editor/editor";

const { words } = JSON.parse(document.getElementById("photos-in-text").textContent);
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
  'stroke-width="2"><path d="M3 5h18v14H3z"/><path d="m3 17 6-6 5 5 3-3 4 4"/><circle cx="16" cy="9" r="1.5"/></svg>';
const group = document.querySelector(".photos");
const editors = new Set();
const views = new Set(); // each draws one photograph in a text anew

const tiles = () => [...(group?.querySelectorAll(".photos__tiles > .inline-related[data-key]") ?? [])];
const tileOf = (key) => tiles().find((tile) => tile.dataset.key === key);
const boxOf = (tile, name) => tile.closest("form").elements[`${tile.id}-${name}`];
const isLeaving = (tile) => boxOf(tile, "DELETE")?.checked ?? false;
const nameOf = (tile) => tile.querySelector(".photo__name").textContent.trim();
const textarea = (editor) => editor.view.dom.closest(".prose-editor").querySelector("textarea");
const labelOf = (editor) => document.querySelector(`label[for="${textarea(editor).id}"]`)?.textContent.trim().replace(/:$/, "") ?? "";

/* What stands under the photograph: in the language of the text, or else what the tile calls it. */
function wordsOf(tile, editor) {
  const language = textarea(editor).name.endsWith("_en") ? "en" : "th";
  return [`caption_${language}`, `alt_${language}`].map((name) => boxOf(tile, name)?.value.trim()).find(Boolean) || nameOf(tile);
}

function keysIn(editor) {
  const found = new Set();
  editor.state.doc.descendants((node) => { if (node.type.name === "photo") found.add(node.attrs.key); });
  return found;
}

/* Each tile says in which texts it stands; one that is marked to go says it aloud. */
function tellTiles(marked) {
  const standing = [...editors].map((editor) => [labelOf(editor), keysIn(editor)]);
  for (const tile of tiles()) {
    const texts = standing.filter(([, keys]) => keys.has(tile.dataset.key)).map(([label]) => label).join(", ");
    const line = tile.querySelector(".photo__in-text") ??
      tile.querySelector(".photo__state").appendChild(crel("span", { className: "photo__in-text" }));
    line.textContent = texts && words[isLeaving(tile) ? "leaves" : "stands"].replace("%s", texts);
    line.hidden = !texts;
    if (texts && tile.contains(marked) && isLeaving(tile)) group.querySelector(".photos__said").textContent = line.textContent;
  }
}

function drawAll({ target }) {
  views.forEach((draw) => draw());
  tellTiles(target.name?.endsWith("-DELETE") ? target : null);
}

/* Where the cursor is. The cursor goes on behind it: what is typed next must not take its place. */
function put(editor, key) {
  const goOn = ({ tr, state, commands }) => {
    const { node, to } = tr.selection;
    if (node && !tr.doc.resolve(to).nodeAfter?.isTextblock) tr.insert(to, state.schema.nodes.paragraph.create());
    return node ? commands.setTextSelection(to + 1) : true;
  };
  editor.chain().focus().insertContent({ type: "photo", attrs: { key } }).command(goOn).scrollIntoView().run();
}

function open(editor) {
  const standing = keysIn(editor);
  const close = crel("button", { type: "button", textContent: words.cancel });
  const more = crel("button", { type: "button", textContent: words.more });
  const list = crel("ul", { className: "photo-picker__list" }, tiles().filter((tile) => !isLeaving(tile)).map((tile) => {
    const image = crel("img", { src: tile.querySelector(".photo__picture").src, alt: "" });
    const where = crel("span", { className: "photo-picker__where", textContent: standing.has(tile.dataset.key) ? words.here : "" });
    const button = crel("button", { type: "button", className: "photo-picker__photo", disabled: standing.has(tile.dataset.key) },
      [image, crel("span", { className: "photo-picker__name", textContent: nameOf(tile) }), where]);
    button.addEventListener("click", () => {
      dialog.close();
      put(editor, tile.dataset.key);
    });
    return crel("li", {}, [button]);
  }));
  const said = crel("p", { className: "photo-picker__said", textContent: list.children.length ? words.how : words.none });
  const dialog = crel("dialog", { className: "photo-picker", "aria-label": words.title },
    [crel("h3", { textContent: words.title }), said, list, crel("p", { className: "photo-picker__bar" }, [more, close])]);
  close.addEventListener("click", () => dialog.close());
  more.addEventListener("click", () => {
    dialog.close();
    group.querySelector("details")?.setAttribute("open", "");
    group.querySelector(".photos__drop input, summary")?.focus();
  });
  dialog.addEventListener("close", () => dialog.remove());
  group.append(dialog);
  dialog.showModal();
}

/* Over the block before it, or the one after it. */
function move(editor, way) {
  const { node, from, to, $from } = editor.state.selection;
  const beside = node?.type.name === "photo" && $from.parent.maybeChild($from.index() + way);
  if (!beside) return false;
  const place = from + way * beside.nodeSize;
  return editor.chain().command(({ tr }) => Boolean(tr.delete(from, to).insert(place, node))).setNodeSelection(place).scrollIntoView().run();
}

if (group) {
  for (const kind of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(kind, drawAll);
  document.addEventListener("photos:rekeyed", ({ detail: { before, now } }) => {
    for (const { state, view } of before === now ? [] : editors) {
      const { tr } = state;
      state.doc.descendants((node, place) => {
        if (node.type.name === "photo" && node.attrs.key === before) tr.setNodeAttribute(place, "key", now);
      });
      if (tr.docChanged) view.dispatch(tr);
    }
  });
}

/** A node of the editor. */
export const Photo = Node.create({
  name: "photo",
  group: "block",
  atom: true,
  draggable: true,
  onCreate() {
    editors.add(this.editor);
    tellTiles();
  },
  onDestroy() {
    editors.delete(this.editor);
  },
  addAttributes: () => ({
    key: { parseHTML: (figure) => figure.dataset.photo, renderHTML: ({ key }) => ({ "data-photo": key }) },
  }),
  parseHTML: () => [{ tag: "figure[data-photo]" }],
  // Not empty: the editor takes a text of one empty element for no text at all.
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["br"]],
  addKeyboardShortcuts: () => ({
    "Alt-ArrowUp": ({ editor }) => move(editor, -1),
    "Alt-ArrowDown": ({ editor }) => move(editor, 1),
  }),
  addNodeView: () => ({ node, editor }) => {
    const image = crel("img", { alt: "" });
    const line = crel("figcaption");
    const dom = crel("figure", { className: "photo-in-text", contentEditable: "false" }, [image, line]);
    let { key } = node.attrs;
    const draw = () => {
      const tile = tileOf(key);
      const source = tile?.querySelector(".photo__picture").getAttribute("src") ?? "";
      image.hidden = !source;
      if (image.getAttribute("src") !== source) image.src = source;
      const said = tile ? wordsOf(tile, editor) : words.gone;
      line.textContent = tile && isLeaving(tile) ? `${said} (${words.leaving})` : said;
      dom.setAttribute("aria-label", tile ? words.photo.replace("%s", line.textContent) : said);
      dom.classList.toggle("photo-in-text--gone", !tile || isLeaving(tile));
    };
    views.add(draw);
    setTimeout(draw); // once it stands beside its box
    return {
      dom,
      ignoreMutation: () => true,
      destroy: () => views.delete(draw),
      update(next) {
        if (next.type !== node.type) return false;
        ({ key } = next.attrs);
        draw();
        return true;
      },
    };
  },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "photo",
      groups: "nodes",
      button: buttons.svg(ICON, words.button),
      option: null,
      command: open,
      active: (editor) => editor.isActive("photo"),
      hidden: () => !group,
    });
  },
});
