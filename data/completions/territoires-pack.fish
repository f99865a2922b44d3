# SPDX-FileCopyrightText: 2026 The Territoires authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish. Commands and options are read from the program's own help, in the reader's language.

function __territoires_pack_commands
    territoires-pack --help 2>/dev/null | string replace -rf '^  ([a-z]+) +(.*)$' '$1\t$2'
end

function __territoires_pack_options
    set -l words (commandline -opc)
    test (count $words) -ge 2; or return
    territoires-pack $words[2] --help 2>/dev/null | string replace -rf '^  (?:-., )?(--[a-z-]+)\S* +(.*)$' '$1\t$2'
end

complete -c territoires-pack -n __fish_use_subcommand -f -a '(__territoires_pack_commands)'
complete -c territoires-pack -n __fish_use_subcommand -f -a '--help --version'
complete -c territoires-pack -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -f -a '(__territoires_pack_options)'
complete -c territoires-pack -n '__fish_seen_subcommand_from translations; and not __fish_seen_subcommand_from extract merge' -f -a 'extract merge'
