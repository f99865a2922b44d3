/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-pack.h"

#include <glib/gstdio.h>

#include "ter-issue.h"
#include "ter-pack-checker.h"
#include "ter-stage.h"
#include "ter-store-private.h"

/* Everything in it is verified on the way, as an import does. */
static gboolean
unpack (CliPack *self, GFile *file, GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (TerStore) store = NULL;
  g_autoptr (TerStage) stage = NULL;
  g_autoptr (GError) local_error = NULL;

  self->folder = g_dir_make_tmp ("territoires-pack-XXXXXX", error);
  if (self->folder == NULL)
    return FALSE;
  folder = g_file_new_for_path (self->folder);
  store = ter_store_new (folder);
  stage = ter_stage_new (store, file);
  if (ter_stage_open (stage, self->issues, NULL, &local_error) &&
      ter_stage_read (stage, self->issues, NULL, NULL, NULL, &local_error))
    self->files = ter_stage_dup_files (stage);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

CliPack *
cli_pack_open (const char *argument, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (CliPack) self = g_new0 (CliPack, 1);

  self->issues = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_archive = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
  if (!self->is_archive)
    self->files = ter_pack_files_new_for_folder (file);
  if (self->is_archive ? !unpack (self, file, error) : !ter_pack_files_are_there (self->files, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cli_pack_free (CliPack *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->files);
  g_ptr_array_unref (self->issues);
  if (self->folder != NULL)
    ter_store_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

GListModel *
cli_pack_check (CliPack *self, GError **error)
{
  GListStore *issues;

  if (self->issues->len == 0)
    return ter_pack_checker_check (self->files, NULL, error);
  issues = g_list_store_new (TER_TYPE_ISSUE);
  g_ptr_array_sort (self->issues, ter_issue_compare);
  g_list_store_splice (issues, 0, 0, self->issues->pdata, self->issues->len);
  return G_LIST_MODEL (issues);
}
