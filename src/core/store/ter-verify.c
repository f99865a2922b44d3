/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-verify.h"

#include "ter-issue.h"
#include "ter-limits.h"
#include "ter-sha256.h"
#include "ter-store-private.h"

/* (nullable): the bytes at @path, when they are those of their name among the objects; what is wrong is told. */
static GBytes *
load_whole (TerPackFiles *files, const char *path, GPtrArray *issues, GCancellable *cancellable)
{
  const char *expected = ter_pack_files_get_sha256 (files, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, path, TER_LIMIT_MANIFEST_BYTES, cancellable, &error);
  g_autofree char *found = bytes != NULL ? ter_sha256_of_bytes (bytes) : NULL;
  TerIssueCode code = TER_ISSUE_FILE_HASH;

  if (found != NULL && (expected == NULL || g_str_equal (found, expected)))
    return g_steal_pointer (&bytes);
  if (found == NULL)
    code = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? TER_ISSUE_FILE_MISSING : TER_ISSUE_FILE_UNREADABLE;
  g_ptr_array_add (issues, ter_issue_new (code, path, NULL, 0, 0, "path", path, "found", found != NULL ? found : "", "@reason",
                                          "unreadable", NULL));
  return NULL;
}

static JsonObject *
load_manifest (TerPackFiles *files, GPtrArray *issues, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = load_whole (files, TER_PACK_MANIFEST, issues, cancellable);
  JsonObject *manifest = bytes != NULL ? ter_store_parse_manifest (bytes, NULL) : NULL;

  if (bytes != NULL && manifest == NULL)
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_JSON_ROOT, TER_PACK_MANIFEST, NULL, 0, 0, "@expected", "object", NULL));
  return manifest;
}

GListModel *
ter_verify_pack (TerPackFiles *files, TerIntegrityProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (JsonObject) manifest = NULL;
  GListStore *list;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);

  if (!ter_pack_files_are_there (files, error))
    return NULL;
  if (ter_pack_files_get_sha256 (files, TER_PACK_SIGNATURE) != NULL)
    signature = load_whole (files, TER_PACK_SIGNATURE, issues, cancellable);
  manifest = load_manifest (files, issues, cancellable);
  if (manifest != NULL && !ter_integrity_check (files, manifest, issues, progress, user_data, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  list = g_list_store_new (TER_TYPE_ISSUE);
  g_list_store_splice (list, 0, 0, issues->pdata, issues->len);
  return G_LIST_MODEL (list);
}
