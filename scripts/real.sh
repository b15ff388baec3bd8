#!/usr/bin/env bash
# Published figures: Washington's counties, and the federal tables of states.
set -euo pipefail
data=${1:-}
if [ ! -d "$data" ]; then
  echo "Say where the published files are: make real DATA=folder" >&2; exit 1
fi
.venv/bin/python -m data load --format washington --data "$data"
.venv/bin/python -m metrics build --state wa
.venv/bin/python -m data load --format federal --data "$data"
.venv/bin/python -m metrics build --state us
