/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-tool.h"

#include <glib/gstdio.h>

#include "ter-favourites.h"
#include "ter-json.h"
#include "ter-library.h"
#include "ter-sha256.h"
#include "ter-sqlite.h"
#include "ter-stage.h"

typedef struct
{
  const char *root;
  gboolean whole;
  GString *text;
  TerStore *store;
  GHashTable *needed; /* SHA-256 of objects that a record or an unfinished import needs */
} State;

static void G_GNUC_PRINTF (2, 3) say (State *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->text, format, args);
  g_string_append_c (self->text, '\n');
  va_end (args);
}

static char *
hash_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  return ter_sha256_of_bytes (bytes);
}

static void
check_object (State *self, const char *sha256, const char *of)
{
  g_autofree char *name = g_strdup_printf ("%.2s/%s", sha256, sha256 + 2);
  g_autofree char *path = g_build_filename (self->root, "store", "objects", name, NULL);
  g_autofree char *found = hash_file (path);

  g_hash_table_add (self->needed, g_strdup (sha256));
  if (self->whole && g_strcmp0 (found, sha256) != 0)
    say (self, "problem: the object %.12s of %s is %s", sha256, of, found == NULL ? "missing" : "damaged");
}

static gboolean
check_file_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (path));
  return TRUE;
}

static void
check_version (State *self, const TerStoreVersion *version, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerPackFiles) files = version != NULL ? ter_store_load_files (self->store, version, NULL, &error) : NULL;
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *resources;

  if (version == NULL)
    return;
  check_object (self, version->manifest, id);
  if (version->signature != NULL)
    check_object (self, version->signature, id);
  if (files == NULL)
    {
      if (self->whole)
        say (self, "problem: the manifest of %s %s: %s", id, version->version, error->message);
      return;
    }
  ter_pack_files_walk (files, check_file_cb, paths, NULL, NULL);
  bytes = ter_pack_files_load (files, TER_PACK_MANIFEST, 1 << 20, NULL, NULL);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  resources = ter_json_get_array (json_node_get_object (json_parser_get_root (parser)), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      const char *path = ter_json_get_string (ter_json_array_object (resources, i), "path");

      check_object (self, ter_pack_files_get_sha256 (files, path), id);
      if (self->whole && !g_hash_table_contains (paths, path))
        say (self, "problem: %s of %s is not there", path, id);
    }
}

static void
describe_records (State *self)
{
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GPtrArray) records = ter_store_list (self->store, &damaged, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TerStoreRecord *record = g_ptr_array_index (records, i);

      say (self, "record %s %s %.12s previous %s highest %s key %.8s", record->id, record->current->version,
           record->current->manifest, record->previous != NULL ? record->previous->version : "none", record->highest,
           record->current->key != NULL ? record->current->key : "none");
      check_version (self, record->current, record->id);
      check_version (self, record->previous, record->id);
    }
  for (guint i = 0; damaged != NULL && i < damaged->len; i++)
    say (self, "%s %s", self->whole ? "problem: damaged record" : "damaged", (char *) g_ptr_array_index (damaged, i));
  if (records == NULL)
    say (self, "%s the records cannot be listed", self->whole ? "problem:" : "note:");
}

static void
describe_publishers (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) publishers = ter_store_list_publishers (self->store, &error);
  g_autoptr (GString) keys = g_string_new ("publishers");

  for (guint i = 0; publishers != NULL && i < publishers->len; i++)
    g_string_append_printf (keys, " %.8s", ((const TerPublisher *) g_ptr_array_index (publishers, i))->key);
  say (self, "%s", publishers != NULL ? keys->str : error->message);
}

/* ---- The library ---- */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* From its columns file, unless the disk has failed; the same all the same. */
static void
describe_table (State *self, TerLibrary *library, TerPack *pack)
{
  g_autoptr (TerTable) table = ter_library_dup_table (library, pack, "data/table.csv", NULL);
  guint rows = table != NULL ? ter_table_get_n_rows (table) : 0;

  if (rows > 0)
    say (self, "table %s %u rows, %s to %s", ter_pack_get_id (pack), rows, ter_table_get_text (table, 0, 0),
         ter_table_get_text (table, rows - 1, 1));
}

static void
describe_pack (State *self, TerLibrary *library, TerPack *pack)
{
  GListModel *issues = ter_pack_get_issues (pack);

  if (!ter_pack_is_broken (pack))
    {
      say (self, "shown %s %s", ter_pack_get_id (pack), ter_pack_get_version (pack));
      describe_table (self, library, pack);
      return;
    }
  say (self, "%s %s", self->whole ? "problem: broken" : "broken", ter_pack_get_id (pack));
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "fr");

      say (self, "why %s %s: %s", ter_pack_get_id (pack), ter_issue_get_code (issue), sentence);
    }
}

