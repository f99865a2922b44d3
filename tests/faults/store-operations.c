/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-tool.h"

#include "ter-export.h"
#include "ter-favourites.h"
#include "ter-import-job.h"
#include "ter-stage.h"
#include "ter-store.h"

static TerStore *
open_store (const char *root)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (root, "store", NULL);

  return ter_store_new (folder);
}

/* ---- Packs ---- */

static void
refuse (TerImportFindings *findings, GError **error)
{
  g_autoptr (GString) words = g_string_new ("refused:");

  for (guint i = 0; i < findings->issues->len; i++)
    {
      TerIssue *issue = g_ptr_array_index (findings->issues, i);

      g_string_append_printf (words, " %s (%s)", ter_issue_get_code (issue), ter_issue_get_file (issue));
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, words->str);
}

/* IMPORT_PROGRESS makes it say when something was read; with IMPORT_CANCEL_MS it is cancelled after that time. */
static void
progress_cb (const TerStageProgress *progress, gpointer user_data)
{
  if (g_getenv ("IMPORT_PROGRESS") != NULL)
    g_print ("progress %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT "\n", progress->bytes_done, g_get_monotonic_time ());
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_usleep (g_ascii_strtoull (g_getenv ("IMPORT_CANCEL_MS"), NULL, 10) * 1000);
  g_print ("cancel %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_cancellable_cancel (cancellable);
  return NULL;
}

gboolean
operation_import (const char *root, GFile *source, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *catalogue = g_build_filename (root, "cache", "catalogue.sqlite", NULL);
  GThread *thread = g_getenv ("IMPORT_CANCEL_MS") != NULL ? g_thread_new ("cancel", cancel_thread, cancellable) : NULL;
  g_autoptr (TerImportFindings) findings =
    ter_import_job_check (store, source, none, "fr", progress_cb, NULL, NULL, cancellable, error);

  if (thread != NULL)
    g_thread_join (thread);
  if (findings == NULL)
    return FALSE;
  if (!findings->refused)
    return ter_import_job_install (store, findings, catalogue, NULL, error);
  refuse (findings, error);
  return FALSE;
}

static gboolean
import (const char *kit, const char *root, GError **error)
{
  g_autoptr (GFile) source = g_file_new_build_filename (kit, "packs", "alpha-1.tpack", NULL);

  return operation_import (root, source, error);
}

static gboolean
update (const char *kit, const char *root, GError **error)
{
  g_autoptr (GFile) source = g_file_new_build_filename (kit, "packs", "2", "alpha", NULL);

  return operation_import (root, source, error);
}

static gboolean
resume (const char *kit, const char *root, GError **error)
{
  g_autoptr (GFile) source = g_file_new_build_filename (kit, "packs", "1", "alpha", NULL);

  return operation_import (root, source, error);
}

static gboolean
give_up (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);
  g_autoptr (GFile) source = g_file_new_build_filename (kit, "packs", "1", "alpha", NULL);

  g_autoptr (GPtrArray) left = NULL;

  ter_import_job_give_up (store, source, NULL);
  left = ter_stage_list_unfinished (store);
  if (left->len == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it will be offered again, to be resumed or given up");
  return FALSE;
}

static gboolean
roll_back (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);

  return ter_store_roll_back (store, "alpha", error);
}

static gboolean
remove_pack (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);

  return ter_store_remove (store, "alpha", error);
}

static gboolean
restore (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);

  return ter_store_restore (store, "alpha", error);
}

static gboolean
sweep (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);

  return ter_store_sweep (store, TRUE, NULL, error);
}

static gboolean export (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerStore) store = open_store (root);
  g_autoptr (TerStoreRecord) record = ter_store_load (store, "alpha", error);
  g_autoptr (TerPackFiles) files = record != NULL ? ter_store_load_files (store, record->current, NULL, error) : NULL;
  g_autoptr (GFile) target = g_file_new_build_filename (root, "key", "alpha.tpack", NULL);

  return files != NULL && ter_export_files (files, target, NULL, NULL, NULL, error);
}

/* ---- What the reader made ---- */

static const TerEntryName entry = { (char *) "beta", (char *) "un", (char *) "Un", (char *) "page", (char *) "Beta" };

static TerUserState *
open_user (const char *root, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (root, "user", "user.sqlite", NULL);
  g_autoptr (TerUserState) state = ter_user_state_new (file);

  return ter_user_state_open (state, error) ? g_steal_pointer (&state) : NULL;
}

static gboolean
favourite (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerUserState) state = open_user (root, error);

  return state != NULL && ter_user_state_set_favourite (state, &entry, 300, error) && ter_user_state_flush (state, error);
}

static gboolean
unfavourite (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerUserState) state = open_user (root, error);

  return state != NULL && ter_user_state_unset_favourite (state, "alpha", "un", error) && ter_user_state_flush (state, error);
}

static gboolean
note (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerUserState) state = open_user (root, error);

  return state != NULL && ter_user_state_set_note (state, &entry, "Une autre note.", 300, error) &&
         ter_user_state_flush (state, error);
}

/* Migrates, or recovers from a backup: what opening does. */
static gboolean
open_only (const char *kit, const char *root, GError **error)
{
  g_autoptr (TerUserState) state = open_user (root, error);

  return state != NULL;
}

static const Operation operations[] = {
  { "import", "base", TRUE, import },
  { "update", "alpha", TRUE, update },
  { "resume", "half", TRUE, resume },
  { "give-up", "half", FALSE, give_up },
  { "roll-back", "updated", FALSE, roll_back },
  { "remove", "updated", FALSE, remove_pack },
  { "remove-swept", "swept", FALSE, remove_pack },
  { "restore", "removed", FALSE, restore },
  { "sweep", "messy", FALSE, sweep },
  { "export", "updated", FALSE, export },
  { "favourite", "base", FALSE, favourite },
  { "unfavourite", "base", FALSE, unfavourite },
  { "note", "base", FALSE, note },
  { "migrate", "old-user", FALSE, open_only },
  { "recover", "damaged-user", FALSE, open_only },
  { NULL },
};

const Operation *
operation_list (void)
{
  return operations;
}

const Operation *
operation_find (const char *name)
{
  for (guint i = 0; operations[i].name != NULL; i++)
    if (g_strcmp0 (operations[i].name, name) == 0)
      return &operations[i];
  return NULL;
}
