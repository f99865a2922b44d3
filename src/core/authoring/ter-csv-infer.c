/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-csv-infer.h"

#include <string.h>

#include "ter-fold.h"
#include "ter-hash.h"
#include "ter-insee.h"
#include "ter-limits.h"

static void
column_free (gpointer data)
{
  TerCsvColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column);
}

/* (transfer full): without the blanks around it. */
static char *
dup_trimmed (const char *text)
{
  const char *end;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (text, end - text);
}

/* ---- What one cell is, each of these without the blanks around it ---- */

/* (transfer full) (nullable): @cell as JSON and RFC 4180 tables write numbers; %NULL when it is none. @percent: (out): it has the sign */
static char *
dup_number (const char *cell, char decimal, gboolean *percent)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *p = cell;
  guint group = 0, digits = 0;
  gboolean grouped = FALSE, fraction = FALSE;

  *percent = FALSE;
  if (g_str_has_prefix (p, "\u2212")) /* the sign that typographers use */
    {
      g_string_append_c (out, '-');
      p += strlen ("\u2212");
    }
  else if (*p == '-' || *p == '+')
    {
      if (*p == '-')
        g_string_append_c (out, '-');
      p++;
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        {
          g_string_append_c (out, c);
          group++;
          digits++;
        }
      else if ((c == ' ' || c == 0xa0 || c == 0x202f) && !fraction && (grouped ? group == 3 : group >= 1 && group <= 3) &&
               g_ascii_isdigit (*g_utf8_next_char (p)))
        {
          grouped = TRUE;
          group = 0;
        }
      else if (c == (gunichar) decimal && !fraction && digits > 0 && g_ascii_isdigit (p[1]) && (!grouped || group == 3))
        {
          g_string_append_c (out, '.');
          fraction = TRUE;
        }
      else
        break;
    }
  if (digits == 0 || (grouped && !fraction && group != 3))
    return NULL;
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *percent = *p == '%';
  return p[*percent] == '\0' && ABS (g_ascii_strtod (out->str, NULL)) <= TER_LIMIT_INTEGER ? g_strdup (out->str) : NULL;
}

/* Whether a number begins with a zero that no number needs: it is a code. */
static gboolean
has_leading_zero (const char *cell)
{
  cell += *cell == '-' || *cell == '+';
  return cell[0] == '0' && g_ascii_isdigit (cell[1]);
}

static gboolean
read_part (const char **p, guint length, guint *value)
{
  *value = 0;
  for (guint i = 0; i < length; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (**p - '0');
    }
  return TRUE;
}

