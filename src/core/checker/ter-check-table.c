/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-csv.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-table-private.h"

/* ---- The schema ---- */

TerCheckTable *
ter_check_table_new (JsonObject *resource)
{
  TerCheckTable *table = g_new0 (TerCheckTable, 1);
  JsonArray *fields = ter_json_get_array (ter_json_get_object (resource, "schema"), "fields");

  table->fields = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (fields, i), "name");

      if (name != NULL)
        g_hash_table_add (table->fields, g_strdup (name));
    }
  return table;
}

void
ter_check_table_free (gpointer data)
{
  TerCheckTable *table = data;

  g_hash_table_unref (table->fields);
  g_clear_pointer (&table->codes, g_hash_table_unref);
  g_free (table);
}

static void
check_key_field (TerCheck *check, GHashTable *names, JsonNode *node)
{
  const char *field = ter_json_node_string (node);

  if (field == NULL)
    ter_check_not_type (check, "primaryKey", "texts");
  else if (!g_hash_table_contains (names, field))
    ter_check_add (check, TER_ISSUE_FIELD_UNKNOWN, "field", field, NULL);
}

/* A field without a type is text in a CSV, but may be numbers in JSON. */
static void
check_is_number (TerCheck *check, JsonObject *field)
{
  const char *type = ter_json_get_string (field, "type"), *name = ter_json_get_string (field, "name");

  if (name != NULL && type != NULL && !g_str_equal (type, "integer") && !g_str_equal (type, "number"))
    ter_check_add (check, TER_ISSUE_FIELD_NOT_NUMBER, "field", name, NULL);
}

/* How a field goes from a level of territories to the one above. */
static void
check_aggregation (TerCheck *check, JsonObject *schema, JsonObject *field)
{
  const char *rule = ter_json_get_string (field, "aggregation"), *weight = ter_json_get_string (field, "weight");
  gboolean is_mean = g_strcmp0 (rule, "mean") == 0;
  gsize mark = ter_check_enter (check, "aggregation");

  if (is_mean || g_strcmp0 (rule, "sum") == 0)
    check_is_number (check, field);
  ter_check_leave (check, mark);
  if (is_mean && !json_object_has_member (field, "weight"))
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "weight", NULL);
  if (weight == NULL)
    return;

  mark = ter_check_enter (check, "weight");
  if (ter_table_find_field (schema, weight, NULL) != NULL)
    check_is_number (check, ter_table_find_field (schema, weight, NULL));
  else
    ter_check_add (check, TER_ISSUE_FIELD_UNKNOWN, "field", weight, NULL);
  ter_check_leave (check, mark);
}

void
ter_check_table_schema (TerCheck *check, JsonObject *schema)
{
  g_autoptr (GHashTable) names = g_hash_table_new (ter_hash_text, g_str_equal);
  JsonArray *fields = ter_json_get_array (schema, "fields");
  JsonNode *key = json_object_get_member (schema, "primaryKey");
  JsonNode *missing = json_object_get_member (schema, "missingValues");
  JsonArray *keys = ter_json_node_array (key);
  gsize mark = ter_check_enter (check, "fields");

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (fields, i), "name");
      gsize inner = ter_check_enter_index (check, i);

      if (name != NULL && !g_hash_table_add (names, (gpointer) name))
        ter_check_add (check, TER_ISSUE_FIELD_DUPLICATE, "field", name, NULL);
      if (ter_json_array_object (fields, i) != NULL)
        check_aggregation (check, schema, ter_json_array_object (fields, i));
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);

  mark = ter_check_enter (check, "primaryKey");
  if (key != NULL && keys == NULL)
    check_key_field (check, names, key);
  for (guint i = 0; i < ter_json_array_length (keys); i++)
    {
      gsize inner = ter_check_enter_index (check, i);

      check_key_field (check, names, json_array_get_element (keys, i));
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);

  mark = ter_check_enter (check, "missingValues");
  if (missing != NULL && !JSON_NODE_HOLDS_ARRAY (missing))
    ter_check_not_type (check, "missingValues", "array");
  ter_check_leave (check, mark);
}

/* ---- The rows ---- */

typedef struct
{
  char *name;
  const char *type; /* of Table Schema */
  gboolean known;   /* in the schema */
  gboolean key;
} CheckColumn;

typedef struct
{
  TerCheck *check;
  TerCheckTable *table;
  JsonObject *schema;
  GArray *columns; /* of CheckColumn */
  GStrv missing;
  GHashTable *keys; /* set of keys seen */
  GString *key;
  gboolean has_key;
  int code;  /* the column "code" of a table of territories; -1 when there is none */
  guint row; /* from 1; the line of names is row 1 of a CSV */
  guint line;
} TableCheck;

