/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-issue.h"
#include "ter-store.h"

G_BEGIN_DECLS

/* Brings the files of a pack into the store, without installing anything: from a .tpack or a folder, each file verified against the
 * manifest, only those that the store lacks. What was read stays when it is interrupted, and is not read again. One thread at a time.
 *
 * While it lasts, incoming/SHA-256-OF-THE-MANIFEST holds: manifest; signature (when there is one); source (where it came from); files/SHA-256 (read, not yet an object). */
typedef struct _TerStage TerStage;

typedef struct
{
  guint files_done, files_total;
  guint64 bytes_done, bytes_total;
} TerStageProgress;

typedef void (*TerStageProgressFunc) (const TerStageProgress *progress, gpointer user_data);

TerStage *ter_stage_new (TerStore *store, GFile *source); /* (transfer full): to bring the pack in @source into @store */
void ter_stage_free (TerStage *self);

/**
 * ter_stage_open:
 * @issues: (element-type TerIssue): what is wrong with the pack as a whole is appended
 *
 * Reads the manifest and the signature, and compares the list of files with what the source holds.
 *
 * Returns: %FALSE with issues added (refused), or with @error (out of reach: can be tried again), in words that say what to do
 */
gboolean ter_stage_open (TerStage *self, GPtrArray *issues, GCancellable *cancellable, GError **error);

/* After ter_stage_open() */
GBytes *ter_stage_get_manifest_bytes (TerStage *self);
JsonObject *ter_stage_get_manifest (TerStage *self);        /* (transfer none) */
const char *ter_stage_get_manifest_sha256 (TerStage *self); /* (transfer none) */
const char *ter_stage_get_signature (TerStage *self);       /* nullable: its text */
guint64 ter_stage_get_size (TerStage *self);                /* octets of all files of the pack */
/* (transfer full): the pack's files among the objects; all of them are there once ter_stage_read() has returned %TRUE. */
TerPackFiles *ter_stage_dup_files (TerStage *self);

/**
 * ter_stage_read:
 * @issues: (element-type TerIssue): each file that is damaged or missing is appended, and the reading goes on
 *
 * Reads, verifies and keeps what the store lacks. When it returns %TRUE the files are on the disk, as objects.
 *
 * Returns: %FALSE with issues added, or with @error, in words that say what to do
 */
gboolean ter_stage_read (TerStage *self, GPtrArray *issues, TerStageProgressFunc progress, gpointer user_data,
                         GCancellable *cancellable, GError **error);
/* Gives the place of the import up: after it was installed, refused or cancelled. A sweep then frees what nobody needs. */
void ter_stage_end (TerStage *self);

/* (transfer full) (element-type GFile): sources of the imports that were interrupted. */
GPtrArray *ter_stage_list_unfinished (TerStore *store);

/* Gives up the imports from @source that were interrupted. */
void ter_stage_forget (TerStore *store, GFile *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerStage, ter_stage_free)

G_END_DECLS
