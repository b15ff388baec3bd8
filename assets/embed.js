/* Inside another page: no header and footer, and the frame is told how tall we are.
   Only the origins that the installer listed hear it. */
(function () {
  'use strict';

  function wanted() {
    var asked = new URLSearchParams(window.location.search).get('embed') === '1';
    return asked || /\/embed\//.test(window.location.pathname);
  }

  function mode() {
    document.documentElement.classList.toggle('embed', wanted());
  }

  mode();
  window.addEventListener('_dashprivate_pushstate', mode);
  window.addEventListener('popstate', mode);
  if (window.parent === window) return;

  var meta = document.querySelector('meta[name="embed-parents"]');
  var parents = meta ? meta.content.split(' ').filter(Boolean) : [];
  var last = 0;

  function tell() {
    var root = document.getElementById('react-entry-point');
    if (!root) return;
    var height = Math.ceil(root.getBoundingClientRect().height);
    if (Math.abs(height - last) < 2) return;
    last = height;
    var message = { type: 'countywise:height', height: height };
    message.path = window.location.pathname + window.location.search;
    parents.forEach(function (origin) { window.parent.postMessage(message, origin); });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var sizes = new ResizeObserver(tell);
    sizes.observe(document.body);
    var root = document.getElementById('react-entry-point');
    if (root) sizes.observe(root);
    tell();
  });
})();
