# For scripts that install what tests need of the system: `source` it, with `name` set to what they are called.

say() { echo "$name: $*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "not root, and there is no sudo. As root: $*" >&2
    exit 1
  fi
}

apt_install() {
  local missing=() package
  for package in "$@"; do
    dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  if [ ${#missing[@]} = 0 ]; then
    say "all is there: $*"
    return
  fi
  say "apt-get update, then apt-get install ${missing[*]}"
  as_root apt-get update --quiet=2
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends --quiet=2 -o Dpkg::Use-Pty=0 "${missing[@]}"
  say "installed: ${missing[*]}"
}