/* (transfer full) (nullable): a day, from dd/mm/yyyy or yyyy-mm-dd. */
static char *
dup_date (const char *cell)
{
  guint day, month, year;
  const char *p = cell;
  gboolean read;

  if (strlen (cell) != 10)
    return NULL;
  if (cell[2] == '/')
    read = read_part (&p, 2, &day) && *p++ == '/' && read_part (&p, 2, &month) && *p++ == '/' && read_part (&p, 4, &year);
  else
    read = read_part (&p, 4, &year) && *p++ == '-' && read_part (&p, 2, &month) && *p++ == '-' && read_part (&p, 2, &day);
  if (!read || month > 12 || year == 0 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* (transfer full) (nullable): a month, from mm/yyyy or yyyy-mm. */
static char *
dup_month (const char *cell)
{
  guint month, year;
  const char *p = cell;
  gboolean read;

  if (strlen (cell) != 7)
    return NULL;
  if (cell[2] == '/')
    read = read_part (&p, 2, &month) && *p++ == '/' && read_part (&p, 4, &year);
  else
    read = read_part (&p, 4, &year) && *p++ == '-' && read_part (&p, 2, &month);
  return read && month >= 1 && month <= 12 && year > 0 ? g_strdup_printf ("%04u-%02u", year, month) : NULL;
}

/* Nullable. "oui" and "non" are not taken for it: they are the answers that a survey shows. */
static const char *
get_boolean (const char *cell)
{
  if (g_ascii_strcasecmp (cell, "true") == 0 || g_ascii_strcasecmp (cell, "vrai") == 0)
    return "true";
  if (g_ascii_strcasecmp (cell, "false") == 0 || g_ascii_strcasecmp (cell, "faux") == 0)
    return "false";
  return NULL;
}

static gboolean
is_year (const char *cell)
{
  return strlen (cell) == 4 && strspn (cell, "0123456789") == 4 && *cell != '0';
}

/* ---- What all cells of a column are ---- */

typedef struct
{
  guint n; /* cells that hold something */
  guint n_integers;
  guint n_numbers[2]; /* with a dot, with a comma */
  guint n_percents;
  guint n_dates;
  guint n_months;
  guint n_years;
  guint n_booleans;
  gboolean code;  /* one begins with a superfluous zero */
  gboolean empty; /* one holds nothing */
  gboolean twice; /* two are the same */
} Counts;

static void
count_cell (Counts *counts, const char *cell)
{
  static const char decimals[] = { '.', ',' };
  g_autofree char *date = dup_date (cell);
  g_autofree char *month = dup_month (cell);
  gboolean percent = FALSE;

  counts->n++;
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      g_autofree char *number = dup_number (cell, decimals[i], &percent);

      counts->n_numbers[i] += number != NULL;
      counts->n_integers += i == 0 && number != NULL && strchr (number, '.') == NULL;
      counts->n_percents += i == 1 && percent;
    }
  counts->n_dates += date != NULL;
  counts->n_months += month != NULL;
  counts->n_years += is_year (cell);
  counts->n_booleans += get_boolean (cell) != NULL;
  counts->code |= has_leading_zero (cell) && date == NULL && month == NULL;
}

static void
count_cells (TerCsvSource *source, guint column, Counts *counts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);

  *counts = (Counts) { 0 };
  for (guint i = 0; i < ter_csv_source_get_n_rows (source); i++)
    {
      g_autofree char *cell = dup_trimmed (ter_csv_source_get_cell (source, i, column));

      if (*cell == '\0')
        {
          counts->empty = TRUE;
          continue;
        }
      count_cell (counts, cell);
      counts->twice |= !g_hash_table_add (seen, g_steal_pointer (&cell));
    }
}

static gboolean
is_called_year (const char *name)
{
  static const char *const words[] = { "annee", "annees", "year", "millesime", "an", NULL };
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;
  return FALSE;
}

static void
choose_number (TerCsvColumn *column, const Counts *counts, char decimal)
{
  gboolean dot = counts->n_numbers[0] == counts->n && decimal != ',';
  gboolean comma = counts->n_numbers[1] == counts->n && decimal != '.';

  if (!dot && !comma && counts->n_integers < counts->n)
    return;
  column->decimal = comma && !dot ? ',' : '.';
  column->type = counts->n_integers == counts->n ? "integer" : "number";
  if (counts->n_percents == counts->n)
    column->unit = "%";
}

static void
choose_type (TerCsvColumn *column, const Counts *counts, char decimal)
{
  column->type = "string";
  if (counts->n == 0 || counts->code || ter_insee_is_code_column (column->title))
    return;
  if (counts->n_years == counts->n && is_called_year (column->name))
    column->type = "year";
  else if (counts->n_dates == counts->n)
    column->type = "date";
  else if (counts->n_months == counts->n)
    column->type = "yearmonth";
  else if (counts->n_booleans == counts->n)
    column->type = "boolean";
  else if (counts->n_percents == 0 || counts->n_percents == counts->n)
    choose_number (column, counts, decimal);
}

/* ---- Names ---- */

/* (transfer full): "Taux d’activité (%)" → "taux_d_activite"; never empty. */
static char *
dup_slug (const char *title, guint column)
{
  g_autofree char *folded = ter_fold (title);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (slug, *p);
      else if (*p == ' ' && slug->len > 0)
        g_string_append_c (slug, '_');
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '_')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_printf (slug, "column_%u", column + 1);
  return g_string_free_and_steal (slug);
}

