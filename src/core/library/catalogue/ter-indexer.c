/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-indexer.h"

#include <string.h>

#include "ter-fingerprint.h"
#include "ter-hash.h"
#include "ter-pack-checker.h"
#include "ter-pack-reader.h"
#include "ter-pack-writer.h"
#include "ter-table-cache.h"

/* What stands for the fingerprint of a pack whose record is damaged. */
#define DAMAGED "damaged"

typedef struct
{
  TerCatalogue *catalogue;
  sqlite3 *db;
  TerIndexerFunc changed;
  gpointer user_data;
  GCancellable *cancellable;
} Indexer;

/* What the index knows of a pack. */
typedef struct
{
  gint64 number;
  gint64 position;
  char *fingerprint;
} Known;

/* A pack to look at. */
typedef struct
{
  TerPackFiles *files;
  char *id;         /* nullable: the id under which the store has it */
  gboolean damaged; /* the store cannot say what it has under this id */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_object_unref (item->files);
  g_free (item->id);
  g_free (item);
}

/* @files: (transfer full) */
static void
add_item (GPtrArray *items, TerPackFiles *files, const char *id, gboolean damaged)
{
  Item *item = g_new0 (Item, 1);

  item->files = files;
  item->id = g_strdup (id);
  item->damaged = damaged;
  g_ptr_array_add (items, item);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->fingerprint);
  g_free (known);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GQuark
place_is_draft_quark (void)
{
  return g_quark_from_static_string ("ter-place-is-draft");
}

void
ter_indexer_set_is_draft (GFile *place)
{
  g_return_if_fail (G_IS_FILE (place));

  g_object_set_qdata (G_OBJECT (place), place_is_draft_quark (), GINT_TO_POINTER (TRUE));
}

/* (transfer full) (nullable): where the packs of a Flatpak extension are: it is no pack but has a folder "packs", beside what a software
 * centre reads. */
static GFile *
dup_packs_of_extension (GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GFile) manifest = g_file_get_child (folder, TER_PACK_MANIFEST);
  g_autoptr (GFile) packs = g_file_get_child (folder, "packs");

  if (g_file_query_exists (manifest, cancellable) ||
      g_file_query_file_type (packs, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable) != G_FILE_TYPE_DIRECTORY)
    return NULL;
  return g_steal_pointer (&packs);
}

