/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-import-job.h"

#include <glib/gi18n-lib.h>

#include "ter-durable.h"
#include "ter-indexer.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-pack-checker.h"
#include "ter-pack-diff.h"
#include "ter-pack-reader.h"
#include "ter-sha256.h"
#include "ter-store-private.h"

/* How long a refresh that writes another pack is waited for before it is looked at again. */
#define BUSY_WAIT (G_USEC_PER_SEC / 5)

TerImportFindings *
ter_import_findings_ref (TerImportFindings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ter_import_findings_unref (TerImportFindings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->pack);
  g_clear_object (&self->files);
  g_clear_pointer (&self->assessment, ter_assessment_free);
  g_clear_pointer (&self->installed, ter_store_version_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_ptr_array_unref (self->issues);
  g_free (self->manifest_sha256);
  g_free (self->signature_sha256);
  g_free (self);
}

static TerImportFindings *
findings_new (void)
{
  TerImportFindings *self = g_new0 (TerImportFindings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->issues = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static TerAssessment *
assessment_copy (const TerAssessment *self)
{
  TerAssessment *copy = g_memdup2 (self, sizeof *self);

  copy->key = g_strdup (self->key);
  copy->name = g_strdup (self->name);
  copy->installed_name = g_strdup (self->installed_name);
  copy->installed_version = g_strdup (self->installed_version);
  copy->version = g_strdup (self->version);
  copy->valid_until = g_strdup (self->valid_until);
  return copy;
}

/* What can be told before the files are read, apart from what goes on growing. */
static TerImportFindings *
findings_copy (TerImportFindings *self)
{
  TerImportFindings *copy = findings_new ();

  copy->manifest_sha256 = g_strdup (self->manifest_sha256);
  copy->signature_sha256 = g_strdup (self->signature_sha256);
  copy->pack = g_object_ref (self->pack);
  copy->files = g_object_ref (self->files);
  copy->assessment = assessment_copy (self->assessment);
  copy->installed = ter_store_version_copy (self->installed);
  copy->size = self->size;
  copy->refused = self->refused;
  return copy;
}

/* ---- Against what is there ---- */

static TerPack *
find_pack (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    {
      TerPack *pack = g_ptr_array_index (packs, i);

      if (!ter_pack_is_broken (pack) && g_str_equal (ter_pack_get_id (pack), id))
        return pack;
    }
  return NULL;
}

/* (transfer full): of a pack that is read where it is; "" when it cannot be read any more. */
static char *
hash_manifest (TerPack *pack)
{
  g_autoptr (GBytes) bytes =
    ter_pack_files_load (ter_pack_get_files (pack), TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, NULL, NULL);

  return bytes != NULL ? ter_sha256_of_bytes (bytes) : g_strdup ("");
}

/* What is installed under this id counts, or else what comes with the app. */
static TerAssessment *
assess (TerStage *stage, GPtrArray *publishers, const TerStoreRecord *record, TerPack *before)
{
  JsonObject *publisher = before != NULL ? ter_json_get_object (ter_pack_get_manifest (before), "publisher") : NULL;
  TerInstalledVersion installed = { 0 };
  g_autofree char *sha256 = NULL;

  if (record != NULL)
    installed =
      (TerInstalledVersion) { record->current->manifest, record->current->version,
                              record->highest != NULL ? record->highest : record->current->version, record->current->key };
  else if (before != NULL)
    {
      sha256 = hash_manifest (before);
      installed = (TerInstalledVersion) { sha256, ter_pack_get_version (before), ter_pack_get_version (before),
                                          ter_json_get_string (publisher, "key") };
    }
  return ter_trust_assess (ter_stage_get_manifest_bytes (stage), ter_stage_get_manifest (stage), ter_stage_get_signature (stage),
                           publishers, record != NULL || before != NULL ? &installed : NULL, g_get_real_time () / G_USEC_PER_SEC);
}

/* Judges the pack by its manifest; tells what is known until now. %FALSE with @error. */
static gboolean
judge (TerStore *store, TerStage *stage, GPtrArray *packs, const char *language, TerImportFindings *findings, GError **error)
{
  const char *id = ter_json_get_string (ter_stage_get_manifest (stage), "name");
  g_autoptr (GPtrArray) publishers = ter_store_list_publishers (store, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TerStoreRecord) record = NULL;

  /* A damaged record counts as none: installing mends it. */
  if (publishers != NULL && ter_store_is_id (id))
    record = ter_store_load_sound (store, id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (publishers == NULL || (error != NULL && *error != NULL))
    return ter_store_explain (error);
  findings->files = ter_stage_dup_files (stage);
  findings->pack = ter_pack_new (findings->files, ter_stage_get_manifest (stage), NULL, language);
  findings->size = ter_stage_get_size (stage);
  findings->signature_sha256 = g_strdup (ter_pack_files_get_sha256 (findings->files, TER_PACK_SIGNATURE));
  if (ter_store_is_id (id))
    {
      findings->installed = record != NULL ? ter_store_version_copy (record->current) : NULL;
      findings->assessment = assess (stage, publishers, record, find_pack (packs, id));
    }
  else
    findings->assessment = assess (stage, publishers, NULL, NULL);
  findings->refused = findings->assessment->verdict == TER_VERDICT_REFUSE;
  return TRUE;
}

static gboolean
has_errors (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    if (ter_issue_get_severity (g_ptr_array_index (issues, i)) == TER_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static gboolean
check_contents (TerImportFindings *findings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) issues = ter_pack_checker_check (findings->files, cancellable, error);

  for (guint i = 0; issues != NULL && i < g_list_model_get_n_items (issues); i++)
    g_ptr_array_add (findings->issues, g_list_model_get_item (issues, i));
  return issues != NULL;
}

/* A pack of which the former version cannot be read any more can be installed all the same: its changes are not known then. */
static void
describe_changes (TerStore *store, TerPack *before, const char *language, TerImportFindings *findings, GCancellable *cancellable)
{
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (TerPack) old = NULL;
  g_autoptr (TerPack) new = NULL;
  g_autoptr (GError) error = NULL;

  if (findings->assessment->change == TER_CHANGE_NEW || findings->assessment->change == TER_CHANGE_SAME)
    return;
  if (findings->installed != NULL)
    files = ter_store_load_files (store, findings->installed, cancellable, &error);
  else if (before != NULL)
    files = g_object_ref (ter_pack_get_files (before));
  old = files != NULL ? ter_pack_reader_read (files, language, cancellable, &error) : NULL;
  new = old != NULL ? ter_pack_reader_read (findings->files, language, cancellable, &error) : NULL;
  if (new != NULL)
    findings->changes = ter_pack_diff (old, new, cancellable, &error);
  if (error != NULL)
    g_info ("The changes are not known: %s", error->message);
}

/* ---- The whole check ---- */

typedef struct
{
  TerStore *store;
  TerStage *stage;
  GPtrArray *packs;
  const char *language;
  TerStageProgressFunc progress;
  TerImportFindingsFunc found;
  gpointer user_data;
  GCancellable *cancellable;
} Check;

static void
tell_findings (Check *check, TerImportFindings *findings)
{
  g_autoptr (TerImportFindings) copy = findings_copy (findings);

  check->found (copy, check->user_data);
}

/* %FALSE with @error. What is refused is said in @findings. */
static gboolean
run_check (Check *check, TerImportFindings *findings, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean going = ter_stage_open (check->stage, findings->issues, check->cancellable, &local_error);

  findings->manifest_sha256 = g_strdup (ter_stage_get_manifest_sha256 (check->stage));
  if (local_error == NULL && ter_stage_get_manifest (check->stage) != NULL)
    {
      gboolean refused = !going;

      if (!judge (check->store, check->stage, check->packs, check->language, findings, &local_error))
        going = FALSE;
      else if (check->found != NULL)
        tell_findings (check, findings);
      findings->refused |= refused;
    }
  if (going && !findings->refused)
    going = ter_stage_read (check->stage, findings->issues, check->progress, check->user_data, check->cancellable, &local_error) &&
            check_contents (findings, check->cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  findings->refused |= !going || has_errors (findings->issues);
  if (!findings->refused)
    describe_changes (check->store, find_pack (check->packs, ter_pack_get_id (findings->pack)), check->language, findings,
                      check->cancellable);
  return !g_cancellable_set_error_if_cancelled (check->cancellable, error);
}

static void
sweep (TerStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!ter_store_sweep (store, FALSE, NULL, &error))
    g_info ("Not swept: %s", error->message);
}

TerImportFindings *
ter_import_job_check (TerStore *store, GFile *source, GPtrArray *packs, const char *language, TerStageProgressFunc progress,
                      TerImportFindingsFunc found, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerStage) stage = ter_stage_new (store, source);
  g_autoptr (TerImportFindings) findings = findings_new ();
  g_autoptr (GError) local_error = NULL;
  Check check = { store, stage, packs, language, progress, found, user_data, cancellable };
  gboolean known = run_check (&check, findings, &local_error);

  if (known && !findings->refused)
    return g_steal_pointer (&findings);
  if (known || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ter_stage_end (stage);
      sweep (store);
    }
  if (known)
    return g_steal_pointer (&findings);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* ---- Installing ---- */

/* The key that the reader has accepted by installing is remembered before the pack: the other way round, it would be asked for twice. */
static gboolean
learn (TerStore *store, TerImportFindings *findings, GError **error)
{
  const TerAssessment *assessment = findings->assessment;
  g_autoptr (GPtrArray) publishers = NULL;

  if (assessment->key == NULL)
    return TRUE;
  publishers = ter_store_list_publishers (store, error);
  if (publishers == NULL)
    return FALSE;
  ter_trust_learn (publishers, ter_pack_get_manifest (findings->pack), assessment->key,
                   assessment->name != NULL ? assessment->name : "", g_get_real_time () / G_USEC_PER_SEC);
  return ter_store_save_publishers (store, publishers, error);
}

/* The moment from which the pack is installed. */
static gboolean
switch_store (TerStore *store, TerImportFindings *findings, GError **error)
{
  const TerStoreVersion version = {
    .manifest = findings->manifest_sha256,
    .signature = findings->signature_sha256,
    .version = (char *) ter_pack_get_version (findings->pack),
    .key = findings->assessment->key,
    .signer = findings->assessment->name,
    .installed_at = g_get_real_time () / G_USEC_PER_SEC,
    .size = findings->size,
  };

  return learn (store, findings, error) && ter_store_switch (store, ter_pack_get_id (findings->pack), &version, error);
}

/* A refresh may be writing another pack: it is waited for. */
static gboolean
index_when_free (TerCatalogue *catalogue, TerImportFindings *findings, GCancellable *cancellable, GError **error)
{
  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;

      if (ter_indexer_begin (catalogue, findings->files, ter_pack_get_id (findings->pack), cancellable, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_BUSY) || g_cancellable_is_cancelled (cancellable))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep (BUSY_WAIT);
    }
}

static gboolean
is_damaged (TerCatalogue *catalogue)
{
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (ter_catalogue_get_db (catalogue), "PRAGMA quick_check (1)", NULL);

  return statement == NULL || !ter_sqlite_step (statement, NULL) || !g_str_equal (ter_sqlite_column_text (statement, 0), "ok");
}

/* (transfer full) (nullable): the index, with the pack in a transaction that waits for its end. %NULL without @error: it is damaged, which
 * is no obstacle: the refresh that follows makes it anew. */
static TerCatalogue *
begin_index (const char *index, TerImportFindings *findings, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TerCatalogue) catalogue = ter_catalogue_open_to_write (index, &local_error);

  if (catalogue != NULL && index_when_free (catalogue, findings, cancellable, &local_error))
    return g_steal_pointer (&catalogue);
  if (catalogue == NULL || !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) || !is_damaged (catalogue))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Index, switch, index: all or nothing. */
static gboolean
run_transaction (TerStore *store, TerImportFindings *findings, const char *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TerCatalogue) catalogue = index != NULL ? begin_index (index, findings, cancellable, &local_error) : NULL;

  if (local_error == NULL && !g_cancellable_set_error_if_cancelled (cancellable, &local_error) &&
      switch_store (store, findings, &local_error))
    {
      if (catalogue != NULL)
        ter_indexer_commit (catalogue);
      return TRUE;
    }
  if (catalogue != NULL)
    ter_indexer_roll_back (catalogue);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
remove_incoming (TerStore *store, const char *manifest_sha256)
{
  g_autofree char *parent = ter_store_build (store, "incoming", NULL);
  g_autofree char *path = ter_store_build (store, "incoming", manifest_sha256, NULL);

  ter_store_lock (store);
  ter_store_remove_folder (path);
  ter_durable_sync_folder (parent, NULL); /* what was given up is not offered again after a power cut */
  ter_store_unlock (store);
}

gboolean
ter_import_job_install (TerStore *store, TerImportFindings *findings, const char *index, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TER_IS_STORE (store), FALSE);
  g_return_val_if_fail (findings != NULL && !findings->refused, FALSE);

  if (!run_transaction (store, findings, index, cancellable, error))
    return ter_store_explain (error);
  remove_incoming (store, findings->manifest_sha256);
  sweep (store);
  return TRUE;
}

void
ter_import_job_give_up (TerStore *store, GFile *source, const char *manifest_sha256)
{
  g_return_if_fail (TER_IS_STORE (store));

  if (manifest_sha256 != NULL)
    remove_incoming (store, manifest_sha256);
  else
    ter_stage_forget (store, source);
  sweep (store);
}
