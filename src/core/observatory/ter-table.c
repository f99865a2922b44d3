/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-table.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-csv.h"
#include "ter-localized.h"
#include "ter-table-private.h"

/* All texts of a table are in one run of bytes; a cell is the place of its text there, 0 when it is missing. So 35,000 rows
 * of ten columns are eleven blocks of memory, not 350,000 strings. */

typedef struct {
  char          *name;
  char          *title;
  char          *unit;
  TerColumnType  type;
  guint32       *cells;
  guint32       *labels;  /* of the translation; nullable */
  double        *numbers; /* nullable for text */
} Column;

struct _TerTable
{
  GObject parent_instance;
  char      *name;
  char      *texts;
  GPtrArray *columns;
  guint      n_rows;
};

G_DEFINE_FINAL_TYPE (TerTable, ter_table, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->unit);
  g_free (column->cells);
  g_free (column->labels);
  g_free (column->numbers);
  g_free (column);
}

/* ---- The schema ---- */

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_schema (JsonObject *resource)
{
  JsonNode *node = resource != NULL ? json_object_get_member (resource, "schema") : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
find_field (JsonObject *schema,
            const char *name)
{
  JsonArray *fields = get_array (schema, "fields");

  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonNode *node = json_array_get_element (fields, i);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          g_strcmp0 (ter_localized_get (json_node_get_object (node), "name", NULL, NULL), name) == 0)
        return json_node_get_object (node);
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

/* The texts that stand for a missing value. Data Package 2 also allows `{value, label}`. */
static GStrv
dup_missing_values (JsonObject *schema)
{
  JsonArray *array = get_array (schema, "missingValues");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (array == NULL)
    g_strv_builder_add (builder, "");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        text = ter_localized_get (json_node_get_object (node), "value", NULL, NULL);
      else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        text = json_node_get_string (node);
      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

/* ---- What is read, before it has types ---- */

static void
source_free (gpointer data)
{
  TerTableSource *source = data;

  g_free (source->name);
  g_free (source->cells);
  g_free (source);
}

static gpointer
find_source (GPtrArray  *sources,
             const char *name)
{
  for (guint i = 0; i < sources->len; i++)
    {
      TerTableSource *source = g_ptr_array_index (sources, i);

      if (strcmp (source->name, name) == 0)
        return source;
    }
  return NULL;
}

TerTableSource *
ter_table_source_new (GPtrArray  *sources,
                      const char *name,
                      guint       n_allocated)
{
  TerTableSource *source = g_new0 (TerTableSource, 1);

  source->name = g_strdup (name);
  source->cells = g_new0 (guint32, MAX (n_allocated, 1));
  g_ptr_array_add (sources, source);
  return source;
}

/* Of rows of @n_columns: each has a line break (but the last) and a comma less than columns. */
static guint
count_rows_at_most (const char *data,
                    gsize       length,
                    guint       n_columns)
{
  guint n = 1;

  for (const char *p = data; (p = memchr (p, '\n', data + length - p)) != NULL; p++)
    n++;
  return MIN (n, length / n_columns + 1);
}

static gboolean
read_csv_header (TerCsv    *csv,
                 GArray    *fields,
                 GPtrArray *sources,
                 GError   **error)
{
  g_autoptr (GError) local = NULL;
  guint n_allocated;

  if (!ter_csv_next (csv, fields, NULL, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the table is empty: its first line should name the columns"));
      return FALSE;
    }
  if (fields->len > TER_TABLE_COLUMNS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("more than %u columns"), TER_TABLE_COLUMNS);
      return FALSE;
    }
  n_allocated = count_rows_at_most (csv->data, csv->length, fields->len);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = csv->data + g_array_index (fields, guint32, i);

      if (*name == '\0' || find_source (sources, name) != NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       *name == '\0' ? _("line 1: column %u has no name") : _("line 1: column %u has the name of another"), i + 1);
          return FALSE;
        }
      ter_table_source_new (sources, name, n_allocated);
    }
  return TRUE;
}

/* Takes the places of all cells in @texts, which it changes. */
static gboolean
read_csv (char      *texts,
          gsize      length,
          GPtrArray *sources,
          GArray    *lines,
          GError   **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) local = NULL;
  TerCsv csv;
  guint line;

  if (!ter_csv_init (&csv, texts, length, error) || !read_csv_header (&csv, fields, sources, error))
    return FALSE;
  while (ter_csv_next (&csv, fields, &line, &local))
    {
      if (fields->len != sources->len)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("line %u: %u fields, where the first line names %u columns"), line, fields->len, sources->len);
          return FALSE;
        }
      for (guint i = 0; i < fields->len; i++)
        {
          TerTableSource *source = g_ptr_array_index (sources, i);

          source->cells[lines->len] = g_array_index (fields, guint32, i);
        }
      g_array_append_val (lines, line);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* ---- Types ---- */

/* Plain decimals of up to 15 digits are exact this way: both the digits and the power of ten are doubles without
 * rounding, so that one division rounds once (Clinger, How to Read Floating Point Numbers Accurately, 1990). */
