/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

typedef enum
{
  TER_LISTED_STALE,   /* its size or hash was not the file's, or missing */
  TER_LISTED_ADDED,   /* it was not listed, and now is */
  TER_LISTED_NOT,     /* it is not listed */
  TER_LISTED_MISSING, /* it is listed, and not there */
} TerListedState;

typedef struct
{
  TerListedState state;
  char *path;
  char *line; /* nullable: for TER_LISTED_NOT: the resource to add, as JSON on one line */
} TerListedFile;

/* A manifest brought in line with the files beside it. */
typedef struct
{
  GBytes *manifest; /* as it should be */
  gboolean changed; /* it differs from the one on the disk */
  GPtrArray *files; /* of TerListedFile: those that were not in order, by path */
  char *id;         /* nullable: the pack's "name" and "version" */
  char *version;
} TerManifestRefresh;

/**
 * ter_manifest_refresh:
 * @pack: a local folder
 * @add: list what is not listed, its role guessed from its path: see ter_resource_guess()
 * @error: in the locale's words: there is no manifest, it is no sound JSON, a file cannot be read
 *
 * Hashes every listed file and sets "bytes" and "hash" in the text of the manifest, where they stand; all else keeps its form. Changes
 * nothing on the disk. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerManifestRefresh *ter_manifest_refresh (GFile *pack, gboolean add, GCancellable *cancellable, GError **error);
void ter_manifest_refresh_free (TerManifestRefresh *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerManifestRefresh, ter_manifest_refresh_free)

G_END_DECLS
