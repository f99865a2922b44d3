/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack.h"
#include "ter-pack-files.h"
#include "ter-stage.h"
#include "ter-store.h"
#include "ter-trust.h"

G_BEGIN_DECLS

/* What an import does, without threads or states: TerImport calls it from a thread, tests and tools from where they are. */

/* What is known of the pack. Immutable once told. */
typedef struct
{
  gatomicrefcount ref_count;
  char *manifest_sha256;      /* nullable: there is none */
  TerPack *pack;              /* nullable */
  TerAssessment *assessment;  /* nullable */
  TerStoreVersion *installed; /* nullable */
  GPtrArray *changes;         /* nullable, of TerChange */
  GPtrArray *issues;          /* of TerIssue */
  guint64 size;
  TerPackFiles *files;    /* nullable */
  char *signature_sha256; /* nullable */
  gboolean refused;
} TerImportFindings;

typedef void (*TerImportFindingsFunc) (TerImportFindings *findings, gpointer user_data);

TerImportFindings *ter_import_findings_ref (TerImportFindings *self);
void ter_import_findings_unref (TerImportFindings *self);

/**
 * ter_import_job_check:
 * @packs: (element-type TerPack): what can be read now
 * @progress: (nullable): called often
 * @found: (nullable): called once, as soon as the manifest has been read
 *
 * Reads, verifies and stages a pack, judges its signature, and says what it would change. A pack that is refused, or a cancelled
 * check, leaves nothing behind; an interrupted one keeps what was read.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL with @error (interrupted, cancelled), in words that say what to do
 */
TerImportFindings *
ter_import_job_check (TerStore *store, GFile *source, GPtrArray *packs, const char *language, TerStageProgressFunc progress,
                      TerImportFindingsFunc found, gpointer user_data, GCancellable *cancellable, GError **error);
/**
 * ter_import_job_install:
 * @findings: of a check that did not refuse
 * @index: (nullable): the file of the index: a refresh that writes it is waited for, and damage is no obstacle; %NULL: the store alone
 *
 * The transaction of an import: the pack is written into the index, the store switches, the index follows. Cancelled until the switch.
 *
 * Returns: %FALSE with @error, in words that say what to do: the old state stands
 */
gboolean
ter_import_job_install (TerStore *store, TerImportFindings *findings, const char *index, GCancellable *cancellable, GError **error);
/* Forgets what was read. @manifest_sha256: (nullable): when it is not known, that of imports from @source */
void ter_import_job_give_up (TerStore *store, GFile *source, const char *manifest_sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerImportFindings, ter_import_findings_unref)

G_END_DECLS
