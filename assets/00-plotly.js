/* Dash loads plotly.js from window._dashPlotlyJSURL when the first graph appears.
   Point it at the light bundle beside the assets, whatever the path prefix is. */
(function () {
  'use strict';
  var here = document.currentScript.src;
  var url = new URL('../vendor/plotly.min.js?v=4.1.1', here).href;
  Object.defineProperty(window, '_dashPlotlyJSURL', {
    get: function () { return url; },
    set: function () {}
  });
})();
