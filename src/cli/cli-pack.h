/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/* A pack that an argument names: a folder, which is read where it is, or a .tpack, which is unpacked into a temporary store. */
typedef struct
{
  TerPackFiles *files; /* nullable: what the argument names is refused: the issues say why */
  GPtrArray *issues;   /* of TerIssue: what is wrong with the archive, and with its files against their list */
  gboolean is_archive;
  char *folder; /* nullable: the temporary one */
} CliPack;

/* (transfer full) (nullable): %NULL with @error when it cannot be read at all. */
CliPack *cli_pack_open (const char *argument, GError **error);
void cli_pack_free (CliPack *self);

/* (transfer full) (nullable): a list of TerIssue: what is wrong with an archive, then, once that is sound, with the pack in it. */
GListModel *cli_pack_check (CliPack *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliPack, cli_pack_free)

G_END_DECLS
