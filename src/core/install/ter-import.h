/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"
#include "ter-pack-diff.h"
#include "ter-trust.h"

G_BEGIN_DECLS

/* The import of one pack, from a .tpack or a folder, into a library that has a store. It begins at once to check it: what is read is
 * verified and staged in the store, nothing is installed. Then the reader decides. Main thread; the work is done in another.
 *
 *   CHECKING ──► READY ──► INSTALLING ──► DONE
 *      │  ▲        └─► CANCELLED
 *      │  └─ resume ── INTERRUPTED   (the key was pulled, the disk is full: what was read is kept)
 *      └─► REFUSED                   (damaged, hostile, refused by trust: issues or error tell why)
 */
#define TER_TYPE_IMPORT (ter_import_get_type ())
G_DECLARE_FINAL_TYPE (TerImport, ter_import, TER, IMPORT, GObject)

typedef enum
{
  TER_IMPORT_CHECKING,
  TER_IMPORT_READY,
  TER_IMPORT_REFUSED,
  TER_IMPORT_INTERRUPTED,
  TER_IMPORT_INSTALLING,
  TER_IMPORT_DONE,
  TER_IMPORT_CANCELLED,
} TerImportState;

typedef struct
{
  guint files_done, files_total;
  guint64 bytes_done, bytes_total; /* of the files that have to be read: what the store has already is not counted */
  int seconds_left;                /* -1: not known yet */
} TerImportProgress;

/* Begins to check @source. What is installed is shown by the library when the state is DONE. */
TerImport *ter_import_new (TerLibrary *library, GFile *source);
/* (transfer full) (element-type TerImport): in the state INTERRUPTED: those that an earlier run of the app could not finish. Blocks briefly. */
GPtrArray *ter_import_list_unfinished (TerLibrary *library);

/* Properties, notified: "state" (int), "progress" (boxed-less: notified, read with the getter; at most 10 times a second). */
TerImportState ter_import_get_state (TerImport *self);
/* What was last told by notify::progress. */
TerImportProgress ter_import_get_progress (TerImport *self);
GFile *ter_import_get_source (TerImport *self); /* what was opened */
/* Known as soon as the manifest has been read, else %NULL: its title, version, publisher, licences are TerPack's. */
TerPack *ter_import_get_pack (TerImport *self);
const TerAssessment *ter_import_get_assessment (TerImport *self);  /* nullable: the same */
guint64 ter_import_get_size (TerImport *self);                     /* octets of all its files; 0 before the manifest is read */
const TerStoreVersion *ter_import_get_installed (TerImport *self); /* nullable: what is installed under its id */
GPtrArray *
ter_import_get_changes (TerImport *self); /* nullable, of TerChange: from what is installed, or comes with the app, to this */
GListModel *ter_import_get_issues (TerImport *self);  /* of TerIssue: why it is refused; and warnings */
const GError *ter_import_get_error (TerImport *self); /* nullable: REFUSED or INTERRUPTED, in words that say what to do */

void ter_import_install (TerImport *self); /* in READY */
void ter_import_resume (TerImport *self);  /* in INTERRUPTED */
/* In CHECKING and INTERRUPTED: gives up what was read. In READY: the same. In INSTALLING: before the switch only. Otherwise nothing. */
void ter_import_cancel (TerImport *self);

G_END_DECLS
