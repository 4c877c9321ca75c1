#!/bin/sh
# Installs the program of this folder for this user. No network is needed. Python speaks the Thai.
cd "$(dirname "$0")" || exit 3
for python in python@PYTHON@ python3; do
    if "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (@PAIR@))' 2>/dev/null; then
        exec "$python" -X utf8 program/install.py
    fi
done
cat program/no-python.txt >&2
exit 3
