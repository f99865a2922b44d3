/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-picture-size.h"
#include "ter-sha256.h"

#define MANIFEST TER_PACK_MANIFEST
#define SIGNATURE TER_PACK_SIGNATURE

/* ---- All files ---- */

typedef struct
{
  TerCheck *check;
  guint n_files;
  guint64 n_bytes;
} FileCount;

static gboolean
count_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  FileCount *count = user_data;

  switch (type)
    {
    case TER_PACK_FILE_TOO_DEEP: ter_check_add (count->check, TER_ISSUE_PATH_INVALID, "path", path, NULL); break;
    case TER_PACK_FILE_UNREADABLE:
      ter_check_add (count->check, TER_ISSUE_FILE_UNREADABLE, "path", path, "@reason", "unreadable", NULL);
      break;
    case TER_PACK_FILE_OTHER:
      count->n_files++;
      g_hash_table_add (count->check->others, g_strdup (path));
      break;
    case TER_PACK_FILE_REGULAR:
    default:
      count->n_files++;
      count->n_bytes += size;
      if (count->n_files <= TER_LIMIT_FILES)
        g_hash_table_insert (count->check->files, g_strdup (path), g_memdup2 (&size, sizeof size));
      break;
    }
  return count->n_files <= TER_LIMIT_FILES;
}

gboolean
ter_check_walk (TerCheck *check)
{
  FileCount count = { check };
  g_autofree char *files = g_strdup_printf ("%u", TER_LIMIT_FILES);
  g_autofree char *bytes = g_format_size_full (TER_LIMIT_PACK_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  ter_check_begin (check, "");
  /* Cancelled, or gone since it was opened: then the files that are listed are missing. */
  ter_pack_files_walk (check->pack_files, count_cb, &count, check->cancellable, NULL);
  if (count.n_files > TER_LIMIT_FILES)
    ter_check_add (check, TER_ISSUE_FILES_TOO_MANY, "limit", files, NULL);
  if (count.n_bytes > TER_LIMIT_PACK_BYTES)
    ter_check_add (check, TER_ISSUE_PACK_TOO_LARGE, "limit", bytes, NULL);
  return count.n_files <= TER_LIMIT_FILES && count.n_bytes <= TER_LIMIT_PACK_BYTES;
}

/* ---- The list against the files ---- */

static void
check_hash (TerCheck *check, const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofd int fd = ter_pack_files_open (check->pack_files, path, &error);
  g_autofree char *found = NULL;
  guint64 size;
  gsize mark;

  if (fd >= 0)
    found = ter_sha256_of_fd (fd, TER_LIMIT_PACK_BYTES, &size, check->cancellable, &error);
  if (ter_check_is_cancelled (check))
    return;
  if (found == NULL)
    {
      ter_check_add (check, TER_ISSUE_FILE_UNREADABLE, "path", path, "@reason", "unreadable", NULL);
      return;
    }
  if (g_str_equal (found, expected + strlen ("sha256:")))
    return;
  mark = ter_check_enter (check, "hash");
  ter_check_add (check, TER_ISSUE_FILE_HASH, "path", path, "found", found, NULL);
  ter_check_leave (check, mark);
}

/* A wrong size says it all: hashing would only repeat it. */
static void
check_contents (TerCheck *check, JsonObject *resource, const char *path, guint64 size)
{
  const char *hash = ter_json_get_string (resource, "hash");
  double bytes;

  if (ter_json_get_number (resource, "bytes", &bytes) && bytes != (double) size)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
      g_autofree char *expected = g_strdup_printf ("%.0f", bytes);
      gsize mark = ter_check_enter (check, "bytes");

      ter_check_add (check, TER_ISSUE_FILE_SIZE, "path", path, "found", found, "expected", expected, NULL);
      ter_check_leave (check, mark);
    }
  else if (hash != NULL && ter_value_matches (TER_VALUE_HASH, hash))
    check_hash (check, path, hash);
}

