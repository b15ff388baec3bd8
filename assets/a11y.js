/* After a change of page: the keyboard goes to the new heading, the title is announced. */
(function () {
  'use strict';
  var PATIENCE = 8000;
  var QUIET = 120;
  var here = address();
  var waiting = null;

  function address() { return window.location.pathname + window.location.search; }

  function arrive() {
    stop();
    var h1 = document.querySelector('main h1');
    if (!h1) return;
    h1.setAttribute('tabindex', '-1');
    h1.focus({ preventScroll: true });
    var status = document.getElementById('route-announcer');
    if (status) status.textContent = document.title || h1.textContent;
  }

  function stop() {
    if (!waiting) return;
    waiting.observer.disconnect();
    clearTimeout(waiting.patience);
    clearTimeout(waiting.quiet);
    waiting = null;
  }

  /* The new page is there when the main part has changed and then rests a moment. */
  function expect() {
    if (address() === here) return;
    here = address();
    stop();
    var main = document.querySelector('main');
    if (!main) return;
    var observer = new MutationObserver(function () {
      if (!waiting) return;
      clearTimeout(waiting.quiet);
      waiting.quiet = setTimeout(arrive, QUIET);
    });
    observer.observe(main, { childList: true, subtree: true, characterData: true });
    waiting = { observer: observer, patience: setTimeout(stop, PATIENCE), quiet: 0 };
  }

  window.addEventListener('_dashprivate_pushstate', expect);
  window.addEventListener('popstate', expect);
})();