static void
column_clear (gpointer data)
{
  g_free (((CheckColumn *) data)->name);
}

static const char *
find_type (JsonObject *schema, const char *name)
{
  JsonObject *field = ter_table_find_field (schema, name, NULL);
  const char *type = ter_json_get_string (field, "type");

  return field == NULL ? NULL : type != NULL ? type : "string";
}

static gboolean
is_key (JsonObject *schema, const char *name)
{
  g_auto (GStrv) keys = ter_json_dup_strv (schema, "primaryKey");

  return g_strcmp0 (ter_json_get_string (schema, "primaryKey"), name) == 0 || g_strv_contains ((const char *const *) keys, name);
}

static void
add_column (TableCheck *self, const char *name)
{
  CheckColumn column = { g_strdup (name), find_type (self->schema, name), FALSE, is_key (self->schema, name) };
  const char *at = strchr (name, '@');
  g_autofree char *base = at != NULL ? g_strndup (name, at - name) : NULL;

  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_array_index (self->columns, CheckColumn, i).name, name))
      ter_check_add_at (self->check, TER_ISSUE_FIELD_DUPLICATE, self->line, 0, "field", name, NULL);
  column.known = column.type != NULL;
  if (!column.known && (base == NULL || find_type (self->schema, base) == NULL))
    ter_check_add_at (self->check, TER_ISSUE_COLUMN_UNKNOWN, self->line, 0, "column", name, NULL);
  else if (!column.known && !g_hash_table_contains (self->check->languages, at + 1))
    ter_check_add_at (self->check, TER_ISSUE_LANGUAGE_UNDECLARED, self->line, 0, "member", name, "language", at + 1, NULL);
  if (self->table->codes != NULL && g_str_equal (name, "code"))
    self->code = self->columns->len;
  self->has_key |= column.key;
  g_array_append_val (self->columns, column);
}

static void
check_missing_columns (TableCheck *self)
{
  JsonArray *fields = ter_json_get_array (self->schema, "fields");

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (fields, i), "name");
      gboolean there = name == NULL;

      for (guint j = 0; j < self->columns->len && !there; j++)
        there = g_str_equal (g_array_index (self->columns, CheckColumn, j).name, name);
      if (!there)
        ter_check_add_at (self->check, TER_ISSUE_COLUMN_MISSING, self->line, 0, "column", name, NULL);
    }
}

/* Nullable: what is wanted instead of @text, a key of ter-issue-words.h. */
static const char *
judge_cell (const char *type, const char *text)
{
  static const char *const booleans[] = { "true", "True", "TRUE", "1", "false", "False", "FALSE", "0", NULL };
  double value;

  if (g_str_equal (type, "integer"))
    return ter_table_parse_number (text, &value) && strpbrk (text, ".eE") == NULL ? NULL : "cell-integer";
  if (g_str_equal (type, "number"))
    return ter_table_parse_number (text, &value) ? NULL : "cell-number";
  if (g_str_equal (type, "boolean"))
    return g_strv_contains (booleans, text) ? NULL : "cell-boolean";
  if (g_str_equal (type, "date"))
    return ter_table_parse_date (text, &value) && strlen (text) == 10 ? NULL : "day";
  if (g_str_equal (type, "yearmonth"))
    return ter_table_parse_date (text, &value) && strlen (text) == 7 ? NULL : "yearmonth";
  if (g_str_equal (type, "year"))
    return ter_table_parse_date (text, &value) && strlen (text) == 4 ? NULL : "year";
  return NULL;
}

/* @text: (nullable): %NULL when the row has none */
static void
check_cell (TableCheck *self, guint index, const char *text)
{
  CheckColumn *column = &g_array_index (self->columns, CheckColumn, index);
  gboolean missing = text == NULL || g_strv_contains ((const char *const *) self->missing, text);
  const char *wanted = column->known && !missing ? judge_cell (column->type, text) : NULL;
  g_autofree char *row = NULL;

  if (column->key && !missing)
    g_string_append_printf (self->key, "%s%s", self->key->len > 0 ? "\x1f" : "", text);
  if (self->code == (int) index && !missing)
    g_hash_table_add (self->table->codes, g_strdup (text));
  if (wanted == NULL && !(column->key && missing))
    return;
  row = g_strdup_printf ("%u", self->row);
  if (wanted != NULL)
    ter_check_add_at (self->check, TER_ISSUE_CELL_TYPE, self->line, 0, "row", row, "column", column->name, "value", text,
                      "@expected", wanted, NULL);
  else
    ter_check_add_at (self->check, TER_ISSUE_KEY_EMPTY, self->line, 0, "row", row, "field", column->name, NULL);
}

