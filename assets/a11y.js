/* After a change of page: the keyboard goes to the new heading, the title is announced. */
(function () {
  'use strict';
  var PATIENCE = 5000;
  var waiting = null;

  function heading() { return document.querySelector('main h1'); }

  function arrive(h1) {
    h1.setAttribute('tabindex', '-1');
    h1.focus({ preventScroll: true });
    var status = document.getElementById('route-announcer');
    if (status) status.textContent = document.title || h1.textContent;
  }

  function stop() {
    if (!waiting) return;
    waiting.observer.disconnect();
    clearTimeout(waiting.timer);
    waiting = null;
  }

  function expect() {
    stop();
    var path = window.location.pathname;
    if (path === expect.path) return;
    expect.path = path;
    var before = heading();
    var text = before && before.textContent;
    var observer = new MutationObserver(function () {
      var now = heading();
      if (!now || (now === before && now.textContent === text)) return;
      stop();
      window.requestAnimationFrame(function () { arrive(now); });
    });
    observer.observe(document.body, {
      childList: true, subtree: true, characterData: true
    });
    waiting = { observer: observer, timer: setTimeout(stop, PATIENCE) };
  }
  expect.path = window.location.pathname;

  window.addEventListener('_dashprivate_pushstate', expect);
  window.addEventListener('popstate', expect);
})();
