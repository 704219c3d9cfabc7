/* The text side of pasting: what Thai letters, lines of PDF files and chats need; and small tools for paste_html.js. */
const patterns = new Map();
/** The match of one of the shared patterns in `text`. */
export function matches(pattern, text, flags = "i") {
  const key = flags + pattern;
  if (!patterns.has(key)) patterns.set(key, new RegExp(pattern, flags));
  return text ? patterns.get(key).exec(text) : null;
}
export const blank = (text) => !/[^\xa0 \t\r\n]/.test(text);
export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** `name: value; …` as an object; the last of a name holds. */
export function declarations(css) {
  const found = {};
  for (const one of css.toLowerCase().split(";")) {
    const at = one.indexOf(":");
    const value = one.slice(at + 1).replace("!important", "").trim();
    if (at > 0) found[one.slice(0, at).trim()] = value.replace(/\s+/g, " ").replace(/\s*,\s*/g, ",");
  }
  return found;
}

/** What the simple selectors of `css` (tag, .class, tag.class, #id) declare. */
export function styleSheet(css) {
  const sheet = {};
  css = css.replace(/\/\*[^]*?\*\/|<!--|-->|@media\s+print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, " ");
  for (const [, selectors, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const one of selectors.split(",").map((selector) => selector.trim().toLowerCase())) {
      if (/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/.test(one)) sheet[one] = { ...sheet[one], ...declarations(body) };
    }
  }
  return sheet;
}

/** Bullets and numbers in front of paragraphs: ["ol", type, number]; null when HTML has no such list. */
export function numbering(marker, rules) {
  for (const [kind, pattern] of rules.numbered) {
    const text = matches(pattern, marker, "")?.[1];
    if (!text) continue;
    if (!kind) return ["ol", kind, Number(text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50))];
    if ("aA".includes(kind)) return ["ol", kind, text.toLowerCase().charCodeAt(0) - 96];
    const values = [...text.toLowerCase()].map((letter) => ({ i: 1, v: 5, x: 10 })[letter]);
    return ["ol", kind, values.reduce((sum, one, at) => sum + (one < (values[at + 1] || 0) ? -one : one), 0)];
  }
  return !marker || matches(rules.bullet, marker, "") ? ["ul", "", 1] : null;
}

/** `table` with its first row as headers, when that is all bold or stands apart and more rows follow. */
export function withHeaderRow(table) {
  const first = /<tr>([^]*?)<\/tr>/.exec(table);
  if (!first || table.split("<table").length > 2 || table.split("<tr>").length < 3) return table;
  const plain = first[1].replace(/<strong>[^]*?<\/strong>|<[^>]+>|\s/g, "");
  if (!table.includes("<thead>") && (plain || !first[1].includes("<strong>"))) return table;
  const heads = first[1].replace(/<td([^>]*)>([^]*?)<\/td>/g, (_, pairs, text) => `<th${pairs}>${text.replace(/<\/?strong>/g, "")}</th>`);
  return table.replace(first[1], () => heads);
}


/** `text` with its Thai letters mended as hygiene.repair does; `count` is called for each place. */
export function mended(text, rules, count) {
  text = text.replace(/[\uf700-\uf71a]/g, (letter) => (count(), rules.letters[letter]));
  text = text.replace(/[\u00ad\u2060\ufeff\uf873-\uf875]|(?<=[\0-\u0e7f])\u200b/g, "").replace(/[\xa0\u2007\u202f]/g, " ");
  for (let before = ""; before !== text; ) {
    before = text;
    for (const [pattern, replacement] of rules.thai) {
      text = text.replace(new RegExp(pattern, "g"), (...groups) => {
        count();
        return replacement.replace(/\\(\d)/g, (_, at) => groups[at]);
      });
    }
  }
  return text;
}

const width = (line) => line.trim().replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, "").length;

/* A line of its own, whatever stands before it: indented, numbered, marked, an hour, an address. */
const BEGINS = new RegExp(
  "^(?:[ \\t\\xa0]{2,}|\\t)|^\\s*(?:[•·▪‣○●◦–—*#-]|\\p{Extended_Pictographic}|\\(?[0-9๐-๙]{1,3}[.)](?![0-9๐-๙])|" +
  "\\(?[ก-ฮa-zA-Z][.)]\\s|[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}(?![0-9๐-๙])|https?://)", "u");
const GOES_ON = /^\s*[a-z,;:)\u0e30-\u0e3a\u0e45-\u0e4e]/;
const THAI = /[\u0e01-\u0e4e]/, EAST = /[\u3040-\u30ff\u4e00-\u9fff]/;

function glue(left, right) {
  if (/\s$/.test(left) || /^\s/.test(right)) return " ";
  const [before, after] = [left.at(-1), right[0]];
  return before === "-" || [THAI, EAST].some((script) => script.test(before) && script.test(after)) ? "" : " ";
}

/** Plain text, a line for each paragraph: lines that a page's width had broken are joined, a chat's names and times go. */
export function joined(text, rules) {
  const found = {};
  const count = (kind) => { found[kind] = (found[kind] || 0) + 1; };
  text = mended(text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[\uf0a7\uf0b7\uf0d8]/g, "•"), rules, () => count("damage"));
  let lines = text.split("\n");
  if (lines.some((line) => matches(rules.chat.message, line))) {
    lines = lines.filter((line) => !matches(rules.chat.day, line)).map((line) => {
      const words = line.replace(new RegExp(rules.chat.message), () => (count("chat"), "")).replace(/^"|"$/g, "");
      return matches(rules.chat.picture, words) ? (count("picture"), "") : words;
    });
  }
  const widest = Math.max(...lines.map(width));
  const isFull = (line) => width(line) >= widest * 0.8;
  const isPage = widest >= 30 && widest <= 140 && lines.filter(isFull).length > 1;
  const out = [];
  let open = false;
  for (const line of lines) {
    const last = out.at(-1);
    if (open && !blank(line) && !BEGINS.test(line) && ((isPage && isFull(open)) || GOES_ON.test(line) || /[,(-]\s*$/.test(last))) {
      out[out.length - 1] = last.trimEnd() + glue(last, line) + line.trimStart();
      count("line");
    } else out.push(line);
    open = blank(line) ? false : line;
  }
  return { text: out.map((line) => line.trim()).filter(Boolean).join("\n"), found };
}
