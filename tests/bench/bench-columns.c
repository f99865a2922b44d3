/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of every commune with 30 indicators, of which a map asks for one.
 *
 *   open-column    opening its columns file and reading one column, beside the same column in a file of plain doubles as large, mapped
 *   class-column   parting one of its columns into classes, beside the same numbers in an array
 *   open-csv       opening it from its columns file and reading one column, beside parsing its CSV */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "ter-classes.h"
#include "ter-columns-private.h"

#define N_ROWS 35000
#define N_INDICATORS 30
#define COLUMN 17
#define ROUNDS 101

typedef struct
{
  char *folder;
  char *columns;
  char *plain;
  char *identity;
  GBytes *csv;
  JsonNode *resource;
  gsize column_at; /* in the plain file */
} Bench;

static volatile double seen;

static void
make_csv (Bench *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new ("code,nom");
  g_autoptr (GString) about = g_string_new (
    "{\"name\": \"communes\", \"mediatype\": \"text/csv\", \"schema\": {\"fields\": [{\"name\": \"code\"}, {\"name\": \"nom\"}");

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      g_string_append_printf (text, ",i%u", i);
      g_string_append_printf (about, ", {\"name\": \"i%u\", \"type\": \"number\", \"title\": \"Indicateur %u\", \"unit\": \"%%\"}",
                              i, i);
    }
  g_string_append_c (text, '\n');
  g_string_append (about, "]}}");
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_string_append_printf (text, "%05u,Commune n° %u", row, row);
      for (guint i = 0; i < N_INDICATORS; i++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (text, ",%s",
                                  g_ascii_formatd (number, sizeof number, "%.2f", g_rand_double_range (rand, 0, 10000)));
        }
      g_string_append_c (text, '\n');
    }
  self->csv = g_bytes_new (text->str, text->len);
  self->resource = json_from_string (about->str, NULL);
}

static void
make_files (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerColumns) columns = ter_columns_parse (self->csv, json_node_get_object (self->resource), &error);
  g_autofree char *plain = NULL;
  GStatBuf about;

  if (columns == NULL || !ter_columns_save (columns, self->columns, self->identity, &error) || g_stat (self->columns, &about) != 0)
    g_error ("%s", error != NULL ? error->message : "no file");
  plain = g_malloc0 (about.st_size);
  self->column_at = (gsize) about.st_size / 2 & ~(gsize) 7;
  memcpy (plain + self->column_at, columns->columns[COLUMN].numbers, N_ROWS * sizeof (double));
  if (!g_file_set_contents (self->plain, plain, about.st_size, &error))
    g_error ("%s", error->message);
}

static void
read_all (const double *numbers)
{
  double sum = 0;

  for (guint row = 0; row < N_ROWS; row++)
    sum += numbers[row];
  seen = sum;
}

static TerTable *
open_table (Bench *self)
{
  g_autoptr (GError) error = NULL;
  TerColumns *columns = ter_columns_open (self->columns, self->identity, &error);

  if (columns == NULL)
    g_error ("%s", error->message);
  return ter_table_new_from_columns (columns, json_node_get_object (self->resource), "fr", NULL, NULL, NULL);
}

static void
open_column (Bench *self)
{
  g_autoptr (TerTable) table = open_table (self);

  read_all (ter_table_peek_numbers (table, COLUMN));
}

static void
open_plain (Bench *self)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->plain, FALSE, NULL);

  read_all ((gconstpointer) (g_mapped_file_get_contents (file) + self->column_at));
}

static void
open_csv (Bench *self)
{
  g_autoptr (TerTable) table = ter_table_new_from_bytes (self->csv, json_node_get_object (self->resource), "fr", NULL);

  read_all (ter_table_peek_numbers (table, COLUMN));
}

/* Microseconds. */
static double
time_of (void (*function) (Bench *), Bench *self)
{
  const gint64 begin = g_get_monotonic_time ();

  function (self);
  return g_get_monotonic_time () - begin;
}

static double
time_of_classes (const double *numbers)
{
  const gint64 begin = g_get_monotonic_time ();
  TerClasses classes = ter_classes_quantile (numbers, N_ROWS, TER_MAX_CLASSES);

  seen = classes.bounds[1];
  return g_get_monotonic_time () - begin;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
say (const char *name, double *ours, double *other, guint n, const char *what)
{
  qsort (ours, n, sizeof *ours, compare);
  qsort (other, n, sizeof *other, compare);
  g_print ("%s %.2f (%.2f ms, %.2f ms %s)\n", name, ours[n / 2] / other[n / 2], ours[n / 2] / 1000, other[n / 2] / 1000, what);
}

static void
bench (Bench *self)
{
  g_autoptr (TerTable) table = open_table (self);
  g_autofree double *numbers = g_memdup2 (ter_table_peek_numbers (table, COLUMN), N_ROWS * sizeof (double));
  double ours[ROUNDS], other[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = time_of (open_column, self);
      other[i] = time_of (open_plain, self);
    }
  say ("open-column", ours, other, ROUNDS, "of plain doubles");
  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = time_of_classes (ter_table_peek_numbers (table, COLUMN));
      other[i] = time_of_classes (numbers);
    }
  say ("class-column", ours, other, ROUNDS, "of an array");
  for (guint i = 0; i < ROUNDS / 20; i++)
    {
      ours[i] = time_of (open_column, self);
      other[i] = time_of (open_csv, self);
    }
  say ("open-csv", ours, other, ROUNDS / 20, "of CSV");
}

int
main (int argc, char *argv[])
{
  Bench self = { g_dir_make_tmp ("territoires-XXXXXX", NULL) };

  self.columns = g_build_filename (self.folder, "columns", NULL);
  self.plain = g_build_filename (self.folder, "plain", NULL);
  make_csv (&self);
  self.identity = ter_columns_identify (self.csv, json_node_get_object (self.resource));
  make_files (&self);
  bench (&self);
  g_unlink (self.columns);
  g_unlink (self.plain);
  g_rmdir (self.folder);
  return 0;
}
