/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack.h"

G_BEGIN_DECLS

typedef enum
{
  TER_CHANGED_ADDED,
  TER_CHANGED_CHANGED,
  TER_CHANGED_WITHDRAWN,
  TER_CHANGED_MOVED,     /* a webinar: another start */
  TER_CHANGED_CANCELLED, /* a webinar: its status is now "cancelled" */
} TerChangeType;

/* One thing that differs between two versions of a pack. */
typedef struct
{
  TerChangeType type;
  char *kind;   /* an entry's kind; "section", "vocabulary", "table", "outline", "file" or "pack" for what is no entry */
  char *id;     /* the entry's, section's, vocabulary's or pack's id; the file's path */
  char *title;  /* of the new version, or of the old one when it is withdrawn */
  char *detail; /* nullable: one sentence: "from 28 May 2020, 13:00 to 4 June 2020, 13:00"; "title, text" */
} TerChange;

void ter_change_free (TerChange *change);

/**
 * ter_pack_diff:
 * @before, @after: two versions of a pack, in the language to speak in
 *
 * Says in words what an update changes, in the locale's language. Entries by their ids; files by their hashes: those of the store are known,
 * those of a folder are read. A file that belongs to an entry (of a kit, a long text, a picture) is told with it. A file that cannot be read
 * is no failure: an update may be what mends it. Reads the entries of both, a record at a time. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type TerChange) (nullable): moved and cancelled webinars first, then added, changed, withdrawn,
 *   each in the order of the packs; empty when nothing differs. %NULL with @error
 */
GPtrArray *ter_pack_diff (TerPack *before, TerPack *after, GCancellable *cancellable, GError **error);
/* (transfer full): "3 added, 12 changed, 1 withdrawn, 2 webinars moved"; "Nothing changes for the reader." */
char *ter_pack_diff_dup_summary (GPtrArray *changes);
/* (transfer full): one line: "Webinar moved: Faire alliance, from … to …" */
char *ter_change_dup_sentence (const TerChange *change);
/* The heading of a group of changes: "Added", "Withdrawn", "Webinars moved" */
const char *ter_change_type_get_title (TerChangeType type);
/* For programs: "added", "changed", "withdrawn", "moved", "cancelled" */
const char *ter_change_type_get_name (TerChangeType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerChange, ter_change_free)

G_END_DECLS
