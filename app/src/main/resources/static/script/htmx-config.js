// htmx in our ways: nothing kept in the browser, nothing evaluated, the token on every request,
// and answers with errors of input (422) or two texts for one field (409) shown where they belong.
(function () {
  "use strict";
  const config = window.htmx.config;
  config.includeIndicatorStyles = false;
  config.allowEval = false;
  config.allowScriptTags = false;
  config.historyEnabled = false;
  config.historyCacheSize = 0;
  config.selfRequestsOnly = true;
  config.defaultSwapStyle = "outerHTML";
  config.responseHandling = [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "409", swap: true },
    { code: "422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ];

  const token = document.querySelector('meta[name="request-token"]');
  document.addEventListener("htmx:configRequest", (event) => {
    if (token) {
      event.detail.headers[token.dataset.header] = token.content;
    }
  });

  // A form that was sent waits with its words in place: the button keeps its width
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) {
      return;
    }
    const form = event.target;
    if (form.dataset.sent !== undefined) {
      event.preventDefault(); // a second press has no second effect
      return;
    }
    form.dataset.sent = "";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });
})();
