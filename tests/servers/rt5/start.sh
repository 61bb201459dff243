#!/bin/bash
# A private Request Tracker 5 for tests: Debian's packages, SQLite, Starlet, loopback only.
#
#   PORT      where it listens (8181)            DATA_DIR  everything it writes (a new folder)
#   TICKETS   how many tickets it holds (0)      INSTALL=0 never install packages
#   WATCH_PID ends the server and removes DATA_DIR once that process is gone
#   CACHE_DIR where seeded databases are kept, so that the next start only copies one
#
# A running server of this DATA_DIR is left alone, an existing database is used again.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
PORT=${PORT:-8181}
DATA_DIR=${DATA_DIR:-$(mktemp -d)}
TICKETS=${TICKETS:-0}
PATH=$PATH:/usr/sbin:/sbin # a user's path lacks them, and rt-setup-database lies there
CACHE_DIR=${CACHE_DIR:-${TMPDIR:-/tmp}/workspace-test-cache-$(id -u)}
mkdir -p "$DATA_DIR" "$CACHE_DIR"
DATA_DIR=$(cd "$DATA_DIR" && pwd)
SERVER=/usr/share/request-tracker5/libexec/rt-server

fail() { echo "rt5: $1" >&2; [ -n "${2:-}" ] && tail -n 20 "$2" >&2; exit 1; }

installed() { [ -x $SERVER ] && perl -MStarlet -MDBD::SQLite -e 1 2>/dev/null; }

install_rt() {
  local root="" log="$DATA_DIR/install.log"
  [ "$(id -u)" = 0 ] || root="sudo -n"
  command -v apt-get >/dev/null || fail "Request Tracker is missing and this is no Debian"
  local packages="request-tracker5 rt5-db-sqlite rt5-standalone rt5-clients starlet
    dbconfig-no-thanks msmtp-mta"
  local get="$root env DEBIAN_FRONTEND=noninteractive apt-get"
  # shellcheck disable=SC2086
  $get install -y --no-install-recommends $packages >"$log" 2>&1 \
    || { $get update >>"$log" 2>&1 && $get install -y --no-install-recommends $packages >>"$log" 2>&1; } \
    || fail "could not install Request Tracker" "$log"
}

write_config() { # folder, port, how mail goes out
  mkdir -p "$1/mason" "$1/sessions" "$1/conf.d" "$1/outbox"
  sed -e "s|@DIR@|$1|g" -e "s|@PORT@|$2|g" -e "s|@MAIL@|$3|g" \
    "$HERE/RT_SiteConfig.pm.in" >"$1/RT_SiteConfig.pm"
  cp "$HERE/sendmail" "$1/sendmail"
  chmod +x "$1/sendmail"
}

with_config() { RT_SITE_CONFIG="$1/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$1/conf.d" "${@:2}"; }

make_template() { # folder: a database with people, queues, fields and TICKETS tickets
  local new
  new=$(mktemp -d "$CACHE_DIR/new.XXXXXX")
  write_config "$new" 1 mbox
  with_config "$new" timeout 180 rt-setup-database-5 --action init --dba root --dba-password x \
    >"$new/setup.log" 2>&1 </dev/null || fail "no database" "$new/setup.log"
  sqlite3 "$new/rt5.sqlite" 'PRAGMA journal_mode=WAL;' >/dev/null
  with_config "$new" timeout 120 perl "$HERE/setup.pl" "$new/tokens.env" >"$new/perl.log" 2>&1 \
    || fail "no users and queues" "$new/perl.log"
  with_config "$new" timeout 300 perl "$HERE/seed.pl" "$TICKETS" >>"$new/perl.log" 2>&1 \
    || fail "no tickets" "$new/perl.log"
  sqlite3 "$new/rt5.sqlite" 'PRAGMA wal_checkpoint(TRUNCATE);' >/dev/null
  rm -rf "$new/mason" "$new/sessions" "$new/outbox" "$1"
  mv "$new" "$1"
}

if ! installed; then
  [ "${INSTALL:-1}" = 1 ] || fail "Request Tracker is not installed"
  install_rt
fi

if [ ! -s "$DATA_DIR/rt5.sqlite" ]; then
  sum=$(cat "$HERE"/setup.pl "$HERE"/seed.pl "$HERE"/*.in | sha256sum | cut -c1-12)
  template="$CACHE_DIR/rt5-$TICKETS-$sum"
  (
    flock 9
    [ -s "$template/tokens.env" ] || make_template "$template"
  ) 9>"$CACHE_DIR/lock"
  cp "$template/rt5.sqlite" "$template/tokens.env" "$DATA_DIR/"
fi
write_config "$DATA_DIR" "$PORT" sendmailpipe

if ! { [ -s "$DATA_DIR/pid" ] && kill -0 "$(cat "$DATA_DIR/pid")" 2>/dev/null; }; then
  RT_SITE_CONFIG="$DATA_DIR/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$DATA_DIR/conf.d" \
    setsid nohup $SERVER --host 127.0.0.1 --port "$PORT" --max-workers "${WORKERS:-3}" \
    >"$DATA_DIR/server.log" 2>&1 </dev/null 9>&- &
  echo $! >"$DATA_DIR/pid"
  if [ -n "${WATCH_PID:-}" ]; then
    DATA_DIR="$DATA_DIR" WIPE=1 setsid nohup bash -c \
      'while kill -0 "$0" 2>/dev/null; do [ -s "$DATA_DIR/pid" ] || exit 0; sleep 2; done; exec "$1"' \
      "$WATCH_PID" "$HERE/stop.sh" >/dev/null 2>&1 </dev/null 9>&- &
  fi
fi
. "$DATA_DIR/tokens.env"
for _ in $(seq 1 300); do
  curl -fsS -m 5 -o /dev/null -H "Authorization: token $RT_TOKEN_ROOT" \
    "http://127.0.0.1:$PORT/REST/2.0/rt" 2>/dev/null && { echo "$DATA_DIR"; exit 0; }
  kill -0 "$(cat "$DATA_DIR/pid")" 2>/dev/null || fail "the server ended" "$DATA_DIR/server.log"
  sleep 0.2
done
fail "no answer in 60 seconds" "$DATA_DIR/server.log"
