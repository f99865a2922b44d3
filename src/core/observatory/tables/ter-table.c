/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-table.h"

#include <math.h>
#include <string.h>

#include "ter-columns-private.h"
#include "ter-json.h"
#include "ter-localized.h"
#include "ter-table-private.h"

/* A column as it is shown: what the manifest says of it over what is kept. */
typedef struct
{
  guint column;
  int labels;        /* the column of the translation, or -1 */
  JsonObject *field; /* nullable; the resource owns it */
} View;

struct _TerTable
{
  GObject parent_instance;
  JsonObject *resource; /* nullable */
  char *language;       /* nullable */
  TerColumns *columns;  /* atomic */
  GArray *views;        /* of View */

  /* Of a table that was opened from a file. */
  GMutex lock;
  TerColumns *damaged;     /* nullable: whose texts may still be in use */
  TerColumnsReadFunc read; /* nullable */
  gpointer read_data;
  GDestroyNotify read_destroy;
};

G_DEFINE_FINAL_TYPE (TerTable, ter_table, G_TYPE_OBJECT)

/* ---- What the manifest says ---- */

static int
find_kept (TerColumns *columns, const char *name)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (strcmp (columns->columns[i].name, name) == 0)
      return i;
  return -1;
}

/* The column "NAME@LANGUAGE", with "fr-CA" looked for as it is, then as "fr". */
static int
find_translation (TerColumns *columns, const char *name, const char *language)
{
  g_autofree char *key = g_strconcat (name, "@", language != NULL ? language : "", NULL);
  int column = find_kept (columns, key);
  char *dash;

  while (column < 0 && (dash = strrchr (key + strlen (name) + 1, '-')) != NULL)
    {
      *dash = '\0';
      column = find_kept (columns, key);
    }
  return column;
}

static void
add_views (TerTable *self)
{
  JsonObject *schema = ter_json_get_object (self->resource, "schema");
  guint next = 0;

  for (guint i = 0; i < self->columns->n_columns; i++)
    {
      const char *name = self->columns->columns[i].name;
      View view = { .column = i };

      if (strchr (name, '@') != NULL)
        continue;
      view.labels = find_translation (self->columns, name, self->language);
      view.field = ter_table_find_field (schema, name, &next);
      g_array_append_val (self->views, view);
    }
}

static void
ter_table_finalize (GObject *object)
{
  TerTable *self = TER_TABLE (object);

  g_clear_pointer (&self->resource, json_object_unref);
  g_free (self->language);
  ter_columns_free (self->columns);
  g_clear_pointer (&self->damaged, ter_columns_free);
  g_array_unref (self->views);
  if (self->read_destroy != NULL)
    self->read_destroy (self->read_data);
  g_mutex_clear (&self->lock);
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
  self->views = g_array_new (FALSE, FALSE, sizeof (View));
  g_mutex_init (&self->lock);
}

TerTable *
ter_table_new_from_columns (TerColumns *columns, JsonObject *resource, const char *language, TerColumnsReadFunc read,
                            gpointer user_data, GDestroyNotify destroy)
{
  TerTable *self;

  g_return_val_if_fail (columns != NULL, NULL);

  self = g_object_new (TER_TYPE_TABLE, NULL);
  self->resource = resource != NULL ? json_object_ref (resource) : NULL;
  self->language = g_strdup (language);
  self->columns = columns;
  self->read = read;
  self->read_data = user_data;
  self->read_destroy = destroy;
  add_views (self);
  return self;
}

TerTable *
ter_table_new_from_bytes (GBytes *bytes, JsonObject *resource, const char *language, GError **error)
{
  TerColumns *columns;

  g_return_val_if_fail (bytes != NULL, NULL);

  columns = ter_columns_parse (bytes, resource, error);
  return columns != NULL ? ter_table_new_from_columns (columns, resource, language, NULL, NULL, NULL) : NULL;
}

/* ---- A file that turns out to be damaged ---- */

static gboolean
have_same_shape (TerColumns *a, TerColumns *b)
{
  if (a->n_rows != b->n_rows || a->n_columns != b->n_columns)
    return FALSE;
  for (guint i = 0; i < a->n_columns; i++)
    if (strcmp (a->columns[i].name, b->columns[i].name) != 0 || a->columns[i].type != b->columns[i].type)
      return FALSE;
  return TRUE;
}

/* Puts the columns of the table itself in the place of those of the file. */
static gboolean
read_again (TerTable *self)
{
  g_autoptr (TerColumns) columns = self->read != NULL && self->damaged == NULL ? self->read (self->read_data) : NULL;

  if (columns == NULL || !have_same_shape (columns, self->columns))
    return FALSE;
  self->damaged = self->columns;
  g_atomic_pointer_set (&self->columns, g_steal_pointer (&columns));
  return TRUE;
}

