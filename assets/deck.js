/* Moves through a presentation: keys, buttons, full screen, notes, and the address.
   Where the slides stand one below the other (a narrow window) keys scroll as usual. */
(function () {
  'use strict';
  var STEPS = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1
  };
  var ASIDE = 'input, select, textarea, .deck-choose, .slide-notes, ' +
    '.deck-files > .opened, .table-frame, .map-canvas';

  function find() { return document.querySelector('.deck'); }
  function names(deck) { return deck.getAttribute('data-names').split(','); }
  function slides(deck) { return Array.from(deck.querySelectorAll('.slide')); }
  function stacked(deck) { return getComputedStyle(deck).position !== 'fixed'; }
  function slideAt(deck, number) {
    return slides(deck).find(function (each) { return each.id === String(number); });
  }

  /* The number that an address asks for: #3, or slide=3, or slide=gap. */
  function asked(deck) {
    var hash = /^#(\d+)$/.exec(window.location.hash);
    var named = new URLSearchParams(window.location.search).get('slide') || '';
    var at = names(deck).indexOf(named) + 1;
    var number = hash ? Number(hash[1]) : at || Number(deck.getAttribute('data-start'));
    return Math.min(names(deck).length, Math.max(1, number));
  }

  /* In a narrow window it is the slide at the top that the reader is at. */
  function current(deck) {
    if (!stacked(deck)) return deck.number;
    var above = slides(deck).filter(function (each) {
      return each.getBoundingClientRect().top < window.innerHeight / 3;
    });
    return above.length ? Number(above[above.length - 1].id) : 1;
  }

  function show(deck) {
    slides(deck).forEach(function (each) {
      each.classList.toggle('is-now', each.id === String(deck.number));
    });
    var all = names(deck).length;
    var said = deck.getAttribute('data-progress');
    var progress = deck.querySelector('.deck-progress');
    said = said.replace('{n}', deck.number).replace('{all}', all);
    if (progress.textContent !== said) progress.textContent = said;
    button(deck, 'previous').setAttribute('aria-disabled', String(deck.number === 1));
    button(deck, 'next').setAttribute('aria-disabled', String(deck.number === all));
  }

  function button(deck, does) { return deck.querySelector('[data-deck=' + does + ']'); }

  function keep(deck) {
    var params = new URLSearchParams(window.location.search);
    params.set('slide', names(deck)[deck.number - 1]);
    var search = params.toString().replace(/%3A/g, ':').replace(/%2C/g, ',');
    var address = window.location.pathname + '?' + search;
    window.history.replaceState(window.history.state, '', address);
  }

  function announce(deck, slide) {
    var status = deck.querySelector('.deck-status');
    var sentence = slide.querySelector('.slide-sentence');
    status.textContent = slide.getAttribute('aria-label') + '. ' + sentence.textContent;
  }

  function go(deck, number, focus) {
    var to = Math.min(names(deck).length, Math.max(1, number));
    if (to === deck.number && !stacked(deck)) return;
    deck.number = to;
    show(deck);
    keep(deck);
    var slide = slideAt(deck, to);
    if (!slide) return;
    announce(deck, slide);
    if (stacked(deck)) slide.scrollIntoView({ block: 'start' });
    if (focus) slide.focus({ preventScroll: true });
  }

  function notes(deck) {
    var on = deck.classList.toggle('with-notes');
    button(deck, 'notes').setAttribute('aria-pressed', String(on));
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) document.documentElement.requestFullscreen();
  }

  /* A letter is a command only while the deck has the keyboard. */
  function letter(deck, key) {
    var here = deck.contains(document.activeElement);
    if (here && key === 'n') notes(deck);
    else if (here && key === 'f') full();
    else return false;
    return true;
  }

  function move(deck, key) {
    var sideways = key === 'ArrowRight' || key === 'ArrowLeft';
    if (stacked(deck) && !sideways) return false;
    if (key in STEPS) go(deck, current(deck) + STEPS[key], true);
    else if (key === 'Home') go(deck, 1, true);
    else if (key === 'End') go(deck, names(deck).length, true);
    else return false;
    return true;
  }

  function pressed(event) {
    var deck = find();
    var aside = event.target.closest && event.target.closest(ASIDE);
    if (!deck || event.defaultPrevented || event.ctrlKey || event.metaKey ||
        event.altKey || event.shiftKey) return;
    if (event.key === 'Escape') return close(deck);
    if (aside && event.key !== 'n') return;
    if (move(deck, event.key) || letter(deck, event.key.toLowerCase())) {
      event.preventDefault();
    }
  }

  function close(deck) {
    var box = deck.querySelector(':is(.deck-choose, .deck-files)[open]');
    if (!box) return;
    box.open = false;
    box.querySelector('summary').focus();
  }

  function clicked(event) {
    var deck = find();
    var on = event.target.closest('[data-deck]');
    if (!deck || !on) return;
    var does = on.getAttribute('data-deck');
    if (does === 'previous') go(deck, current(deck) - 1, false);
    if (does === 'next') go(deck, current(deck) + 1, false);
    if (does === 'notes') notes(deck);
    if (does === 'full') full();
  }

  /* The slides come in several calls; whichever is wanted is shown when it is there. */
  function look() {
    var deck = find();
    if (!deck) return;
    if (!deck.number) {
      deck.number = deck.wanted = asked(deck);
      button(deck, 'full').hidden = !document.fullscreenEnabled;
    }
    if (deck.drawn === slides(deck).length) return;
    deck.drawn = slides(deck).length;
    show(deck);
    if (stacked(deck) && deck.wanted > 1) reach(deck);
  }

  /* One below the other, the wanted slide is kept in sight until all have come. */
  function reach(deck) {
    var slide = slideAt(deck, deck.wanted);
    if (slide) slide.scrollIntoView({ block: 'start' });
    if (deck.drawn === names(deck).length) deck.wanted = 0;
  }

  function hashed() {
    var deck = find();
    if (deck && /^#\d+$/.test(window.location.hash)) go(deck, asked(deck), true);
  }

  /* One below the other, scrolling changes where the reader is. */
  function scrolled() {
    var deck = find();
    if (!deck || !stacked(deck) || current(deck) === deck.number) return;
    deck.number = current(deck);
    show(deck);
  }

  function start() {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }

  document.addEventListener('keydown', pressed);
  document.addEventListener('click', clicked);
  window.addEventListener('hashchange', hashed);
  window.addEventListener('scroll', scrolled, { passive: true });
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