static gboolean
has_name (GPtrArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((TerCsvColumn *) g_ptr_array_index (columns, i))->name, name))
      return TRUE;
  return FALSE;
}

/* "nom@en" keeps its language when there is a column "nom" before it: a translation. */
static void
choose_name (GPtrArray *columns, TerCsvColumn *column)
{
  const char *at = strchr (column->title, '@');
  g_autofree char *base = at != NULL ? g_strndup (column->title, at - column->title) : NULL;
  g_autofree char *base_slug = base != NULL ? dup_slug (base, columns->len) : NULL;
  g_autofree char *slug = dup_slug (column->title, columns->len);

  if (base_slug != NULL && at[1] != '\0' && strlen (at) < 20 && has_name (columns, base_slug))
    {
      column->name = g_strconcat (base_slug, at, NULL);
      column->translation = !has_name (columns, column->name);
      if (column->translation)
        return;
      g_clear_pointer (&column->name, g_free);
    }
  column->name = g_strdup (slug);
  for (guint i = 2; has_name (columns, column->name); i++)
    {
      g_free (column->name);
      column->name = g_strdup_printf ("%s_%u", slug, i);
    }
}

GPtrArray *
ter_csv_infer (TerCsvSource *source, char decimal)
{
  GPtrArray *columns;

  g_return_val_if_fail (source != NULL, NULL);

  columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < ter_csv_source_get_n_columns (source); i++)
    {
      TerCsvColumn *column = g_new0 (TerCsvColumn, 1);
      Counts counts;

      column->title = dup_trimmed (ter_csv_source_get_name (source, i));
      g_strdelimit (column->title, "\r\n\t", ' '); /* a title of the format is one line */
      choose_name (columns, column);
      count_cells (source, i, &counts);
      choose_type (column, &counts, decimal);
      if (column->translation)
        column->type = "string";
      column->unique = counts.n > 0 && !counts.empty && !counts.twice;
      g_ptr_array_add (columns, column);
    }
  return columns;
}

void
ter_csv_infer_convert (const TerCsvColumn *column, const char *cell, GString *out)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *converted = NULL;
  gboolean percent;

  g_return_if_fail (column != NULL && cell != NULL && out != NULL);

  trimmed = dup_trimmed (cell);
  if (column->decimal != '\0')
    converted = dup_number (trimmed, column->decimal, &percent);
  else if (g_str_equal (column->type, "date"))
    converted = dup_date (trimmed);
  else if (g_str_equal (column->type, "yearmonth"))
    converted = dup_month (trimmed);
  else if (g_str_equal (column->type, "boolean"))
    converted = g_strdup (get_boolean (trimmed));
  g_string_append (out, converted != NULL ? converted : trimmed);
}

static JsonObject *
dup_field (const TerCsvColumn *column)
{
  JsonObject *field = json_object_new ();

  json_object_set_string_member (field, "name", column->name);
  json_object_set_string_member (field, "type", column->type);
  if (*column->title != '\0')
    json_object_set_string_member (field, "title", column->title);
  if (column->unit != NULL)
    json_object_set_string_member (field, "unit", column->unit);
  return field;
}

JsonObject *
ter_csv_infer_dup_schema (GPtrArray *columns)
{
  JsonObject *schema = json_object_new ();
  JsonArray *fields = json_array_new ();
  const TerCsvColumn *first;

  g_return_val_if_fail (columns != NULL && columns->len > 0, schema);

  for (guint i = 0; i < columns->len; i++)
    {
      const TerCsvColumn *column = g_ptr_array_index (columns, i);

      if (!column->translation)
        json_array_add_object_element (fields, dup_field (column));
    }
  json_object_set_array_member (schema, "fields", fields);
  first = g_ptr_array_index (columns, 0);
  if (first->unique && g_str_equal (first->type, "string") && ter_insee_is_code_column (first->title))
    json_object_set_string_member (schema, "primaryKey", first->name);
  return schema;
}
