#!/usr/bin/env bash
# A PostgreSQL server for the tests, where one can be had without asking anybody.
set -euo pipefail
if compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then exit 0; fi
if command -v initdb >/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing PostgreSQL from the system's packages ..."
  if { apt-get update && apt-get install -y --no-install-recommends postgresql; } \
      >/dev/null 2>&1; then exit 0; fi
fi
echo "No PostgreSQL server could be had: its test will be skipped." >&2
