/* Tables sorted by the buttons in their heads. Cells carry their value in data-value;
   what is not shown has none and stays at the end in either direction. */
(function () {
  'use strict';

  function value(row, column) {
    var cell = row.children[column];
    return cell ? cell.getAttribute('data-value') || '' : '';
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
    var by = compare(button.getAttribute('data-sort'));
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (a, b) {
      var x = value(a, column);
      var y = value(b, column);
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
