#!/usr/bin/env bash
# Installs what the tests in real editors need of the system: Chromium, Emacs with Eglot, what code-server is compiled
# with, and fonts. Says what it does; does nothing where all is there. `make editor-deps` calls it.
#
# Tried with apt-get on Debian 12 only. The lists for dnf, pacman and brew are best guesses that nobody has run; on Ubuntu
# the package chromium only leads to a snap, which cannot be installed in a container.
set -euo pipefail

name=editor-deps
source "$(dirname "$0")/../apt_install.sh"

# Node from elsewhere (nvm, NodeSource) is as good as the system's: code-server's installer gets the version it needs.
node=(nodejs npm)
if command -v node >/dev/null && command -v npm >/dev/null; then node=(); fi

with_apt() {
  apt_install chromium emacs-nox fonts-dejavu-core fonts-liberation libkrb5-dev g++ make python3 util-linux "${node[@]}"
  # Debian 12 has the old 0.7, whose set-up is documented too; Neovim 0.11 comes from install_neovim.py.
  apt_install neovim
  # Inside Emacs since version 29. With -q, not -Q: the paths of Debian's packages come from its site files.
  emacs --batch -q --eval "(require 'eglot)" 2>/dev/null || apt_install elpa-eglot
}

with_dnf() {
  local wanted=(chromium emacs-nox dejavu-sans-fonts dejavu-sans-mono-fonts krb5-devel gcc-c++ make python3 util-linux "${node[@]}")
  say "dnf install ${wanted[*]}"
  as_root dnf install --assumeyes "${wanted[@]}"
}

with_pacman() {
  local wanted=(chromium emacs-nox ttf-dejavu ttf-liberation krb5 gcc make python util-linux "${node[@]}")
  say "pacman --sync ${wanted[*]}"
  as_root pacman --sync --needed --noconfirm "${wanted[@]}"
}

with_brew() {
  local wanted=(emacs krb5 make python flock)
  if [ ${#node[@]} -gt 0 ]; then wanted+=(node@20); fi
  say "brew install ${wanted[*]}; brew install --cask chromium"
  brew install "${wanted[@]}"
  brew install --cask chromium
}

for manager in apt-get dnf pacman brew; do
  if command -v "$manager" >/dev/null; then
    "with_${manager%-get}"
    exit
  fi
done
say "none of apt-get, dnf, pacman and brew is there. Needed are Chromium, Emacs 28 or newer with Eglot, fonts, a C++ compiler, make, Python 3, flock, the headers of GSSAPI (krb5), Node and npm." >&2
exit 1
