/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-table-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-csv.h"

void
ter_table_source_free (gpointer data)
{
  TerTableSource *source = data;

  g_free (source->name);
  g_free (source->cells);
  g_free (source);
}

static TerTableSource *
find_source (GPtrArray *sources, const char *name)
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
ter_table_source_new (GPtrArray *sources, const char *name, guint n_allocated)
{
  TerTableSource *source = g_new0 (TerTableSource, 1);

  source->name = g_strdup (name);
  source->cells = g_new0 (guint32, MAX (n_allocated, 1));
  g_ptr_array_add (sources, source);
  return source;
}

/* Of rows of @n_columns: each has a line break (but the last) and a comma less than columns. */
static guint
count_rows_at_most (const char *data, gsize length, guint n_columns)
{
  guint n = 1;

  for (const char *p = data; (p = memchr (p, '\n', data + length - p)) != NULL; p++)
    n++;
  return MIN (n, length / n_columns + 1);
}

static gboolean
read_csv_header (TerCsv *csv, GArray *fields, GPtrArray *sources, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint n_allocated;

  if (!ter_csv_next (csv, fields, NULL, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("the table is empty: its first line should name the columns"));
      return FALSE;
    }
  if (fields->len > TER_TABLE_COLUMNS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("more than %u columns"), TER_TABLE_COLUMNS);
      return FALSE;
    }
  n_allocated = count_rows_at_most (csv->data, csv->length, fields->len);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = csv->data + g_array_index (fields, guint32, i);

      if (*name == '\0' || find_source (sources, name) != NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       *name == '\0' ? _ ("line 1: column %u has no name") : _ ("line 1: column %u has the name of another"),
                       i + 1);
          return FALSE;
        }
      ter_table_source_new (sources, name, n_allocated);
    }
  return TRUE;
}

gboolean
ter_table_read_csv (char *texts, gsize length, GPtrArray *sources, GArray *lines, GError **error)
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
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %u fields, where the first line names %u columns"),
                       line, fields->len, sources->len);
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
