// A form that wants a passkey asks the browser for it first, and is sent with the answer. What cannot be done is said
// in the words that the form brings along.
(function () {
  "use strict";
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const letters = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const KINDS = [-7, -8, -257]; // ES256, EdDSA, RS256
  const PATIENCE = 120000;

  function credentials(ask) {
    return ask.known
      .split(" ")
      .filter((id) => id)
      .map((id) => ({ type: "public-key", id: bytes(id) }));
  }

  const make = (ask) =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(ask.challenge),
        rp: { id: ask.rp, name: ask.place },
        user: { id: bytes(ask.handle), name: ask.login, displayName: ask.login },
        pubKeyCredParams: KINDS.map((alg) => ({ type: "public-key", alg: alg })),
        excludeCredentials: credentials(ask),
        authenticatorSelection: {
          residentKey: ask.verified === "yes" ? "required" : "discouraged",
          requireResidentKey: ask.verified === "yes",
          userVerification: ask.verified === "yes" ? "required" : "preferred",
        },
        attestation: "none",
        timeout: PATIENCE,
      },
    });

  const show = (ask) =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(ask.challenge),
        rpId: ask.rp,
        allowCredentials: credentials(ask),
        userVerification: ask.verified === "yes" ? "required" : "preferred",
        timeout: PATIENCE,
      },
    });

  function written(key) {
    const said = key.response;
    const response = { clientDataJSON: letters(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = letters(said.attestationObject);
      response.transports = said.getTransports ? said.getTransports() : [];
    } else {
      response.authenticatorData = letters(said.authenticatorData);
      response.signature = letters(said.signature);
      response.userHandle = said.userHandle ? letters(said.userHandle) : null;
    }
    return JSON.stringify({
      id: key.id,
      rawId: letters(key.rawId),
      type: key.type,
      response: response,
      clientExtensionResults: {},
    });
  }

  const WORDS = { InvalidStateError: "known", SecurityError: "address", NotSupportedError: "unable" };

  function say(form, what) {
    form.querySelectorAll("[data-when]").forEach((words) => (words.hidden = words.dataset.when !== what));
  }

  // Before anybody else hears of it: the dialog of a page that stands open sends its forms itself
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const answer = form.querySelector("input[data-passkey]");
      if (!answer || answer.value) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (form.dataset.asking !== undefined) {
        return;
      }
      say(form, "");
      if (!window.PublicKeyCredential || !navigator.credentials) {
        say(form, "unable");
        return;
      }
      form.dataset.asking = "";
      const ask = answer.dataset;
      (ask.passkey === "make" ? make(ask) : show(ask))
        .then(
          (key) => {
            answer.value = written(key);
            form.requestSubmit(event.submitter);
          },
          (failure) => say(form, WORDS[failure.name] || "stopped"),
        )
        .finally(() => delete form.dataset.asking);
    },
    true,
  );

  // Back to a form that was sent: its answer is used up
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("input[data-passkey]").forEach((answer) => (answer.value = ""));
  });
})();
