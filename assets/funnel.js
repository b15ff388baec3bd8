/* The funnel: one tab stop, arrow keys from few children to many, and a caption that
   tells what is pointed at. Without this script the places are still links. */
(function () {
  'use strict';
  var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function placeOf(event) {
    return event.target.closest ? event.target.closest('.funnel a.funnel-place') : null;
  }

  function tell(place) {
    var root = place.closest('.funnel');
    root.querySelectorAll('.is-lit').forEach(function (each) {
      each.classList.remove('is-lit');
    });
    place.classList.add('is-lit');
    var caption = root.querySelector('.funnel-caption');
    if (caption) caption.textContent = place.getAttribute('aria-label');
  }

  function next(places, at, key) {
    if (key === 'Home') return places[0];
    if (key === 'End') return places[places.length - 1];
    return places[at + STEPS[key]];
  }

  document.addEventListener('keydown', function (event) {
    var place = placeOf(event);
    if (!place || !(event.key in STEPS || event.key === 'Home' || event.key === 'End')) return;
    event.preventDefault();
    var places = Array.from(place.closest('.funnel').querySelectorAll('a.funnel-place'));
    var to = next(places, places.indexOf(place), event.key);
    if (!to) return;
    place.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });
  ['focusin', 'pointerover'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var place = placeOf(event);
      if (place) tell(place);
    });
  });
  document.addEventListener('focusout', function (event) {
    var place = placeOf(event);
    if (place) place.classList.remove('is-lit');
  });
})();
