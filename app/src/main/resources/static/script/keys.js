// The keyboard: / to the search, arrows through what it found, digits in a choice, Escape closes.
(function () {
  "use strict";

  const typing = (element) =>
    element instanceof HTMLElement &&
    (element.isContentEditable ||
      element.matches("textarea, select") ||
      (element.matches("input") && !element.matches('[type="radio"], [type="checkbox"], [type="button"]')));

  const find = () => document.getElementById("find");
  const found = () => document.getElementById("found");

  function toSearch(event) {
    const field = find();
    if (!field) {
      return;
    }
    event.preventDefault();
    field.focus();
    field.select();
  }

  // A digit answers the choice one stands in, or the first of the row or part one stands in
  function choose(event) {
    const here = document.activeElement;
    const part = here && here.closest("[data-keys], .row, .now");
    const group = part && (part.matches("[data-keys]") ? part : part.querySelector("[data-keys]"));
    const answer = group && group.querySelectorAll('input[type="radio"]')[Number(event.key) - 1];
    if (!answer || answer.disabled) {
      return;
    }
    event.preventDefault();
    answer.focus();
    if (!answer.checked) {
      answer.checked = true;
      answer.dispatchEvent(new Event("input", { bubbles: true }));
      answer.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function walkFound(event) {
    const list = found();
    const ways = list ? [...list.querySelectorAll("a")] : [];
    const at = ways.indexOf(document.activeElement);
    if (ways.length === 0 || (at < 0 && document.activeElement !== find())) {
      return;
    }
    event.preventDefault();
    const to = at + (event.key === "ArrowDown" ? 1 : -1);
    (to < 0 ? find() : ways[Math.min(to, ways.length - 1)]).focus();
  }

  function close() {
    const list = found();
    if (list && list.childElementCount > 0) {
      const inside = list.contains(document.activeElement);
      list.replaceChildren();
      if (inside) {
        find().focus();
      }
      return;
    }
    const menu = document.querySelector("details.me[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey) {
      return;
    }
    if (event.ctrlKey) {
      if (event.key.toLowerCase() === "s" && document.querySelector("form[data-autosave]")) {
        event.preventDefault();
        document.dispatchEvent(new CustomEvent("tsunagi:save"));
      }
      return;
    }
    if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      walkFound(event);
    } else if (!typing(event.target)) {
      if (event.key === "/") {
        toSearch(event);
      } else if (/^[1-9]$/.test(event.key)) {
        choose(event);
      }
    }
  });

  // A press elsewhere closes what hangs open
  document.addEventListener("pointerdown", (event) => {
    document.querySelectorAll("details.me[open]").forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    const list = found();
    if (list && !event.target.closest(".find")) {
      list.replaceChildren();
    }
  });

  // An emptied search field leaves no list behind
  document.addEventListener("input", (event) => {
    if (event.target === find() && event.target.value.trim() === "") {
      found().replaceChildren();
    }
  });

  // Of what is written, わからない and 答えたくない only one holds. A tick takes away what is written, and taken off
  // again gives it back; writing takes the tick away. Of a table the same goes for all its cells.
  const taken = new WeakMap();
  const fieldOf = (tick) => tick.closest(".instead").parentElement;
  const tell = (control, kind) => control.dispatchEvent(new Event(kind, { bubbles: true }));
  const isBox = (control) => control.type === "checkbox" || control.type === "radio";
  const says = (control) => (isBox(control) ? control.checked : control.value.trim() !== "");

  function written(field) {
    const own = field.querySelector(":scope > .instead");
    return [...field.querySelectorAll("input[name], textarea[name], select[name]")].filter(
      (control) => !own.contains(control) && !["hidden", "file"].includes(control.type) && says(control),
    );
  }

  function put(control, value) {
    if (isBox(control)) {
      control.checked = Boolean(value);
    } else {
      control.value = value;
    }
    tell(control, "input");
  }

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-only-one]")) {
      return;
    }
    const field = fieldOf(event.target);
    if (!event.target.checked) {
      const before = taken.get(field) || [];
      taken.delete(field);
      before.forEach(([control, value]) => put(control, value));
      return;
    }
    event.target
      .closest(".instead")
      .querySelectorAll("input")
      .forEach((other) => {
        other.checked = other === event.target;
      });
    const now = written(field).map((control) => [control, isBox(control) ? control.checked : control.value]);
    if (now.length > 0) {
      taken.set(field, now);
      now.forEach(([control]) => put(control, ""));
    }
  });

  document.addEventListener("input", (event) => {
    const control = event.target;
    if (!control.name || control.type === "file" || !says(control)) {
      return;
    }
    for (let field = control.parentElement; field; field = field.parentElement) {
      const own = field.querySelector(":scope > .instead");
      if (own && !own.contains(control)) {
        taken.delete(field);
        own.querySelectorAll("input:checked").forEach((tick) => {
          tick.checked = false;
          tell(tick, "change");
        });
      }
    }
  });

  // How many characters stand there and how many may: counted, never cut
  document.addEventListener("input", (event) => {
    const count = event.target.id && document.getElementById(event.target.id + "-count");
    if (!count) {
      return;
    }
    const now = [...event.target.value].length;
    const most = Number(count.dataset.most);
    const over = now > most;
    count.classList.toggle("over", over);
    count.classList.toggle("near", !over && now * 5 >= most * 4);
    count.textContent = (over ? count.dataset.over : count.dataset.within)
      .replace("{0}", now)
      .replace("{1}", most)
      .replace("{2}", now - most);
  });

  // A name that was pressed leads on to the field that is typed next
  document.addEventListener("click", (event) => {
    const next = event.target.matches("[data-next]") && document.getElementById(event.target.dataset.next);
    if (next && event.detail > 0) {
      next.focus();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) {
      window.print();
    }
  });
})();
