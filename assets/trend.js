/* Charts that carry two shapes in their meta take the one that fits their width. On
   paper a chart is no wider than the sheet, or its newest figure would be cut off. */
(function () {
  'use strict';
  var SHEET = 660;
  var paper = window.matchMedia('print');

  function fit(plot) {
    var meta = plot.layout && plot.layout.meta;
    if (!meta || !meta.narrow || !window.Plotly) return;
    var shape = plot.clientWidth < meta.limit ? meta.narrow : meta.wide;
    if (plot.layout.annotations &&
        JSON.stringify(plot.layout.annotations.map(text)) ===
        JSON.stringify(shape.annotations.map(text)) &&
        plot.layout.margin.r === shape['margin.r']) return;
    window.Plotly.relayout(plot, JSON.parse(JSON.stringify(shape)));
  }

  function text(note) { return note.text; }

  function follow(plot) {
    if (plot.followed || !plot.on) return;
    plot.followed = true;
    new ResizeObserver(function () { fit(plot); }).observe(plot);
    plot.on('plotly_afterplot', function () { fit(plot); });
    fit(plot);
  }

  function plots() { return Array.from(document.querySelectorAll('.js-plotly-plot')); }

  function narrow() {
    plots().forEach(function (plot) {
      if (!window.Plotly || plot.clientWidth <= SHEET) return;
      window.Plotly.relayout(plot, { width: SHEET });
    });
  }

  function widen() {
    plots().forEach(function (plot) {
      if (window.Plotly && plot.layout.width) {
        window.Plotly.relayout(plot, { width: null, autosize: true });
      }
    });
  }

  /* A drawing board that plotly keeps outside the page is nothing to listen to. */
  function hush() {
    var board = document.getElementById('js-plotly-tester');
    if (board) board.setAttribute('aria-hidden', 'true');
  }

  function look() {
    hush();
    plots().forEach(follow);
  }

  window.addEventListener('beforeprint', narrow);
  window.addEventListener('afterprint', widen);
  paper.addEventListener('change', function () { (paper.matches ? narrow : widen)(); });

  function start() {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
