/* Suggestions while somebody types into a search field that has data-suggest: names and titles of the portal, each a way
   straight to its page. Without this script the field works all the same. Keys as the ARIA combobox pattern has them: the
   focus stays in the field. How many there are is said politely (data-suggest-told). */
"use strict";
{
  const WAIT = 120;
  const FEWEST = 2;
  let number = 0;

  const made = (name, values) => {
    const box = document.createElement(name);
    for (const [key, value] of Object.entries(values)) box.setAttribute(key, value);
    return box;
  };

  function attach(input) {
    const { suggest, suggestLabel, suggestTold } = input.dataset;
    const id = `suggest-${++number}`;
    const list = made("div", { class: "suggest", id, role: "listbox", "aria-label": suggestLabel, hidden: "" });
    const told = made("p", { class: "vh", role: "status" });
    input.after(list, told);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);

    let timer = 0;
    let asked = null;
    let active = -1;

    // The option at `place`; -1 is the field itself.
    const choose = (place) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = place;
      const option = list.children[place];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const show = (suggestions) => {
      choose(-1);
      list.replaceChildren(...suggestions.map(({ label, lang, kind, url }, place) => {
        const option = made("a", { href: url, id: `${id}-${place}`, role: "option", "aria-selected": "false", tabindex: "-1" });
        const small = made("span", { class: "suggest__kind" });
        const name = made("span", lang ? { lang } : {});
        name.textContent = label;
        small.textContent = kind;
        option.append(name, " ", small);
        return option;
      }));
      list.scrollTop = 0;
      list.hidden = suggestions.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      told.textContent = list.hidden ? "" : suggestTold.replace("{count}", suggestions.length);
    };

    const close = () => {
      clearTimeout(timer);
      asked?.abort();
      show([]);
    };

    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const address = `${suggest}?${new URLSearchParams({ q: input.value })}`;
        const answer = await fetch(address, { signal: asked.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch {
        // No answer, or one that nobody waits for any more: the field goes on as a plain one.
      }
    };

    const later = () => {
      clearTimeout(timer);
      if (input.value.trim().length < FEWEST) close();
      else timer = setTimeout(ask, WAIT);
    };

    const keys = {
      ArrowDown: () => (list.hidden ? later() : choose(active + 1 < list.children.length ? active + 1 : -1)),
      ArrowUp: () => !list.hidden && choose(active < 0 ? list.children.length - 1 : active - 1),
      Enter: () => active >= 0 && list.children[active].click(),
      Escape: () => !list.hidden && close(),
    };

    input.addEventListener("input", later);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || !Object.hasOwn(keys, event.key)) return;
      // What a key does here it does not do in the field; one that does nothing here, does.
      if (keys[event.key]() !== false) event.preventDefault();
    });
    // A press on a suggestion leaves the focus in the field; a screen reader on a phone may move it all the same.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    for (const box of [input, list]) {
      box.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget !== input && !list.contains(relatedTarget)) close();
      });
    }
    addEventListener("pagehide", close); // whoever comes back finds them closed
    close();
  }

  for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);
}
