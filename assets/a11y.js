/* After a change of page: the keyboard goes to the new heading, or to the part that the
   address names after its #, and the title is announced. */
(function () {
  'use strict';
  var PATIENCE = 8000;
  var QUIET = 120;
  var here = address();
  var waiting = null;

  function address() { return window.location.pathname + window.location.search; }

  /* The part of the page that the address names. */
  function named() {
    var name = '';
    try { name = decodeURIComponent(window.location.hash.slice(1)); } catch (_) { name = ''; }
    return name ? document.getElementById(name) : null;
  }

  function arrive() {
    var part = named();
    if (window.location.hash && !part && waiting) return;
    stop();
    if (part) enter(part);
    else top();
    var status = document.getElementById('route-announcer');
    if (status) status.textContent = document.title;
  }

  function top() {
    var h1 = document.querySelector('main h1');
    if (!h1) return;
    h1.setAttribute('tabindex', '-1');
    h1.focus({ preventScroll: true });
  }

  function enter(part) {
    for (var box = part; box; box = box.parentElement) {
      if (box.tagName === 'DETAILS') box.open = true;
    }
    var heading = part.matches('h1, h2, h3, h4, summary') ? part
      : part.querySelector('h2, h3, h4, summary') || part;
    if (heading.tabIndex < 0) heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'start' });
  }

  function stop() {
    if (!waiting) return;
    waiting.observer.disconnect();
    clearTimeout(waiting.patience);
    clearTimeout(waiting.quiet);
    waiting = null;
  }

  /* The new page is there when the main part has changed and then rests a moment. */
  function attend(root) {
    stop();
    var observer = new MutationObserver(function () {
      if (!waiting) return;
      clearTimeout(waiting.quiet);
      waiting.quiet = setTimeout(arrive, QUIET);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    waiting = { observer: observer, patience: setTimeout(stop, PATIENCE), quiet: 0 };
  }

  function expect() {
    var main = document.querySelector('main');
    if (address() === here) {
      var part = named();
      if (part) enter(part);
      return;
    }
    here = address();
    if (main) attend(main);
  }

  window.addEventListener('_dashprivate_pushstate', expect);
  window.addEventListener('popstate', expect);
  window.addEventListener('hashchange', expect);
  if (window.location.hash) attend(document.documentElement);
})();
