#!/usr/bin/env bash
# Installs code-server, VS Code in a browser, through npm into a folder of the user's cache.
#
#   install_code_server.sh [VERSION]     4.100.3 (the default) is the last version for Node 20
#
# In: npm, a C++ compiler, the headers of GSSAPI. Out: the path of a launcher on standard output, all else on standard
# error. Does nothing where the installation is complete; makes one anew that was begun and not ended, or whose Node has
# gone. Two at a time wait for one another. TRACEMEND_EDITORS names another folder.
set -euo pipefail

version=${1:-4.100.3}
editors=${TRACEMEND_EDITORS:-${XDG_CACHE_HOME:-$HOME/.cache}/tracemend/editors}
target=$editors/code-server-$version
launcher=$target/code-server
stamp=$target/.complete
log=$target/install.log

say() { echo "code-server $version: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

# Whether all was installed, and the Node it was built for is still the one it starts with.
complete() {
  local node abi
  [ -f "$stamp" ] || return 1
  { read -r abi && read -r node; } <"$stamp" || return 1
  [ -x "$launcher" ] && [ "$("$node" -p process.versions.modules 2>/dev/null)" = "$abi" ]
}

check_tools() {
  local tool
  for tool in node npm make python3; do
    command -v "$tool" >/dev/null || fail "$tool is missing. \`make editor-deps\` installs what is needed."
  done
  compiler=$(command -v "${CXX:-c++}" || command -v g++ || command -v clang++) ||
    fail "a C++ compiler is missing (g++ or clang++). \`make editor-deps\` installs what is needed."
  echo '#include <gssapi/gssapi.h>' | "$compiler" -x c++ -E - >/dev/null 2>&1 ||
    fail "the headers of GSSAPI are missing (Debian: libkrb5-dev). \`make editor-deps\` installs what is needed."
}

# Run a command in a folder; where it fails, say what it was for and show the end of the log.
step() {
  local what=$1 folder=$2
  shift 2
  say "$what"
  # The lock is passed on: what outlives this script, were it killed, still writes into the folder.
  if ! (cd "$folder" && "$@") >>"$log" 2>&1; then
    tail -n 25 "$log" >&2
    fail "that failed; the whole log is $log."
  fi
}

# Choose the Node that this version of code-server is made for: the one of PATH, else one from npm.
choose_node() {
  local wanted package
  wanted=$(npm view "code-server@$version" engines.node 2>/dev/null | grep -oE '[0-9]+' | head -n 1) || true
  [ -n "$wanted" ] || fail "npm knows no such version, or cannot reach its registry."
  if [ "$(node -p 'process.versions.node.split(".")[0]')" != "$wanted" ]; then
    mkdir "$target/node"
    step "Node $wanted, which it needs, from npm" "$target/node" npm install --prefix "$target/node" "node@$wanted"
    PATH=$target/node/node_modules/node/bin:$PATH
    hash -r
  fi
  node=$(node -p process.execPath)
  [ "$(node -p 'process.versions.node.split(".")[0]')" = "$wanted" ] || fail "Node $wanted is missing, and npm has none for this system."
  # Native modules are compiled against the headers of this Node; node-gyp downloads them where none lie beside it.
  package=$(dirname "$(dirname "$node")")
  if [ ! -f "$package/include/node/node.h" ]; then
    package=$(find "$target/node" -path '*/include/node/node.h' 2>/dev/null | head -n 1)
    package=${package%/include/node/node.h}
  fi
  if [ -n "$package" ]; then export npm_config_nodedir=$package; else unset npm_config_nodedir; fi
}

install() {
  local server code system
  server=$target/lib/node_modules/code-server
  code=$server/lib/vscode
  system=$(node -p 'process.platform')
  # Its own postinstall script installs inside a global installation, which npm refuses: its steps follow one by one.
  step "the package" "$target" npm install --global --prefix "$target" --ignore-scripts "code-server@$version"

  local packages=()
  # Before 1.18 this package downloads a program from elsewhere; since then npm has it.
  if grep -q '"@vscode/ripgrep":' "$code/package.json"; then packages=(@vscode/ripgrep@1.18.0); fi
  step "the modules of VS Code (some are compiled)" "$code" npm install --omit=dev "${packages[@]}"
  if [ ${#packages[@]} -gt 0 ]; then
    local ripgrep
    ripgrep=ripgrep-$system-$(node -p process.arch)
    [ -x "$code/node_modules/@vscode/$ripgrep/bin/rg" ] || fail "npm has no ripgrep for this system ($ripgrep)."
    mkdir -p "$code/node_modules/@vscode/ripgrep/bin"
    ln -sf "../../$ripgrep/bin/rg" "$code/node_modules/@vscode/ripgrep/bin/rg"
  fi
  ln -sfn node_modules "$code/node_modules.asar"
  ln -sf "code-$system.sh" "$code/bin/remote-cli/code-server"
  ln -sf "browser-$system.sh" "$code/bin/helpers/browser.sh"
  step "the modules of its extensions" "$code/extensions" npm install --omit=dev
  # Loaded at the start, even where no password is asked for.
  step "argon2" "$server" npm rebuild argon2

  printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$node" "$server/out/node/entry.js" >"$launcher"
  chmod +x "$launcher"
}

# It must start, and be the version that was asked for.
verify() {
  local shown
  mkdir "$target/home"
  shown=$(HOME=$target/home "$launcher" --config "$target/home/config.yaml" --version 2>>"$log" | tail -n 1) ||
    fail "it was installed but does not start; see $log."
  rm -rf "$target/home"
  [ "${shown%% *}" = "$version" ] || fail "it was installed but says it is version $shown; see $log."
}

[[ $version =~ ^[0-9]+(\.[0-9]+){2}$ ]] || fail "that is no version. Give one like 4.100.3."
command -v flock >/dev/null || fail "flock is missing (Debian: util-linux)."
mkdir -p "$editors"
exec 9>"$editors/.code-server-$version.lock"
flock -n 9 || { say "another installation is running; waiting for it" && flock 9; }
if ! complete; then
  check_tools
  rm -rf "$target"
  mkdir "$target"
  # What a user's or a calling npm's settings may hold against it.
  unset npm_config_global npm_config_prefix npm_config_package_lock npm_config_omit npm_config_dry_run
  export npm_config_yes=true npm_config_ignore_scripts=false npm_config_audit=false npm_config_fund=false
  choose_node
  install
  verify
  node -p process.versions.modules >"$stamp.new"
  echo "$node" >>"$stamp.new"
  mv "$stamp.new" "$stamp"
  say "complete, $(du -sh "$target" | cut -f 1)"
fi
echo "$launcher"
