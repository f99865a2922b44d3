/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-preview.h"

#include "ter-indexer.h"

/* Editors write a file in several steps. */
#define QUIET_MS 300

/* As deep as a pack's paths go, the file itself left out; and no more folders than a hand-made pack has. */
#define MAX_LEVELS 4
#define MAX_FOLDERS 500

struct _TerPreview
{
  GFile *folder;
  TerLibrary *library;
  GHashTable *monitors; /* GFile → GFileMonitor: each folder of the pack */
  GCancellable *cancellable;
  guint quiet_source;
};

static void changed (TerPreview *self);

static void
changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer user_data)
{
  changed (user_data);
}

static void
watch_folder (TerPreview *self, GFile *folder, guint level)
{
  g_autoptr (GFileEnumerator) files = NULL;
  GFileMonitor *monitor;
  GFileInfo *info;
  GFile *child;

  if (level > MAX_LEVELS || g_hash_table_size (self->monitors) >= MAX_FOLDERS)
    return;
  if (!g_hash_table_contains (self->monitors, folder))
    {
      monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        return;
      g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), self);
      g_hash_table_insert (self->monitors, g_object_ref (folder), monitor);
    }
  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                     G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (files != NULL && g_file_enumerator_iterate (files, &info, &child, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && g_file_info_get_name (info)[0] != '.')
      watch_folder (self, child, level + 1);
}

static gboolean
is_gone_cb (gpointer folder, gpointer monitor, gpointer user_data)
{
  return g_file_query_file_type (folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) != G_FILE_TYPE_DIRECTORY;
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (ter_library_refresh_finish (TER_LIBRARY (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* The pack's own faults are issues, which the window shows; here the index itself failed. */
  g_message ("The preview could not be refreshed: %s", error->message);
}

static gboolean
quiet_cb (gpointer user_data)
{
  TerPreview *self = user_data;

  /* The one under way may have read what has changed since. */
  if (ter_library_is_refreshing (self->library))
    return G_SOURCE_CONTINUE;
  self->quiet_source = 0;
  /* A folder that was moved away and back is another one: its old monitor has nothing to tell. */
  g_hash_table_foreach_remove (self->monitors, is_gone_cb, NULL);
  watch_folder (self, self->folder, 1);
  ter_library_refresh_async (self->library, self->cancellable, refreshed_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed (TerPreview *self)
{
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  self->quiet_source = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
monitor_free (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

void
ter_preview_declare (GFile *folder)
{
  ter_indexer_set_is_draft (folder);
}

TerPreview *
ter_preview_new (GFile *folder, TerLibrary *library)
{
  TerPreview *self = g_new0 (TerPreview, 1);

  self->folder = g_object_ref (folder);
  self->library = g_object_ref (library);
  self->cancellable = g_cancellable_new ();
  self->monitors = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, monitor_free);
  watch_folder (self, folder, 1);
  return self;
}

void
ter_preview_free (TerPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  /* Before the monitors go: none of them calls back any more. */
  g_hash_table_unref (self->monitors);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->folder);
  g_free (self);
}
