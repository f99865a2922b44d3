/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-fingerprint.h"

#include "ter-config.h"

/* Twice what a sound pack may hold: beyond, the checker will refuse it whatever the rest is. */
#define MAX_FILES 40000
#define MAX_MANIFEST (64 * 1024 * 1024)

static gboolean
add_line_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  GPtrArray *lines = user_data;

  g_ptr_array_add (lines, g_strdup_printf ("%s\n%d %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT, path, type, size, modified));
  return lines->len < MAX_FILES;
}

/* A manifest that is missing or unreadable counts as an empty one: the checker says what is wrong with it. */
static void
add_manifest (GChecksum *sum, TerPackFiles *files, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, TER_PACK_MANIFEST, MAX_MANIFEST, cancellable, NULL);
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &size);
  g_checksum_update (sum, data, size);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
ter_fingerprint_of_files (TerPackFiles *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!ter_pack_files_walk (files, add_line_cb, lines, cancellable, error))
    return NULL;
  g_ptr_array_sort (lines, compare_lines);

  /* Another version of the app may check otherwise. */
  g_checksum_update (sum, (const guchar *) TER_VERSION, -1);
  add_manifest (sum, files, cancellable);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      g_checksum_update (sum, (const guchar *) line, strlen (line) + 1);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_strdup (g_checksum_get_string (sum));
}
