/* The panel that puts a part of a page on another page. It is filled when it is opened,
   from the address as it is then; nothing of it is sent with the page. */
(function () {
  'use strict';
  var HOW = ['embed', 'part', 'show', 'theme', 'accent'];
  var THEMES = ['', 'light', 'dark', 'contrast'];
  var AROUND = 150; /* banner and foot of an embedded page */
  var count = 0;

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : '';
  }

  function words() { return JSON.parse(meta('embed-words') || '{}'); }

  function escaped(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;').replace(/'/g, '&#39;');
  }

  function make(tag, content, more) {
    var node = document.createElement(tag);
    if (content) node.textContent = content;
    Object.keys(more || {}).forEach(function (name) { node.setAttribute(name, more[name]); });
    return node;
  }

  /* The same page in the public edition, without what says how it is shown. */
  function address(query, theme) {
    var inside = window.location.pathname.slice(meta('embed-own').length);
    var search = new URLSearchParams(window.location.search);
    HOW.forEach(function (name) { search.delete(name); });
    new URLSearchParams(query).forEach(function (value, name) { search.set(name, value); });
    if (query) search.set('embed', '1');
    if (theme) search.set('theme', theme);
    var text = search.toString().replace(/%3A/g, ':').replace(/%2C/g, ',');
    return window.location.origin + meta('embed-base') + inside + (text ? '?' + text : '');
  }

  /* About as tall as the part is now, which is what it needs where it is as wide. */
  function height(panel) {
    var part = panel.closest('[data-part], .slide');
    var tall = part ? part.getBoundingClientRect().height : 560;
    return Math.min(1400, Math.max(320, Math.ceil((tall + AROUND) / 20) * 20));
  }

  function frame(panel, theme, tall) {
    var title = panel.getAttribute('data-named');
    var src = address(panel.getAttribute('data-embed'), theme);
    return '<iframe src="' + escaped(src) + '" title="' + escaped(title) +
      '" width="100%" height="' + tall + '" style="border:0;max-width:100%"' +
      ' loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>\n';
  }

  function plain(panel, theme, tall, said) {
    var query = panel.getAttribute('data-embed');
    var there = address(/^slide=/.test(query) ? query : '', '').replace(/[?&]embed=1/, '');
    var text = said.link.replace('{title}', panel.getAttribute('data-named'));
    return frame(panel, theme, tall) + '<p><a href="' + escaped(there) + '">' +
      escaped(text) + '</a></p>';
  }

  function scripted(panel, theme, tall, said) {
    var src = window.location.origin + meta('embed-base') + 'embed.js';
    return plain(panel, theme, tall, said) + '\n<script src="' + escaped(src) +
      '" async></scr' + 'ipt>';
  }

  function copy(area, status, said) {
    function told(done) { status.textContent = done ? said.copied : said.refused; }
    status.textContent = '';
    area.focus();
    area.select();
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(area.value).then(
        function () { told(true); }, function () { told(document.execCommand('copy')); });
    } else {
      told(document.execCommand('copy'));
    }
  }

  function snippet(box, name, help, said) {
    var id = 'embed-code-' + (count += 1);
    var area = make('textarea', '', {
      id: id, readonly: '', rows: 5, spellcheck: 'false', 'class': 'snippet'
    });
    var button = make('button', said.copy, { type: 'button' });
    button.appendChild(make('span', ': ' + name, { 'class': 'unseen' }));
    var status = make('span', '', { role: 'status', 'class': 'embed-told' });
    button.addEventListener('click', function () { copy(area, status, said); });
    var row = make('p', '', { 'class': 'embed-row' });
    row.append(button, status);
    box.append(make('label', name, { 'for': id }), make('p', help, { 'class': 'note' }), area, row);
    return area;
  }

  function chooser(box, title, said) {
    var id = 'embed-colours-' + (count += 1);
    var select = make('select', '', { id: id, 'class': 'form-select' });
    said.themes.split('|').forEach(function (name, at) {
      select.appendChild(make('option', name, { value: THEMES[at] }));
    });
    var label = make('label', said.colours.replace('{title}', ''), { 'for': id });
    label.appendChild(make('span', title, { 'class': 'unseen' }));
    box.append(label, select);
    return select;
  }

  function fill(panel) {
    var said = words();
    var box = panel.querySelector('.opened');
    var title = panel.getAttribute('data-named');
    box.textContent = '';
    if (!meta('embed-base')) {
      box.append(make('p', said.staff));
      return;
    }
    var sites = meta('embed-sites').split(' ').filter(Boolean).join(', ');
    var tall = height(panel);
    box.append(make('p', said.help),
      make('p', sites ? said.sites.replace('{sites}', sites) : said.none, { 'class': 'note' }));
    var theme = chooser(box, title, said);
    var first = snippet(box, said.plain.replace('{title}', title), said.plainHelp, said);
    var second = snippet(box, said.script.replace('{title}', title), said.scriptHelp, said);
    function write() {
      first.value = plain(panel, theme.value, tall, said);
      second.value = scripted(panel, theme.value, tall, said);
    }
    theme.addEventListener('change', write);
    write();
  }

  /* The event of a closed box does not rise, so it is caught on its way down. */
  document.addEventListener('toggle', function (event) {
    var panel = event.target;
    if (panel.matches && panel.matches('details.embed') && panel.open) fill(panel);
  }, true);
})();
