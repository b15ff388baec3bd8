/* Draws what stands on the screen as one SVG: boxes, marks, lines, words, where they are.
   Charts here are HTML and CSS, plotly drawings and SVG side by side; all become shapes
   and words that any program for pictures can open. */
(function () {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var LEFT_OUT = '.unseen, .visually-hidden, .chart-steps, .files, .map-caption, ' +
    '.funnel-caption, ' +
    '.chrome, script, style, [hidden], details:not([open]) > .opened, .arrows';
  var SIDES = ['Top', 'Right', 'Bottom', 'Left'];
  var STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray',
    'stroke-opacity', 'stroke-linejoin', 'opacity', 'font-family', 'font-size',
    'font-weight', 'text-anchor', 'paint-order'];
  var measure = document.createElement('canvas').getContext('2d');

  function escape(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;')
      .replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  }

  function round(value) { return Math.round(value * 100) / 100; }

  function tag(name, attributes, inside) {
    var said = Object.keys(attributes).filter(function (key) {
      return attributes[key] !== undefined && attributes[key] !== '';
    }).map(function (key) {
      var value = attributes[key];
      return key + '="' + escape(typeof value === 'number' ? round(value) : value) + '"';
    });
    return '<' + [name].concat(said).join(' ') +
      (inside === undefined ? '/>' : '>' + inside + '</' + name + '>');
  }

  function clear(colour) {
    return !colour || /^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
  }

  /* ---- the shape of a box ---- */

  function percent(text, size) {
    return text.indexOf('%') > 0 ? parseFloat(text) * size / 100 : parseFloat(text) || 0;
  }

  function points(clip, box) {
    return clip.slice(8, -1).split(',').map(function (pair) {
      var at = pair.trim().split(/\s+/);
      return round(box.x + percent(at[0], box.width)) + ',' +
        round(box.y + percent(at[1], box.height));
    }).join(' ');
  }

  function shape(box, style, paint) {
    var clip = style.clipPath;
    if (clip.indexOf('polygon(') === 0) {
      return tag('polygon', Object.assign({ points: points(clip, box) }, paint));
    }
    if (style.borderTopLeftRadius === '50%') {
      return tag('ellipse', Object.assign({
        cx: box.x + box.width / 2, cy: box.y + box.height / 2,
        rx: box.width / 2, ry: box.height / 2
      }, paint));
    }
    var cut = clip.indexOf('inset(') === 0 ? percent(clip.slice(6, -1), box.width) : 0;
    return tag('rect', Object.assign({
      x: box.x + cut, y: box.y + cut,
      width: Math.max(0, box.width - 2 * cut), height: Math.max(0, box.height - 2 * cut)
    }, paint));
  }

  /* Stripes: the angle and the two colours of a repeating gradient as a pattern. */
  function stripes(state, image) {
    var found = /^repeating-linear-gradient\((\d+)deg, (.+)\)$/.exec(image);
    if (!found) return '';
    var stops = found[2].match(/rgba?\([^)]*\)[^,]*/g) || [];
    var parts = stops.map(function (stop) {
      var at = /(rgba?\([^)]*\))\s*(.*)$/.exec(stop);
      return { colour: at[1], ends: (at[2].match(/[\d.]+(?=px)/g) || ['0']).map(Number) };
    });
    var last = parts[parts.length - 1];
    var size = last && Math.max.apply(null, last.ends);
    if (!size) return '';
    var id = state.prefix + 'stripes-' + (state.patterns += 1);
    var from = 0;
    var bars = parts.map(function (part) {
      var end = Math.max.apply(null, part.ends);
      var start = part.ends.length > 1 ? Math.min.apply(null, part.ends) : from;
      from = end;
      return tag('rect', {
        x: start, y: 0, width: Math.max(0, end - start), height: size, fill: part.colour
      });
    }).join('');
    state.defs.push(tag('pattern', {
      id: id, width: size, height: size, patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(' + (Number(found[1]) - 90) + ')'
    }, bars));
    return 'url(#' + id + ')';
  }

  function borders(box, style) {
    if (style.borderTopLeftRadius === '50%') return ring(box, style);
    var lines = [
      [0, 0, 1, 0], [1, 0, 1, 1], [0, 1, 1, 1], [0, 0, 0, 1]
    ];
    return SIDES.map(function (side, i) {
      var wide = parseFloat(style['border' + side + 'Width']);
      var kind = style['border' + side + 'Style'];
      var colour = style['border' + side + 'Color'];
      if (!wide || kind === 'none' || clear(colour)) return '';
      var at = lines[i];
      return tag('line', {
        x1: box.x + at[0] * box.width, y1: box.y + at[1] * box.height,
        x2: box.x + at[2] * box.width, y2: box.y + at[3] * box.height,
        stroke: colour, 'stroke-width': wide,
        'stroke-dasharray': kind === 'dashed' ? 4 * wide + ' ' + 3 * wide
          : kind === 'dotted' ? wide + ' ' + 2 * wide : undefined
      });
    }).join('');
  }

  function ring(box, style) {
    var wide = parseFloat(style.borderTopWidth);
    return !wide || clear(style.borderTopColor) ? '' : shape({
      x: box.x + wide / 2, y: box.y + wide / 2,
      width: box.width - wide, height: box.height - wide
    }, style, { fill: 'none', stroke: style.borderTopColor, 'stroke-width': wide });
  }

  function boxOf(state, element) {
    var box = element.getBoundingClientRect();
    return { x: box.left - state.left, y: box.top - state.top,
      width: box.width, height: box.height };
  }

  function painted(state, box, style, opacity) {
    var fill = clear(style.backgroundColor) ? '' : style.backgroundColor;
    var image = style.backgroundImage === 'none' ? '' : stripes(state, style.backgroundImage);
    var faded = opacity < 1 ? opacity : undefined;
    var out = '';
    if (fill) out += shape(box, style, { fill: fill, 'fill-opacity': faded });
    if (image) out += shape(box, style, { fill: image, 'fill-opacity': faded });
    return out + borders(box, style);
  }

  /* A hollow mark has a smaller one of the paper's colour inside. */
  function hollow(box, element) {
    var style = window.getComputedStyle(element, '::after');
    if (style.content === 'none' || style.position !== 'absolute') return '';
    var inset = parseFloat(style.top) || 0;
    var inner = { x: box.x + inset, y: box.y + inset,
      width: box.width - 2 * inset, height: box.height - 2 * inset };
    return clear(style.backgroundColor) || inner.width <= 0 ? ''
      : shape(inner, style, { fill: style.backgroundColor });
  }

  /* The picture ends where the last thing that was drawn ends. */
  function reach(state, bottom) { state.bottom = Math.max(state.bottom, bottom); }

  /* ---- words ---- */

  function linesOf(node) {
    var range = document.createRange();
    var words = /\S+/g;
    var lines = [];
    for (var word = words.exec(node.data); word; word = words.exec(node.data)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      var box = range.getBoundingClientRect();
      var last = lines[lines.length - 1];
      if (!box.width) continue;
      if (last && Math.abs(last.top - box.top) < 2) {
        last.text += ' ' + word[0];
        last.right = box.right;
      } else {
        lines.push({ text: word[0], left: box.left, right: box.right, top: box.top,
          height: box.height });
      }
    }
    return lines;
  }

  function baseline(line, style) {
    measure.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    var sizes = measure.measureText(line.text);
    var up = sizes.fontBoundingBoxAscent, down = sizes.fontBoundingBoxDescent;
    return line.top + (line.height - up - down) / 2 + up;
  }

  function written(state, node, style, opacity) {
    return linesOf(node).map(function (line) {
      reach(state, line.top - state.top + line.height);
      return tag('text', {
        x: line.left - state.left, y: baseline(line, style) - state.top,
        'font-family': style.fontFamily, 'font-size': style.fontSize,
        'font-weight': style.fontWeight === '400' ? '' : style.fontWeight,
        style: style.fontVariantNumeric === 'normal' ? ''
          : 'font-variant-numeric:' + style.fontVariantNumeric,
        'font-style': style.fontStyle === 'italic' ? 'italic' : '',
        fill: style.color, 'fill-opacity': opacity < 1 ? opacity : undefined,
        textLength: line.text.length > 1 ? line.right - line.left : undefined,
        lengthAdjust: 'spacingAndGlyphs'
      }, escape(line.text));
    }).join('');
  }

  /* ---- drawings inside ---- */

  function copied(source) {
    var copy = source.cloneNode(true);
    var from = [source].concat(Array.from(source.querySelectorAll('*')));
    var to = [copy].concat(Array.from(copy.querySelectorAll('*')));
    from.forEach(function (each, i) {
      var style = window.getComputedStyle(each);
      STYLES.forEach(function (name) {
        var value = style.getPropertyValue(name);
        if (value) to[i].setAttribute(name, value);
      });
      ['class', 'style', 'href', 'tabindex', 'data-nav'].forEach(function (name) {
        to[i].removeAttribute(name);
      });
    });
    return copy;
  }

  function nested(svg, box, stretch) {
    svg.setAttribute('x', round(box.x));
    svg.setAttribute('y', round(box.y));
    svg.setAttribute('width', round(box.width));
    svg.setAttribute('height', round(box.height));
    if (stretch) svg.setAttribute('preserveAspectRatio', 'none');
    return new XMLSerializer().serializeToString(svg);
  }

  function parsed(text) {
    return new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  }

  function decoded(address) {
    var comma = address.indexOf(',');
    var body = address.slice(comma + 1);
    return /;base64$/.test(address.slice(0, comma)) ? window.atob(body)
      : decodeURIComponent(body);
  }

  function pictured(image, box) {
    if (image.src.indexOf('data:image/svg+xml') !== 0) return '';
    return nested(parsed(decoded(image.src)), box, true);
  }

  function walk(state, element, faded) {
    if (element.matches(LEFT_OUT)) return '';
    var style = window.getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    var opacity = faded * parseFloat(style.opacity);
    var box = boxOf(state, element);
    if (/^(svg|IMG)$/.test(element.tagName) || element.plotted) {
      reach(state, box.y + box.height);
    }
    if (element.plotted) return nested(parsed(element.plotted), box);
    if (element.tagName === 'svg') return nested(copied(element), box);
    if (element.tagName === 'IMG') return pictured(element, box);
    var out = box.width && box.height ? painted(state, box, style, opacity) +
      hollow(box, element) : '';
    return out + Array.from(element.childNodes).map(function (node) {
      if (node.nodeType === 3) return written(state, node, style, opacity);
      return node.nodeType === 1 ? walk(state, node, opacity) : '';
    }).join('');
  }

  /* The words under the picture, broken into lines. */
  function footed(state, text, top, width) {
    var style = window.getComputedStyle(document.body);
    measure.font = '13px ' + style.fontFamily;
    var lines = [''];
    text.split(/\s+/).forEach(function (word) {
      var longer = (lines[lines.length - 1] + ' ' + word).trim();
      if (measure.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    });
    state.foot = lines.length * 18;
    return lines.map(function (line, i) {
      return tag('text', { x: 0, y: top + 18 * i + 14, 'font-size': '13px',
        'font-family': style.fontFamily, fill: style.color }, escape(line));
    }).join('');
  }

  /* The colour behind everything, which is dark in a dark page. */
  function paper() {
    var colour = window.getComputedStyle(document.body).backgroundColor;
    return clear(colour) ? '#ffffff' : colour;
  }

  /* The whole picture of an element; `foot` is written under it. */
  function draw(root, foot, title, face) {
    var box = root.getBoundingClientRect();
    var state = { left: box.left, top: box.top, defs: [], patterns: 0, foot: 0, bottom: 0,
      prefix: 'p' + Math.random().toString(36).slice(2, 8) + '-' };
    var inside = walk(state, root, 1);
    inside += footed(state, foot, state.bottom + 16, box.width);
    var pad = 24;
    var wide = Math.ceil(box.width + 2 * pad);
    var tall = Math.ceil(state.bottom + state.foot + 16 + 2 * pad);
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tag('svg', {
      xmlns: SVG, width: wide, height: tall, viewBox: [-pad, -pad, wide, tall].join(' '),
      role: 'img', 'aria-label': title, 'xml:lang': 'en-US'
    }, '<title>' + escape(title) + '</title><desc>' + escape(foot) + '</desc>' +
      '<defs><style>' + face + '</style>' + state.defs.join('') + '</defs>' +
      tag('rect', { x: -pad, y: -pad, width: wide, height: tall, fill: paper() }) +
      inside);
  }

  window.countywisePicture = { draw: draw };
})();
