/* When a part of a page is drawn again, Dash resets each component in it by itself and
   tells all others every time: with a few thousand components that takes many seconds.
   Where nothing in it has changed there is nothing to reset, so that is left out. */
(function () {
  'use strict';
  var RESET = 'RESET_COMPONENT_STATE';

  function needless(store, action) {
    if (!action || action.type !== RESET) return false;
    var path = action.payload.itempath.join(',');
    return !Object.keys(store.getState().layoutHashes).some(function (changed) {
      return changed.indexOf(path) === 0;
    });
  }

  function thin(store) {
    var dispatch = store.dispatch;
    store.dispatch = function (action) {
      return needless(store, action) ? action : dispatch(action);
    };
  }

  /* The renderer lists its stores here as it makes them. */
  var stores = window.dash_stores = window.dash_stores || [];
  stores.push = function (store) {
    thin(store);
    return Array.prototype.push.call(stores, store);
  };
})();
