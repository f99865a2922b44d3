# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev flatpak …: read by ./dev, whose functions it uses. Everything happens in one Flatpak installation, that of FLATPAK_USER_DIR or
# this user's own, which has to hold the runtime and its SDK, or a network to fetch them from Flathub.

flatpak_usage() {
  cat <<'END'
Usage: ./dev flatpak COMMAND

  build [OPTION…]        build the Flatpak and install it; options go to flatpak-builder
  run [ARGUMENT…]        run what is installed
  test [NAME…]           test what is installed: its permissions, in its sandbox, its packs, its delivery
  screenshots DIR [SECTION…]
                         pictures of what is installed, in its sandbox
  sources DIR            fetch sources from Debian, where their own hosts are out of reach: then build --extra-sources=DIR
  deliver DIR OPTION…    a signed repository, a .flatpakref and a single-file bundle in DIR: see flatpak/README.md
  pack PACK DIR OPTION…  the same of a pack, as an extension
END
}

manifest_value() { sed -n -E "s/^  \"$1\": \"(.*)\",?$/\1/p" "$manifest"; }

flatpak_locate() {
  app_id=$(sed -n -E "s/^app_id = '(.*)'$/\1/p" "$here/meson.build")
  manifest=$here/flatpak/$app_id.json
  folder=$build-flatpak
  export FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}
  inside sh -c 'command -v flatpak flatpak-builder' >/dev/null || die "install flatpak and flatpak-builder with your system's package manager."
}

need_runtime() {
  local kind ref
  for kind in runtime sdk; do
    ref=$(manifest_value $kind)//$(manifest_value runtime-version)
    inside flatpak info --user "$ref" >/dev/null 2>&1 && continue
    say "fetching $ref from Flathub"
    inside flatpak remote-add --user --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo
    inside flatpak install --user --noninteractive flathub "$ref" >&2 || die "no $ref: is there a network?"
  done
}

# First the sources, then everything else with no network at all.
flatpak_build() {
  local common=(--user --force-clean --default-branch=stable --state-dir="$folder/state")
  need_runtime
  [ -w /dev/fuse ] || common+=(--disable-rofiles-fuse)
  mkdir -p "$folder"
  inside flatpak-builder "${common[@]}" --download-only "$@" "$folder/app" "$manifest" >&2
  inside bwrap --dev-bind / / --unshare-net flatpak-builder "${common[@]}" --disable-download --repo="$folder/repo" --install "$@" \
    "$folder/app" "$manifest" >&2
  say "installed: $app_id"
}

# The archive that Debian keeps of a module is the very one of the manifest when it has its checksum; any other is refused.
flatpak_sources() {
  [ $# = 1 ] || die "sources needs a folder"
  inside python3 "$here/flatpak/debian-sources" "$manifest" "$1"
}

# A place of its own, with a runtime folder where the portals want it: nothing of this user's session is seen or touched.
in_sandbox_tests() {
  TER_FLATPAK=$app_id TER_FLATPAK_REPO=$folder/repo in_private bwrap --dev-bind / / --tmpfs /run/user --die-with-parent -- "$@"
}

flatpak_test() {
  local status=0 pattern=() name
  for name in "$@"; do pattern+=("*$name*"); done
  configure "$build"
  inside meson compile -C "$build" ui-preload territoires-pack >&2 || die "the build failed."
  in_sandbox_tests meson test -C "$build" --no-rebuild --print-errorlogs --logbase flatpak --suite flatpak "${pattern[@]}" || status=1
  inside python3 "$here/build-aux/test-summary" --log flatpak "$build" || status=1
  return $status
}

flatpak_screenshots() {
  [ $# -gt 0 ] || die "screenshots needs a folder"
  configure "$build"
  inside meson compile -C "$build" ui-preload >&2 || die "the build failed."
  in_sandbox_tests python3 "$here/tests/ui/screenshots.py" "$(realpath -m "$1")" "${@:2}"
}

flatpak_deliver() {
  [ -d "$folder/repo" ] || die "build it first."
  inside python3 "$here/flatpak/publish" app "$folder/repo" "$app_id" "$@"
}

flatpak_pack() {
  build
  inside python3 "$here/flatpak/publish" pack "$app_id" "$@"
}

flatpak_command=${1:-help}
[ $# -gt 0 ] && shift
case $flatpak_command in
  build|run|test|screenshots|sources|deliver|pack) flatpak_locate ;;
  help|-h|--help) flatpak_usage; exit 0 ;;
  *) flatpak_usage >&2; die "unknown command: flatpak $flatpak_command" ;;
esac
case $flatpak_command in
  run) inside flatpak run --user "$app_id" "$@" ;;
  *) "flatpak_$flatpak_command" "$@" ;;
esac