static void
check_listed_file (TerCheck *check, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");
  guint64 *size;
  gsize mark;

  if (path == NULL || !ter_value_matches (TER_VALUE_PATH, path))
    return;
  size = g_hash_table_lookup (check->files, path);
  if (size != NULL)
    {
      if (!ter_pack_files_is_draft (check->pack_files))
        check_contents (check, resource, path, *size);
      return;
    }
  mark = ter_check_enter (check, "path");
  if (!g_hash_table_contains (check->others, path))
    ter_check_add (check, TER_ISSUE_FILE_MISSING, "path", path, NULL);
  ter_check_leave (check, mark);
}

/* Paths that are the same, or would be on a computer that does not tell capitals apart. %FALSE when this one was there before. */
static gboolean
check_twins (TerCheck *check, GHashTable *folded, const char *path)
{
  g_autofree char *key = g_utf8_casefold (path, -1);
  const char *other = g_hash_table_lookup (folded, key);
  const gboolean again = other != NULL && g_str_equal (other, path);
  gsize mark = ter_check_enter (check, "path");

  if (other == NULL)
    g_hash_table_insert (folded, g_steal_pointer (&key), (gpointer) path);
  else if (again)
    ter_check_add (check, TER_ISSUE_PATH_DUPLICATE, "path", path, NULL);
  else
    ter_check_add (check, TER_ISSUE_PATH_TWIN, "path", path, "other", other, NULL);
  ter_check_leave (check, mark);
  return !again;
}

static void
tell_others (TerCheck *check)
{
  GHashTableIter iter;
  gpointer path;

  ter_check_begin (check, "");
  g_hash_table_iter_init (&iter, check->files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      check->file = path;
      if (!g_hash_table_contains (check->resources, path) && !g_str_equal (path, MANIFEST) && !g_str_equal (path, SIGNATURE))
        ter_check_add (check, TER_ISSUE_FILE_UNLISTED, "path", path, NULL);
    }
  g_hash_table_iter_init (&iter, check->others);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      check->file = path;
      ter_check_add (check, TER_ISSUE_FILE_NOT_REGULAR, "path", path, NULL);
    }
  check->file = "";
}

void
ter_check_files (TerCheck *check)
{
  g_autoptr (GHashTable) folded = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  JsonArray *resources = ter_json_get_array (check->manifest, "resources");

  ter_check_begin (check, MANIFEST);
  for (guint i = 0; i < ter_json_array_length (resources) && !ter_check_is_cancelled (check); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");

      ter_check_enter (check, "resources");
      ter_check_enter_index (check, i);
      /* What is listed twice is hashed once. */
      if (path != NULL && check_twins (check, folded, path))
        check_listed_file (check, resource);
      ter_check_begin (check, MANIFEST);
    }
  if (!check->resources_unknown && !ter_pack_files_is_draft (check->pack_files))
    tell_others (check);
}

/* ---- Pictures ---- */

void
ter_check_picture_file (TerCheck *check, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  gsize length;
  int width = 0, height = 0;
  TerPictureType type;

  ter_check_begin (check, path);
  bytes = ter_check_load (check, path, TER_LIMIT_JSON_BYTES, FALSE);
  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  type = data != NULL ? ter_picture_size_read (data, length, &width, &height) : TER_PICTURE_UNKNOWN;
  if (type == TER_PICTURE_UNKNOWN)
    ter_check_add (check, TER_ISSUE_PICTURE_INVALID, "path", path, NULL);
  else if (MAX (width, height) > (int) TER_LIMIT_PICTURE_PIXELS)
    {
      g_autofree char *width_text = g_strdup_printf ("%d", width);
      g_autofree char *height_text = g_strdup_printf ("%d", height);
      g_autofree char *limit = g_strdup_printf ("%u", TER_LIMIT_PICTURE_PIXELS);

      ter_check_add (check, TER_ISSUE_PICTURE_TOO_LARGE, "path", path, "width", width_text, "height", height_text, "limit", limit,
                     NULL);
    }
}
