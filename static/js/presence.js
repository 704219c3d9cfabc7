/* Tells who else has the form of a record open, and who saved it meanwhile, while the page can be seen. Without this script
   the page tells who had it open when it was opened. */
"use strict";
{
  const OFTEN = 30000;

  const place = document.querySelector(".presence");
  const { page, url, history, see } = place.dataset;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  let version = Number(place.dataset.version);
  let saved = null; // the line on what was saved meanwhile: it stays
  let timer = 0;

  function line(sentence) {
    const found = document.createElement("p");
    found.textContent = sentence;
    return found;
  }

  function show(others) {
    const lines = [...others.map(line), ...(saved ? [saved] : [])];
    const said = (nodes) => [...nodes].map((node) => node.textContent).join("\n");
    if (said(lines) !== said(place.querySelectorAll("p"))) place.replaceChildren(...lines);
  }

  function tellSaved(sentence) {
    const link = document.createElement("a");
    link.href = history;
    link.target = "_blank";
    link.textContent = see;
    saved = line(`${sentence} `);
    saved.append(link);
  }

  function send(facts, options) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
    const body = JSON.stringify({ page, version, ...facts });
    return fetch(url, { method: "POST", headers, body, credentials: "same-origin", redirect: "error", ...options });
  }

  async function beat() {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") return;
    timer = setTimeout(beat, OFTEN);
    try {
      const answer = await send({});
      if (!answer.ok) return;
      const told = await answer.json();
      if (told.saved) tellSaved(told.saved);
      version = told.version;
      show(told.others);
    } catch {
      // The portal is away, or the session is over: keeping what is typed tells of it.
    }
  }

  function leave() {
    clearTimeout(timer);
    send({ left: true }, { keepalive: true }).catch(() => {});
  }

  document.addEventListener("visibilitychange", beat);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", (event) => event.persisted && beat());
  beat();
}
