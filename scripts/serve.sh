#!/usr/bin/env bash
# The dashboard: demonstration figures if there are none yet, then the web server.
set -euo pipefail
port=${1:-8050}
export COUNTYWISE_EDITION=${COUNTYWISE_EDITION:-staff}
export COUNTYWISE_BIND=${COUNTYWISE_BIND:-127.0.0.1:$port}
warehouse=${COUNTYWISE_VAR:-var}/warehouse
if ! compgen -G "$warehouse/*/CURRENT" >/dev/null; then
  echo "No figures in $warehouse yet: building the demonstration state (once) ..."
  scripts/demo.sh nc
fi
exec .venv/bin/gunicorn --config scripts/gunicorn.conf.py "app:serve()"
