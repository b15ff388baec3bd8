#!/usr/bin/env bash
# A Chromium for the browser tests: one that is there, Debian's, or Playwright's own.
set -euo pipefail
for each in chromium chromium-browser google-chrome; do
  if command -v "$each" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium from the system's packages ..."
  if { apt-get update && apt-get install -y --no-install-recommends chromium; } \
      >/dev/null 2>&1; then exit 0; fi
fi
echo "Installing Playwright's own Chromium ..."
if ! .venv/bin/playwright install chromium; then
  echo "No Chromium could be had: the browser tests will be skipped." >&2
fi
