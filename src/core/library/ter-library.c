/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-library-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ter-record.h"
#include "ter-table-cache.h"
#include "ter-trust.h"

enum
{
  PROP_0,
  PROP_REFRESHING,
  N_PROPS
};
enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TerLibrary, ter_library, G_TYPE_OBJECT)

void
ter_library_set_refreshing (TerLibrary *self, gboolean refreshing)
{
  if (self->refreshing == refreshing)
    return;
  self->refreshing = refreshing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
}

static gboolean
heal_cb (gpointer user_data)
{
  TerLibrary *self = user_data;

  self->heal_source = 0;
  if (self->damaged && !self->refreshing)
    ter_library_refresh_async (self, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* An index that turns out to be damaged is made anew, without being asked: it is a cache. */
void
ter_library_note_error (TerLibrary *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return;
  self->damaged = TRUE;
  if (self->heal_source == 0)
    self->heal_source = g_idle_add (heal_cb, self);
}

gboolean
ter_library_open_catalogue (TerLibrary *self, GError **error)
{
  if (self->catalogue == NULL)
    self->catalogue = ter_catalogue_open_to_read (self->path, error);
  return self->catalogue != NULL;
}

void
ter_library_close_catalogue (TerLibrary *self)
{
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  ter_search_close (self->search);
}

/* Appends the issues of a pack, from the index. */
static void
read_issues (TerLibrary *self, gint64 number, GListStore *issues)
{
  sqlite3_stmt *query = ter_catalogue_query (self->catalogue, TER_QUERY_ISSUES, NULL);

  if (query == NULL)
    return;
  sqlite3_bind_int64 (query, 1, number);
  while (ter_sqlite_step (query, NULL))
    {
      g_autoptr (GBytes) bytes = ter_sqlite_dup_bytes (query, 0);
      g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (TER_ISSUE_VARIANT_TYPE, bytes, FALSE));
      g_autoptr (TerIssue) issue = ter_issue_new_from_variant (variant);

      if (issue != NULL)
        g_list_store_append (issues, issue);
    }
}

/* The files behind a row of the index, which knows them by their uri. */
static TerPackFiles *
new_files (TerLibrary *self, const char *uri, JsonObject *manifest)
{
  const char *sha256 = ter_pack_files_parse_uri (uri);
  g_autoptr (GFile) folder = NULL;

  if (sha256 != NULL && self->store != NULL)
    return ter_pack_files_new_for_objects (ter_store_get_objects (self->store), sha256, NULL, manifest);
  folder = g_file_new_for_uri (uri);
  return ter_pack_files_new_for_folder (folder);
}

static TerPack *
read_broken_pack (TerLibrary *self, sqlite3_stmt *row, TerPackFiles *files)
{
  g_autoptr (GListStore) issues = g_list_store_new (TER_TYPE_ISSUE);

  read_issues (self, sqlite3_column_int64 (row, 0), issues);
  return ter_pack_new_broken (files, ter_sqlite_column_text (row, 3), G_LIST_MODEL (issues));
}

static TerPack *
read_pack (TerLibrary *self, sqlite3_stmt *row, GError **error)
{
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (JsonObject) manifest = NULL;
  g_autoptr (JsonArray) vocabularies = NULL;
  TerPack *pack;

  if (sqlite3_column_int (row, 2))
    {
      files = new_files (self, ter_sqlite_column_text (row, 1), NULL);
      return read_broken_pack (self, row, files);
    }
  manifest = ter_record_parse (sqlite3_column_blob (row, 4), sqlite3_column_bytes (row, 4), error);
  if (manifest == NULL)
    return NULL;
  files = new_files (self, ter_sqlite_column_text (row, 1), manifest);
  vocabularies = ter_record_parse_array (sqlite3_column_blob (row, 5), sqlite3_column_bytes (row, 5), error);
  if (vocabularies == NULL)
    return NULL;
  pack = ter_pack_new (files, manifest, vocabularies, self->language);
  /* Its warnings: nobody else has seen the pack yet. */
  read_issues (self, sqlite3_column_int64 (row, 0), G_LIST_STORE (ter_pack_get_issues (pack)));
  return pack;
}

/* (transfer none) (nullable): the pack that is in the list under this number. */
static TerPack *
find_numbered (TerLibrary *self, gint64 number)
{
  GHashTableIter iter;
  gpointer pack, known;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &pack, &known))
    if (*(gint64 *) known == number)
      return pack;
  return NULL;
}

/* Of two sound packs of one id, the higher version is read; of equal ones the one that the reader installed. */
static gboolean
is_preferred (TerPack *pack, TerPack *other)
{
  const int order = ter_version_compare (ter_pack_get_version (pack), ter_pack_get_version (other));

  return order != 0 ? order > 0
                    : ter_pack_files_get_manifest_sha256 (ter_pack_get_files (pack)) != NULL &&
                        ter_pack_files_get_manifest_sha256 (ter_pack_get_files (other)) == NULL;
}

/* Adds a pack, or gives it the place of one of its id that it is preferred to. What is not listed has no number. @pack: (transfer full) */
static void
add_pack (GPtrArray *packs, GHashTable *numbers, TerPack *pack)
{
  for (guint i = 0; i < packs->len && !ter_pack_is_broken (pack); i++)
    {
      TerPack *other = g_ptr_array_index (packs, i);

      if (ter_pack_is_broken (other) || !g_str_equal (ter_pack_get_id (other), ter_pack_get_id (pack)))
        continue;
      if (is_preferred (pack, other))
        {
          packs->pdata[i] = pack;
          pack = other;
        }
      g_hash_table_remove (numbers, pack);
      g_object_unref (pack);
      return;
    }
  g_ptr_array_add (packs, pack);
}

