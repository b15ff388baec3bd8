/* The print button of a page: the browser's own dialogue. */
document.addEventListener('click', function (event) {
  if (event.target.closest('button[data-print]')) window.print();
});
