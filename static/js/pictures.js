/* The photographs of a form: many are sent at once, each by itself while the form lies open, stand as tiles that are moved
   by hand or by buttons, and have a focal point. Without this script the boxes of each photograph do all of it. What is
   written here is written into these boxes, so that saving, keeping and merging know of nothing else. */
"use strict";
for (const group of document.querySelectorAll(".photos")) {
  const { prefix } = group.dataset;
  const form = group.closest("form");
  const list = group.querySelector(".photos__tiles");
  const said = group.querySelector(".photos__said");
  const total = form.elements[`${prefix}-TOTAL_FORMS`];
  const input = group.querySelector(`#id_${prefix}-more`);
  const empty = group.querySelector(".photos__empty");
  const sending = group.querySelector(".photos__sending");
  const queue = [];
  let current = null; // what is on its way
  let waiting = null; // the button with which the form was sent meanwhile

  const tiles = () => [...list.querySelectorAll(":scope > .inline-related")];
  const box = (tile, name) => form.elements[`${tile.id}-${name}`];
  const isGone = (tile) => box(tile, "DELETE")?.checked ?? false;
  const changed = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));
  const say = (sentence) => (said.textContent = sentence);

  // Order

  function arrange() {
    const standing = tiles().filter((tile) => !isGone(tile));
    standing.forEach((tile, place) => {
      tile.querySelector(".photo__lead").hidden = place > 0;
      tile.querySelector(".photo__before").disabled = place === 0;
      tile.querySelector(".photo__after").disabled = place === standing.length - 1;
    });
  }

  // The same numbers in another order, where they tell the photographs apart: so only what moved counts as changed.
  function number() {
    const boxes = tiles().map((tile) => box(tile, "order")).filter(Boolean);
    const numbers = boxes.map((one) => Number(one.value)).sort((one, other) => one - other);
    const areApart = numbers.every((value, place) => Number.isInteger(value) && value !== numbers[place - 1]);
    boxes.forEach((one, place) => {
      const value = String(areApart ? numbers[place] : place);
      if (one.value !== value) {
        one.value = value;
        changed(one);
      }
    });
    arrange();
  }

  function move(tile, before) {
    if (before !== tile) list.insertBefore(tile, before);
    number();
    const all = tiles();
    say(group.dataset.moved.replace("{number}", all.indexOf(tile) + 1).replace("{of}", all.length));
  }

  // Words, and what is still missing

  function tell(tile) {
    const written = (name) => Boolean(box(tile, name)?.value.trim());
    const [thai, english] = [written("alt_th"), written("alt_en")];
    const lacks = { alt: !thai && !english, side: thai !== english, credit: !written("credit_th") && !written("credit_en") };
    for (const [name, isLacking] of Object.entries(lacks)) {
      tile.querySelector(`[data-lack=${name}]`).hidden = !isLacking;
    }
    if (thai || english) tile.querySelector(".photo__name").textContent = box(tile, thai ? "alt_th" : "alt_en").value.trim();
  }

  // Focal point

  function point(tile, x, y) {
    const [left, top] = [x, y].map((value) => Math.round(Math.min(100, Math.max(0, value))));
    box(tile, "focus_x").value = left;
    box(tile, "focus_y").value = top;
    changed(box(tile, "focus_x"));
  }

  function aim(tile) {
    const [x, y] = ["focus_x", "focus_y"].map((name) => {
      const value = Number(box(tile, name)?.value || 50);
      return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 50;
    });
    const target = tile.querySelector(".photo__target");
    target.style.setProperty("--x", `${x}%`);
    target.style.setProperty("--y", `${y}%`);
    tile.querySelector(".photo__picture").style.objectPosition = `${x}% ${y}%`;
    return [x, y];
  }

  function onTarget(tile, event) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    // A button that is pressed by a key is clicked nowhere.
    if (event.detail) point(tile, ((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100);
  }

  function onKey(tile, event) {
    const step = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = aim(tile);
    point(tile, x + step[0], y + step[1]);
  }

  // Tiles

  function show(tile, url) {
    for (const image of tile.querySelectorAll(".photo__picture, .photo__target img")) {
      image.src = url;
      image.hidden = !url;
    }
    tile.querySelector(".photo__aim").hidden = !url;
  }

  // A file that was sent by itself stands in the form by its token: what the form keeps, it keeps with it.
  function hold(tile, { token, shown, key }) {
    const name = `${tile.id}-image-kept`;
    const carrier = form.elements[name] ?? tile.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    carrier.value = token;
    box(tile, "image").value = "";
    show(tile, shown);
    // Texts name a photograph by its first file; one that is not stored yet, by the file that it has.
    const { key: before } = tile.dataset;
    if (!before || !tile.matches(".has_original")) tile.dataset.key = key;
    if (before) document.dispatchEvent(new CustomEvent("photos:rekeyed", { detail: { before, now: tile.dataset.key } }));
    changed(carrier);
  }

  function add({ name, words = {}, people = [], ...held }) {
    const tile = empty.content.firstElementChild.cloneNode(true);
    const place = Number(total.value);
    rename(tile, `${prefix}-__prefix__`, `${prefix}-${place}`);
    tile.id = `${prefix}-${place}`;
    total.value = place + 1;
    const last = tiles().map((one) => Number(box(one, "order")?.value) || 0);
    list.insertBefore(tile, list.querySelector(":scope > .photo--sending") ?? empty);
    box(tile, "order").value = last.length ? Math.max(...last) + 1 : 0;
    tile.querySelector(".photo__name").textContent = name;
    for (const [text, value] of Object.entries(words)) if (box(tile, text)) box(tile, text).value = value;
    for (const [key, person] of people) box(tile, "people")?.add(new Option(person, key, true, true));
    ready(tile);
    hold(tile, held);
    tile.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: prefix } }));
    arrange();
    return tile;
  }

  function rename(tile, from, to) {
    for (const element of [tile, ...tile.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "aria-describedby", "aria-labelledby"]) {
        const value = element.getAttribute(name);
        if (value?.includes(from)) element.setAttribute(name, value.replaceAll(from, to));
      }
    }
  }

  // A new photograph goes at once; the last one takes its number, for the numbers have no gap.
  function leaveOut(tile) {
    const beside = tile.nextElementSibling?.matches(".inline-related") ? tile.nextElementSibling : tile.previousElementSibling;
    const last = Number(total.value) - 1;
    const freed = tile.id;
    tile.remove();
    total.value = last;
    const moved = document.getElementById(`${prefix}-${last}`);
    if (moved && moved.id !== freed) rename(moved, `${prefix}-${last}`, freed);
    document.dispatchEvent(new CustomEvent("formset:removed", { detail: { formsetName: prefix } }));
    number();
    say(group.dataset.out);
    (beside?.querySelector(".photo__before, .photo__after, summary") ?? input)?.focus();
  }

  function sameCredit(tile) {
    for (const other of tiles()) {
      for (const name of ["credit_th", "credit_en"]) {
        if (box(other, name) && !box(other, name).disabled) box(other, name).value = box(tile, name).value;
      }
      tell(other);
    }
    changed(box(tile, "credit_th"));
  }

  function ready(tile) {
    const isOpen = Boolean(box(tile, "order")) && !box(tile, "order").disabled; // a translator writes words alone
    const press = (name, act) => {
      const button = tile.querySelector(name);
      button?.addEventListener("click", act);
      if (button) button.hidden = !isOpen;
    };
    press(".photo__before", (event) => {
      const before = tile.previousElementSibling;
      if (before) move(tile, before);
      focusOn(event.currentTarget, tile);
    });
    press(".photo__after", (event) => {
      const after = tile.nextElementSibling;
      if (after?.matches(".inline-related")) move(tile, after.nextElementSibling);
      focusOn(event.currentTarget, tile);
    });
    press(".photo__out", () => leaveOut(tile));
    press(".photo__target", (event) => onTarget(tile, event));
    tile.querySelector(".photo__target").addEventListener("keydown", (event) => onKey(tile, event));
    press(".photo__credit", () => sameCredit(tile));
    tile.querySelector(".field-credit_th")?.append(tile.querySelector(".photo__credit"));
    for (const kind of ["input", "change"]) {
      tile.addEventListener(kind, (event) => {
        if (event.target.type === "file") return replace(tile, event.target);
        tell(tile);
        aim(tile);
        if (event.target.name?.endsWith("-DELETE")) arrange();
      });
    }
    tile.querySelector(".photo__aim").hidden = !isOpen || !tile.querySelector(".photo__picture").getAttribute("src");
    tile.querySelector(".photo__figure").draggable = isOpen;
    aim(tile);
  }

  // A tile that was moved has lost the focus; a button that does no more hands it to its neighbour.
  function focusOn(button, tile) {
    (button.disabled ? tile.querySelector(".photo__tools button:not([disabled]):not([hidden])") : button)?.focus();
  }

  // Sending

  function choose(files, tile = null) {
    for (const file of files) {
      const line = sending.content.firstElementChild.cloneNode(true);
      const entry = { file, tile, line, request: null };
      line.querySelector(".photo__file").textContent = file.name;
      line.querySelector(".photo__stop").addEventListener("click", () => stop(entry));
      line.querySelector(".photo__again").addEventListener("click", () => again(entry));
      list.insertBefore(line, empty);
      if (file.size > Number(group.dataset.limit)) refuse(entry, group.dataset.tooLarge, false);
      else queue.push(entry);
    }
    next();
  }

  function replace(tile, { files }) {
    if (files.length) choose([...files], tile);
  }

  function next() {
    if (current) return;
    current = queue.shift() ?? null;
    if (current) send(current);
    else if (waiting) {
      const button = waiting;
      waiting = null;
      say("");
      if (!list.querySelector(".photo--refused")) form.requestSubmit(button);
    }
  }

  // By XMLHttpRequest: fetch does not tell how much of what it sends has arrived.
  function send(entry) {
    const { line, file } = entry;
    const request = (entry.request = new XMLHttpRequest());
    const progress = line.querySelector("progress");
    const told = line.querySelector(".photo__told");
    request.upload.addEventListener("progress", ({ loaded, total: all }) => {
      progress.value = all ? (loaded / all) * 100 : 0;
      told.textContent = `${Math.round(progress.value)}%`;
    });
    request.upload.addEventListener("load", () => {
      progress.removeAttribute("value");
      told.textContent = told.dataset.working;
    });
    request.addEventListener("load", () => answered(entry, request));
    request.addEventListener("error", () => refuse(entry, group.dataset.away, true));
    request.addEventListener("loadend", () => {
      if (current === entry) current = null;
      next();
    });
    request.open("POST", group.dataset.url);
    request.setRequestHeader("X-CSRFToken", form.elements.csrfmiddlewaretoken.value);
    const data = new FormData();
    data.append("page", group.dataset.page);
    data.append("box", "image");
    data.append("file", file);
    request.send(data);
  }

  function answered(entry, request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // A page in place of an answer: a session that ended, or a server that is away.
    }
    if (request.status !== 200 || !answer.token) return refuse(entry, answer.said ?? group.dataset.away, !answer.said);
    entry.line.remove();
    if (entry.tile?.isConnected) hold(entry.tile, answer);
    else add(answer);
  }

  function refuse(entry, sentence, mayTryAgain) {
    const { line } = entry;
    line.classList.add("photo--refused");
    line.querySelector("progress").hidden = true;
    line.querySelector(".photo__told").textContent = sentence;
    line.querySelector(".photo__again").hidden = !mayTryAgain;
    line.querySelector(".photo__stop").textContent = line.querySelector(".photo__stop").dataset.close;
    if (waiting) {
      waiting = null;
      say("");
    }
  }

  function again(entry) {
    entry.line.classList.remove("photo--refused");
    entry.line.querySelector("progress").hidden = false;
    entry.line.querySelector(".photo__again").hidden = true;
    queue.push(entry);
    next();
  }

  function stop(entry) {
    entry.line.remove();
    const place = queue.indexOf(entry);
    if (place >= 0) queue.splice(place, 1);
    entry.request?.abort();
    if (entry.tile) box(entry.tile, "image").value = "";
    input.focus();
  }

  // Before all others hear of it: the form waits for what is on its way, so that one save takes all.
  window.addEventListener(
    "submit",
    (event) => {
      if (event.target !== form || !current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = event.submitter;
      say(group.dataset.waits);
    },
    true,
  );

  // Dragging: files from outside, and tiles among themselves

  let dragged = null;
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

  function placeAt(event) {
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest(".photo");
    if (!over || over.parentElement !== list || !over.matches(".inline-related")) return undefined;
    const { left, width } = over.getBoundingClientRect();
    return event.clientX < left + width / 2 ? over : over.nextElementSibling;
  }

  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".photo__figure")?.closest(".inline-related") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 20, 20);
    dragged.classList.add("photo--dragged");
  });
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("photo--dragged");
    dragged = null;
  });
  group.addEventListener("dragover", (event) => {
    if (dragged) event.preventDefault();
  });
  group.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const before = placeAt(event);
    if (before !== undefined) move(dragged, before);
  });
  // A file that misses its place would open in the window, in place of the form.
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    group.classList.toggle("photos--over", group.contains(event.target));
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || group.classList.remove("photos--over"));
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    group.classList.remove("photos--over");
    if (input && group.contains(event.target)) choose(event.dataTransfer.files);
  });

  group.classList.add("photos--scripted");
  for (const tile of tiles().sort((one, other) => box(one, "order")?.value - box(other, "order")?.value)) {
    list.insertBefore(tile, empty);
  }
  tiles().forEach(ready);
  arrange();
  group.addEventListener("photos:chosen", ({ detail }) => tell(add(detail)));
  input?.addEventListener("change", () => {
    choose([...input.files]);
    input.value = "";
  });
}
