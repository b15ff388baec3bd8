/* Pictures and figures come in the light colours, so that one answer of the server does
   for all. Here each light colour in them becomes that of the theme which the page wears.
   The names are those of assets/15-themes.css; what is not among them stays as it is. */
(function () {
  'use strict';
  var NAMES = [
    'paper', 'ink', 'muted', 'rule', 'wash', 'accent', 'better', 'similar', 'worse',
    'reference', 'faint', 'spread', 'navy', 'ochre', 'brick', 'teal', 'violet', 'plum',
    'ochre-text', 'teal-text', 'violet-text'
  ];
  var COLOUR = /#[0-9a-f]{6}\b|rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)/gi;
  var PICTURES = 'img[src^="data:image/svg+xml"]';
  var root = document.documentElement;
  var light = null;
  var worn = null;
  var taken = {};
  var figures = new Set();
  var plain = new WeakMap();

  function named(styles) {
    var found = {};
    NAMES.forEach(function (name) {
      found[name] = styles.getPropertyValue('--' + name).trim();
    });
    return found;
  }

  /* What each light colour is now; null where the page wears the light colours. */
  function look() {
    if (!light) light = lightest();
    var styles = window.getComputedStyle(root);
    var now = named(styles);
    var other = NAMES.filter(function (name) { return now[name] !== light[name]; });
    worn = other.length ? { band: Number(styles.getPropertyValue('--band')) || 1 } : null;
    taken = {};
    other.forEach(function (name) {
      worn[light[name]] = now[name];
      taken[now[name]] = light[name];
    });
  }

  /* The light colours, read with the theme off for an instant in which nothing paints. */
  function lightest() {
    var kept = ['data-theme', 'data-accent', 'style'].map(function (name) {
      var value = root.getAttribute(name);
      root.removeAttribute(name);
      return [name, value];
    });
    var found = named(window.getComputedStyle(root));
    kept.forEach(function (each) {
      if (each[1] !== null) root.setAttribute(each[0], each[1]);
    });
    return found;
  }

  function hex(parts) {
    return '#' + parts.map(function (part) {
      return ('0' + Number(part).toString(16)).slice(-2);
    }).join('');
  }

  function washed(colour, opacity) {
    var parts = [1, 3, 5].map(function (at) { return parseInt(colour.slice(at, at + 2), 16); });
    var more = Math.min(0.75, opacity * worn.band);
    return 'rgba(' + parts.concat(more.toFixed(2)).join(',') + ')';
  }

  function swap(found, red, green, blue, opacity) {
    if (opacity === undefined) return worn[found.toLowerCase()] || found;
    var colour = worn[hex([red, green, blue])];
    return colour ? washed(colour, Number(opacity)) : found;
  }

  function text(value) { return value.replace(COLOUR, swap); }

  function untext(value) {
    return value.replace(COLOUR, function (found) { return taken[found] || found; });
  }

  /* The same with every text changed; lists of numbers are not looked into. */
  function changed(value, by) {
    if (typeof value === 'string') return by(value);
    if (Array.isArray(value)) {
      return typeof value[0] === 'number' ? value
        : value.map(function (each) { return changed(each, by); });
    }
    if (!value || Object.prototype.toString.call(value) !== '[object Object]') return value;
    return Object.keys(value).reduce(function (copy, key) {
      copy[key] = changed(value[key], by);
      return copy;
    }, {});
  }

  function painted(value) { return worn ? changed(value, text) : value; }

  /* A figure in the light colours: Dash hands back what it finds drawn, and that wears
     the theme already. Without this its labels would keep the theme they came in. */
  function unpainted(figure) {
    if (!worn || !figure.layout) return figure;
    return Object.assign({}, figure, { layout: changed(figure.layout, untext) });
  }

  /* ---- figures: plotly is handed over with its three ways of drawing painted ---- */

  function dressed(plotly) {
    var own = Object.assign({}, plotly);
    own.react = function (plot, figure) {
      plain.set(plot, [unpainted(figure)].concat(Array.prototype.slice.call(arguments, 2)));
      figures.add(plot);
      return own.repaint(plot);
    };
    own.repaint = function (plot) {
      var kept = plain.get(plot);
      return plotly.react.apply(plotly, [plot, painted(kept[0])].concat(kept.slice(1)));
    };
    own.relayout = function (plot, change, value) {
      return plotly.relayout(plot, painted(change), value);
    };
    own.purge = function (plot) {
      figures.delete(plot);
      return plotly.purge(plot);
    };
    return own;
  }

  var plotly;
  Object.defineProperty(window, 'Plotly', {
    configurable: true,
    get: function () { return plotly; },
    set: function (given) { plotly = dressed(given); }
  });

  function redraw() {
    figures.forEach(function (plot) {
      if (!plot.isConnected) figures.delete(plot);
      else plotly.repaint(plot);
    });
  }

  /* ---- pictures: an address is text, in which a colour is written as %23 ---- */

  function stronger(_, opacity) {
    return 'opacity=%22' + Math.min(0.75, opacity * worn.band).toFixed(2) + '%22';
  }

  function coloured(source) {
    return text(source.replace(/%23/g, '#')).replace(/#/g, '%23')
      .replace(/opacity=%22(0?\.\d+)%22/g, stronger);
  }

  function picture(image) {
    var now = image.getAttribute('src');
    var kept = plain.get(image);
    var source = kept && kept.shown === now ? kept.source : now;
    var shown = worn ? coloured(source) : source;
    plain.set(image, { source: source, shown: shown });
    if (shown !== now) image.setAttribute('src', shown);
  }

  function pictures() {
    document.querySelectorAll(PICTURES).forEach(picture);
  }

  function arrived() { if (worn) pictures(); }

  function wear() {
    look();
    pictures();
    if (plotly) redraw();
  }

  look();
  window.addEventListener('countywise:theme', wear);
  new MutationObserver(arrived).observe(root, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['src']
  });
})();
