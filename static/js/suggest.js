/* Suggestions while somebody types into a search field that has data-suggest: names and titles of the portal, each a way
   straight to its page. Without this script the field works all the same. Keys as the ARIA combobox pattern has them. */
"use strict";
{
  const WAIT = 120;
  const FEWEST = 2;
  let number = 0;

  function attach(input) {
    const list = document.createElement("ul");
    list.className = "suggest";
    list.id = `suggest-${++number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel || "");
    list.hidden = true;
    input.after(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);

    let timer = 0;
    let asked = null;
    let active = -1;

    const close = () => {
      clearTimeout(timer);
      asked?.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const mark = (next) => {
      const options = [...list.children];
      options[active]?.setAttribute("aria-selected", "false");
      active = (next + options.length + 1) % (options.length + 1);
      if (active === options.length) active = -1;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    };

    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map(({ label, kind, url }, place) => {
        const option = document.createElement("li");
        const link = document.createElement("a");
        const small = document.createElement("span");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        link.href = url;
        link.tabIndex = -1;
        link.textContent = label;
        small.textContent = kind;
        small.className = "suggest__kind";
        link.append(" ", small);
        option.append(link);
        return option;
      }));
      active = -1;
      list.hidden = suggestions.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
    };

    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const address = `${input.dataset.suggest}?${new URLSearchParams({ q: input.value })}`;
        const answer = await fetch(address, { signal: asked.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch {
        // No answer, or one that nobody waits for any more: the field goes on as a plain one.
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      if (input.value.trim().length < FEWEST) close();
      else timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? list.children.length - 1 : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        list.children[active].firstElementChild.click();
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    });
    // A press on a suggestion must not take the focus away before the click is done.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    input.addEventListener("blur", close);
  }

  for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);
}