static void
describe_library (State *self)
{
  g_autoptr (GFile) catalogue = g_file_new_build_filename (self->root, "cache", "catalogue.sqlite", NULL);
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);
  g_autoptr (TerLibrary) library = ter_library_new (catalogue, G_LIST_MODEL (places), "fr");
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GAsyncResult) swept = NULL;
  g_autoptr (GError) error = NULL;

  ter_library_set_store (library, self->store);
  if (!ter_library_open (library, &error))
    say (self, "problem: it does not open: %s", error->message);
  g_clear_error (&error);
  ter_library_refresh_async (library, NULL, result_cb, &refreshed);
  wait_for (&refreshed);
  if (!ter_library_refresh_finish (library, refreshed, &error))
    say (self, "problem: it is not refreshed: %s", error->message);
  g_clear_error (&error);
  ter_library_sweep_async (library, NULL, result_cb, &swept);
  wait_for (&swept);
  if (!ter_library_sweep_finish (library, swept, &error) && self->whole)
    say (self, "problem: not swept: %s", error->message);
  for (guint i = 0; i < g_list_model_get_n_items (ter_library_get_packs (library)); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (ter_library_get_packs (library), i);

      describe_pack (self, library, pack);
    }
}

static void
describe_unfinished (State *self)
{
  g_autoptr (GPtrArray) sources = ter_stage_list_unfinished (self->store);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (sources, i));

      say (self, "unfinished %s", name);
    }
}

/* ---- What the reader made ---- */

static void
describe_user (State *self)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->root, "user", "user.sqlite", NULL);
  g_autoptr (TerUserState) state = ter_user_state_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) favourites = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) recent = NULL;

  if (!ter_user_state_open (state, &error))
    {
      say (self, "%suser closed: %s", self->whole ? "problem: " : "", error->message);
      return;
    }
  favourites = ter_user_state_list_favourites (state, 100, &error);
  notes = ter_user_state_list_notes (state, 100, error == NULL ? &error : NULL);
  recent = ter_user_state_list_recent (state, 100, error == NULL ? &error : NULL);
  for (guint i = 0; favourites != NULL && i < favourites->len; i++)
    {
      const TerFavourite *favourite = g_ptr_array_index (favourites, i);

      say (self, "favourite %s %s", favourite->name.pack_id, favourite->name.entry_id);
    }
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const TerFavourite *favourite = g_ptr_array_index (notes, i);

      say (self, "note %s %s %s", favourite->name.pack_id, favourite->name.entry_id, favourite->note);
    }
  for (guint i = 0; recent != NULL && i < recent->len; i++)
    say (self, "read %s", ((const TerRecent *) g_ptr_array_index (recent, i))->place->entry);
  if (error != NULL)
    say (self, "problem: what the reader made cannot be listed: %s", error->message);
}

static void
check_database (State *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (self->root, folder, name, NULL);
  g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);
  g_autoptr (sqlite3_stmt) statement = db != NULL ? ter_sqlite_prepare (db, "PRAGMA integrity_check", NULL) : NULL;

  if (statement == NULL || !ter_sqlite_step (statement, NULL) || !g_str_equal (ter_sqlite_column_text (statement, 0), "ok"))
    say (self, "problem: %s is not sound", name);
}

/* ---- What should not be there ---- */

static gboolean
is_expected (State *self, const char *path)
{
  static const char *const names[] = { "store/lock", "store/unswept", "store/publishers" };
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  const guint n = g_strv_length (parts);

  /* Those that no table names are gone with the refresh: so are halves of files. */
  if (n == 3 && g_str_equal (parts[1], "columns"))
    return ter_sha256_is_hex (parts[2]);
  if (g_strv_contains (names, path) || g_str_equal (parts[0], "cache") || g_str_equal (parts[0], "user"))
    return TRUE;
  if (g_str_equal (parts[0], "key"))
    return g_str_equal (path, "key/alpha.tpack") || g_str_equal (path, "key/alpha.tpack.part");
  if (n == 3 && g_str_equal (parts[1], "packs"))
    return strchr (parts[2], '.') == NULL;
  if (n == 4 && g_str_equal (parts[1], "objects"))
    {
      g_autofree char *sha256 = g_strconcat (parts[2], parts[3], NULL);

      return g_hash_table_contains (self->needed, sha256);
    }
  return FALSE;
}

/* What an unfinished import brought is to be resumed: it is no stray. */
static void
check_strays (State *self)
{
  g_autoptr (GPtrArray) paths = fixture_list (self->root);
  const gboolean unfinished = strstr (self->text->str, "unfinished ") != NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      const gboolean import = g_str_has_prefix (path, "store/incoming/") || g_str_has_prefix (path, "store/objects/");

      if (!is_expected (self, path) && !(import && unfinished))
        say (self, "problem: stray %s", path);
    }
}

static void
describe_key (State *self)
{
  g_autofree char *path = g_build_filename (self->root, "key", "alpha.tpack", NULL);
  g_autofree char *found = hash_file (path);

  if (found != NULL)
    say (self, "key %.12s", found);
}

char *
state_describe (const char *root, gboolean whole)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (root, "store", NULL);
  g_autoptr (TerStore) store = ter_store_new (folder);
  State self = { root, whole, g_string_new (NULL), store, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  describe_library (&self);
  describe_records (&self);
  describe_publishers (&self);
  describe_unfinished (&self);
  describe_user (&self);
  describe_key (&self);
  if (whole)
    {
      check_database (&self, "cache", "catalogue.sqlite");
      check_database (&self, "user", "user.sqlite");
      check_strays (&self);
    }
  g_hash_table_unref (self.needed);
  return g_string_free_and_steal (self.text);
}