static const TerColumn *
check_part (TerTable *self, guint column, TerColumnPart part)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!(self->columns->columns[column].checked & part) && !ter_columns_check (self->columns, column, part) && !read_again (self))
    ter_columns_blank (self->columns, column, part);
  return &self->columns->columns[column];
}

/* The column, of which this part may be read. */
static inline const TerColumn *
get_part (TerTable *self, guint column, TerColumnPart part)
{
  const TerColumns *columns = g_atomic_pointer_get (&self->columns);
  const TerColumn *kept = &columns->columns[column];

  return g_atomic_int_get (&kept->checked) & part ? kept : check_part (self, column, part);
}

static inline const View *
get_view (TerTable *self, guint column)
{
  return &g_array_index (self->views, View, column);
}

static const char *
get_cell (TerTable *self, guint row, guint column)
{
  const TerColumn *kept = get_part (self, column, TER_COLUMN_TEXTS);
  const guint32 cell = kept->cells[row];

  return cell != 0 && cell < kept->n_texts ? kept->texts + cell : NULL;
}

/* ---- Asked ---- */

const char *
ter_table_get_name (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), NULL);
  return ter_json_get_string (self->resource, "name") ?: "";
}

guint
ter_table_get_n_rows (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), 0);
  return self->columns->n_rows;
}

guint
ter_table_get_n_columns (TerTable *self)
{
  g_return_val_if_fail (TER_IS_TABLE (self), 0);
  return self->views->len;
}

const char *
ter_table_get_column_name (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);
  return self->columns->columns[get_view (self, column)->column].name;
}

const char *
ter_table_get_column_title (TerTable *self, guint column)
{
  const char *title;

  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);

  title = ter_localized_get (get_view (self, column)->field, "title", self->language, NULL);
  return title != NULL && *title != '\0' ? title : ter_table_get_column_name (self, column);
}

const char *
ter_table_get_column_unit (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);
  return ter_localized_get (get_view (self, column)->field, "unit", self->language, NULL);
}

TerColumnType
ter_table_get_column_type (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, TER_COLUMN_TEXT);
  return self->columns->columns[get_view (self, column)->column].type;
}

const char *
ter_table_get_column_vintage (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);
  return ter_json_get_string (get_view (self, column)->field, "vintage") ?: ter_json_get_string (self->resource, "vintage");
}

const char *
ter_table_get_column_base (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);
  return ter_localized_get (get_view (self, column)->field, "base", self->language, NULL);
}

const char *
ter_table_get_column_source (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);
  return ter_localized_get (get_view (self, column)->field, "source", self->language, NULL);
}

TerAggregation
ter_table_get_column_aggregation (TerTable *self, guint column, guint *weight)
{
  const char *rule, *weights;

  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, TER_AGGREGATION_NONE);

  rule = ter_json_get_string (get_view (self, column)->field, "aggregation");
  weights = ter_json_get_string (get_view (self, column)->field, "weight");
  if (g_strcmp0 (rule, "sum") == 0)
    return TER_AGGREGATION_SUM;
  /* A mean whose weights are not in the table is none. */
  if (g_strcmp0 (rule, "mean") == 0 && weights != NULL && ter_table_find_column (self, weights, weight))
    return TER_AGGREGATION_MEAN;
  return TER_AGGREGATION_NONE;
}

gboolean
ter_table_find_column (TerTable *self, const char *name, guint *column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && name != NULL, FALSE);

  for (guint i = 0; i < self->views->len; i++)
    if (strcmp (self->columns->columns[get_view (self, i)->column].name, name) == 0)
      {
        if (column != NULL)
          *column = i;
        return TRUE;
      }
  return FALSE;
}

double
ter_table_get_number (TerTable *self, guint row, guint column)
{
  const double *numbers;

  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->columns->n_rows && column < self->views->len, NAN);

  numbers = get_part (self, get_view (self, column)->column, TER_COLUMN_NUMBERS)->numbers;
  return numbers != NULL ? numbers[row] : NAN;
}

const double *
ter_table_peek_numbers (TerTable *self, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && column < self->views->len, NULL);

  return get_part (self, get_view (self, column)->column, TER_COLUMN_NUMBERS)->numbers;
}

const char *
ter_table_get_text (TerTable *self, guint row, guint column)
{
  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->columns->n_rows && column < self->views->len, NULL);

  return get_cell (self, row, get_view (self, column)->column);
}

const char *
ter_table_get_label (TerTable *self, guint row, guint column)
{
  const View *view;
  const char *label;

  g_return_val_if_fail (TER_IS_TABLE (self) && row < self->columns->n_rows && column < self->views->len, NULL);

  view = get_view (self, column);
  label = view->labels >= 0 ? get_cell (self, row, view->labels) : NULL;
  return label != NULL ? label : get_cell (self, row, view->column);
}