static void
begin_row (TableCheck *self)
{
  self->row++;
  g_string_truncate (self->key, 0);
}

static void
end_row (TableCheck *self)
{
  g_autofree char *row = NULL;

  if (!self->has_key || self->key->len == 0 || g_hash_table_add (self->keys, g_strdup (self->key->str)))
    return;
  row = g_strdup_printf ("%u", self->row);
  g_strdelimit (self->key->str, "\x1f", '/');
  ter_check_add_at (self->check, TER_ISSUE_KEY_DUPLICATE, self->line, 0, "row", row, "key", self->key->str, NULL);
}

static gboolean
is_beyond (TableCheck *self, TerIssueCode code, guint value, guint limit)
{
  g_autofree char *text = NULL;

  if (value <= limit)
    return FALSE;
  text = g_strdup_printf ("%u", limit);
  ter_check_add_at (self->check, code, self->line, 0, "limit", text, NULL);
  return TRUE;
}

/* ---- CSV ---- */

static void
check_ragged (TableCheck *self, guint found)
{
  g_autofree char *row = g_strdup_printf ("%u", self->row);
  g_autofree char *found_text = g_strdup_printf ("%u", found);
  g_autofree char *expected = g_strdup_printf ("%u", self->columns->len);

  ter_check_add_at (self->check, TER_ISSUE_TABLE_RAGGED, self->line, 0, "row", row, "found", found_text, "expected", expected,
                    NULL);
}

/* In JSON the scanner tells it, of any number. */
static void
check_exact (TableCheck *self, guint index, const char *text)
{
  CheckColumn *column = &g_array_index (self->columns, CheckColumn, index);
  double value;

  if (!column->known || !(g_str_equal (column->type, "integer") || g_str_equal (column->type, "number")))
    return;
  if (ter_table_parse_number (text, &value) && !(ABS (value) <= TER_LIMIT_INTEGER))
    ter_check_add_at (self->check, TER_ISSUE_JSON_NUMBER, self->line, 0, "number", text, NULL);
}

static void
check_csv_rows (TableCheck *self, TerCsv *csv)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;

  while (ter_csv_next (csv, fields, &self->line, &error) && !ter_check_is_cancelled (self->check))
    {
      begin_row (self);
      if (self->row == 1)
        {
          if (is_beyond (self, TER_ISSUE_COLUMNS_TOO_MANY, fields->len, TER_LIMIT_TABLE_COLUMNS))
            return;
          for (guint i = 0; i < fields->len; i++)
            add_column (self, csv->data + g_array_index (fields, guint32, i));
          check_missing_columns (self);
          continue;
        }
      /* The line of names is no row of the table. */
      if (is_beyond (self, TER_ISSUE_ROWS_TOO_MANY, self->row - 1, TER_LIMIT_TABLE_ROWS))
        return;
      if (fields->len != self->columns->len)
        {
          check_ragged (self, fields->len);
          continue;
        }
      for (guint i = 0; i < fields->len; i++)
        {
          check_cell (self, i, csv->data + g_array_index (fields, guint32, i));
          check_exact (self, i, csv->data + g_array_index (fields, guint32, i));
        }
      end_row (self);
    }
  if (error != NULL)
    {
      g_autofree char *row = g_strdup_printf ("%u", self->row + 1);

      ter_check_add_at (self->check, TER_ISSUE_TABLE_SYNTAX, csv->line, 0, "row", row, NULL);
    }
  else if (self->row <= 1)
    {
      ter_check_add_at (self->check, TER_ISSUE_TABLE_EMPTY, 0, 0, NULL);
      /* Not even the line of names: no reader takes that for a table. */
      if (self->row == 0)
        check_missing_columns (self);
    }
}

static void
check_csv (TableCheck *self, const char *path)
{
  g_autoptr (GBytes) bytes = ter_check_load (self->check, path, TER_LIMIT_TABLE_BYTES, FALSE);
  g_autofree char *text = NULL;
  const char *data, *bad;
  gsize length;
  TerCsv csv;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  if (length > 0 && !g_utf8_validate_len (data, length, &bad))
    {
      guint line = 1;

      for (const char *p = data; p < bad; p++)
        line += *p == '\n';
      ter_check_add_at (self->check, *bad == '\0' ? TER_ISSUE_TEXT_CONTROL : TER_ISSUE_FILE_ENCODING, line, 0, NULL);
      return;
    }
  text = g_malloc (length + 1);
  if (length > 0)
    memcpy (text, data, length);
  if (ter_csv_init (&csv, text, length, NULL))
    check_csv_rows (self, &csv);
}

