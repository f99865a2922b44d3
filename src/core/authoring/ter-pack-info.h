/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much there is of something. */
typedef struct
{
  char *name;  /* a kind, a role, a path, a section's id */
  char *title; /* nullable: a section's */
  guint n;
  guint64 bytes; /* octets, unpacked */
} TerPackCount;

/* What a pack says of itself, and how much it holds. */
typedef struct
{
  char *id; /* these are "" when the manifest does not say */
  char *title;
  char *version;
  char *publisher;
  char *created;
  GStrv languages;
  GStrv licenses;      /* SPDX names */
  gboolean is_signed;  /* there is a signature; whether it is sound is "territoires-pack verify"’s to say */
  guint n_files;       /* the manifest and the signature included */
  guint64 bytes;       /* of all files, unpacked */
  guint64 packed;      /* of the .tpack; 0 for a folder */
  GPtrArray *sections; /* of TerPackCount: entries that each shows */
  GPtrArray *kinds;    /* of TerPackCount: entries */
  GPtrArray *roles;    /* of TerPackCount: files */
  GPtrArray *largest;  /* of TerPackCount: the ten largest files, largest first */
} TerPackInfo;

/**
 * ter_pack_info_new:
 * @place: a pack's folder, or a .tpack
 * @language: (nullable): for titles
 * @issues: (element-type TerIssue): why a .tpack is refused is appended
 *
 * Reads the manifest and counts the entries. Lenient: what cannot be read is not counted. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): %NULL with @issues added, or with @error in the locale's words (G_IO_ERROR_INVALID_DATA: the
 *   manifest is not sound)
 */
TerPackInfo *ter_pack_info_new (GFile *place, const char *language, GPtrArray *issues, GCancellable *cancellable, GError **error);
void ter_pack_info_free (TerPackInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPackInfo, ter_pack_info_free)

G_END_DECLS
