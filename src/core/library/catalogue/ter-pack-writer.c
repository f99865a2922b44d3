/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-writer.h"

#include <string.h>

#include "ter-fold.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-localized.h"
#include "ter-pack-reader.h"
#include "ter-search-text.h"
#include "ter-section-writer.h"
#include "ter-table-cache.h"
#include "ter-territories.h"

typedef enum
{
  WRITE_ENTRY,
  WRITE_TAG,
  WRITE_REFERENCE,
  WRITE_TERRITORY,
  WRITE_TITLE,
  WRITE_TEXT,
  N_WRITES
} Write;

static const char *const writes[N_WRITES] = {
  [WRITE_ENTRY] = "INSERT OR IGNORE INTO entry (entry, pack, id, kind, date, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [WRITE_TAG] = "INSERT OR IGNORE INTO tag (pack, tag, entry) VALUES (?1, ?2, ?3)",
  [WRITE_REFERENCE] = "INSERT OR IGNORE INTO reference (pack, target, entry) VALUES (?1, ?2, ?3)",
  [WRITE_TERRITORY] = "INSERT OR IGNORE INTO entry_territory (pack, territory, entry) VALUES (?1, ?2, ?3)",
  [WRITE_TITLE] = "INSERT INTO title (document, rank, folded) VALUES (?1, ?2, ?3)",
  [WRITE_TEXT] = "INSERT INTO text_index (rowid, head, body) VALUES (?1, ?2, ?3)",
};

typedef struct
{
  TerCatalogue *catalogue;
  gint64 number;
  TerPack *pack;
  GPtrArray *packs; /* of TerPack: the pack in each of its languages, the default one first */
  GCancellable *cancellable;
  sqlite3_stmt *statements[N_WRITES];
  JsonGenerator *generator;
  gint64 n_entries;
  GString *title, *head, *body; /* folded texts of the document at hand */
  GString *plain;
} Writer;

