"""When a page is at rest: all its answers are there and all of it is drawn."""

from playwright.sync_api import Page

# What the page itself says. No call of Dash is asked for, on its way or unanswered;
# no section still has its place kept; each figure is drawn and has taken its width
# (plotly does that a moment later and forgets what it promised once it has); pictures
# and typefaces are there. It must hold for three frames, as what is drawn in one may
# ask for more in the next. The policy of the pages forbids to evaluate a string, so all
# of it is one function.
REST = """patience => new Promise((done, failed) => {
  const all = css => Array.from(document.querySelectorAll(css));
  const open = () => {
    const store = (window.dash_stores || [])[0];
    const state = store && store.getState();
    if (!state || state.appLifecycle !== 'HYDRATED') return 'the application';
    const {stored, completed, ...asked} = state.callbacks;
    const calls = Object.keys(asked).filter(each => asked[each].length);
    if (calls.length) return 'calls ' + calls.join(' ');
    if (!document.querySelector('main :is(h1, h2)')) return 'a heading';
    if (all('main .skeleton, [data-dash-is-loading=true]').length) return 'a section';
    const plots = all('.dash-graph');
    if (plots.some(each => each.matches('.dash-graph--pending') ||
      !each.querySelector('.main-svg'))) return 'a figure';
    if (all('.js-plotly-plot').some(each => each._resolveResize)) return 'its width';
    if (Array.from(document.images).some(each => !each.complete)) return 'a picture';
    return document.fonts.status === 'loaded' ? '' : 'a typeface';
  };
  const last = performance.now() + patience;
  let still = 0;
  const look = () => {
    const missing = open();
    still = missing ? 0 : still + 1;
    if (still > 2) done();
    else if (performance.now() > last) failed(new Error('still missing: ' + missing));
    else requestAnimationFrame(look);
  };
  look();
})"""
# So long that only a page that never comes to rest fails, on a busy machine too.
PATIENCE = 120_000


def settle(page: Page, address: str) -> None:
    """Go to an address and wait until its page and all its figures are drawn."""
    page.goto(address, timeout=PATIENCE)
    rest(page)


def rest(page: Page) -> None:
    """Wait until nothing of the page where we are is on its way."""
    page.evaluate(REST, PATIENCE)
