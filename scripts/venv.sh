#!/usr/bin/env bash
# A virtual environment with what a requirements file names.
set -euo pipefail
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
if [ ! -x .venv/bin/python ]; then
  for each in ${PYTHON:-} python3.11 python3.12 python3.13 python3 python; do
    if fits "$each"; then found=$each; break; fi
  done
  if [ -z "${found:-}" ]; then
    echo "Countywise needs Python 3.11 or newer; set PYTHON to one." >&2; exit 1
  fi
  echo "Making a virtual environment with $("$found" --version) ..."
  "$found" -m venv .venv
fi
echo "Installing $1 ..."
# uv unpacks in seconds what takes pip more than a minute; where it cannot be had, pip.
UV=0.13.9
install=(pip install --quiet)
if .venv/bin/python -m "${install[@]}" --disable-pip-version-check "uv==$UV" 2>/dev/null
then install=(uv pip install --quiet --compile-bytecode --python .venv/bin/python)
else install=(python -m "${install[@]}" --disable-pip-version-check); fi
".venv/bin/${install[0]}" "${install[@]:1}" -r "$1"