gboolean
ter_table_parse_number (const char *text,
                        double     *value)
{
  static const double tens[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *p = text + (*text == '-' || *text == '+');
  gint64 digits = 0;
  guint n = 0, decimals = 0;
  char *end;

  for (; g_ascii_isdigit (*p) && n < 16; p++, n++)
    digits = digits * 10 + (*p - '0');
  if (*p == '.' && n > 0)
    for (p++; g_ascii_isdigit (*p) && n < 16; p++, n++, decimals++)
      digits = digits * 10 + (*p - '0');
  if (*p == '\0' && n > 0 && n < 16)
    {
      *value = (*text == '-' ? -1.0 : 1.0) * (double) digits / tens[decimals];
      return TRUE;
    }

  /* The rest is for exponents and long digits: not for "0x10", "nan", "inf" or blanks, which g_ascii_strtod() would take. */
  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

gboolean
ter_table_parse_date (const char *text,
                      double     *value)
{
  static const guint lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint parts[3] = { 0, 0, 0 };
  gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      parts[i / 4] = parts[i / 4] * 10 + (text[i] - '0');
    }
  if (length >= 7 && (parts[1] < 1 || parts[1] > 12))
    return FALSE;
  if (length == 10 && (parts[2] < 1 || parts[2] > lengths[parts[1] - 1] ||
                       !g_date_valid_dmy (parts[2], parts[1], parts[0])))
    return FALSE;
  *value = parts[0] * 10000.0 + parts[1] * 100.0 + parts[2];
  return TRUE;
}

/* Table Schema's default trueValues and falseValues. */
static gboolean
parse_boolean (const char *text,
               double     *value)
{
  static const char *const trues[] = { "true", "True", "TRUE", "1", NULL };
  static const char *const falses[] = { "false", "False", "FALSE", "0", NULL };

  *value = g_strv_contains (trues, text) ? 1 : 0;
  return *value == 1 || g_strv_contains (falses, text);
}

static gboolean
parse (TerColumnType type,
       const char   *text,
       double       *value)
{
  switch (type)
    {
    case TER_COLUMN_NUMBER: return ter_table_parse_number (text, value);
    case TER_COLUMN_DATE: return ter_table_parse_date (text, value);
    case TER_COLUMN_BOOLEAN: return parse_boolean (text, value);
    case TER_COLUMN_TEXT: default: return FALSE;
    }
}

static void
forget_missing (const char         *texts,
                guint32            *cells,
                guint               n_rows,
                const char * const *missing)
{
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; cells[row] != 0 && missing[i] != NULL; i++)
      if (strcmp (texts + cells[row], missing[i]) == 0)
        cells[row] = 0;
}

static gboolean
read_numbers (TerTable *self,
              Column   *column,
              GArray   *lines,
              GError  **error)
{
  column->numbers = g_new (double, MAX (self->n_rows, 1));
  for (guint row = 0; row < self->n_rows; row++)
    {
      const char *text = self->texts + column->cells[row];

      column->numbers[row] = NAN;
      if (column->cells[row] == 0 || parse (column->type, text, &column->numbers[row]))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   column->type == TER_COLUMN_NUMBER ? _("line %u: “%.40s” in column “%s” is not a number") :
                   column->type == TER_COLUMN_DATE ? _("line %u: “%.40s” in column “%s” is not a date") :
                   _("line %u: “%.40s” in column “%s” is neither true nor false"),
                   g_array_index (lines, guint, row), text, column->name);
      return FALSE;
    }
  return TRUE;
}

/* ---- From sources to columns ---- */

static guint32 *
take_cells (TerTableSource *source,
            guint           n_rows)
{
  guint32 *cells = g_steal_pointer (&source->cells);

  return g_renew (guint32, cells, MAX (n_rows, 1));
}

/* The source "NAME@LANGUAGE", with "fr-CA" looked for as it is, then as "fr". */
static TerTableSource *
find_translation (GPtrArray  *sources,
                  const char *name,
                  const char *language)
{
  g_autofree char *key = g_strconcat (name, "@", language != NULL ? language : "", NULL);
  TerTableSource *source = find_source (sources, key);
  char *dash;

  while (source == NULL && (dash = strrchr (key + strlen (name) + 1, '-')) != NULL)
    {
      *dash = '\0';
      source = find_source (sources, key);
    }
  return source != NULL && source->cells != NULL ? source : NULL;
}

static Column *
make_column (TerTable       *self,
             TerTableSource *source,
             JsonObject     *field,
             const char     *language)
{
  Column *column = g_new0 (Column, 1);
  const char *type = ter_localized_get (field, "type", NULL, NULL);
  const char *title = ter_localized_get (field, "title", language, NULL);

  column->name = g_strdup (source->name);
  column->title = g_strdup (title != NULL && *title != '\0' ? title : source->name);
  column->unit = g_strdup (ter_localized_get (field, "unit", language, NULL));
  column->type = type == NULL && source->all_numbers ? TER_COLUMN_NUMBER : get_type_of (type);
  column->cells = take_cells (source, self->n_rows);
  g_ptr_array_add (self->columns, column);
  return column;
}