/* Reads the list of packs into @packs and @numbers; those that are known already stay the same objects. */
static gboolean
read_packs (TerLibrary *self, GPtrArray *packs, GHashTable *numbers, GError **error)
{
  sqlite3_stmt *query = ter_catalogue_query (self->catalogue, TER_QUERY_PACKS, error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;
  while (ter_sqlite_step (query, &local_error))
    {
      gint64 number = sqlite3_column_int64 (query, 0);
      TerPack *known = find_numbered (self, number);
      TerPack *pack;

      pack = known != NULL ? g_object_ref (known) : read_pack (self, query, &local_error);
      if (pack == NULL)
        break;
      g_hash_table_insert (numbers, pack, g_memdup2 (&number, sizeof number));
      add_pack (packs, numbers, pack);
    }
  sqlite3_reset (query);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
is_same_list (TerLibrary *self, GPtrArray *packs)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->packs));

  if (n != packs->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (G_LIST_MODEL (self->packs), i);

      if (pack != g_ptr_array_index (packs, i))
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_library_reload (TerLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (!ter_library_open_catalogue (self, error) || !read_packs (self, packs, numbers, error))
    return FALSE;
  g_clear_pointer (&self->records, g_hash_table_unref);
  if (is_same_list (self, packs))
    return TRUE;
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  self->numbers = g_steal_pointer (&numbers);
  g_list_store_splice (self->packs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->packs)), packs->pdata, packs->len);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static void
remove_temporary (TerLibrary *self)
{
  if (self->temporary == NULL)
    return;
  ter_catalogue_delete (self->path);
  ter_table_cache_delete (self->path);
  g_rmdir (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
}

static void
ter_library_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TerLibrary *self = TER_LIBRARY (object);

  switch (property_id)
    {
    case PROP_REFRESHING: g_value_set_boolean (value, self->refreshing); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ter_library_dispose (GObject *object)
{
  TerLibrary *self = TER_LIBRARY (object);

  g_clear_handle_id (&self->heal_source, g_source_remove);
  g_clear_pointer (&self->search, ter_search_free);
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  remove_temporary (self);
  G_OBJECT_CLASS (ter_library_parent_class)->dispose (object);
}

static void
ter_library_finalize (GObject *object)
{
  TerLibrary *self = TER_LIBRARY (object);

  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_object (&self->packs);
  g_clear_object (&self->places);
  g_clear_object (&self->store);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_free (self->path);
  g_free (self->language);
  G_OBJECT_CLASS (ter_library_parent_class)->finalize (object);
}

static void
ter_library_class_init (TerLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ter_library_get_property;
  object_class->dispose = ter_library_dispose;
  object_class->finalize = ter_library_finalize;

  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TER_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ter_library_init (TerLibrary *self)
{
  self->packs = g_list_store_new (TER_TYPE_PACK);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

TerLibrary *
ter_library_new (GFile *catalogue, GListModel *places, const char *language)
{
  TerLibrary *self;

  g_return_val_if_fail (G_IS_FILE (catalogue), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (places), NULL);

  self = g_object_new (TER_TYPE_LIBRARY, NULL);
  self->path = g_file_get_path (catalogue);
  self->places = g_object_ref (places);
  self->language = g_strdup (language);
  self->search = ter_search_new (self->path);
  return self;
}

/**
 * ter_library_open:
 *
 * Reads the list of packs from the index. An index that is missing, damaged or of another version gives an empty list, and
 * is made anew by the next refresh.
 *
 * Returns: always %TRUE today; %FALSE with @error is kept for what cannot be mended
 */
gboolean
ter_library_open (TerLibrary *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (self), FALSE);

  if (!ter_library_reload (self, &local_error))
    {
      g_info ("The index cannot be read: %s", local_error->message);
      ter_library_note_error (self, local_error);
      ter_library_close_catalogue (self);
    }
  return TRUE;
}

gboolean
ter_library_is_refreshing (TerLibrary *self)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), FALSE);

  return self->refreshing;
}

GListModel *
ter_library_get_packs (TerLibrary *self)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->packs);
}

/**
 * ter_library_get_pack:
 *
 * Returns: (transfer none) (nullable): the sound pack with this id, or the broken one when there is no other
 */
TerPack *
ter_library_get_pack (TerLibrary *self, const char *pack_id)
{
  TerPack *broken = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (pack_id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->packs)); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (G_LIST_MODEL (self->packs), i);

      if (!g_str_equal (ter_pack_get_id (pack), pack_id))
        continue;
      if (!ter_pack_is_broken (pack))
        return pack;
      if (broken == NULL)
        broken = pack;
    }
  return broken;
}

/* The pack's number in the index; a pack of an earlier refresh, that a page still holds, gives its successor's. 0: none. */
gint64
ter_library_get_number (TerLibrary *self, TerPack *pack)
{
  const gint64 *number = g_hash_table_lookup (self->numbers, pack);

  if (number == NULL)
    {
      pack = ter_library_get_pack (self, ter_pack_get_id (pack));
      number = pack != NULL ? g_hash_table_lookup (self->numbers, pack) : NULL;
    }
  return number != NULL ? *number : 0;
}
