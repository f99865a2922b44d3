/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-table-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-check-private.h"
#include "ter-csv.h"
#include "ter-json-edit.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-manifest.h"
#include "ter-safe-file.h"
#include "ter-sha256.h"

void
ter_table_import_free (TerTableImport *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self->form.page_name);
  g_free (self);
}

/* ---- The file ---- */

static GBytes *
write_csv (TerSheetTable *table, GPtrArray *columns)
{
  GString *csv = g_string_new (NULL);
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append (csv, i > 0 ? "," : "");
      ter_csv_append_field (csv, ((TerSheetColumn *) g_ptr_array_index (columns, i))->name);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < ter_sheet_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          g_string_truncate (cell, 0);
          ter_sheet_column_convert (g_ptr_array_index (columns, i), ter_sheet_table_get_cell (table, row, i),
                                    ter_sheet_table_get_kind (table, row, i), cell);
          g_string_append (csv, i > 0 ? "," : "");
          ter_csv_append_field (csv, cell->str);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (csv);
}

/* ---- The manifest ---- */

/* The index of the resource called @name; %FALSE when there is none. */
static gboolean
find_resource (JsonArray *resources, const char *name, guint *index)
{
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (g_strcmp0 (ter_json_get_string (ter_json_array_object (resources, i), "name"), name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static JsonObject *
find_field (JsonObject *schema, const char *name)
{
  JsonArray *fields = ter_json_get_array (schema, "fields");

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    if (g_strcmp0 (ter_json_get_string (ter_json_array_object (fields, i), "name"), name) == 0)
      return ter_json_array_object (fields, i);
  return NULL;
}

/* What the author wrote of the columns of @before stays in @after: titles, units, translations, missing values. */
static void
keep_words (JsonObject *before, JsonObject *after)
{
  JsonArray *fields = ter_json_get_array (after, "fields");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      JsonObject *field = ter_json_array_object (fields, i);
      JsonObject *known = find_field (before, ter_json_get_string (field, "name"));

      if (known == NULL)
        continue;
      json_object_iter_init_ordered (&iter, known);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!g_str_equal (name, "name") && !g_str_equal (name, "type"))
          json_object_set_member (field, name, json_node_copy (node));
    }
  json_object_iter_init_ordered (&iter, before);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_str_equal (name, "fields") && !json_object_has_member (after, name) &&
        (!g_str_equal (name, "primaryKey") ||
         find_field (after, ter_json_node_string (node) != NULL ? json_node_get_string (node) : "") != NULL))
      json_object_set_member (after, name, json_node_copy (node));
}

/* Sets @name of the resource at @pointer, or adds it. */
static void
set_member (TerJsonEdit *edit, const char *pointer, const char *name, JsonNode *value)
{
  g_autofree char *member = g_strdup_printf ("%s/%s", pointer, name);

  if (ter_json_edit_has (edit, member))
    ter_json_edit_replace_node (edit, member, value);
  else
    ter_json_edit_insert (edit, pointer, NULL, name, value);
}

static void
renew_resource (TerJsonEdit *edit, guint index, JsonObject *resource, JsonObject *made)
{
  g_autofree char *pointer = g_strdup_printf ("/resources/%u", index);
  static const char *const members[] = { "bytes", "hash", "schema" };
  JsonObject *schema = ter_json_get_object (resource, "schema");

  if (schema != NULL)
    keep_words (schema, ter_json_get_object (made, "schema"));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    set_member (edit, pointer, members[i], json_object_get_member (made, members[i]));
  if (json_object_has_member (made, "title"))
    set_member (edit, pointer, "title", json_object_get_member (made, "title"));
}

static JsonObject *
make_resource (const TerTableImportOptions *options, const char *path, GBytes *csv, GPtrArray *columns)
{
  g_autofree char *sha256 = ter_sha256_of_bytes (csv);
  g_autofree char *hash = g_strconcat ("sha256:", sha256, NULL);
  JsonObject *resource = json_object_new ();

  json_object_set_string_member (resource, "name", options->name);
  json_object_set_string_member (resource, "path", path);
  json_object_set_string_member (resource, "role", "table");
  json_object_set_string_member (resource, "mediatype", "text/csv");
  json_object_set_int_member (resource, "bytes", g_bytes_get_size (csv));
  json_object_set_string_member (resource, "hash", hash);
  if (options->title != NULL)
    json_object_set_string_member (resource, "title", options->title);
  json_object_set_object_member (resource, "schema", ter_sheet_column_dup_schema (columns));
  return resource;
}

/* ---- All of it ---- */

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError **error, GIOErrorEnum code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (G_IO_ERROR, code, format, args);
  va_end (args);
  return FALSE;
}

/* Where the table goes. @resource: (out): (nullable): the one that is replaced */
static gboolean
choose_path (GFile *pack, JsonArray *resources, const TerTableImportOptions *options, char **path, JsonObject **resource,
             guint *index, GError **error)
{
  g_autoptr (GFile) target = NULL;

  *resource = find_resource (resources, options->name, index) ? ter_json_array_object (resources, *index) : NULL;
  *path = *resource != NULL ? g_strdup (ter_json_get_string (*resource, "path")) : g_strdup_printf ("data/%s.csv", options->name);
  if (*resource != NULL && !options->replace)
    return fail (error, G_IO_ERROR_EXISTS, _ ("there is a resource “%s” already: --replace gives it the new rows"), options->name);
  if (*resource != NULL && (*path == NULL || !g_str_equal (ter_check_role (*resource), "table") ||
                            !ter_value_matches (TER_VALUE_PATH, *path) || !g_str_has_suffix (*path, ".csv")))
    return fail (error, G_IO_ERROR_INVALID_DATA, _ ("the resource “%s” is no table in CSV"), options->name);
  target = g_file_resolve_relative_path (pack, *path);
  if (*resource == NULL && !options->replace && g_file_query_exists (target, NULL))
    return fail (error, G_IO_ERROR_EXISTS, _ ("there is a file %s already: --replace overwrites it"), *path);
  return TRUE;
}

