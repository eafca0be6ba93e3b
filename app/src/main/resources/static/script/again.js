// A session that has ended takes nothing of what was typed: the page asks to sign in again, in place, and goes on.
//
// The page says whose it is (meta "person"). The same person signs in and the page gets the new secret of its forms;
// whoever else signs in gets a page of their own, and this one goes with all that stands in it. A screen that was left
// is emptied: what stood on it waits in the memory of the page, and comes back with the same person.
(function () {
  "use strict";
  const person = document.querySelector('meta[name="person"]');
  const FRESH = 110000; // so soon after the last word of the server no session is over: two minutes is the least
  const ALIVE = 180000; // whoever types goes on being signed in
  const PATIENCE = 15000;
  const GRACE = 70000; // longer than the server takes to notice
  let heard = Date.now();
  let asking = null;
  let idle = 0;
  let latest = "";
  let stored = null;

  function renew(secret) {
    latest = secret || latest;
    const token = document.querySelector('meta[name="request-token"]');
    if (!secret || !token) {
      return;
    }
    token.content = secret;
    document.querySelectorAll(`input[name="${token.dataset.parameter}"]`).forEach((hidden) => {
      hidden.value = secret;
    });
  }

  const ask = (url, body, why) =>
    fetch(url, {
      method: body ? "POST" : "GET",
      body: body,
      headers: { "X-Person": person.content, "X-Requested-With": why || "again" },
      credentials: "same-origin",
      signal: AbortSignal.timeout(PATIENCE),
    });

  function isHere(answer) {
    if (answer.headers.get("Signed-In") !== "here") {
      return false;
    }
    heard = Date.now();
    renew(answer.headers.get("Form-Token"));
    return true;
  }

  // Nothing of the page stays for somebody else, on the screen or behind it
  function goAway() {
    document.documentElement.dataset.gone = "";
    document.body.replaceChildren();
    location.replace("/");
  }

  // The page as it was, out of the document: not to be seen, searched, printed or copied
  function putAway() {
    const who = document.querySelector(".me .who");
    stored = { rest: document.createDocumentFragment(), title: document.title, who: who, at: window.scrollY };
    stored.rest.append(...document.body.childNodes);
    document.title = "\u200b";
  }

  function putBack() {
    const back = stored;
    stored = null;
    document.body.prepend(back.rest);
    document.title = back.title;
    renew(latest);
    window.scrollTo(0, back.at);
  }

  function fill(dialog, html) {
    dialog.innerHTML = html;
    if (stored) {
      dialog.querySelectorAll("[data-close]").forEach((later) => later.remove()); // there is nothing to go back to
    }
    if (!document.body.matches(".portal, .entry")) {
      dialog.querySelectorAll("rt").forEach((reading) => reading.remove()); // readings are for families
    }
    const who = stored ? stored.who : document.querySelector(".me .who");
    if (who) {
      dialog.querySelector("[data-who]").textContent = who.textContent;
      dialog.querySelector(".who-again").hidden = false;
    }
    const first = [...dialog.querySelectorAll("input:not([type=hidden])")].find((field) => field.value === "");
    (first || dialog.querySelector("button")).focus();
  }

  function stand(html) {
    const dialog = document.createElement("dialog");
    dialog.className = "again";
    dialog.setAttribute("aria-labelledby", "again-title");
    document.body.append(dialog);
    dialog.showModal();
    fill(dialog, html);
    return new Promise((answered) => {
      const over = new AbortController();
      const close = (outcome) => {
        if (stored && !outcome) {
          dialog.showModal();
          return;
        }
        over.abort();
        dialog.remove();
        if (stored) {
          putBack();
        }
        answered(outcome);
      };
      const look = () => ask("/sign-in/again").then((answer) => isHere(answer) && close(true), () => {});
      dialog.addEventListener("close", () => close(false));
      dialog.addEventListener("click", (event) => event.target.closest("[data-close]") && close(false));
      window.addEventListener("focus", look, { signal: over.signal });
      dialog.addEventListener("submit", async (event) => {
        const form = event.target;
        if (form.getAttribute("target")) {
          return; // to the identity provider, in a window of its own: coming back is looked for
        }
        event.preventDefault();
        event.stopPropagation();
        const button = form.querySelector("[type=submit]");
        button.disabled = true;
        const answer = await ask(form.getAttribute("action"), new URLSearchParams(new FormData(form))).catch(() => null);
        button.disabled = false;
        if (!answer) {
          return;
        }
        if (answer.headers.get("Signed-In") === "other") {
          goAway();
        } else if (isHere(answer)) {
          close(true);
        } else if (answer.ok || answer.status === 422) {
          fill(dialog, await answer.text());
        } else {
          fill(dialog, await ask("/sign-in/again").then((fresh) => fresh.text()));
        }
      });
    });
  }

  // Whether the person of this page is signed in: now, or after signing in again
  async function begin(why) {
    const answer = await ask("/sign-in/again", null, why);
    if (isHere(answer)) {
      return true;
    }
    const html = await answer.text();
    if (why === "idle") {
      putAway();
    }
    return stand(html);
  }

  function again(why) {
    asking = asking || begin(why).finally(() => (asking = null));
    return asking;
  }

  window.tsunagi = { again: person ? () => again() : () => Promise.resolve(false) };
  if (!person) {
    return;
  }

  // A form is sent when its person is signed in, and stays as it is until then
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const away = /^\/(sign-|reading)/.test(new URL(form.getAttribute("action") || "", location.href).pathname);
      if (form.getAttribute("method") !== "post" || away || form.closest("dialog.again") || Date.now() - heard < FRESH) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (document.documentElement.dataset.asking !== undefined) {
        return;
      }
      document.documentElement.dataset.asking = "";
      const done = () => delete document.documentElement.dataset.asking;
      again().then(
        (here) => {
          if (here) {
            form.requestSubmit(event.submitter);
            setTimeout(done, 5000);
          } else {
            done();
          }
        },
        () => {
          done();
          heard = Date.now(); // no connection: the browser says so
          form.requestSubmit(event.submitter);
        },
      );
    },
    true,
  );

  document.addEventListener("tsunagi:heard", () => (heard = Date.now()));

  // What htmx asked for in vain is asked for once more
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status !== 401 && event.detail.xhr.status !== 403) {
      return;
    }
    const cause = event.detail.requestConfig.triggeringEvent;
    again().then(
      (here) => here && cause && event.detail.elt.dispatchEvent(new Event(cause.type, { bubbles: true })),
      () => {},
    );
  });

  // Whoever types stays signed in; a screen that was left is emptied once the session is over
  const covered = Number(person.dataset.idle) * 1000 + GRACE;
  function alive(event) {
    clearTimeout(idle);
    idle = setTimeout(() => again("idle").then(() => alive(), () => alive()), covered);
    if (event && event.type === "input" && Date.now() - heard > ALIVE) {
      heard = Date.now();
      ask("/sign-in/again").then(isHere, () => {});
    }
  }
  ["input", "pointerdown", "keydown"].forEach((kind) => document.addEventListener(kind, alive));
  alive();
})();
