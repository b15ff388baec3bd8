/* For the pages of others: the height of a Countywise frame follows what is in it.
   Hears only messages from where this script came from, and only from frames that show a
   page of it. Messages carry the version of what is said: 1. */
(function () {
  'use strict';
  var script = document.currentScript;
  if (!script) return;
  var home = new URL('.', script.src);
  var LEAST = 80;
  var MOST = 20000;

  function ours() {
    return Array.from(document.querySelectorAll('iframe[src]')).filter(function (frame) {
      return frame.src.indexOf(home.href) === 0;
    });
  }

  /* A frame that is still empty can be looked into; one that shows us cannot. */
  function greet(frame) {
    var there = frame.contentDocument === null || home.origin === window.location.origin;
    var hello = { type: 'countywise:hello', version: 1 };
    if (there && frame.contentWindow) frame.contentWindow.postMessage(hello, home.origin);
  }

  window.addEventListener('message', function (event) {
    var said = event.data;
    if (event.origin !== home.origin || !said || said.type !== 'countywise:height') return;
    var height = Number(said.height);
    if (!isFinite(height)) return;
    ours().forEach(function (frame) {
      if (frame.contentWindow !== event.source) return;
      frame.style.height = Math.min(MOST, Math.max(LEAST, Math.ceil(height))) + 'px';
    });
  });

  /* A frame that was there before this script is asked; one that is not there yet tells
     its height by itself. */
  function start() {
    ours().forEach(function (frame) {
      greet(frame);
      frame.addEventListener('load', function () { greet(frame); });
    });
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
