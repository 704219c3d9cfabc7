/* Keeps what is typed in a record's form, unsaved, every few seconds; a line beside the buttons tells so. Without this
   script what is typed is kept when it is sent. */
"use strict";
{
  const QUIET = 3000; // after the last key
  const LONGEST = 15000; // while somebody types on, and before a failed attempt is repeated
  const MOST_KEEPALIVE = 60000; // bytes: browsers take 64 KiB

  const line = document.querySelector(".autosave");
  const form = line.closest("form");
  const { page, url, away } = line.dataset;
  const own = form.elements.kept_as; // under what the server keeps this form
  let told = ""; // what the server has, or had when the form was opened
  let timer = 0;
  let unsentSince = 0;
  let attempt = null;
  let isLeaving = false;

  function boxes() {
    const found = new Map();
    for (const [name, value] of new FormData(form)) {
      const isTyped = ![own.name, "csrfmiddlewaretoken"].includes(name) && !name.includes("__prefix__");
      if (isTyped && typeof value === "string") found.set(name, [...(found.get(name) ?? []), value]);
    }
    return JSON.stringify([...found]);
  }

  function say(sentence, isKept) {
    line.classList.toggle("autosave--failed", !isKept);
    if (line.textContent !== sentence) line.textContent = sentence;
  }

  function wait(longest) {
    unsentSince ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => send(), longest ?? Math.max(0, Math.min(QUIET, unsentSince + LONGEST - Date.now())));
  }

  async function send(isLast = false) {
    clearTimeout(timer);
    if (isLeaving) return;
    if (attempt && !isLast) return wait(QUIET); // one after the other, so that an older one is never the last
    const typed = boxes();
    unsentSince = 0;
    if (typed === told) return;
    attempt?.abort();
    const mine = (attempt = new AbortController());
    if (!own.value.includes("@")) own.value += "@"; // from now on there may be a copy, whatever becomes of the answer
    // Of a page that may be gone before anything is answered, browsers send on only what is small.
    const keepalive = isLast && new Blob([typed]).size <= MOST_KEEPALIVE;
    try {
      const answer = await post(typed, { signal: mine.signal, keepalive });
      const isUnderstood = answer.headers.get("Content-Type")?.startsWith("application/json");
      const { said = away, kept_as: mark = own.value } = isUnderstood ? await answer.json() : {};
      own.value = mark;
      if (answer.ok) told = typed;
      say(said, answer.ok);
      if (!isUnderstood) wait(LONGEST);
    } catch (error) {
      if (error.name === "AbortError") return;
      say(away, false);
      wait(LONGEST);
    } finally {
      if (attempt === mine) attempt = null;
    }
  }

  function post(typed, options) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    const body = `{"page":${JSON.stringify(page)},"boxes":[["${own.name}",["${own.value}"]],${typed.slice(1)}}`;
    return fetch(url, { method: "POST", headers, body, credentials: "same-origin", redirect: "error", ...options });
  }

  function begin() {
    told = boxes();
    for (const kind of ["input", "change", "click"]) form.addEventListener(kind, () => wait());
    for (const kind of ["formset:added", "formset:removed"]) document.addEventListener(kind, () => wait());
    window.django?.jQuery(form).on("change", "select", () => wait()); // of pickers only jQuery hears
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send(true));
  }

  // A form that is sent is kept or saved by the server: nothing may arrive after it.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return; // a preview: the form stays
    isLeaving = true;
    attempt?.abort();
  });
  window.addEventListener("pageshow", () => (isLeaving = false));
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
}
