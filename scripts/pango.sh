#!/usr/bin/env bash
# Pango, with which hand-outs are written as PDF: it is there, or Debian's.
set -euo pipefail
there() {
  .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1
}
if there; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Pango from the system's packages ..."
  if { apt-get update && apt-get install -y --no-install-recommends \
      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; } >/dev/null 2>&1 && there
  then exit 0; fi
fi
echo "No Pango could be had: no PDF is written, and its tests will be skipped." >&2
