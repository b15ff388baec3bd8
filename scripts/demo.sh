#!/usr/bin/env bash
# The demonstration state: made-up records, and figures built from them.
set -euo pipefail
state=${1:-nc}
.venv/bin/python -m data demo --state "$state"
.venv/bin/python -m metrics build --state "$state"