static gboolean
make_columns (TerTable   *self,
              GPtrArray  *sources,
              GArray     *lines,
              JsonObject *resource,
              const char *language,
              GError    **error)
{
  JsonObject *schema = get_schema (resource);
  g_auto (GStrv) missing = dup_missing_values (schema);

  for (guint i = 0; i < sources->len; i++)
    {
      TerTableSource *source = g_ptr_array_index (sources, i);
      TerTableSource *translation = find_translation (sources, source->name, language);
      Column *column;

      if (strchr (source->name, '@') != NULL)
        continue;
      column = make_column (self, source, find_field (schema, source->name), language);
      forget_missing (self->texts, column->cells, self->n_rows, (const char * const *) missing);
      if (translation != NULL)
        {
          column->labels = take_cells (translation, self->n_rows);
          forget_missing (self->texts, column->labels, self->n_rows, (const char * const *) missing);
        }
      if (column->type != TER_COLUMN_TEXT && !read_numbers (self, column, lines, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_json (JsonObject   *resource,
         const guchar *data,
         gsize         length)
{
  const char *mediatype = ter_localized_get (resource, "mediatype", NULL, NULL);

  if (mediatype != NULL)
    return g_str_has_suffix (mediatype, "json");
  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  return length > 0 && *data == '[';
}

static gboolean
read_sources (TerTable     *self,
              const guchar *data,
              gsize         length,
              gboolean      json,
              GPtrArray    *sources,
              GArray       *lines,
              GError      **error)
{
  if (json)
    return (self->texts = ter_table_read_json ((const char *) data, length, sources, lines, error)) != NULL;
  self->texts = g_malloc (length + 1);
  if (length > 0)
    memcpy (self->texts, data, length);
  return read_csv (self->texts, length, sources, lines, error);
}

static void
ter_table_finalize (GObject *object)
{
  TerTable *self = TER_TABLE (object);

  g_free (self->name);
  g_free (self->texts);
  g_ptr_array_unref (self->columns);
  G_OBJECT_CLASS (ter_table_parent_class)->finalize (object);
}

static void
ter_table_class_init (TerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_table_finalize;
}

static void
ter_table_init (TerTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
}

TerTable *
ter_table_new_from_bytes (GBytes      *bytes,
                          JsonObject  *resource,
                          const char  *language,
                          GError     **error)
{
  g_autoptr (TerTable) self = g_object_new (TER_TYPE_TABLE, NULL);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize length;
  const guchar *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > TER_TABLE_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the table has more than %u MiB"), TER_TABLE_BYTES >> 20);
      return NULL;
    }
  self->name = g_strdup (ter_localized_get (resource, "name", NULL, NULL));
  if (!read_sources (self, data, length, is_json (resource, data, length), sources, lines, error))
    return NULL;
  self->n_rows = lines->len;
  if (!make_columns (self, sources, lines, resource, language, error))
    return NULL;
  return g_steal_pointer (&self);
}

static Column *
get_column (TerTable *self,
            guint     column)
{
  return g_ptr_array_index (self->columns, column);
}

const char *
ter_table_get_name (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), NULL);
  return self->name != NULL ? self->name : "";
}

guint
ter_table_get_n_rows (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), 0);
  return self->n_rows;
}

guint
ter_table_get_n_columns (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), 0);
  return self->columns->len;
}

const char *
ter_table_get_column_name (TerTable *self,
                           guint     column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->columns->len, NULL);
  return get_column (self, column)->name;
}

const char *
ter_table_get_column_title (TerTable *self,
                            guint     column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->columns->len, NULL);
  return get_column (self, column)->title;
}

const char *
ter_table_get_column_unit (TerTable *self,
                           guint     column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->columns->len, NULL);
  return get_column (self, column)->unit;
}

TerColumnType
ter_table_get_column_type (TerTable *self,
                           guint     column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->columns->len, TER_COLUMN_TEXT);
  return get_column (self, column)->type;
}

gboolean
ter_table_find_column (TerTable   *self,
                       const char *name,
                       guint      *column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && name != NULL, FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (get_column (self, i)->name, name) == 0)
      {
        if (column != NULL)
          *column = i;
        return TRUE;
      }
  return FALSE;
}

double
ter_table_get_number (TerTable *self,
                      guint     row,
                      guint     column)
{
  const double *numbers;

  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->n_rows && column < self->columns->len, NAN);

  numbers = get_column (self, column)->numbers;
  return numbers != NULL ? numbers[row] : NAN;
}

const char *
ter_table_get_text (TerTable *self,
                    guint     row,
                    guint     column)
{
  guint32 cell;

  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->n_rows && column < self->columns->len, NULL);

  cell = get_column (self, column)->cells[row];
  return cell != 0 ? self->texts + cell : NULL;
}

const char *
ter_table_get_label (TerTable *self,
                     guint     row,
                     guint     column)
{
  const guint32 *labels;

  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->n_rows && column < self->columns->len, NULL);

  labels = get_column (self, column)->labels;
  return labels != NULL && labels[row] != 0 ? self->texts + labels[row] : ter_table_get_text (self, row, column);
}
