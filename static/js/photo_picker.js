/* The photographs that the office has already: found by words, taken over into the form with a press. What is taken becomes
   a tile as any other (pictures.js), which shares the stored file. */
"use strict";
for (const dialog of document.querySelectorAll(".photo-picker")) {
  const group = dialog.closest(".photos");
  const open = group.querySelector(".photo-picker__open");
  const search = dialog.querySelector(".photo-picker__search");
  const list = dialog.querySelector(".photo-picker__list");
  const said = dialog.querySelector(".photo-picker__said");
  const more = dialog.querySelector(".photo-picker__more");
  const entry = dialog.querySelector(".photo-picker__entry");
  let asked = 0; // an answer that comes late is not shown under newer words

  async function ask(part) {
    const own = ++asked;
    const query = new URLSearchParams({ q: search.value, part });
    try {
      const answer = await fetch(`${dialog.dataset.url}?${query}`, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      if (own === asked) show(found, part);
    } catch {
      if (own === asked) said.textContent = dialog.dataset.away;
    }
  }

  function show({ photos, next, said: sentence }, part) {
    if (!part) list.replaceChildren();
    const before = list.children.length;
    said.textContent = sentence;
    list.append(...photos.map(line));
    more.hidden = next === null;
    more.value = next ?? "";
    if (part) list.children[before]?.querySelector("button").focus();
  }

  function line(photo) {
    const item = entry.content.firstElementChild.cloneNode(true);
    item.querySelector("img").src = photo.shown;
    item.querySelector(".photo-picker__name").textContent = photo.name;
    item.querySelector(".photo-picker__where").textContent = photo.where;
    item.querySelector("button").addEventListener("click", () => {
      group.dispatchEvent(new CustomEvent("photos:chosen", { detail: photo }));
      said.textContent = `${dialog.dataset.taken}: ${photo.name}`;
    });
    return item;
  }

  open.hidden = false;
  open.addEventListener("click", () => {
    dialog.showModal();
    search.focus();
    ask(0);
  });
  dialog.querySelector(".photo-picker__close").addEventListener("click", () => dialog.close());
  dialog.querySelector(".photo-picker__find").addEventListener("click", () => ask(0));
  more.addEventListener("click", () => ask(Number(more.value)));
  // In a form Enter would send it.
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    ask(0);
  });
  for (const kind of ["input", "change"]) search.addEventListener(kind, (event) => event.stopPropagation());
}