static GBytes *
edit_manifest (GBytes *manifest, TerTableImport *import, GFile *pack, GBytes *csv, const TerTableImportOptions *options,
               GError **error)
{
  g_autoptr (TerJsonEdit) edit = ter_manifest_edit (manifest, error);
  JsonArray *resources;
  JsonObject *resource, *made;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  guint index;

  if (edit == NULL)
    return NULL;
  resources = ter_json_get_array (json_node_get_object (ter_json_edit_get_root (edit)), "resources");
  if (!choose_path (pack, resources, options, &import->path, &resource, &index, error))
    return NULL;
  made = make_resource (options, import->path, csv, import->columns);
  json_node_take_object (node, made);
  import->replaced = resource != NULL;
  if (resource != NULL)
    renew_resource (edit, index, resource, made);
  else if (resources != NULL)
    ter_json_edit_append (edit, "/resources", node);
  else
    {
      fail (error, G_IO_ERROR_INVALID_DATA, _ ("%s has no list “resources”"), TER_PACK_MANIFEST);
      return NULL;
    }
  return ter_json_edit_apply (edit);
}

/* Makes the folder of @path, one level at a time: none of them may be a link. */
static gboolean
write_file (GFile *pack, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) target = g_file_resolve_relative_path (pack, path);
  g_autoptr (GFile) folder = g_file_get_parent (target);

  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *part = g_strndup (path, slash - path);
      g_autoptr (GFile) level = g_file_resolve_relative_path (pack, part);

      if (g_file_query_file_type (level, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_SYMBOLIC_LINK)
        return fail (error, G_IO_ERROR_INVALID_FILENAME, _ ("%s is a link"), part);
    }
  if (g_mkdir_with_parents (g_file_peek_path (folder), 0777) != 0)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", g_file_peek_path (folder), g_strerror (saved));
      return FALSE;
    }
  return ter_manifest_replace_file (target, bytes, error);
}

/* (transfer full) (nullable): the table in @file. */
static TerSheetTable *
read_table (GFile *file, const TerTableImportOptions *options, TerTableImport *import, GCancellable *cancellable, GError **error)
{
  TerSheet *sheet;

  import->form = (TerSheetFileForm) { .page = options->page };
  import->form.csv = (TerSheetCsvForm) { .encoding = options->encoding, .delimiter = options->delimiter };
  sheet = ter_sheet_file_read (file, &import->form, import->remarks, cancellable, error);
  return sheet != NULL ? ter_sheet_table_new (sheet, options->skip, import->remarks, error) : NULL;
}

/* Which columns the table has, in the light of the pack's own territories. */
static gboolean
infer_columns (GFile *pack, GBytes *manifest, TerSheetTable *table, const TerTableImportOptions *options, TerTableImport *import,
               GError **error)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (pack);
  g_autoptr (TerJsonEdit) edit = ter_manifest_edit (manifest, error);
  g_autoptr (TerKnownCodes) codes = NULL;
  TerSheetColumnOptions asked = {
    .decimal = options->decimal,
    .order = options->order,
    .english = !import->form.is_book && import->form.csv.delimiter == ',',
    .missing = options->missing,
    .types = options->types,
  };

  if (edit == NULL)
    return FALSE;
  codes = ter_known_codes_new (files, ter_json_node_object (ter_json_edit_get_root (edit)));
  asked.codes = codes;
  import->columns = ter_sheet_column_infer (table, &asked, import->remarks, error);
  return import->columns != NULL;
}

TerTableImport *
ter_table_import (GFile *pack, GFile *file, const TerTableImportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerTableImport) import = NULL;
  g_autoptr (TerSheetTable) table = NULL;
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) after = NULL;

  g_return_val_if_fail (G_IS_FILE (pack) && G_IS_FILE (file), NULL);
  g_return_val_if_fail (options != NULL && options->name != NULL, NULL);

  if (!ter_value_matches (TER_VALUE_ID, options->name))
    {
      fail (error, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is not an id: use small letters and digits, in groups parted by “-”"),
            options->name);
      return NULL;
    }
  import = g_new0 (TerTableImport, 1);
  import->remarks = ter_sheet_remark_new_list ();
  manifest = ter_manifest_load (pack, cancellable, error);
  table = manifest != NULL ? read_table (file, options, import, cancellable, error) : NULL;
  if (table == NULL || !infer_columns (pack, manifest, table, options, import, error))
    return NULL;
  import->n_rows = ter_sheet_table_get_n_rows (table);
  import->is_signed = ter_manifest_is_signed (pack);
  csv = write_csv (table, import->columns);
  after = edit_manifest (manifest, import, pack, csv, options, error);
  if (after == NULL)
    return NULL;
  if (options->strict && import->remarks->len > 0)
    return g_steal_pointer (&import);
  if (!write_file (pack, import->path, csv, error) || !ter_manifest_write (pack, after, error))
    return NULL;
  import->written = TRUE;
  return g_steal_pointer (&import);
}
