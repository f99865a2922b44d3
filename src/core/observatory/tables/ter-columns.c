/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-columns-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-sha256.h"
#include "ter-table-private.h"

/* ---- The schema ---- */

JsonObject *
ter_table_find_field (JsonObject *schema, const char *name, guint *next)
{
  JsonArray *fields = ter_json_get_array (schema, "fields");
  const guint n = ter_json_array_length (fields);

  for (guint i = 0; i < n; i++)
    {
      const guint index = ((next != NULL ? *next : 0) + i) % n;
      JsonObject *field = ter_json_array_object (fields, index);

      if (g_strcmp0 (ter_json_get_string (field, "name"), name) != 0)
        continue;
      if (next != NULL)
        *next = index + 1;
      return field;
    }
  return NULL;
}

static TerColumnType
get_type_of (const char *type)
{
  if (g_strcmp0 (type, "integer") == 0 || g_strcmp0 (type, "number") == 0)
    return TER_COLUMN_NUMBER;
  if (g_strcmp0 (type, "date") == 0 || g_strcmp0 (type, "year") == 0 || g_strcmp0 (type, "yearmonth") == 0)
    return TER_COLUMN_DATE;
  if (g_strcmp0 (type, "boolean") == 0)
    return TER_COLUMN_BOOLEAN;
  return TER_COLUMN_TEXT;
}

GStrv
ter_table_dup_missing_values (JsonObject *schema)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = ter_json_get_array (schema, "missingValues");

  if (array == NULL)
    g_strv_builder_add (builder, "");
  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      const char *text = ter_json_array_string (array, i);

      if (text == NULL)
        text = ter_json_get_string (ter_json_array_object (array, i), "value");
      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

/* ---- From what was read to columns ---- */

static void
forget_missing (const char *texts, guint32 *cells, guint n_rows, const char *const *missing)
{
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; cells[row] != 0 && missing[i] != NULL; i++)
      if (strcmp (texts + cells[row], missing[i]) == 0)
        cells[row] = 0;
}

static gboolean
read_numbers (TerColumn *column, GArray *lines, GError **error)
{
  double *numbers = g_new (double, MAX (lines->len, 1));

  column->numbers = numbers;
  for (guint row = 0; row < lines->len; row++)
    {
      const char *text = column->texts + column->cells[row];

      numbers[row] = NAN;
      if (column->cells[row] == 0 || ter_table_parse_cell (column->type, text, &numbers[row]))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   column->type == TER_COLUMN_NUMBER ? _ ("line %u: “%.40s” in column “%s” is not a number")
                   : column->type == TER_COLUMN_DATE ? _ ("line %u: “%.40s” in column “%s” is not a date")
                                                     : _ ("line %u: “%.40s” in column “%s” is neither true nor false"),
                   g_array_index (lines, guint, row), text, column->name);
      return FALSE;
    }
  return TRUE;
}

static void
take_source (TerColumns *self, TerColumn *column, gsize n_texts, TerTableSource *source, JsonObject *schema)
{
  gboolean is_translation = strchr (source->name, '@') != NULL;
  const char *type = ter_json_get_string (is_translation ? NULL : ter_table_find_field (schema, source->name, NULL), "type");

  column->name = g_strdup (source->name);
  column->type = type == NULL && source->all_numbers && !is_translation ? TER_COLUMN_NUMBER : get_type_of (type);
  column->cells = g_renew (guint32, g_steal_pointer (&source->cells), MAX (self->n_rows, 1));
  column->texts = self->texts;
  column->n_texts = n_texts;
  column->checked = TER_COLUMN_NUMBERS | TER_COLUMN_TEXTS;
}

static gboolean
take_sources (TerColumns *self, gsize n_texts, GPtrArray *sources, GArray *lines, JsonObject *schema, GError **error)
{
  g_auto (GStrv) missing = ter_table_dup_missing_values (schema);

  self->n_rows = lines->len;
  self->n_columns = sources->len;
  self->columns = g_new0 (TerColumn, MAX (sources->len, 1));
  for (guint i = 0; i < sources->len; i++)
    {
      TerColumn *column = &self->columns[i];

      take_source (self, column, n_texts, g_ptr_array_index (sources, i), schema);
      forget_missing (self->texts, (guint32 *) column->cells, self->n_rows, (const char *const *) missing);
      if (column->type != TER_COLUMN_TEXT && !read_numbers (column, lines, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_json (JsonObject *resource, const guchar *data, gsize length)
{
  const char *mediatype = ter_json_get_string (resource, "mediatype");

  if (mediatype != NULL)
    return g_str_has_suffix (mediatype, "json");
  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  return length > 0 && *data == '[';
}

static char *
read_sources (const guchar *data, gsize length, gboolean json, GPtrArray *sources, GArray *lines, gsize *n_texts, GError **error)
{
  g_autofree char *texts = NULL;

  if (json)
    return ter_table_read_json ((const char *) data, length, sources, lines, n_texts, error);
  texts = g_malloc (length + 1);
  if (length > 0)
    memcpy (texts, data, length);
  *n_texts = length + 1;
  return ter_table_read_csv (texts, length, sources, lines, error) ? g_steal_pointer (&texts) : NULL;
}

TerColumns *
ter_columns_parse (GBytes *bytes, JsonObject *resource, GError **error)
{
  g_autoptr (TerColumns) self = g_new0 (TerColumns, 1);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (ter_table_source_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize length, n_texts;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > TER_TABLE_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the table has more than %u MiB"), TER_TABLE_BYTES >> 20);
      return NULL;
    }
  self->texts = read_sources (data, length, is_json (resource, data, length), sources, lines, &n_texts, error);
  if (self->texts == NULL || !take_sources (self, n_texts, sources, lines, ter_json_get_object (resource, "schema"), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ter_columns_free (TerColumns *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      TerColumn *column = &self->columns[i];

      g_free (column->name);
      g_free (column->blank);
      if (self->file == NULL)
        {
          g_free ((gpointer) column->numbers);
          g_free ((gpointer) column->cells);
        }
    }
  g_free (self->columns);
  g_free (self->texts);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

char *
ter_columns_identify (GBytes *bytes, JsonObject *resource)
{
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  JsonNode *schema = resource != NULL ? json_object_get_member (resource, "schema") : NULL;
  g_autofree char *text = schema != NULL ? json_to_string (schema, FALSE) : g_strdup ("");
  const char *mediatype = ter_json_get_string (resource, "mediatype");
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  ter_sha256_update (sum, G_STRINGIFY (TER_COLUMNS_FORMAT), sizeof G_STRINGIFY (TER_COLUMNS_FORMAT));
  ter_sha256_update (sum, mediatype != NULL ? mediatype : "", mediatype != NULL ? strlen (mediatype) + 1 : 1);
  ter_sha256_update (sum, text, strlen (text) + 1);
  ter_sha256_update (sum, data, length);
  return ter_sha256_finish (sum);
}
