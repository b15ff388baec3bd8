/* Inside another page: no header and footer, one part alone if one is asked for, and the
   frame is told how tall we are. Only the origins that the installer listed hear it. */
(function () {
  'use strict';
  var HOW = ['embed', 'part', 'show', 'theme', 'accent'];
  var root = document.documentElement;
  var wait = 0;

  function params() { return new URLSearchParams(window.location.search); }

  function mode() {
    root.classList.toggle('embed', params().get('embed') === '1');
  }

  /* ---- one part alone: what stands beside it and beside what holds it goes ---- */

  function alone() {
    wait = 0;
    var name = params().get('part') || params().get('show');
    var page = document.querySelector('main .alone');
    if (!name || !page) return;
    var part = page.querySelector('[data-part="' + window.CSS.escape(name) + '"]');
    if (!part) return;
    for (var box = part; box !== page; box = box.parentElement) {
      box.removeAttribute('data-aside');
      Array.from(box.parentElement.children).forEach(function (other) {
        if (other !== box && !other.contains(part)) other.setAttribute('data-aside', '');
      });
    }
  }

  function changed() {
    if (!wait) wait = window.requestAnimationFrame(alone);
  }

  /* The controls of a page change its address: the way out follows it. */
  function lead(event) {
    var link = event.target.closest && event.target.closest('a.embed-full');
    if (!link) return;
    var query = params();
    HOW.forEach(function (name) { query.delete(name); });
    var search = query.toString().replace(/%3A/g, ':').replace(/%2C/g, ',');
    link.href = window.location.pathname + (search ? '?' + search : '');
  }

  mode();
  window.addEventListener('_dashprivate_pushstate', mode);
  window.addEventListener('popstate', mode);
  ['focusin', 'pointerdown', 'click'].forEach(function (kind) {
    document.addEventListener(kind, lead);
  });
  if (root.classList.contains('embed')) {
    new MutationObserver(changed).observe(root, { childList: true, subtree: true });
  }
  if (window.parent === window) return;

  /* ---- the height ---- */

  var meta = document.querySelector('meta[name="embed-parents"]');
  var allowed = meta ? meta.content.split(' ').filter(Boolean) : [];
  var last = 0;

  /* Who frames us, where the browser tells; else each that may. */
  function listeners() {
    var above = window.location.ancestorOrigins;
    var known = above && above.length ? above[0] : '';
    if (!known && document.referrer) known = new URL(document.referrer).origin;
    if (!known) return allowed;
    return allowed.filter(function (origin) { return origin === known; });
  }

  function tell() {
    var page = document.getElementById('react-entry-point');
    if (!page) return;
    var height = Math.ceil(page.getBoundingClientRect().height);
    if (Math.abs(height - last) < 2) return;
    last = height;
    var message = { type: 'countywise:height', version: 1, height: height };
    message.path = window.location.pathname + window.location.search;
    listeners().forEach(function (origin) { window.parent.postMessage(message, origin); });
  }

  /* A page that loaded its script after us asks again. */
  window.addEventListener('message', function (event) {
    var asked = event.data && event.data.type === 'countywise:hello';
    if (!asked || event.source !== window.parent) return;
    if (allowed.indexOf(event.origin) < 0) return;
    last = 0;
    tell();
  });

  document.addEventListener('DOMContentLoaded', function () {
    var sizes = new ResizeObserver(tell);
    sizes.observe(document.body);
    var page = document.getElementById('react-entry-point');
    if (page) sizes.observe(page);
    tell();
  });
})();
