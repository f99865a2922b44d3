/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-resource-guess.h"

#include <string.h>

#include "ter-fold.h"
#include "ter-insee.h"
#include "ter-limits.h"
#include "ter-sheet-column.h"
#include "ter-sheet-file.h"

typedef struct
{
  const char *extension;
  const char *mediatype;
  const char *role;
} TypeRow;

static const TypeRow types[] = {
  { ".json", "application/json", "entries" },
  { ".md", "text/markdown", "text" },
  { ".csv", "text/csv", "table" },
  { ".geojson", "application/geo+json", "outline" },
  { ".png", "image/png", "picture" },
  { ".jpg", "image/jpeg", "picture" },
  { ".jpeg", "image/jpeg", "picture" },
  { ".webp", "image/webp", "picture" },
  { ".svg", "image/svg+xml", "picture" },
  { ".pdf", "application/pdf", "attachment" },
  { ".txt", "text/plain", "attachment" },
  { ".zip", "application/zip", "attachment" },
  { ".ods", "application/vnd.oasis.opendocument.spreadsheet", "attachment" },
  { ".odt", "application/vnd.oasis.opendocument.text", "attachment" },
  { ".odp", "application/vnd.oasis.opendocument.presentation", "attachment" },
  { ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment" },
  { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment" },
  { ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "attachment" },
};

static const TypeRow *
find_type (const char *path)
{
  static const TypeRow unknown = { "", "application/octet-stream", "attachment" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i].extension))
      return &types[i];
  return &unknown;
}

/* What is in files/ is there to be taken away, whatever it is; pictures serve for both. */
static const char *
choose_role (const TypeRow *type, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_prefix (path, "files/") && !g_str_equal (type->role, "picture"))
    return "attachment";
  if (g_str_equal (type->extension, ".json") && g_str_has_prefix (name, "vocabular"))
    return "vocabularies";
  return type->role;
}

/* (transfer full): "content/texts/Le guide.md" → "le-guide", with a number when it is taken. */
static char *
choose_name (const char *path, GHashTable *names)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;
  char *chosen;

  if (dot != NULL && dot != base)
    *dot = '\0';
  folded = ter_fold (base);
  for (char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '-';
  name = g_strndup (*folded != '\0' ? folded : "file", TER_LIMIT_NAME_CHARS - 6);
  while (g_str_has_suffix (name, "-"))
    name[strlen (name) - 1] = '\0';
  chosen = g_strdup (name);
  for (guint i = 2; g_hash_table_contains (names, chosen); i++)
    {
      g_free (chosen);
      chosen = g_strdup_printf ("%s-%u", name, i);
    }
  g_hash_table_add (names, g_strdup (chosen));
  return chosen;
}

/* (transfer full) (nullable): the table of a CSV of the pack, as it stands there. */
static TerSheetTable *
read_table (TerPackFiles *files, const char *path, GPtrArray *remarks)
{
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, path, TER_LIMIT_TABLE_BYTES, NULL, NULL);
  TerSheetCsvForm form = { .encoding = TER_SHEET_ENCODING_UTF8, .delimiter = ',' };
  TerSheet *sheet = bytes != NULL ? ter_sheet_csv_read (bytes, &form, NULL) : NULL;

  return sheet != NULL ? ter_sheet_table_new (sheet, "none", remarks, NULL) : NULL;
}

/* Whether a column can stay as it is written. */
static gboolean
is_written_so (TerSheetTable *table, const TerSheetColumn *column, guint index)
{
  g_autoptr (GString) written = g_string_new (NULL);

  for (guint row = 0; row < ter_sheet_table_get_n_rows (table); row++)
    {
      const char *cell = ter_sheet_table_get_cell (table, row, index);

      g_string_truncate (written, 0);
      ter_sheet_column_convert (column, cell, TER_SHEET_TEXT, written);
      if (!g_str_equal (written->str, cell))
        return FALSE;
    }
  return TRUE;
}

static void
add_schema (JsonObject *resource, TerPackFiles *files, const char *path)
{
  static const char *const none[] = { NULL };
  TerSheetColumnOptions options = { .decimal = '.', .missing = none };
  g_autoptr (GPtrArray) remarks = ter_sheet_remark_new_list ();
  g_autoptr (TerSheetTable) table = read_table (files, path, remarks);
  g_autoptr (GPtrArray) columns = table != NULL ? ter_sheet_column_infer (table, &options, remarks, NULL) : NULL;

  if (columns == NULL)
    return;
  /* The file stays as it is: so do its names, and what it does not write as the format does stays text. */
  for (guint i = 0; i < columns->len; i++)
    {
      TerSheetColumn *column = g_ptr_array_index (columns, i);

      g_free (column->name);
      column->name = g_strdup (ter_sheet_table_get_name (table, i));
      if (!g_str_equal (column->type, "string") && !is_written_so (table, column, i))
        column->type = "string";
    }
  json_object_set_object_member (resource, "schema", ter_sheet_column_dup_schema (columns));
}

/* The level whose name is in the file's name; a country's outline has none. */
static const char *
guess_level (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, "-", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *level = ter_insee_level_of_column (words[i], NULL);

      if (level != NULL)
        return level;
    }
  return "country";
}

JsonObject *
ter_resource_guess (TerPackFiles *files, const char *path, GHashTable *names)
{
  JsonObject *resource = json_object_new ();
  const TypeRow *type;
  const char *role;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), resource);
  g_return_val_if_fail (path != NULL && names != NULL, resource);

  type = find_type (path);
  role = choose_role (type, path);
  name = choose_name (path, names);
  json_object_set_string_member (resource, "name", name);
  json_object_set_string_member (resource, "path", path);
  json_object_set_string_member (resource, "role", role);
  json_object_set_string_member (resource, "mediatype", type->mediatype);
  if (g_str_equal (role, "table"))
    add_schema (resource, files, path);
  if (g_str_equal (role, "outline"))
    json_object_set_string_member (resource, "level", guess_level (name));
  return resource;
}
