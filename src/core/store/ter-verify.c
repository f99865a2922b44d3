/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-verify.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"
#include "ter-store-private.h"

#define CHUNK (256 * 1024)
#define HASH_PREFIX "sha256:"

typedef struct
{
  TerPackFiles *files;
  GListStore *issues;
  guint64 done;
  guint64 total;
  TerVerifyProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Verify;

static void
add_issue (Verify *self, TerIssueCode code, const char *path, const char *found, const char *expected)
{
  g_autoptr (TerIssue) issue = NULL;

  issue = ter_issue_new (code, path, NULL, 0, 0, "path", path, "found", found != NULL ? found : "", "expected",
                         expected != NULL ? expected : "", "@reason", "unreadable", NULL);
  g_list_store_append (self->issues, issue);
}

/* (transfer full) (nullable): of the file at @fd; %NULL when it cannot be read to its end. */
static char *
hash_fd (Verify *self, int fd, guint64 *size)
{
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  *size = 0;
  while (!g_cancellable_is_cancelled (self->cancellable) && (n = read (fd, chunk, CHUNK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      *size += n;
      self->done += n;
      ter_sha256_update (sum, chunk, n);
      if (self->progress != NULL)
        self->progress (MIN (self->done, self->total), self->total, self->user_data);
    }
  return ter_sha256_finish (sum);
}

static void
verify_file (Verify *self, const char *path, const char *sha256, double bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofd int fd = ter_pack_files_open (self->files, path, &error);
  g_autofree char *found = NULL, *found_size = NULL, *expected_size = NULL;
  guint64 size;

  if (fd < 0)
    {
      add_issue (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? TER_ISSUE_FILE_MISSING : TER_ISSUE_FILE_UNREADABLE, path,
                 NULL, NULL);
      return;
    }
  found = hash_fd (self, fd, &size);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  found_size = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
  expected_size = g_strdup_printf ("%.0f", bytes);
  if (found == NULL)
    add_issue (self, TER_ISSUE_FILE_UNREADABLE, path, NULL, NULL);
  else if (bytes >= 0 && (double) size != bytes)
    add_issue (self, TER_ISSUE_FILE_SIZE, path, found_size, expected_size);
  else if (!g_str_equal (found, sha256))
    add_issue (self, TER_ISSUE_FILE_HASH, path, found, sha256);
}

static void
verify_resources (Verify *self, JsonArray *resources)
{
  for (guint i = 0; i < ter_json_array_length (resources) && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *hash = ter_json_get_string (resource, "hash");
      double bytes = -1;

      ter_json_get_number (resource, "bytes", &bytes);
      if (path != NULL && hash != NULL && g_str_has_prefix (hash, HASH_PREFIX))
        verify_file (self, path, hash + strlen (HASH_PREFIX), bytes);
    }
}

static guint64
add_sizes (JsonArray *resources)
{
  double total = 0;

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      double bytes = 0;

      if (ter_json_get_number (ter_json_array_object (resources, i), "bytes", &bytes) && bytes > 0)
        total += MIN (bytes, (double) TER_LIMIT_PACK_BYTES);
    }
  return total;
}

/* (transfer full) (nullable): %NULL when it is told. */
static JsonObject *
verify_manifest (Verify *self, GError **error)
{
  const char *expected = ter_pack_files_get_sha256 (self->files, TER_PACK_MANIFEST);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  JsonObject *manifest;

  bytes = ter_pack_files_load (self->files, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, self->cancellable, &local_error);
  if (bytes == NULL)
    {
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
        add_issue (self, g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? TER_ISSUE_FILE_MISSING : TER_ISSUE_FILE_UNREADABLE,
                   TER_PACK_MANIFEST, NULL, NULL);
      return NULL;
    }
  found = ter_sha256_of_bytes (bytes);
  manifest = expected == NULL || g_str_equal (found, expected) ? ter_store_parse_manifest (bytes, NULL) : NULL;
  if (manifest == NULL)
    add_issue (self, TER_ISSUE_FILE_HASH, TER_PACK_MANIFEST, found, expected);
  return manifest;
}

GListModel *
ter_verify_files (TerPackFiles *files, TerVerifyProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListStore) issues = g_list_store_new (TER_TYPE_ISSUE);
  Verify self = { files, issues, 0, 0, progress, user_data, cancellable };
  g_autoptr (JsonObject) manifest = NULL;
  const char *signature;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);

  if (!ter_pack_files_are_there (files, error))
    return NULL;
  manifest = verify_manifest (&self, error);
  if (manifest != NULL)
    {
      self.total = add_sizes (ter_json_get_array (manifest, "resources"));
      signature = ter_pack_files_get_sha256 (files, TER_PACK_SIGNATURE);
      if (signature != NULL)
        verify_file (&self, TER_PACK_SIGNATURE, signature, -1);
      verify_resources (&self, ter_json_get_array (manifest, "resources"));
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&issues));
}