/* ---- JSON ---- */

/* (transfer full) (nullable): a value as a CSV would write it. @nested: (out) */
static char *
dup_cell (JsonNode *node, gboolean *nested)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  *nested = JSON_NODE_HOLDS_OBJECT (node) || JSON_NODE_HOLDS_ARRAY (node);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING: return json_node_dup_string (node);
    case G_TYPE_BOOLEAN: return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    case G_TYPE_INT64: return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default: return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
    }
}

/* Those of the first row, like the line of names of a CSV. */
static gboolean
check_json_columns (TableCheck *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  if (is_beyond (self, TER_ISSUE_COLUMNS_TOO_MANY, json_object_get_size (object), TER_LIMIT_TABLE_COLUMNS))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    add_column (self, name);
  check_missing_columns (self);
  return TRUE;
}

/* Whether the rows that follow are to be looked at. */
static gboolean
check_json_row (TableCheck *self, JsonObject *object)
{
  if (self->row == 1 && !check_json_columns (self, object))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      CheckColumn *column = &g_array_index (self->columns, CheckColumn, i);
      g_autofree char *text = NULL;
      JsonNode *node = json_object_get_member (object, column->name);
      gboolean nested = FALSE;

      text = node != NULL ? dup_cell (node, &nested) : NULL;
      if (nested)
        {
          gsize mark = ter_check_enter (self->check, column->name);

          ter_check_not_type (self->check, column->name, "value");
          ter_check_leave (self->check, mark);
        }
      else
        check_cell (self, i, text);
    }
  return TRUE;
}

static void
check_json (TableCheck *self, const char *path)
{
  g_autoptr (TerJsonScan) scan = ter_check_scan (self->check, path, TER_LIMIT_TABLE_BYTES, "", FALSE);
  gboolean go_on = TRUE;

  if (scan != NULL && ter_json_scan_get_root (scan) != '[')
    ter_check_add (self->check, TER_ISSUE_JSON_ROOT, "@expected", "rows", NULL);
  else if (scan != NULL && ter_json_scan_get_n_records (scan) == 0)
    ter_check_add (self->check, TER_ISSUE_TABLE_EMPTY, NULL);
  for (guint i = 0; scan != NULL && go_on && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (self->check); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, NULL);
      g_autofree char *name = g_strdup_printf ("%u", i);

      ter_check_enter_index (self->check, i);
      begin_row (self);
      if (ter_json_node_object (record) != NULL)
        go_on = check_json_row (self, json_node_get_object (record));
      else
        ter_check_not_type (self->check, name, "object");
      end_row (self);
      g_string_truncate (self->check->pointer, 0);
    }
  ter_check_end (self->check, scan);
}

/* Whether the manifest names this table for territories. */
static gboolean
holds_territories (TerCheck *check, const char *name)
{
  static const char *const members[] = { "communes", "epci", "departements", "regions" };
  JsonObject *territories = ter_json_get_object (check->manifest, "territories");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (name != NULL && g_strcmp0 (ter_json_get_string (territories, members[i]), name) == 0)
      return TRUE;
  return FALSE;
}

void
ter_check_table_file (TerCheck *check, JsonObject *resource)
{
  const char *name = ter_json_get_string (resource, "name");
  const char *path = ter_json_get_string (resource, "path");
  TableCheck self = { check, name != NULL ? g_hash_table_lookup (check->tables, name) : NULL };

  /* Without a schema nothing can be said of the cells. */
  self.schema = ter_json_get_object (resource, "schema");
  if (self.table == NULL || self.schema == NULL)
    return;
  self.columns = g_array_new (FALSE, FALSE, sizeof (CheckColumn));
  g_array_set_clear_func (self.columns, column_clear);
  self.missing = ter_table_dup_missing_values (self.schema);
  self.keys = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  self.key = g_string_new (NULL);
  self.code = -1;
  if (holds_territories (check, name))
    self.table->codes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);

  ter_check_begin (check, path);
  if (g_strcmp0 (ter_json_get_string (resource, "mediatype"), "application/json") == 0)
    check_json (&self, path);
  else
    check_csv (&self, path);
  if (self.code < 0)
    g_clear_pointer (&self.table->codes, g_hash_table_unref);

  g_array_unref (self.columns);
  g_strfreev (self.missing);
  g_hash_table_unref (self.keys);
  g_string_free (self.key, TRUE);
}
