// Passkeys: asks the browser what the page holds in data-passkey, and sends the form with the answer.
(function () {
  "use strict";

  function bytes(text) {
    const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(raw, (letter) => letter.charCodeAt(0)).buffer;
  }

  function text(buffer) {
    const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
    return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function named(list) {
    return (list || []).map((each) => ({ ...each, id: bytes(each.id) }));
  }

  async function make(options) {
    const key = options.publicKey;
    return navigator.credentials.create({
      publicKey: {
        ...key,
        challenge: bytes(key.challenge),
        user: { ...key.user, id: bytes(key.user.id) },
        excludeCredentials: named(key.excludeCredentials),
      },
    });
  }

  async function ask(options) {
    const key = options.publicKey;
    return navigator.credentials.get({
      publicKey: {
        ...key,
        challenge: bytes(key.challenge),
        allowCredentials: named(key.allowCredentials),
      },
    });
  }

  function plain(credential) {
    const said = { clientDataJSON: text(credential.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) said[part] = text(credential.response[part]);
    }
    if (credential.response.getTransports) said.transports = credential.response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: said,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }

  async function answer(form, status) {
    const question = JSON.parse(form.dataset.passkey);
    status.textContent = status.dataset.waiting;
    try {
      const credential = question.creation_options
        ? await make(question.creation_options)
        : await ask(question.request_options);
      form.elements.credential.value = JSON.stringify(plain(credential));
      form.submit();
    } catch {
      status.textContent = status.dataset.failed;
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PublicKeyCredential) return;
    for (const form of document.querySelectorAll("form[data-passkey]")) {
      const status = form.querySelector("[data-passkey-status]");
      form.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        answer(form, status);
      });
      form.querySelector("[data-passkey-ask]").addEventListener("click", () => answer(form, status));
    }
  });
})();