/* Appends the packs in the sub-folders of a place, by name. A place that is not there holds none. */
static gboolean
list_place (GFile *place, gboolean in_extension, GPtrArray *items, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (g_object_get_qdata (G_OBJECT (place), place_is_draft_quark ()) != NULL)
    {
      if (g_file_query_file_type (place, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
        add_item (items, ter_pack_files_new_for_draft (place), NULL, FALSE);
      return !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  files = g_file_enumerate_children (place, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                     G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  while (files != NULL)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (files, &info, NULL, cancellable, NULL) || info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && g_file_info_get_name (info)[0] != '.')
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) folder = g_file_get_child (place, g_ptr_array_index (names, i));
      g_autoptr (GFile) packs = in_extension ? NULL : dup_packs_of_extension (folder, cancellable);

      if (packs == NULL)
        add_item (items, ter_pack_files_new_for_folder (folder), NULL, FALSE);
      else if (!list_place (packs, TRUE, items, cancellable, error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Appends the packs of the store. A version whose manifest cannot be read is listed all the same: the checker says what is wrong. */
static gboolean
list_store (TerStore *store, GPtrArray *items, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GPtrArray) records = ter_store_list (store, &damaged, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TerStoreRecord *record = g_ptr_array_index (records, i);
      TerPackFiles *files = ter_store_load_files (store, record->current, cancellable, NULL);

      if (files == NULL)
        files = ter_pack_files_new_for_objects (ter_store_get_objects (store), record->current->manifest, NULL, NULL);
      add_item (items, files, record->id, FALSE);
    }
  for (guint i = 0; records != NULL && i < damaged->len; i++)
    {
      const char *id = g_ptr_array_index (damaged, i);
      g_autoptr (GFile) file = g_file_new_build_filename (g_file_peek_path (ter_store_get_folder (store)), "packs", id, NULL);

      add_item (items, ter_pack_files_new_for_folder (file), id, TRUE);
    }
  return records != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static GHashTable *
read_known (Indexer *self, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, known_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = ter_sqlite_prepare (self->db, "SELECT folder, pack, position, fingerprint FROM pack", error);
  if (statement == NULL)
    return NULL;
  while (ter_sqlite_step (statement, &local_error))
    {
      Known *row = g_new0 (Known, 1);

      row->number = sqlite3_column_int64 (statement, 1);
      row->position = sqlite3_column_int64 (statement, 2);
      row->fingerprint = g_strdup (ter_sqlite_column_text (statement, 3));
      g_hash_table_insert (known, g_strdup (ter_sqlite_column_text (statement, 0)), row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&known);
}

static gboolean
has_errors (GListModel *issues)
{
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      if (ter_issue_get_severity (issue) == TER_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_issues (Indexer *self, gint64 number, GListModel *issues, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert = ter_sqlite_prepare (self->db, "INSERT INTO issue (pack, position, issue) VALUES (?1, ?2, ?3)", error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autoptr (GVariant) variant = g_variant_ref_sink (ter_issue_to_variant (issue));

      sqlite3_bind_int64 (insert, 1, number);
      sqlite3_bind_int (insert, 2, i);
      sqlite3_bind_blob64 (insert, 3, g_variant_get_data (variant), g_variant_get_size (variant), SQLITE_STATIC);
      if (!ter_sqlite_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the pack's own row. @pack: (nullable): %NULL for a broken one, which is known by its files' name */
static gboolean
write_row (Indexer *self, const Item *item, const char *fingerprint, gint64 position, TerPack *pack, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autofree char *name = item->id != NULL ? g_strdup (item->id) : ter_pack_files_dup_name (item->files);
  g_autofree char *manifest = NULL;
  g_autofree char *vocabularies = NULL;

  insert = ter_sqlite_prepare (self->db,
                               "INSERT INTO pack (position, folder, fingerprint, broken, id, manifest, vocabularies)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                               error);
  if (insert == NULL)
    return FALSE;
  if (pack != NULL)
    {
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), ter_pack_get_manifest (pack));
      g_autoptr (JsonNode) array = json_node_init_array (json_node_alloc (), ter_pack_get_vocabularies (pack));

      manifest = json_to_string (node, FALSE);
      vocabularies = json_to_string (array, FALSE);
    }
  sqlite3_bind_int64 (insert, 1, position);
  ter_sqlite_bind_text (insert, 2, ter_pack_files_get_uri (item->files));
  ter_sqlite_bind_text (insert, 3, fingerprint);
  sqlite3_bind_int (insert, 4, pack == NULL);
  ter_sqlite_bind_text (insert, 5, pack != NULL ? ter_pack_get_id (pack) : name);
  ter_sqlite_bind_text (insert, 6, manifest);
  ter_sqlite_bind_text (insert, 7, vocabularies);
  if (!ter_sqlite_run (insert, error))
    return FALSE;
  *number = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

/* Within a transaction. */
static gboolean
write_pack (Indexer *self, const Item *item, const char *fingerprint, gint64 position, const Known *known, TerPack *pack,
            GListModel *issues, GError **error)
{
  gint64 number;

  if (known != NULL && !ter_pack_writer_forget (self->catalogue, known->number, error))
    return FALSE;
  if (!write_row (self, item, fingerprint, position, pack, &number, error) || !write_issues (self, number, issues, error))
    return FALSE;
  return pack == NULL ||
         ter_pack_writer_write (self->catalogue, number, pack, ter_pack_get_vocabularies (pack), self->cancellable, error);
}

/* Ends what write_pack() or ter_pack_writer_forget() has @done, or not: all or nothing. How often each word occurs is counted anew, from
 * the index of texts: it tells searches which words make them slow. */
static gboolean
end_transaction (Indexer *self, gboolean done, GError **error)
{
  if (done && ter_sqlite_exec (self->db, "DELETE FROM word; INSERT INTO word SELECT term, doc FROM text_word; COMMIT", error))
    {
      if (self->changed != NULL)
        self->changed (self->user_data);
      return TRUE;
    }
  ter_indexer_roll_back (self->catalogue);
  return FALSE;
}

/* A failure of the disk or of the index itself, as opposed to one of the pack. */
static gboolean
is_fatal (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* It was sound when it was installed: what is wrong with it now is no author's fault, and its reader can mend it. */
static void
tell_damage (GListStore *issues)
{
  g_autoptr (TerIssue) issue = ter_issue_new (TER_ISSUE_INSTALLATION_DAMAGED, "", NULL, 0, 0, NULL);

  g_list_store_insert (issues, 0, issue);
}

static gboolean
index_item (Indexer *self, const Item *item, const char *fingerprint, gint64 position, const Known *known, GError **error)
{
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean done;

  issues = ter_pack_checker_check (item->files, self->cancellable, &local_error);
  if (issues != NULL && !has_errors (issues))
    pack = ter_pack_reader_read (item->files, NULL, self->cancellable, &local_error);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (issues == NULL)
    issues = G_LIST_MODEL (g_list_store_new (TER_TYPE_ISSUE));
  if (item->id != NULL && pack == NULL)
    tell_damage (G_LIST_STORE (issues));
  if (local_error != NULL)
    {
      g_info ("%s: %s", ter_pack_files_get_uri (item->files), local_error->message);
      g_clear_error (&local_error);
    }

  if (!ter_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  done = write_pack (self, item, fingerprint, position, known, pack, issues, &local_error);
  if (end_transaction (self, done, done ? error : NULL))
    return TRUE;
  if (done)
    return FALSE;
  if (pack == NULL || is_fatal (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* It passed the check and could not be read all the same: it changed meanwhile, or its disk fails. Next time is another try. */
  g_info ("%s: %s", ter_pack_files_get_uri (item->files), local_error->message);
  if (!ter_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  done = write_pack (self, item, "", position, known, NULL, issues, error);
  return end_transaction (self, done, done ? error : NULL);
}

static gboolean
move_pack (Indexer *self, const Known *known, gint64 position, GError **error)
{
  g_autoptr (sqlite3_stmt) update = ter_sqlite_prepare (self->db, "UPDATE pack SET position = ?2 WHERE pack = ?1", error);

  if (update == NULL)
    return FALSE;
  sqlite3_bind_int64 (update, 1, known->number);
  sqlite3_bind_int64 (update, 2, position);
  if (!ter_sqlite_run (update, error))
    return FALSE;
  if (self->changed != NULL)
    self->changed (self->user_data);
  return TRUE;
}

static gboolean
refresh_item (Indexer *self, const Item *item, gint64 position, GHashTable *known, GError **error)
{
  g_autofree char *fingerprint = NULL;
  g_autoptr (GError) local_error = NULL;
  const Known *row = g_hash_table_lookup (known, ter_pack_files_get_uri (item->files));

  fingerprint = item->damaged ? g_strdup (DAMAGED) : ter_fingerprint_of_files (item->files, self->cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (fingerprint != NULL && row != NULL && g_str_equal (row->fingerprint, fingerprint))
    return row->position == position || move_pack (self, row, position, error);
  return index_item (self, item, fingerprint != NULL ? fingerprint : "", position, row, error);
}

static gboolean
forget_pack (Indexer *self, gint64 number, GError **error)
{
  gboolean done;

  if (!ter_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  done = ter_pack_writer_forget (self->catalogue, number, error);
  return end_transaction (self, done, done ? error : NULL);
}

/* Forgets the packs of the index that are no more in any place. */
static gboolean
forget_vanished (Indexer *self, GPtrArray *items, GHashTable *known, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer uri, row;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = g_ptr_array_index (items, i);

      g_hash_table_add (present, g_strdup (ter_pack_files_get_uri (item->files)));
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &uri, &row))
    if (!g_hash_table_contains (present, uri) && !forget_pack (self, ((Known *) row)->number, error))
      return FALSE;
  return TRUE;
}

gboolean
ter_indexer_run (TerCatalogue *catalogue, GPtrArray *places, TerStore *store, TerIndexerFunc changed, gpointer user_data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) known = NULL;
  gboolean is_listed;
  g_autoptr (GError) store_error = NULL;
  Indexer self = { catalogue, ter_catalogue_get_db (catalogue), changed, user_data, cancellable };

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (places != NULL, FALSE);

  known = read_known (&self, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    if (!list_place (g_ptr_array_index (places, i), FALSE, items, cancellable, error))
      return FALSE;
  /* A store that cannot be listed keeps its packs in the index, and the others from nothing. */
  is_listed = store == NULL || list_store (store, items, cancellable, &store_error);
  for (guint i = 0; i < items->len; i++)
    if (!refresh_item (&self, g_ptr_array_index (items, i), i, known, error))
      return FALSE;
  /* Last, so that a pack of which another version has come, or come back, is never missing in between. */
  if (is_listed && !forget_vanished (&self, items, known, error))
    return FALSE;
  ter_table_cache_sweep (catalogue);
  if (store_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&store_error));
      return FALSE;
    }
  /* Leaves no long log behind; a reader at work may keep it from being emptied now. */
  ter_sqlite_exec (self.db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return TRUE;
}

/* Writes a pack that was checked, and forgets nothing: the next run forgets its former version. Within a transaction. */
static gboolean
write_installed (Indexer *self, const Item *item, GError **error)
{
  g_autoptr (TerPack) pack = ter_pack_reader_read (item->files, NULL, self->cancellable, error);
  g_autoptr (GListStore) issues = g_list_store_new (TER_TYPE_ISSUE);
  g_autoptr (GHashTable) known = pack != NULL ? read_known (self, error) : NULL;
  g_autofree char *fingerprint = NULL;
  gint64 position;

  if (known == NULL || !ter_sqlite_get_integer (self->db, "SELECT ifnull (max (position), -1) + 1 FROM pack", &position, error))
    return FALSE;
  fingerprint = ter_fingerprint_of_files (item->files, self->cancellable, error);
  return fingerprint != NULL &&
         write_pack (self, item, fingerprint, position, g_hash_table_lookup (known, ter_pack_files_get_uri (item->files)), pack,
                     G_LIST_MODEL (issues), error);
}

gboolean
ter_indexer_begin (TerCatalogue *catalogue, TerPackFiles *files, const char *id, GCancellable *cancellable, GError **error)
{
  Indexer self = { catalogue, ter_catalogue_get_db (catalogue), NULL, NULL, cancellable };
  Item item = { files, (char *) id };

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (TER_IS_PACK_FILES (files) && id != NULL, FALSE);

  if (!ter_sqlite_exec (self.db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (write_installed (&self, &item, error))
    return TRUE;
  ter_indexer_roll_back (catalogue);
  return FALSE;
}

void
ter_indexer_commit (TerCatalogue *catalogue)
{
  Indexer self = { catalogue, ter_catalogue_get_db (catalogue), NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (!end_transaction (&self, TRUE, &error))
    g_info ("The index will be made again: %s", error->message);
}

void
ter_indexer_roll_back (TerCatalogue *catalogue)
{
  sqlite3 *db = ter_catalogue_get_db (catalogue);

  /* Some errors have rolled back already. */
  if (!sqlite3_get_autocommit (db))
    ter_sqlite_exec (db, "ROLLBACK", NULL);
}
