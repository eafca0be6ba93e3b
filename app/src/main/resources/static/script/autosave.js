// Writing is saved at every pause, on the server. Nothing is kept in the browser but the open page.
//
//   <form data-autosave="/sheets/…/draft"> … <p data-saved …> (component Saved) … </form>
//
// 800 ms after the last key the changed fields are posted to that address, urlencoded: every hidden
// field of the form, for each changed name `changed=<name>`, and its values (none when nothing is
// chosen). The answer: 2xx with the header Saved-At (the time as shown); a body is HTML whose
// hx-swap-oob parts are put in place, e.g. a new revision or what is still missing. A field that
// cannot be taken as it was typed gets its reason there, and the line says so instead of "saved".
// 409 brings both texts of a field in the same way. On a failure the text stays, is sent again, and
// the page warns before it is left.
(function () {
  "use strict";
  const PAUSE = 800;
  const PATIENCE = 20000; // a connection that hangs counts as none
  const AGAIN = [2000, 5000, 15000, 30000];

  function writingOf(form) {
    const line = document.querySelector(`[data-saved][data-of="${form.id}"]`) || document.querySelector("[data-saved]");
    const changed = new Set();
    let sending = null;
    let timer = 0;
    let failures = 0;
    let leaving = false;
    let signedOut = false;
    let undecided = false; // two texts of one field: one of them stands in this page only

    function say(state, words) {
      if (!line) {
        return;
      }
      line.dataset.state = state;
      line.classList.toggle("unsaved", state === "unsaved");
      const text = line.querySelector("[data-words]");
      if (text.textContent !== words) {
        text.textContent = words;
      }
    }

    // What cannot be taken as an answer: its reason stands in the field, the text stays too
    function mark() {
      form.querySelectorAll(".problem").forEach((problem) => {
        const wrong = problem.childElementCount > 0;
        const control = document.getElementById(problem.id.replace(/-error$/, ""));
        const field = problem.closest(".field");
        if (!field || !control) {
          return;
        }
        field.classList.toggle("wrong", wrong);
        const told = (control.getAttribute("aria-describedby") || "").split(" ");
        const others = told.filter((id) => id && id !== problem.id);
        control.setAttribute("aria-describedby", others.concat(wrong ? [problem.id] : []).join(" "));
        if (wrong && control.matches("input, textarea, select")) {
          control.setAttribute("aria-invalid", "true");
        } else {
          control.removeAttribute("aria-invalid");
        }
      });
    }

    function saved(at) {
      const wrong = form.querySelectorAll(".problem .error").length;
      if (wrong > 0) {
        say("unsaved", line ? line.dataset.wrong.replace("{0}", wrong) : "");
      } else {
        say("saved", line ? line.dataset.savedAt.replace("{0}", at).trim() : "");
      }
    }

    function body() {
      const filled = new FormData(form);
      const sent = new URLSearchParams();
      form.querySelectorAll('input[type="hidden"][name]').forEach((hidden) => sent.append(hidden.name, hidden.value));
      sending.forEach((name) => {
        sent.append("changed", name);
        filled.getAll(name).forEach((value) => {
          if (typeof value === "string") {
            sent.append(name, value);
          }
        });
      });
      return sent;
    }

    function later(pause) {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    }

    function failed(words, tryAgain) {
      sending.forEach((name) => changed.add(name));
      sending = null;
      say("unsaved", words);
      if (tryAgain) {
        later(AGAIN[Math.min(failures++, AGAIN.length - 1)]);
      }
    }

    async function answered(answer) {
      const html = answer.status === 204 ? "" : await answer.text();
      const conflict = answer.status === 409;
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        signedOut = true;
        document.documentElement.dataset.signedOut = "";
        failed(line ? line.dataset.signedOut : "", false);
        comeBack();
        return;
      }
      if (!answer.ok && !conflict) {
        failed(line ? (answer.status >= 500 ? line.dataset.unsaved : line.dataset.refused) : "", answer.status >= 500);
        return;
      }
      failures = 0;
      sending = null;
      document.dispatchEvent(new CustomEvent("tsunagi:heard"));
      undecided = undecided || conflict;
      if (html.includes("hx-swap-oob")) {
        window.htmx.swap(form, html, { swapStyle: "none" });
        mark();
      }
      if (changed.size > 0) {
        later(PAUSE);
      } else if (undecided || conflict) {
        say("unsaved", line ? line.dataset.two : "");
      } else {
        saved(answer.headers.get("Saved-At") || "");
      }
    }

    async function save() {
      clearTimeout(timer);
      if (sending || changed.size === 0) {
        return;
      }
      sending = new Set(changed);
      changed.clear();
      // what could not be saved is said until it is saved, however often it is tried again
      if (failures === 0) {
        say("saving", line ? line.dataset.saving : "");
      }
      const token = document.querySelector('meta[name="request-token"]');
      const headers = { "X-Requested-With": "autosave" };
      if (token) {
        headers[token.dataset.header] = token.content;
      }
      let answer;
      try {
        answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: body(),
          headers: headers,
          credentials: "same-origin",
          keepalive: document.visibilityState === "hidden",
          signal: AbortSignal.timeout(PATIENCE),
        });
      } catch (unreachable) {
        failed(line ? line.dataset.offline : "", true);
        return;
      }
      await answered(answer);
    }

    // Once its person is signed in again the text is sent; the page has the new token then
    function comeBack() {
      if (!signedOut || sending) {
        return;
      }
      window.tsunagi.again().then(
        (here) => {
          if (here && signedOut) {
            signedOut = false;
            delete document.documentElement.dataset.signedOut;
            save();
          }
        },
        () => {},
      );
    }

    function touched(event) {
      const name = event.target.name;
      // what stands beside the form belongs to another one
      if (!name || event.target.form !== form || event.target.type === "file" || event.target.type === "hidden") {
        return;
      }
      changed.add(name);
      if (!event.isComposing) {
        later(PAUSE);
      }
    }

    // A chosen file goes in at once, with everything typed
    function chosen(event) {
      const button = event.target.matches("[data-attach]") && event.target.parentElement.querySelector('[name="attach"]');
      if (button && event.target.files.length > 0) {
        form.requestSubmit(button);
      }
    }

    if (form.querySelector(".problem .error")) {
      saved("");
    }
    form.addEventListener("change", chosen);
    form.addEventListener("input", touched);
    form.addEventListener("change", touched);
    form.addEventListener("compositionend", () => later(PAUSE));
    form.addEventListener("submit", () => {
      leaving = true; // the form itself carries everything
      clearTimeout(timer);
      setTimeout(() => (leaving = false), 4000);
    });
    document.addEventListener("tsunagi:save", save);
    window.addEventListener("online", save);
    window.addEventListener("focus", comeBack);
    if (line && line.querySelector(".again")) {
      line.querySelector(".again").addEventListener("click", comeBack);
    }
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && !leaving) {
        save();
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && document.documentElement.dataset.gone === undefined && (changed.size > 0 || sending || undecided)) {
        event.preventDefault();
      }
    });
  }

  const begin = (root) =>
    root.querySelectorAll("form[data-autosave]:not([data-watched])").forEach((form) => {
      form.dataset.watched = "";
      writingOf(form);
    });
  document.addEventListener("DOMContentLoaded", () => begin(document));
  document.addEventListener("htmx:load", (event) => begin(event.detail.elt.parentNode || document));
})();
