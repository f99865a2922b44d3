/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-library-private.h"

#include "ter-hash.h"

typedef struct
{
  char *text;
  guint limit;
  guint n_total;
  GHashTable *packs; /* number → TerPack: what a thread may look at */
  TerSearch *search;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_hash_table_unref (search->packs);
  g_free (search);
}

static GHashTable *
list_sound_packs (TerLibrary *self)
{
  GHashTable *packs = g_hash_table_new_full (ter_hash_int64, g_int64_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer pack, number;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &pack, &number))
    if (!ter_pack_is_broken (pack))
      g_hash_table_insert (packs, g_memdup2 (number, sizeof (gint64)), g_object_ref (pack));
  return packs;
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  GError *error = NULL;
  GPtrArray *hits =
    ter_search_run (search->search, search->packs, search->text, search->limit, &search->n_total, cancellable, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ter_library_search_async:
 * @text: what was typed; its last word may be unfinished
 * @limit: how many hits at most
 *
 * Searches in a thread. A search that is cancelled stops at once: cancel the one before at each keystroke.
 */
void
ter_library_search_async (TerLibrary *self, const char *text, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (TER_IS_LIBRARY (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ter_library_search_async);
  search = g_new0 (Search, 1);
  search->text = g_strdup (text);
  search->limit = limit;
  search->packs = list_sound_packs (self);
  search->search = self->search;
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

/**
 * ter_library_search_finish:
 * @n_total: (out) (optional): how many entries match, exact up to 500, at most 1,000
 *
 * Returns: (transfer full) (nullable) (element-type TerSearchHit): the hits, best first; they are freed with the array
 */
GPtrArray *
ter_library_search_finish (TerLibrary *self, GAsyncResult *result, guint *n_total, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (n_total != NULL)
    *n_total = ((Search *) g_task_get_task_data (G_TASK (result)))->n_total;
  hits = g_task_propagate_pointer (G_TASK (result), &local_error);
  ter_library_note_error (self, local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return hits;
}
