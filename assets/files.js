/* Files that take a while to make: a status line says so, and the file is saved when it
   has come. Without fetch the link is followed as any other. */
(function () {
  'use strict';

  function tell(line, template, what) {
    var status = line.querySelector('.files-told');
    var said = line.getAttribute('data-' + template) || '';
    if (status) status.textContent = said.replace('{what}', what);
  }

  function save(blob, name) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 30000);
  }

  function name(answer, link) {
    var said = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') || '');
    return said ? said[1] : link.getAttribute('download');
  }

  /* An answer that is no file is a sentence, which is what the reader is told. */
  function kept(answer, link, line, what) {
    if (!answer.ok) {
      return answer.text().then(function (said) {
        var plain = (answer.headers.get('Content-Type') || '').indexOf('text/plain') === 0;
        if (plain) line.querySelector('.files-told').textContent = said.trim();
        else tell(line, 'failed', what);
      });
    }
    return answer.blob().then(function (blob) {
      save(blob, name(answer, link));
      tell(line, 'ready', what);
    });
  }

  function fetched(link) {
    var line = link.closest('.files');
    var what = link.getAttribute('data-slow');
    if (link.getAttribute('aria-busy') === 'true') return;
    link.setAttribute('aria-busy', 'true');
    tell(line, 'preparing', what);
    window.fetch(link.href, { credentials: 'same-origin' }).then(function (answer) {
      return kept(answer, link, line, what);
    }).catch(function () {
      tell(line, 'failed', what);
    }).then(function () { link.removeAttribute('aria-busy'); });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-slow]');
    var plain = event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;
    if (!link || plain || !window.fetch || !window.URL.createObjectURL) return;
    event.preventDefault();
    fetched(link);
  });

  window.countywiseFiles = { save: save, tell: tell };
})();
