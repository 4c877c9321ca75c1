#!/bin/sh
# Opens the page in the browser. What is kept goes into the folder "outputs" beside this file.
cd "$(dirname "$0")" || exit 3
there="${XDG_DATA_HOME:-$HOME/.local/share}/ita-docs"
if [ ! -f "$there/installed.txt" ]; then
    ./install.sh || exit
fi
exec "$there/venv/bin/python" -X utf8 -m ita_docs serve
