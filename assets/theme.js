/* The theme and the accent, before anything is drawn. The address is the memory:
   ?theme=light, dark or contrast, and ?accent= a name or six hexadecimal digits; without
   them the reader's system decides. Nothing is stored. */
(function () {
  'use strict';
  var NAMES = ['light', 'dark', 'contrast'];
  var ACCENTS = ['pine', 'sea', 'indigo', 'berry', 'slate'];
  var GROUNDS = ['--paper', '--wash', '--marked'];
  var LEAST = 4.5;
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var more = window.matchMedia('(prefers-contrast: more)');
  var print = window.matchMedia('print');

  function asked(name) {
    return new URLSearchParams(window.location.search).get(name) || '';
  }

  /* Who wants a dark ground and more contrast has both in the dark theme. */
  function theme() {
    if (print.matches) return 'light';
    if (NAMES.indexOf(asked('theme')) >= 0) return asked('theme');
    return dark.matches ? 'dark' : more.matches ? 'contrast' : 'light';
  }

  function luminance(hex) {
    var parts = [1, 3, 5].map(function (at) {
      var part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  function contrast(one, other) {
    var a = luminance(one);
    var b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /* A colour of the portal's own is taken only if it can be read on every ground. */
  function own(colour) {
    var hex = '#' + colour.replace(/^#/, '').toLowerCase();
    if (!/^#[0-9a-f]{6}$/.test(hex)) return '';
    var styles = window.getComputedStyle(root);
    var read = GROUNDS.every(function (ground) {
      return contrast(hex, styles.getPropertyValue(ground).trim()) >= LEAST;
    });
    return read ? hex : '';
  }

  function accent() {
    var name = asked('accent');
    var listed = ACCENTS.indexOf(name) >= 0;
    if (listed) root.setAttribute('data-accent', name);
    else root.removeAttribute('data-accent');
    var hex = name && !listed && !print.matches ? own(name) : '';
    if (hex) root.style.setProperty('--accent', hex);
    else root.style.removeProperty('--accent');
  }

  function worn() {
    return ['data-theme', 'data-accent', 'style'].map(function (name) {
      return root.getAttribute(name);
    }).join(' ');
  }

  function wear() {
    var before = worn();
    root.setAttribute('data-theme', theme());
    root.setAttribute('data-bs-theme', theme() === 'dark' ? 'dark' : 'light');
    accent();
    if (worn() !== before) window.dispatchEvent(new CustomEvent('countywise:theme'));
  }

  /* A choice at the foot of the page: the address remembers it, nothing else does. */
  function choose(button) {
    var to = new URL(window.location.href);
    var name = button.getAttribute('data-wear');
    if (name) to.searchParams.set('theme', name);
    else to.searchParams.delete('theme');
    window.history.replaceState(window.history.state, '', to);
    button.parentElement.querySelectorAll('[data-wear]').forEach(function (each) {
      each.setAttribute('aria-pressed', String(each === button));
    });
    wear();
  }

  wear();
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button[data-wear]');
    if (button) choose(button);
  });
  window.addEventListener('_dashprivate_pushstate', wear);
  window.addEventListener('popstate', wear);
  [dark, more, print].forEach(function (query) {
    query.addEventListener('change', wear);
  });
})();
