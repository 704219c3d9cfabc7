/* Passkeys: asks the portal for its question, lets the browser's own dialogue answer it, and sends the form. Forms that
   need this script are hidden until it runs where there are passkeys. */
"use strict";
{
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

  // What JSON cannot carry comes as base64url, both ways.
  function question({ publicKey }) {
    const asked = { ...publicKey, challenge: bytes(publicKey.challenge) };
    if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
    if (asked.allowCredentials) asked.allowCredentials = known(asked.allowCredentials);
    if (asked.excludeCredentials) asked.excludeCredentials = known(asked.excludeCredentials);
    return { publicKey: asked };
  }

  function answer(credential) {
    const given = credential.response;
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (given[name]) response[name] = text(given[name]);
    }
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }

  async function run(form) {
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const asked = await (await fetch(form.dataset.options, { headers: { Accept: "application/json" } })).json();
      const credential = await navigator.credentials[form.dataset.passkey](question(asked));
      form.querySelector("[name=credential]").value = JSON.stringify(answer(credential));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  }

  if (window.PublicKeyCredential) {
    for (const form of document.querySelectorAll("form[data-passkey]")) {
      form.hidden = false;
      form.querySelector("button").addEventListener("click", () => {
        if (form.reportValidity()) run(form);
      });
    }
    for (const note of document.querySelectorAll("[data-without]")) note.hidden = true;
  }
}
