/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-integrity.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-hash.h"
#include "ter-issue.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"

#define HASH_PREFIX "sha256:"

typedef struct
{
  TerPackFiles *files;
  GHashTable *listed; /* set of paths */
  GPtrArray *issues;
  GCancellable *cancellable;
} Verify;

/* What is read of a file, or %NULL with an issue. */
static char *
hash_file (Verify *verify, const char *path, guint64 *size)
{
  g_autoptr (GError) error = NULL;
  g_autofd int fd = ter_pack_files_open (verify->files, path, &error);
  char *found = fd >= 0 ? ter_sha256_of_fd (fd, TER_LIMIT_PACK_BYTES, size, verify->cancellable, &error) : NULL;
  TerIssueCode code = TER_ISSUE_FILE_UNREADABLE;

  if (found != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return found;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    return NULL; /* told by the walk */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = TER_ISSUE_FILE_MISSING;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    code = TER_ISSUE_PATH_INVALID;
  g_ptr_array_add (verify->issues, ter_issue_new (code, path, NULL, 0, 0, "path", path, "@reason", "unreadable", NULL));
  return NULL;
}

static void
compare (Verify *verify, const char *path, double bytes, const char *hash)
{
  guint64 size = 0;
  g_autofree char *found = hash_file (verify, path, &size);

  if (found == NULL)
    return;
  if ((double) size != bytes)
    {
      g_autofree char *is = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
      g_autofree char *expected = g_strdup_printf ("%.0f", bytes);

      g_ptr_array_add (verify->issues, ter_issue_new (TER_ISSUE_FILE_SIZE, path, NULL, 0, 0, "path", path, "found", is, "expected",
                                                      expected, NULL));
    }
  else if (!g_str_has_prefix (hash, HASH_PREFIX) || !g_str_equal (found, hash + strlen (HASH_PREFIX)))
    g_ptr_array_add (verify->issues, ter_issue_new (TER_ISSUE_FILE_HASH, path, NULL, 0, 0, "path", path, "found", found, NULL));
}

/* A file without a size or a hash is vouched for by nobody. */
static void
verify_resource (Verify *verify, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *hash = ter_json_get_string (resource, "hash");
  const char *missing = path == NULL ? "path" : hash == NULL ? "hash" : NULL;
  double bytes = -1;

  if (missing == NULL && !ter_json_get_number (resource, "bytes", &bytes))
    missing = "bytes";
  if (missing != NULL)
    g_ptr_array_add (verify->issues, ter_issue_new (TER_ISSUE_MEMBER_MISSING, path != NULL ? path : TER_PACK_MANIFEST, NULL, 0, 0,
                                                    "member", missing, NULL));
  else if (g_hash_table_contains (verify->listed, path))
    g_ptr_array_add (verify->issues, ter_issue_new (TER_ISSUE_PATH_DUPLICATE, path, NULL, 0, 0, "path", path, NULL));
  else
    compare (verify, path, bytes, hash);
  if (path != NULL)
    g_hash_table_add (verify->listed, g_strdup (path));
}

static gboolean
tell_others_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  Verify *verify = user_data;
  gboolean known =
    g_str_equal (path, TER_PACK_MANIFEST) || g_str_equal (path, TER_PACK_SIGNATURE) || g_hash_table_contains (verify->listed, path);
  TerIssueCode code = TER_ISSUE_FILE_UNLISTED;

  if (type == TER_PACK_FILE_REGULAR && known)
    return TRUE;
  if (type == TER_PACK_FILE_OTHER)
    code = TER_ISSUE_FILE_NOT_REGULAR;
  else if (type == TER_PACK_FILE_UNREADABLE)
    code = TER_ISSUE_FILE_UNREADABLE;
  else if (type == TER_PACK_FILE_TOO_DEEP)
    code = TER_ISSUE_PATH_INVALID;
  g_ptr_array_add (verify->issues, ter_issue_new (code, path, NULL, 0, 0, "path", path, "@reason", "unreadable", NULL));
  return verify->issues->len < TER_LIMIT_ISSUES;
}

gboolean
ter_integrity_check (TerPackFiles *files, JsonObject *manifest, GPtrArray *issues, TerIntegrityProgressFunc progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) listed = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  Verify verify = { files, listed, issues, cancellable };
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  g_return_val_if_fail (TER_IS_PACK_FILES (files), FALSE);
  g_return_val_if_fail (manifest != NULL && issues != NULL, FALSE);

  if (!ter_pack_files_are_there (files, error))
    return FALSE;
  for (guint i = 0;
       i < ter_json_array_length (resources) && issues->len < TER_LIMIT_ISSUES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      verify_resource (&verify, ter_json_array_object (resources, i));
      if (progress != NULL)
        progress (i + 1, ter_json_array_length (resources), user_data);
    }
  return ter_pack_files_walk (files, tell_others_cb, &verify, cancellable, error);
}
