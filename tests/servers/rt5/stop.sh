#!/bin/bash
# Ends the server that start.sh began in DATA_DIR, by its pid file. WIPE=1 removes the folder too.
set -u
: "${DATA_DIR:?the folder that start.sh was given}"
if [ -s "$DATA_DIR/pid" ]; then
  pid=$(cat "$DATA_DIR/pid")
  kill -TERM "$pid" 2>/dev/null
  for _ in $(seq 1 50); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$pid" 2>/dev/null
  rm -f "$DATA_DIR/pid"
fi
[ "${WIPE:-0}" = 1 ] && rm -rf "$DATA_DIR"
exit 0
