#!/usr/bin/env bash
# What the kiosk needs from Debian. Installs only what is missing; with nothing missing it takes a fraction of a second.
#   packaging/debian-setup.sh [python] [tests]     the Python that will make the virtual environment (default python3)
set -euo pipefail

python="${1:-python3}"

# The libraries are what the Qt plug-ins in use (xcb, wayland, offscreen, FFmpeg multimedia, network) link to and the wheels
# do not bring; `a|b` = the name before and after Debian's 64-bit time transition.
wanted=(
  libegl1 libgl1 libgl1-mesa-dri                              # GL; Mesa's drivers for a machine with a GPU
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1 libxrandr2
  libwayland-cursor0 libwayland-client0 libdrm2 libgbm1
  libfontconfig1 libfreetype6 libdbus-1-3 "libglib2.0-0|libglib2.0-0t64" libgssapi-krb5-2
  libpulse0 "libasound2|libasound2t64"                        # sound
  fonts-noto-cjk                                              # lettering of the films; rare characters of names
  ffmpeg espeak-ng                                            # make films and narration of the sample packs
)

# Real peers and file systems for the tests of sync: servers on loopback, disks that lose power.
[[ "${2:-}" != tests ]] || wanted+=(nginx-light samba xfsprogs e2fsprogs fuse3 "libfuse3-3|libfuse3-4" rsync "postgresql-15|postgresql-17")

# The spreadsheet program that reports are opened with in the tests.
[[ "${2:-}" != tests ]] || wanted+=(libreoffice-calc-nogui)

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian. The kiosk needs the libraries of Qt 6 for xcb, sound (PulseAudio), ffmpeg, espeak-ng and the Noto CJK fonts." >&2
  exit 0
fi

if ! command -v "$python" >/dev/null || ! "$python" -c 'import ensurepip' 2>/dev/null; then
  wanted+=(python3 python3-venv)
fi

installed=" $(dpkg-query -W -f='${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p' | tr '\n' ' ')"
missing=()
for names in "${wanted[@]}"; do
  found=
  IFS='|' read -ra each <<<"$names"
  for name in "${each[@]}"; do
    [[ $installed == *" $name "* ]] && found=yes
  done
  [[ $found ]] || missing+=("$names")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if [[ $EUID -ne 0 ]]; then
  echo "Missing Debian packages: ${missing[*]%%|*}. Install them as root: apt-get install ${missing[*]%%|*}" >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
known() { [[ $(apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [^\(] ]]; }

# One name of each choice: the first that this release has.
choose() {
  chosen=() unknown=()
  local names name found
  for names in "${missing[@]}"; do
    IFS='|' read -ra each <<<"$names"
    found=
    for name in "${each[@]}"; do
      if known "$name"; then found=$name; break; fi
    done
    if [[ $found ]]; then chosen+=("$found"); else unknown+=("$names"); fi
  done
  [[ ${#unknown[@]} -eq 0 ]]
}

# The servers of the tests are started by the tests: installing them must not start services on this machine.
if [[ "${2:-}" == tests && ! -e /usr/sbin/policy-rc.d ]]; then
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod 755 /usr/sbin/policy-rc.d
fi

choose || { apt-get update -q && choose; } || { echo "apt does not know: ${unknown[*]}" >&2; exit 1; }
echo "Installing: ${chosen[*]}"
apt-get install -y -q --no-install-recommends "${chosen[@]}" ||
  { apt-get update -q && apt-get install -y -q --no-install-recommends "${chosen[@]}"; }
