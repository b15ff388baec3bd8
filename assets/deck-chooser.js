/* The form that chooses slides: rows are moved by buttons, and the choice becomes the
   address, which is opened anew so that the rows come in their new order. */
(function () {
  'use strict';

  function move(button) {
    var row = button.closest('li');
    var up = button.getAttribute('data-move') === 'up';
    var beside = up ? row.previousElementSibling : row.nextElementSibling;
    if (!beside) return;
    row.parentElement.insertBefore(row, up ? beside : beside.nextElementSibling);
    button.focus();
  }

  function chosen(form) {
    return Array.from(form.querySelectorAll('li[data-name]')).filter(function (row) {
      return row.querySelector('input[type=checkbox]').checked;
    }).map(function (row) { return row.getAttribute('data-name'); });
  }

  function send(form) {
    var names = chosen(form);
    var told = form.querySelector('.deck-told');
    if (!names.length) {
      told.textContent = told.getAttribute('data-none');
      return;
    }
    var href = form.getAttribute('data-href');
    var joint = href.indexOf('?') < 0 ? '?' : '&';
    window.location.assign(href + joint + 'slides=' + names.join(','));
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('.deck-form [data-move]');
    if (button) move(button);
  });
  document.addEventListener('submit', function (event) {
    var form = event.target.closest('.deck-form');
    if (!form) return;
    event.preventDefault();
    send(form);
  });
})();