static void
writer_clear (Writer *self)
{
  for (guint i = 0; i < N_WRITES; i++)
    sqlite3_finalize (self->statements[i]);
  g_clear_object (&self->generator);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_string_free (self->title, TRUE);
  g_string_free (self->head, TRUE);
  g_string_free (self->body, TRUE);
  g_string_free (self->plain, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
writer_prepare (Writer *self, GError **error)
{
  for (guint i = 0; i < N_WRITES; i++)
    {
      self->statements[i] = ter_sqlite_prepare (ter_catalogue_get_db (self->catalogue), writes[i], error);
      if (self->statements[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_word (Writer *self, Write write, const char *word, gint64 entry, GError **error)
{
  sqlite3_stmt *statement = self->statements[write];

  sqlite3_bind_int64 (statement, 1, self->number);
  ter_sqlite_bind_text (statement, 2, word);
  sqlite3_bind_int64 (statement, 3, entry);
  return ter_sqlite_run (statement, error);
}

static gboolean
write_words (Writer *self, Write write, JsonObject *object, const char *member, gint64 entry, GError **error)
{
  JsonArray *array = ter_json_get_array (object, member);

  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      const char *word = ter_json_array_string (array, i);

      if (word != NULL && !write_word (self, write, word, entry, error))
        return FALSE;
    }
  return TRUE;
}

/* The entries that the objects of an array name in their member "entry". */
static gboolean
write_links (Writer *self, JsonObject *object, const char *member, gint64 entry, GError **error)
{
  JsonArray *array = ter_json_get_array (object, member);

  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      const char *target = ter_json_get_string (ter_json_array_object (array, i), "entry");

      if (target != NULL && !write_word (self, WRITE_REFERENCE, target, entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_record (Writer *self, JsonObject *object, gint64 entry, GError **error)
{
  sqlite3_stmt *statement = self->statements[WRITE_ENTRY];
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *record = NULL;
  const char *kind = ter_json_get_string (object, "kind");
  const char *date = ter_json_get_string (object, "start");
  gsize length;

  json_generator_set_root (self->generator, node);
  record = json_generator_to_data (self->generator, &length);
  sqlite3_bind_int64 (statement, 1, entry);
  sqlite3_bind_int64 (statement, 2, self->number);
  ter_sqlite_bind_text (statement, 3, ter_json_get_string (object, "id"));
  ter_sqlite_bind_text (statement, 4, kind != NULL ? kind : "");
  ter_sqlite_bind_text (statement, 5, date != NULL ? date : ter_json_get_string (object, "date"));
  sqlite3_bind_blob64 (statement, 6, record, length, SQLITE_STATIC);
  return ter_sqlite_run (statement, error);
}

static void
fold_file (Writer *self, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  if (ter_pack_find_resource (self->pack, path) == NULL)
    return;
  bytes = ter_pack_files_load (ter_pack_get_files (self->pack), path, TER_LIMIT_JSON_BYTES, self->cancellable, NULL);
  if (bytes == NULL)
    return;
  text = g_bytes_get_data (bytes, &length);
  g_string_truncate (self->plain, 0);
  ter_search_text_append_plain (self->plain, text, length);
  ter_fold_append (self->body, self->plain->str);
}

static void
fold_text_cb (TerSearchPart part, const char *text, gpointer user_data)
{
  Writer *self = user_data;

  switch (part)
    {
    case TER_SEARCH_TITLE: ter_fold_append (self->title, text); break;
    case TER_SEARCH_SUMMARY:
    case TER_SEARCH_TAG: ter_fold_append (self->head, text); break;
    case TER_SEARCH_BODY:
    case TER_SEARCH_MORE:
      g_string_truncate (self->plain, 0);
      ter_search_text_append_plain (self->plain, text, strlen (text));
      ter_fold_append (self->body, self->plain->str);
      break;
    case TER_SEARCH_BODY_PATH: fold_file (self, text); break;
    default: g_assert_not_reached ();
    }
}

/* The names of the entry's territories can be searched. */
static void
fold_territories (Writer *self, JsonObject *object, const char *language)
{
  JsonArray *territories = ter_json_get_array (object, "territories");

  for (guint i = 0; i < ter_json_array_length (territories); i++)
    {
      const char *territory = ter_json_array_string (territories, i);
      g_autofree char *name = NULL;

      if (territory == NULL)
        continue;
      name = ter_territories_dup_name (self->catalogue, self->number, territory, language);
      ter_fold_append (self->head, name);
    }
}

static gboolean
write_document (Writer *self, JsonObject *object, gint64 entry, guint language, GError **error)
{
  TerPack *pack = g_ptr_array_index (self->packs, language);
  sqlite3_stmt *title = self->statements[WRITE_TITLE];
  sqlite3_stmt *text = self->statements[WRITE_TEXT];
  const gint64 document = ter_catalogue_document (entry, language);

  g_string_truncate (self->title, 0);
  g_string_truncate (self->head, 0);
  g_string_truncate (self->body, 0);
  ter_search_text_foreach (pack, object, fold_text_cb, self);
  fold_territories (self, object, ter_pack_get_language (pack));

  sqlite3_bind_int64 (title, 1, document);
  sqlite3_bind_int (title, 2, ter_kind_get_rank (ter_json_get_string (object, "kind")));
  sqlite3_bind_text (title, 3, self->title->str, self->title->len, SQLITE_STATIC);
  if (!ter_sqlite_run (title, error))
    return FALSE;

  ter_fold_append (self->title, self->head->str);
  sqlite3_bind_int64 (text, 1, document);
  sqlite3_bind_text (text, 2, self->title->str, self->title->len, SQLITE_STATIC);
  sqlite3_bind_text (text, 3, self->body->str, self->body->len, SQLITE_STATIC);
  return ter_sqlite_run (text, error);
}

static gboolean
write_documents (Writer *self, JsonObject *object, gint64 entry, GError **error)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const char *language = ter_pack_get_language (g_ptr_array_index (self->packs, i));

      if (i > 0 && !ter_search_text_is_translated (object, language))
        continue;
      if (!write_document (self, object, entry, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_entry_cb (JsonObject *object, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  const gint64 entry = ter_catalogue_entry (self->number, self->n_entries);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!write_record (self, object, entry, error))
    return FALSE;
  /* An id that comes twice: the first one stays. */
  if (sqlite3_changes (ter_catalogue_get_db (self->catalogue)) == 0)
    return TRUE;
  if (++self->n_entries >= TER_CATALOGUE_MAX_ENTRIES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Too many entries");
      return FALSE;
    }
  return write_words (self, WRITE_TAG, object, "tags", entry, error) &&
         write_words (self, WRITE_TERRITORY, object, "territories", entry, error) &&
         write_words (self, WRITE_REFERENCE, object, "related", entry, error) &&
         write_words (self, WRITE_REFERENCE, object, "documents", entry, error) &&
         write_links (self, object, "links", entry, error) && write_links (self, object, "resources", entry, error) &&
         write_documents (self, object, entry, error);
}

/* @table: (nullable): its resource, when the file is one */
static gboolean
write_file (Writer *self, sqlite3_stmt *insert, const char *path, JsonObject *table, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *identity = NULL;

  bytes = ter_pack_files_load (ter_pack_get_files (self->pack), path, TER_LIMIT_JSON_BYTES, self->cancellable, error);
  if (bytes == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, self->number);
  ter_sqlite_bind_text (insert, 2, path);
  identity = table != NULL ? ter_table_cache_identify (bytes, table) : NULL;
  if (identity != NULL)
    ter_sqlite_bind_text (insert, 3, identity);
  ter_sqlite_bind_bytes (insert, 4, bytes);
  if (!ter_sqlite_run (insert, error))
    return FALSE;
  if (identity != NULL)
    ter_table_cache_add (self->catalogue, bytes, table, identity);
  return TRUE;
}

/* Tables and long texts, so that opening reads the index alone. The tables of a pack in the making change at every moment: they are read
 * as they are. */
static gboolean
write_files (Writer *self, GError **error)
{
  JsonArray *resources = ter_json_get_array (ter_pack_get_manifest (self->pack), "resources");
  const gboolean has_columns = !ter_pack_files_is_draft (ter_pack_get_files (self->pack));
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert = ter_sqlite_prepare (ter_catalogue_get_db (self->catalogue),
                               "INSERT OR IGNORE INTO file (pack, path, columns, bytes) VALUES (?1, ?2, ?3, ?4)", error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *role = ter_json_get_string (resource, "role");
      const char *path = ter_json_get_string (resource, "path");

      const gboolean is_table = g_strcmp0 (role, "table") == 0;

      if (path == NULL || (!is_table && g_strcmp0 (role, "text") != 0))
        continue;
      if (!write_file (self, insert, path, is_table && has_columns ? resource : NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Titles once more, in the order of their ranks: the index of titles answers in the order of its rows. */
static gboolean
write_titles (Writer *self, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = NULL;
  const gint64 first = ter_catalogue_document (ter_catalogue_entry (self->number, 0), 0);
  const gint64 last = ter_catalogue_document (ter_catalogue_entry (self->number + 1, 0), 0);

  insert = ter_sqlite_prepare (ter_catalogue_get_db (self->catalogue),
                               "INSERT INTO title_index (rowid, title) SELECT (rank << 58) | document, folded FROM title"
                               " WHERE document >= ?1 AND document < ?2 ORDER BY rank, document",
                               error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, first);
  sqlite3_bind_int64 (insert, 2, last);
  return ter_sqlite_run (insert, error);
}

/* The pack as it is shown in each of its languages. */
static GPtrArray *
list_languages (TerPack *pack, JsonArray *vocabularies)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *languages = ter_json_get_array (ter_pack_get_manifest (pack), "languages");

  for (guint i = 0; i < MIN (ter_json_array_length (languages), TER_CATALOGUE_MAX_LANGUAGES); i++)
    {
      const char *language = ter_json_array_string (languages, i);

      g_ptr_array_add (packs, ter_pack_new (ter_pack_get_files (pack), ter_pack_get_manifest (pack), vocabularies,
                                            language != NULL ? language : ""));
    }
  if (packs->len == 0)
    g_ptr_array_add (packs, g_object_ref (pack));
  return packs;
}

/**
 * ter_pack_writer_write:
 * @pack_number: the pack's number in the index, of which nothing but the pack's own row is there yet
 * @pack: a pack that was read and checked
 * @vocabularies: its vocabularies
 *
 * Writes entries, sections, files, names of territories and what is searched.
 *
 * Returns: %FALSE with @error; then the caller rolls its transaction back
 */
gboolean
ter_pack_writer_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, JsonArray *vocabularies,
                       GCancellable *cancellable, GError **error)
{
  g_auto (Writer) self = {
    .catalogue = catalogue,
    .number = pack_number,
    .pack = pack,
    .packs = list_languages (pack, vocabularies),
    .cancellable = cancellable,
    .generator = json_generator_new (),
    .title = g_string_new (NULL),
    .head = g_string_new (NULL),
    .body = g_string_new (NULL),
    .plain = g_string_new (NULL),
  };

  return writer_prepare (&self, error) && ter_territories_write (catalogue, pack_number, pack, cancellable, error) &&
         ter_pack_reader_read_entries (pack, write_entry_cb, &self, cancellable, error) && write_titles (&self, error) &&
         ter_section_writer_write (catalogue, pack_number, pack, error) && write_files (&self, error);
}

/* Deletes the rows of a pack: some tables name it, the others are keyed by its entries' or documents' numbers. */
gboolean
ter_pack_writer_forget (TerCatalogue *catalogue, gint64 pack_number, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM title_index WHERE rowid IN (SELECT (rank << 58) | document FROM title WHERE document >= ?1 << 27 AND document < (?1 + 1) << 27)",
    "DELETE FROM text_index WHERE rowid IN (SELECT document FROM title WHERE document >= ?1 << 27 AND document < (?1 + 1) << 27)",
    "DELETE FROM title WHERE document >= ?1 << 27 AND document < (?1 + 1) << 27",
    "DELETE FROM section_entry WHERE pack = ?1",
    "DELETE FROM tag WHERE pack = ?1",
    "DELETE FROM reference WHERE pack = ?1",
    "DELETE FROM entry_territory WHERE pack = ?1",
    "DELETE FROM territory WHERE pack = ?1",
    "DELETE FROM file WHERE pack = ?1",
    "DELETE FROM issue WHERE pack = ?1",
    "DELETE FROM entry WHERE entry >= ?1 << 24 AND entry < (?1 + 1) << 24",
    "DELETE FROM pack WHERE pack = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (ter_catalogue_get_db (catalogue), statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, pack_number);
      if (!ter_sqlite_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
