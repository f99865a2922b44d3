# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. Commands and options are read from the program's own help, so that none is ever missing.

_territoires_pack_help() {
  LC_ALL=C.UTF-8 LANGUAGE= "$1" "${@:2}" --help 2>/dev/null
}

_territoires_pack() {
  local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="$(_territoires_pack_help "$program" | sed -n -E 's/^  ([a-z]+) .*/\1/p') --help --version"
  elif [[ $previous == --language || $previous == -l ]]; then
    words="fr en"
  elif [[ $previous == --decimal ]]; then
    words=". ,"
  elif [[ $current == -* ]]; then
    words=$(_territoires_pack_help "$program" "$command" | sed -n -E 's/^  (-., )?(--[a-z-]+).*/\2/p')
  elif [[ $command == translations && $COMP_CWORD -eq 2 ]]; then
    words="extract merge"
  fi
  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    compopt -o filenames 2>/dev/null
  fi
}

complete -F _territoires_pack territoires-pack
