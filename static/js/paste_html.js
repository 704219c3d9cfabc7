/* HTML of other programs, made plain enough for the editor to read: styles become tags, what its author did not mean to be
   read goes. It judges by the rules of iad_portal/lib/paste_rules.py, as iad_portal/lib/foreign_html.py does again when the
   text is saved, and is tried on the same cases (tests/pasted/cases.json). No guard: what is safe, the server decides. */
import { blank, declarations, escaped, matches, mended, numbering, styleSheet, withHeaderRow } from "portal/paste_text";

class Cleaner {
  constructor(html, rules, leavesQuotes) {
    Object.assign(this, { rules, leavesQuotes, found: {}, out: [], lists: [], inItem: false, inField: false, unseen: new Set() });
    this.foreign = Boolean(matches(rules.office, html));
    let inside = false;
    html = html.replace(new RegExp(rules.support_lists, "gi"), (comment, word) => {
      const was = inside;
      inside = word.toLowerCase() !== "endif";
      return was === inside ? comment : inside ? '<span data-style="mso-list:ignore">' : "</span>";
    });
    // The page's policy refuses these even here, and aloud: they get another name, by which `style` is read.
    html = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, " data-$1="));
    html = html.replace(/<(\/?)style\b/gi, "<$1template data-css");
    const page = new DOMParser().parseFromString(`<!doctype html>${html}`, "text/html");
    this.sheet = styleSheet([...page.querySelectorAll("[data-css]")].map((one) => one.innerHTML).join("\n"));
    this.body = page.body;
  }

  count(kind, more = 1) {
    if (kind && more) this.found[kind] = (this.found[kind] || 0) + more;
  }

  clean() {
    this.body.querySelectorAll("template,script,xml,title").forEach((one) => one.remove());
    const all = [...this.body.querySelectorAll("*")];
    for (const one of all.filter((link) => matches(this.rules.comment_return, link.id))) this.removeAround(one);
    this.shift = all.some((one) => this.level(one, this.look(one)) === 1) ? 1 : 0;
    this.children(this.body, { marks: [], unseen: {} });
    this.closeLists(0);
    const comments = Math.max(this.found.comment || 0, this.found.comment_mark || 0);
    delete this.found.comment_mark;
    if (comments) this.found.comment = comments;
    return { html: this.out.join(""), found: this.found };
  }

  removeAround(link) {
    const inner = link.closest("p") || link;
    const box = inner.parentNode;
    (box.localName === "div" && box.firstElementChild === inner ? box : inner).remove();
    this.count("comment");
  }

  /* The settled style of an element, by property and as the rules want it written. */
  look(one) {
    const style = { ...this.sheet[one.localName] };
    for (const name of one.classList) {
      const key = `.${name.toLowerCase()}`;
      Object.assign(style, this.sheet[key], this.sheet[one.localName + key]);
    }
    Object.assign(style, this.sheet[`#${one.id.toLowerCase()}`]);
    if (one.hasAttribute("color")) style.color = one.getAttribute("color").toLowerCase();
    if (one.hasAttribute("bgcolor")) style["background-color"] = one.getAttribute("bgcolor").toLowerCase();
    Object.assign(style, declarations(one.dataset?.style || one.getAttribute("style") || ""));
    return { style, said: Object.entries(style).map(([name, value]) => `;${name}:${value}`).join("") + ";" };
  }

  fits(one, look, asked) {
    return Object.entries(asked).some(([where, pattern]) => {
      if (where === "attribute") return one.hasAttribute(pattern);
      if (where === "class") return [...one.classList].some((name) => matches(pattern, name));
      return matches(pattern, { tag: one.localName, style: look.said }[where] ?? one.getAttribute(where));
    });
  }

  /* Why an element is left out: a kind, "" for what is not worth telling, null when it stays. */
  kind(one, look) {
    const field = matches(this.rules.field, look.said);
    if (field) this.inField = field[1] === "begin";
    if (this.leavesQuotes && this.fits(one, look, this.rules.quoted_mail)) return "mail";
    const hit = this.rules.left_out.find(([, asked]) => this.fits(one, look, asked));
    if (!hit || (hit[0] === "deleted" && "style" in hit[1] && one.closest("[role=checkbox]"))) return null;
    return matches(this.rules.checkbox.role, one.getAttribute("aria-roledescription")) ? "" : hit[0];
  }

  children(node, around) {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.words(child, around);
      if (child.nodeType !== 1) continue;
      const look = this.look(child);
      const kind = this.kind(child, look);
      if (kind === null) this.element(child, look, around);
      else if (!kind) this.tell(child);
      else if (/picture|embedded/.test(kind) || !blank(child.textContent) || child.querySelector("img")) this.count(kind);
    }
  }

  /* Counts within what is left out without a word. */
  tell(node) {
    for (const child of node.children) {
      const kind = this.kind(child, this.look(child));
      if (kind) this.count(kind);
      else this.tell(child);
    }
  }

  words(node, around) {
    if (around.hides && !blank(node.data) && !this.unseen.has(around.hides)) {
      this.unseen.add(around.hides);
      this.count("hidden");
    }
    if (around.hides || this.inField) return;
    const says = !blank(node.data), tags = says ? around.marks : [];
    if (says) this.closeOutside();
    if (says && around.inQuote) this.quotes = true;
    else if (says) this.ownWords = true;
    if (says && this.before) this.out.push(this.before);
    if (says) this.before = "";
    this.out.push(...tags.map(([name, pairs]) => `<${name}${pairs}>`), escaped(mended(node.data, this.rules, () => this.count("damage"))));
    this.out.push(...tags.map(([name]) => `</${name}>`).reverse());
  }

  level(one, look) {
    const tag = one.localName;
    if (!this.rules.paragraphs.includes(tag) || /^d[dt]$/.test(tag)) return 0;
    if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
    for (const name of one.classList) {
      const found = this.rules.titles[name] || matches(this.rules.heading_class, name)?.[1];
      if (found) return Number(found);
    }
    if (one.getAttribute("role") === "heading") return Number((one.getAttribute("aria-level") || "2")[0]);
    const found = matches(this.rules.heading_style, look.said);
    return found ? Number(found[1] || found[2]) : 0;
  }

  element(one, look, around) {
    const { rules } = this, tag = one.localName, level = this.level(one, look);
    if (tag === "br") return this.lineBreak(one, look);
    const photo = tag === rules.photo.tag && (one.getAttribute(rules.photo.attribute) || "").trim().toLowerCase();
    if (photo && matches(rules.photo.key, photo)) {
      this.closeOutside();
      return this.out.push(`<${tag} ${rules.photo.attribute}="${photo}"></${tag}>`);
    }
    if (this.inItem && matches(rules.list_marker, look.said)) return;
    if (matches(rules.checkbox.role, one.getAttribute("role"))) {
      this.before = rules.checkbox[one.getAttribute("aria-checked") === "true" ? "done" : "open"];
    }
    const inner = this.inherited(one, look, around);
    inner.plain = around.plain || tag === "th" || Boolean(level && this.foreign);
    inner.marks = this.marks(one, look, inner);
    const listed = !level && rules.paragraphs.includes(tag) && matches(rules.list_style, look.said);
    const isOnline = (item) => item.localName === "li" && item.hasAttribute("data-aria-level");
    const isLoose = isOnline(one) ? [...one.parentNode.children].every(isOnline) : !/^[uo]l$/.test(one.parentNode.localName);
    if (listed) this.item(one, inner, this.marker(one), Number(listed[2] || 1), listed[1]);
    else if (tag === "li" && isLoose) {
      const marker = one.parentNode.localName === "ol" ? `${one.parentNode.getAttribute("start") || 1}.` : "•";
      this.item(one, inner, marker, Number(matches("^[1-9]", one.dataset.ariaLevel)?.[0] || 1), "online");
    } else if (/^[uo]l$/.test(tag) && one.children.length && [...one.children].every(isOnline)) this.children(one, inner);
    else if (rules.containers.includes(tag) && one.querySelector("li")) this.children(one, inner);
    else if (level || rules.paragraphs.includes(tag) || rules.containers.includes(tag)) {
      if (level && tag === "p") this.count("heading");
      const plain = rules.containers.includes(tag) ? "div" : "p";
      this.block(level ? `h${Math.min(Math.max(level + this.shift, 2), 4)}` : plain, "", one, inner);
    } else if (/^[uo]l$/.test(tag) || rules.text_boxes.includes(tag) || rules.boxes.includes(tag)) this.box(one, inner);
    else this.children(one, inner);
  }

  lineBreak(one, look) {
    const isInline = (node) => node.nodeType === 3 || !/^(p|h\d|div|ul|ol|table|hr|blockquote)$/.test(node.localName);
    const beside = (way) => {
      let node = one[way];
      while (node && (node.localName === "br" || node.nodeType === 8 || (node.nodeType === 3 && blank(node.data)))) node = node[way];
      return node && isInline(node);
    };
    const stands = one.closest("p") || beside("previousSibling") || beside("nextSibling");
    if (stands) this.out.push(matches(this.rules.page_break, look.said) ? " " : "<br>");
  }

  /* What goes on within an element: colours, and `hides`, the outermost element whose letters cannot be seen. */
  inherited(one, look, around) {
    const { rules } = this, unseen = { ...around.unseen };
    for (const [name, pattern] of Object.entries(rules.unseen)) {
      if (name in look.style) unseen[name] = Boolean(matches(pattern, look.style[name]));
    }
    const ground = matches(rules.ground, look.said)?.[1] ?? around.ground;
    const ink = matches(rules.as_before, look.style.color) ? around.ink : look.style.color ?? around.ink;
    const blotted = matches(rules.black, ground) && (!ink || matches(rules.black, ink));
    const empty = matches(rules.white, ink) && (!ground || matches(rules.white, ground));
    const isHidden = blotted || empty || matches(rules.clear, ink) || (ink && ink === ground) || Object.values(unseen).some(Boolean);
    const inQuote = around.inQuote || this.fits(one, look, rules.quoted_mail);
    return { ...around, inQuote, unseen, ground, ink, hides: isHidden ? around.hides || one : null };
  }

  marks(one, look, around) {
    const { rules } = this, tag = one.localName;
    const isBlock = ["paragraphs", "containers", "text_boxes", "boxes"].some((name) => rules[name].includes(tag));
    let marks = around.marks;
    const href = tag === "a" && (one.getAttribute("href") || "").trim();
    const address = href && this.followed(href);
    if (address) marks = [...marks.filter(([name]) => name !== "a"), ["a", ` href="${escaped(address)}"`]];
    else if (href) this.count("link");
    const linked = marks.some(([name]) => name === "a");
    for (const [name, asked] of Object.entries(rules.marks)) {
      const off = matches(asked.off, look.said);
      const byStyle = matches(asked.on, look.said) && (!isBlock || /^(strong|em)$/.test(name)) &&
        !(name === "u" && this.fits(one, look, rules.not_underlined));
      const plain = (name === "strong" && around.plain) || (name === "u" && linked);
      const has = marks.some(([mark]) => mark === name);
      if ((matches(asked.tag, tag) || byStyle) && !off && !plain) marks = has ? marks : [...marks, [name, ""]];
      else if ((off && asked.inherited) || (name === "strong" && around.plain)) marks = marks.filter(([mark]) => mark !== name);
    }
    return marks;
  }

  followed(href) {
    for (const [pattern, parameter] of this.rules.detours) {
      if (matches(pattern, href) && URL.canParse(href)) href = new URL(href).searchParams.get(parameter) || href;
    }
    return matches(this.rules.link, href) && !matches(this.rules.no_link, href) ? href : null;
  }

  block(tag, attributes, node, around) {
    this.closeOutside();
    this.out.push(`<${tag}${attributes}>`);
    this.children(node, around);
    this.out.push(`</${tag}>`);
  }

  box(one, around) {
    const kept = this.rules.kept_attributes[one.localName] || [];
    const attributes = [...one.attributes].filter(({ name }) => kept.includes(name)).map(({ name, value }) => ` ${name}="${escaped(value)}"`);
    this.closeOutside();
    const aside = [this.lists, this.inItem], begin = this.out.length;
    [this.lists, this.inItem] = [[], false];
    this.out.push(`<${one.localName}${attributes.join("")}>`);
    this.children(one, around);
    this.closeLists(0);
    this.out.push(`</${one.localName}>`);
    [this.lists, this.inItem] = aside;
    if (one.localName === "table" && this.foreign) this.out.push(withHeaderRow(this.out.splice(begin).join("")));
  }

  marker(one) {
    const found = [...one.querySelectorAll("*")].find((child) => matches(this.rules.list_marker, this.look(child).said));
    return found ? found.textContent.trim() : "";
  }

  item(one, around, marker, depth, key) {
    let [tag, kind, number] = numbering(marker, this.rules) || [];
    this.closeLists(tag ? depth : depth - 1);
    this.inItem = true;
    const last = this.lists[depth - 1];
    if (last && kind !== last[1] && /^i$/i.test(kind) && [1, 5, 10].includes(number)) kind = kind === "i" ? "a" : "A";
    if (last && tag && String(last) !== String([tag, kind, key])) this.closeLists(depth - 1);
    if (!tag) this.out.push(`<p>${escaped(marker)} `);
    else if (this.lists.length === depth) this.out.push("</li><li>");
    else {
      this.out.push(`<${tag}${number > 1 ? ` start="${number}"` : ""}${kind ? ` type="${kind}"` : ""}><li>`);
      if (!this.lists.length) this.count("list");
      this.lists.push([tag, kind, key]);
    }
    this.children(one, around);
    if (!tag) this.out.push("</p>");
    this.inItem = false;
  }

  closeLists(depth) {
    while (this.lists.length > depth) this.out.push(`</li></${this.lists.pop()[0]}>`);
  }

  closeOutside() {
    if (!this.inItem) this.closeLists(0);
  }
}

/** The pasted `html` as plain tags, and how often each kind of thing was left out or mended. */
export function cleaned(html, rules) {
  const first = new Cleaner(html, rules, false);
  const all = first.clean();
  // The quoted letter goes only when something else is said.
  const { html: text, found } = first.quotes && first.ownWords ? new Cleaner(html, rules, true).clean() : all;
  return { html: text.replace(/<(p|h[2-4])>\s*<\/\1>/g, ""), found };
}
