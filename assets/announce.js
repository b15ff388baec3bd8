/* What a control has changed is told to those who do not see it: when the page has been
   drawn again and rests, its answer is read out. The focus stays on the control. */
(function () {
  'use strict';
  var QUIET = 350;
  var PATIENCE = 8000;
  var waiting = null;

  function answer() {
    var lead = document.querySelector('main .page-head .lead');
    return [document.title, lead ? lead.textContent : ''].filter(Boolean).join('. ');
  }

  function tell() {
    stop();
    var status = document.getElementById('route-announcer');
    if (status) status.textContent = answer();
  }

  function stop() {
    if (!waiting) return;
    waiting.observer.disconnect();
    clearTimeout(waiting.patience);
    clearTimeout(waiting.quiet);
    waiting = null;
  }

  function attend(main) {
    stop();
    var observer = new MutationObserver(function () {
      if (!waiting) return;
      clearTimeout(waiting.quiet);
      waiting.quiet = setTimeout(tell, QUIET);
    });
    observer.observe(main, { childList: true, subtree: true, characterData: true });
    waiting = { observer: observer, patience: setTimeout(tell, PATIENCE), quiet: 0 };
  }

  document.addEventListener('change', function (event) {
    var main = event.target.closest ? event.target.closest('main') : null;
    var control = main && event.target.closest('.controls');
    if (control) attend(main);
  });
})();
