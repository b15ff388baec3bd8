/* Tables sorted by the buttons in their heads, by what stands first in a cell. What is
   not shown stays at the end in either direction. */
(function () {
  'use strict';

  function value(row, column, kind) {
    var cell = row.children[column];
    if (!cell || cell.querySelector('.missing')) return '';
    var text = (cell.querySelector('.verdict-word') || cell).textContent.trim();
    if (kind !== 'number') return text;
    var number = parseFloat(text.replace(/,/g, '').replace('\u2212', '-'));
    return isNaN(number) ? '' : number;
  }

  function compare(kind) {
    if (kind === 'number') return function (a, b) { return a - b; };
    return function (a, b) { return a.localeCompare(b); };
  }

  function place(body, rows) {
    rows.forEach(function (row) { body.appendChild(row); });
  }

  function sort(button) {
    var head = button.closest('th');
    var table = button.closest('table');
    var body = table.tBodies[0];
    var column = head.cellIndex;
    var rising = head.getAttribute('aria-sort') !== 'ascending';
    var kind = button.getAttribute('data-sort');
    var by = compare(kind);
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (a, b) {
      var x = value(a, column, kind);
      var y = value(b, column, kind);
      if (x === '' || y === '') return (x === '') - (y === '');
      return rising ? by(x, y) : by(y, x);
    });
    clear(table);
    head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
    place(body, rows);
    watch(table);
    tell(button, rising ? 'rising' : 'falling');
  }

  /* The words for it are on the status line: pages/_shell.py. */
  function tell(button, way) {
    var status = document.getElementById('route-announcer');
    var said = status && status.getAttribute('data-' + way);
    if (said) status.textContent = said.replace('{column}', button.textContent.trim());
  }

  function clear(table) {
    table.querySelectorAll('th[aria-sort]').forEach(function (th) {
      th.setAttribute('aria-sort', 'none');
    });
  }

  /* New numbers in the same table: back to the order in which they were sent. */
  function watch(table) {
    if (table.sortWatch) table.sortWatch.disconnect();
    var body = table.tBodies[0];
    table.sortWatch = new MutationObserver(function () {
      table.sortWatch.disconnect();
      var rows = Array.prototype.slice.call(body.rows);
      rows.sort(function (a, b) {
        return a.getAttribute('data-row') - b.getAttribute('data-row');
      });
      clear(table);
      place(body, rows);
    });
    table.sortWatch.observe(body, {
      subtree: true, characterData: true, childList: true, attributes: true
    });
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('button.sorter');
    if (button) sort(button);
  });
})();
