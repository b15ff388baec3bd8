/* The window's title follows the page's controls: the head of a page carries it. */
(function () {
  'use strict';
  var last = '';

  function follow() {
    var head = document.querySelector('main [data-title]');
    var title = head ? head.getAttribute('data-title') : '';
    if (title && title !== last) document.title = title;
    last = title;
  }

  function start() {
    new MutationObserver(follow).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ['data-title']
    });
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
