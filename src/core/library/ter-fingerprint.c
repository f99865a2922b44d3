/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-fingerprint.h"

#include "ter-config.h"

/* Twice what a sound pack may hold: beyond, the checker will refuse it whatever the rest is. */
#define MAX_FILES 40000
#define MAX_DEPTH 8
#define MAX_MANIFEST (64 * 1024 * 1024)

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

static gboolean
list_folder (GFile *folder, const char *path, guint depth, GPtrArray *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) files = NULL;

  files = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (files == NULL)
    return FALSE;

  while (lines->len < MAX_FILES)
    {
      g_autofree char *child_path = NULL;
      GFileInfo *info;
      GFile *child;
      GFileType type;

      if (!g_file_enumerator_iterate (files, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        break;
      type = g_file_info_get_file_type (info);
      child_path = g_strconcat (path, "/", g_file_info_get_name (info), NULL);
      if (type == G_FILE_TYPE_DIRECTORY && depth < MAX_DEPTH)
        {
          if (!list_folder (child, child_path, depth + 1, lines, cancellable, error))
            return FALSE;
        }
      g_ptr_array_add (lines, g_strdup_printf ("%s\n%d %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%06u", child_path, type,
                                               type == G_FILE_TYPE_DIRECTORY ? 0 : g_file_info_get_size (info),
                                               type == G_FILE_TYPE_DIRECTORY
                                                 ? 0
                                                 : g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                                               type == G_FILE_TYPE_DIRECTORY
                                                 ? 0
                                                 : g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC)));
    }
  return TRUE;
}

/* A manifest that is missing or unreadable counts as an empty one: the checker says what is wrong with it. */
static void
add_manifest (GChecksum *sum, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "datapackage.json");
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  gconstpointer data;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_MANIFEST)
    return;
  bytes = g_file_load_bytes (file, cancellable, NULL, NULL);
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
ter_fingerprint_of_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!list_folder (folder, "", 0, lines, cancellable, error))
    return NULL;
  g_ptr_array_sort (lines, compare_lines);

  /* Another version of the app may check otherwise. */
  g_checksum_update (sum, (const guchar *) TER_VERSION, -1);
  add_manifest (sum, folder, cancellable);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      g_checksum_update (sum, (const guchar *) line, strlen (line) + 1);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_strdup (g_checksum_get_string (sum));
}
