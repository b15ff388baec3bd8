/* The buttons that save a chart, or the slide that is shown, as SVG or PNG. The picture
   holds title, sentence, source and what the figures are, and nothing leaves the page. */
(function () {
  'use strict';
  var SHARPER = 2;
  var face = null;

  /* Our typeface inside the file: a picture may not ask for it. */
  function typeface() {
    if (face) return face;
    var sheet = document.querySelector('link[href*="public-sans.css"]');
    if (!sheet) return Promise.resolve('');
    var address = new URL('files/public-sans-latin-wght-normal.woff2', sheet.href);
    face = window.fetch(address).then(function (answer) {
      return answer.ok ? answer.blob() : Promise.reject(new Error('no typeface'));
    }).then(read).then(function (data) {
      return '@font-face{font-family:"Public Sans Variable";font-weight:100 900;' +
        'src:url(' + data + ') format("woff2");}';
    }).catch(function () { face = null; return ''; });
    return face;
  }

  function read(blob) {
    return new Promise(function (done) {
      var reader = new FileReader();
      reader.onload = function () {
        done(reader.result.replace(/^data:[^;,]*/, 'data:font/woff2'));
      };
      reader.readAsDataURL(blob);
    });
  }

  /* Plotly draws its own SVG; it stands in the picture where it stands on the page. */
  function plots(root) {
    var found = Array.from(root.querySelectorAll('.js-plotly-plot'));
    return Promise.all(found.map(function (plot) {
      var size = plot.getBoundingClientRect();
      var wanted = { format: 'svg', width: Math.round(size.width),
        height: Math.round(size.height) };
      return window.Plotly.toImage(plot, wanted).then(function (address) {
        plot.plotted = decodeURIComponent(address.slice(address.indexOf(',') + 1));
      });
    }));
  }

  function raster(svg) {
    return new Promise(function (done, failed) {
      var address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth * SHARPER;
        canvas.height = image.naturalHeight * SHARPER;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(address);
        canvas.toBlob(function (blob) { if (blob) done(blob); else failed(); });
      };
      image.onerror = failed;
      image.src = address;
    });
  }

  function subject(line) {
    return line.closest('.chart') || document.querySelector('.slide.is-now .slide-face');
  }

  function origin(line) {
    var own = line.getAttribute('data-origin');
    var page = document.querySelector('[data-page-origin]');
    return own || (page ? page.getAttribute('data-page-origin') : '');
  }

  function titleOf(root) {
    var found = root.querySelector('.chart-title, .slide-title');
    return found ? found.textContent : document.title;
  }

  function fileName(title, kind) {
    var plain = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return (plain.slice(0, 80) || 'chart') + '.' + kind;
  }

  function save(button) {
    var line = button.closest('.files');
    var kind = button.getAttribute('data-picture');
    var root = subject(line);
    var what = button.textContent;
    if (!root || button.getAttribute('aria-busy') === 'true') return;
    var title = titleOf(root);
    button.setAttribute('aria-busy', 'true');
    window.countywiseFiles.tell(line, 'preparing', what);
    Promise.all([typeface(), document.fonts.ready, plots(root)]).then(function (ready) {
      var svg = window.countywisePicture.draw(root, origin(line), title, ready[0]);
      if (kind === 'svg') return new Blob([svg], { type: 'image/svg+xml' });
      return raster(svg);
    }).then(function (blob) {
      window.countywiseFiles.save(blob, fileName(title, kind));
      window.countywiseFiles.tell(line, 'ready', what);
    }).catch(function () {
      window.countywiseFiles.tell(line, 'failed', what);
    }).then(function () { button.removeAttribute('aria-busy'); });
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-picture]');
    if (button) save(button);
  });
})();
