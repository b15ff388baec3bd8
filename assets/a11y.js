/* What those hear who do not see a page change. After a change of page: the keyboard goes
   to the new heading, or to the part that the address names after its #, and the title is
   read out. After a change of a control: the page's new answer is read out, and the focus
   stays on the control. */
(function () {
  'use strict';
  var PATIENCE = 8000;
  var PAGE_RESTS = 120;
  var ANSWER_RESTS = 350;
  var here = address();
  var waiting = null;

  function address() { return window.location.pathname + window.location.search; }

  function say(text) {
    var status = document.getElementById('route-announcer');
    if (status) status.textContent = text;
  }

  function stop() {
    if (!waiting) return;
    waiting.observer.disconnect();
    clearTimeout(waiting.patience);
    clearTimeout(waiting.quiet);
    waiting = null;
  }

  /* Something is there when it has changed and then rests a moment. */
  function attend(root, rests, then, late) {
    stop();
    var observer = new MutationObserver(function () {
      if (!waiting) return;
      clearTimeout(waiting.quiet);
      waiting.quiet = setTimeout(then, rests);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    waiting = { observer: observer, patience: setTimeout(late, PATIENCE), quiet: 0 };
  }

  /* ---- another page ---- */

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
    say(document.title);
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

  function expect() {
    var main = document.querySelector('main');
    if (address() === here) {
      var part = named();
      if (part) enter(part);
      return;
    }
    here = address();
    if (main) attend(main, PAGE_RESTS, arrive, stop);
  }

  window.addEventListener('_dashprivate_pushstate', expect);
  window.addEventListener('popstate', expect);
  window.addEventListener('hashchange', expect);
  if (window.location.hash) attend(document.documentElement, PAGE_RESTS, arrive, stop);

  /* ---- another answer on the same page ---- */

  function answer() {
    stop();
    var lead = document.querySelector('main .page-head .lead');
    say([document.title, lead ? lead.textContent : ''].filter(Boolean).join('. '));
  }

  document.addEventListener('change', function (event) {
    var main = event.target.closest ? event.target.closest('main') : null;
    var control = main && event.target.closest('.controls');
    if (control) attend(main, ANSWER_RESTS, answer, answer);
  });
})();
