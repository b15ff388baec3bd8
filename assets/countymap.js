/* The county map: real links in an SVG, one tab stop, arrow keys between neighbours, one
   highlight shared with the strip of dots. Draws any .map-canvas that carries data-map. */
(function () {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  function make(tag, attributes) {
    var node = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach(function (key) {
      node.setAttribute(key, attributes[key]);
    });
    return node;
  }

  /* Hatch for hidden counties, dots for too few children; ids unique on the page. */
  function patterns(svg, id) {
    var defs = make('defs', {});
    var mark = {
      hidden: make('line', { x1: 0, y1: 0, x2: 0, y2: 5, 'class': 'hatch-line' }),
      few: make('circle', { cx: 2.5, cy: 2.5, r: 0.8, 'class': 'few-dot' })
    };
    Object.keys(mark).forEach(function (kind) {
      var pattern = make('pattern', {
        id: id + kind, width: 5, height: 5, patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)'
      });
      pattern.appendChild(make('rect', { width: 5, height: 5, 'class': 'hatch-ground' }));
      pattern.appendChild(mark[kind]);
      defs.appendChild(pattern);
    });
    svg.appendChild(defs);
  }

  function county(place, index, id) {
    var link = make('a', {
      href: place.href, 'data-nav': 'in', 'data-fips': place.fips,
      'aria-label': place.name + ': ' + place.says,
      tabindex: index ? '-1' : '0',
      'class': 'county ' + place['class']
    });
    var shape = make('path', { d: place.d });
    if (place['class'] === 'hidden' || place['class'] === 'few') {
      shape.setAttribute('fill', 'url(#' + id + place['class'] + ')');
    }
    link.appendChild(shape);
    return link;
  }

  function nearest(places, from, way) {
    var best = null;
    var shortest = Infinity;
    places.forEach(function (place) {
      if (place === from) return;
      var dx = place.at[0] - from.at[0];
      var dy = place.at[1] - from.at[1];
      var along = dx * way[0] + dy * way[1];
      var across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (along <= 0.5 || across > 2 * along) return;
      var far = along + 2 * across;
      if (far < shortest) { shortest = far; best = place; }
    });
    return best;
  }

  function draw(canvas, text) {
    var data = JSON.parse(text);
    var root = canvas.closest('.county-map') || canvas;
    var caption = root.querySelector('.map-caption');
    var id = 'pattern-' + (draw.count = (draw.count || 0) + 1) + '-';
    var svg = make('svg', {
      viewBox: data.viewBox, role: 'group', 'aria-label': data.label, focusable: 'false'
    });
    patterns(svg, id);
    var links = {};
    var byFips = {};
    data.places.forEach(function (place, index) {
      byFips[place.fips] = place;
      links[place.fips] = svg.appendChild(county(place, index, id));
    });
    data.places.filter(function (place) { return place.marked; }).forEach(function (place) {
      svg.appendChild(make('path', { 'class': 'county-own-edge', d: place.d }));
      svg.appendChild(make('path', { 'class': 'county-own', d: place.d }));
    });
    var outline = svg.appendChild(make('path', { 'class': 'county-outline', d: '' }));

    function highlight(fips) {
      root.querySelectorAll('.is-lit').forEach(function (node) {
        node.classList.remove('is-lit');
      });
      var place = byFips[fips];
      outline.setAttribute('d', place ? place.d : '');
      if (!place) return;
      root.querySelectorAll('[data-fips="' + fips + '"]').forEach(function (node) {
        node.classList.add('is-lit');
      });
      if (caption) caption.textContent = place.name + ': ' + place.says;
    }

    function focus(place) {
      Object.keys(links).forEach(function (fips) {
        links[fips].setAttribute('tabindex', fips === place.fips ? '0' : '-1');
      });
      links[place.fips].focus();
    }

    svg.addEventListener('keydown', function (event) {
      var link = event.target.closest('a.county');
      var way = WAYS[event.key];
      if (!link || !way) return;
      event.preventDefault();
      var next = nearest(data.places, byFips[link.getAttribute('data-fips')], way);
      if (next) focus(next);
    });
    canvas.textContent = '';
    canvas.appendChild(svg);
    if (canvas.follow) canvas.follow.abort();
    canvas.follow = new AbortController();
    var quiet = { signal: canvas.follow.signal };
    /* Not on the SVG itself: Chromium would make it a stop of its own. */
    canvas.addEventListener('focusin', function (event) {
      var link = event.target.closest('a.county');
      if (link) highlight(link.getAttribute('data-fips'));
    }, quiet);
    canvas.addEventListener('focusout', function () { highlight(null); }, quiet);
    root.addEventListener('pointerover', function (event) {
      var node = event.target.closest('[data-fips]');
      if (node) highlight(node.getAttribute('data-fips'));
    }, quiet);
    root.addEventListener('pointerleave', function () { highlight(null); }, quiet);
  }

  function look() {
    document.querySelectorAll('.map-canvas[data-map]').forEach(function (canvas) {
      var text = canvas.getAttribute('data-map');
      if (canvas.drawn === text) return;
      canvas.drawn = text;
      draw(canvas, text);
    });
  }

  function start() {
    new MutationObserver(look).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ['data-map']
    });
    look();
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
