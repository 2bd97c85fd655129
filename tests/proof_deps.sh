#!/usr/bin/env bash
# Installs the database servers that proofs of drivers' errors run against (`server/tracemend/proving/databases.py`
# starts and stops its own; Debian's package of PostgreSQL may start one more). `make proof-deps` calls it. Without them
# those proofs are counted as not run.
set -euo pipefail
name=proof-deps
source "$(dirname "$0")/apt_install.sh"

if command -v apt-get >/dev/null; then
  apt_install postgresql mariadb-server-core mariadb-client-core
else
  say "there is no apt-get. Needed are initdb, postgres and createdb of PostgreSQL, and MariaDB's mariadb-install-db, mariadbd and mariadb." >&2
  exit 1
fi
