/* Links inside the application change the page without loading it again; the pickers
   of the header do the same when their button is pressed. */
(function () {
  'use strict';

  function plain(event) {
    return event.button === 0 && !event.defaultPrevented && !event.metaKey &&
      !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  function go(href) {
    window.history.pushState({}, '', looking(href));
    /* A part named after # is scrolled to once it is drawn: assets/a11y.js. */
    if (!window.location.hash) window.scrollTo(0, 0);
    window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
  }

  /* How a page looks is kept from link to link; what it shows is the link's own. */
  function looking(href) {
    var url = new URL(href, window.location.href);
    var here = new URLSearchParams(window.location.search);
    ['theme', 'accent'].forEach(function (name) {
      var kept = here.get(name);
      if (kept && !url.searchParams.has(name)) url.searchParams.set(name, kept);
    });
    var search = url.search.replace(/%3A/g, ':').replace(/%2C/g, ',');
    return url.pathname + search + url.hash;
  }

  document.addEventListener('click', function (event) {
    var anchor = event.target.closest('a[data-nav]');
    /* Inside another page the frame keeps what it shows: links open beside it. */
    if (anchor && document.documentElement.classList.contains('embed')) {
      anchor.setAttribute('target', '_blank');
      anchor.setAttribute('rel', 'noopener');
      return;
    }
    if (anchor && plain(event)) {
      event.preventDefault();
      go(anchor.getAttribute('href'));
      return;
    }
    var button = event.target.closest('button[data-go]');
    var select = button && button.parentElement.querySelector('select');
    if (select && select.value) go(select.value);
  });

  /* The skip link must work although the router does not know fragments. */
  document.addEventListener('click', function (event) {
    var skip = event.target.closest('a.skip-link');
    if (!skip) return;
    event.preventDefault();
    var main = document.getElementById(skip.getAttribute('href').slice(1));
    if (main) main.focus();
  });
})();
