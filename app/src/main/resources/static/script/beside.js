// Beside the form: the tabs by Alt and a digit, and examples into the field one is in.
//
// An example goes in as if it were typed: at the cursor, and the browser takes it back with Ctrl+Z. The first blank is
// chosen then, so that what is typed next fills it. Arrows walk through the examples, Enter puts one in, Escape goes back.
(function () {
  "use strict";
  const BLANK = /[\uFF3F_]{2,}/;
  let field = null; // the one one is in, or was in last
  let entering = false;

  const side = () => document.getElementById("side");
  const isField = (element) =>
    element instanceof HTMLElement &&
    element.matches('textarea, input[type="text"]') &&
    element.form !== null &&
    element.form.id === "draft";
  const examples = () => [...side().querySelectorAll("[data-idea]")];

  function say(words) {
    const line = document.getElementById("put");
    if (line) {
      line.textContent = words;
    }
  }

  // answer.goals.<row>.means asks for what goals.means asks for
  function kindOf(element) {
    const [, name, row, column] = element.name.split(".");
    const key = row && column ? `${name}.${column}` : name;
    const pair = (side().dataset.kinds || "").split(" ").find((each) => each.startsWith(key + ":"));
    return pair ? pair.slice(key.length + 1) : "";
  }

  // What is offered follows the writer from field to field
  function suit() {
    const kinds = side() && side().querySelector('select[name="kind"]');
    const kind = kinds && field ? kindOf(field) : "";
    if (kind && kinds.value !== kind) {
      kinds.value = kind;
      kinds.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function used(idea) {
    const note = document.createElement("input");
    note.type = "hidden";
    note.name = "idea";
    note.value = idea;
    field.form.append(note);
  }

  // Before or behind what stands there it takes a line of its own; within it goes where the cursor is
  function lineOf(into, words) {
    const { value, selectionStart: from, selectionEnd: to } = into;
    if (!into.matches("textarea") || value === "") {
      return words;
    }
    if (from === value.length) {
      return (value.endsWith("\n") ? "" : "\n") + words;
    }
    return words + (to === 0 && !value.startsWith("\n") ? "\n" : "");
  }

  function put(button) {
    if (!field || !field.isConnected) {
      say(side().dataset.nowhere);
      return;
    }
    field.focus();
    const from = field.selectionStart;
    const words = lineOf(field, button.textContent);
    if (!document.execCommand("insertText", false, words)) {
      field.setRangeText(words, from, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const blank = BLANK.exec(words);
    if (blank) {
      field.setSelectionRange(from + blank.index, from + blank.index + blank[0].length);
    }
    used(button.dataset.idea);
    const label = document.querySelector(`label[for="${field.id}"]`);
    say(side().dataset.put.replace("{0}", label ? label.firstElementChild.textContent.trim() : ""));
  }

  function enter() {
    const first = examples()[0] || side().querySelector("#pane a, #pane button");
    if (first) {
      first.focus();
    } else {
      document.getElementById("pane").focus({ preventScroll: true });
    }
  }

  function open(event) {
    const tab = side() && side().querySelector(`[data-tab="${event.code.slice(-1)}"]`);
    if (!tab) {
      return;
    }
    event.preventDefault();
    if (tab.hasAttribute("aria-current")) {
      enter();
    } else {
      entering = true;
      tab.click();
    }
  }

  function walk(event) {
    const all = examples();
    const search = side().querySelector("[data-search]");
    const at = all.indexOf(document.activeElement);
    if (all.length === 0 || (at < 0 && document.activeElement !== search)) {
      return;
    }
    event.preventDefault();
    const to = at + (event.key === "ArrowDown" ? 1 : -1);
    (to < 0 ? search : all[Math.min(to, all.length - 1)]).focus();
  }

  document.addEventListener("focusin", (event) => {
    if (isField(event.target)) {
      field = event.target;
      suit();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-idea]");
    if (button) {
      put(button);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || !side()) {
      return;
    }
    if (event.altKey) {
      if (/^Digit[1-9]$/.test(event.code)) {
        open(event);
      }
      return;
    }
    if (!side().contains(document.activeElement)) {
      return;
    }
    if (event.key === "Escape" && field && field.isConnected) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      walk(event);
    } else if (event.key === "Enter" && event.target.matches("[data-search]")) {
      event.preventDefault();
      enter();
    }
  });

  // The list is asked for as it suits the field at once
  document.addEventListener("htmx:configRequest", (event) => {
    const kind = field && /\/side\/ideas$/.test(event.detail.path) ? kindOf(field) : "";
    if (kind) {
      event.detail.parameters.kind = kind;
    }
  });

  // What was noted of used examples went with the save
  document.addEventListener("tsunagi:heard", () => {
    document.querySelectorAll('#draft > input[name="idea"]').forEach((note) => note.remove());
  });

  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.id === "side") {
      suit();
      if (entering) {
        entering = false;
        enter();
      }
    }
  });
})();
