/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-number.h"

/* The points of lines, areas and clouds, the parts of a ring, the cells of a table of colours. */

/* More than anyone can read or walk through; such a figure is a table. */
#define MOST_POINTS 5000
#define MOST_PARTS 100
#define MOST_CELLS 2500

/* What the rows of the frame are, before they are sorted. */
typedef struct
{
  double *x, *y;
  guint *facets, *series;
} Places;

static void
places_clear (Places *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->facets);
  g_free (self->series);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static int
compare_on_lines (gconstpointer a, gconstpointer b)
{
  const TerDatum *first = a, *second = b;

  if (first->facet != second->facet)
    return first->facet < second->facet ? -1 : 1;
  if (first->series != second->series)
    return first->series < second->series ? -1 : 1;
  return (first->x > second->x) - (first->x < second->x);
}

/* As one reads: line by line. */
static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const TerDatum *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return (first->x > second->x) - (first->x < second->x);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* ---- Columns ---- */

/* What tells series apart: the colour, or else the shape of points or the detail of lines. */
static const TerChannel *
get_series_channel (TerFigure *self)
{
  const TerChannel *channels = self->parsed.channels;

  if (channels[TER_CHANNEL_COLOR].field != NULL)
    return &channels[TER_CHANNEL_COLOR];
  return &channels[self->parsed.mark == TER_MARK_POINT ? TER_CHANNEL_SHAPE : TER_CHANNEL_DETAIL];
}

static char *
find_columns (TerFigure *self)
{
  const TerChannel *channels = self->parsed.channels;
  gboolean points = self->parsed.mark == TER_MARK_POINT;
  char *problem = ter_figure_find_column (self, self->parsed.value, &self->value);

  if (problem == NULL && self->parsed.mark != TER_MARK_RECT)
    problem = ter_figure_find_column (self, get_series_channel (self), &self->series_column);
  if (problem == NULL && points)
    problem = ter_figure_find_column (self, &channels[TER_CHANNEL_DETAIL], &self->name_column);
  if (problem == NULL && points)
    problem = ter_figure_find_column (self, &channels[TER_CHANNEL_SIZE], &self->size_column);
  if (problem == NULL && (self->size_column != NULL && self->size_column->type != TER_COLUMN_NUMBER))
    problem = g_strdup (_ ("sizes without a column of numbers"));
  if (problem == NULL && !points && (self->value == NULL || self->value->type != TER_COLUMN_NUMBER))
    problem = g_strdup (_ ("an axis of numbers without a column of numbers"));
  self->has_legend = self->series_column != NULL;
  return problem;
}

/* The first field of text that the author wants to be told of a point is its name. */
static void
find_name (TerFigure *self)
{
  JsonObject *encoding = ter_json_get_object (self->spec, "encoding");
  JsonArray *several = ter_json_get_array (encoding, "tooltip");
  guint n = MAX (ter_json_array_length (several), 1);

  for (guint i = 0; i < n && self->name_column == NULL; i++)
    {
      JsonObject *one = several != NULL ? ter_json_array_object (several, i) : ter_json_get_object (encoding, "tooltip");
      TerFrameColumn *column = ter_frame_find (self->frame, ter_json_get_string (one, "field"));

      if (column != NULL && column->type == TER_COLUMN_TEXT && column != self->series_column)
        self->name_column = column;
    }
}

static char *
find_places (TerFigure *self, Places *places)
{
  gsize n = self->frame->n_rows + 1;
  char *problem = NULL;

  places->x = g_new0 (double, n);
  places->y = g_new0 (double, n);
  places->facets = g_new0 (guint, n);
  places->series = g_new0 (guint, n);
  if (self->parsed.mark != TER_MARK_ARC)
    problem = ter_figure_resolve_axis (self, TER_AXIS_X, places->x) ?: ter_figure_resolve_axis (self, TER_AXIS_Y, places->y);
  if (problem == NULL)
    problem = ter_figure_resolve_facets (self, places->facets);
  if (problem == NULL)
    self->series = ter_figure_values_new (self->frame, self->series_column,
                                          self->series_column != NULL ? get_series_channel (self)->object : NULL, self->value,
                                          FALSE, places->series);
  return problem;
}

static char *
check_count (TerFigure *self)
{
  guint n = self->frame->n_rows;

  if (self->parsed.mark == TER_MARK_ARC && n > MOST_PARTS)
    return g_strdup_printf (_ ("%u parts of a whole"), n);
  if (self->parsed.mark == TER_MARK_RECT && n > MOST_CELLS)
    return g_strdup_printf (_ ("%u cells"), n);
  if (n > MOST_POINTS)
    return g_strdup_printf (_ ("%u points"), n);
  return NULL;
}

/* ---- Each mark's own ---- */

/* What has no place is not drawn; a line without a value there is broken. */
static void
collect (TerFigure *self, const Places *places, GArray *data)
{
  gboolean points = self->parsed.mark == TER_MARK_POINT;

  for (guint row = 0; row < self->frame->n_rows; row++)
    {
      TerDatum datum = {
        .row = row, .facet = places->facets[row], .series = places->series[row], .x = places->x[row], .y = places->y[row]
      };

      datum.value = self->value->numbers != NULL ? self->value->numbers[row] : datum.y;
      datum.size = self->size_column != NULL ? self->size_column->numbers[row] : 0;
      if (isnan (datum.x) || (points && (isnan (datum.y) || isnan (datum.size) || datum.size < 0)))
        self->n_missing++;
      else
        g_array_append_val (data, datum);
    }
}

/* Gives each place along x its number. */
static guint
number_places (GArray *data)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < data->len; i++)
    g_array_append_val (places, g_array_index (data, TerDatum, i).x);
  g_array_sort (places, compare_doubles);
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index (places, double, i) != g_array_index (places, double, n - 1))
      g_array_index (places, double, n++) = g_array_index (places, double, i);
  g_array_set_size (places, n);
  for (guint i = 0; i < data->len; i++)
    g_array_binary_search (places, &g_array_index (data, TerDatum, i).x, compare_doubles,
                           &g_array_index (data, TerDatum, i).category);
  return n;
}

/* Vega-Lite fills what an area of a stack leaves out, so that those on it stand on something (compile/data/stack, impute). */
static char *
fill_gaps (TerFigure *self, GArray *data, guint n_places)
{
  guint n_series = self->series->len, n_facets = ter_figure_get_n_facets (self), n = data->len;
  g_autofree guint8 *met = NULL;
  g_autofree double *places = g_new0 (double, n_places + 1);

  if ((guint64) n_series * n_facets * n_places > MOST_POINTS)
    return g_strdup_printf (_ ("%u points"), n_series * n_facets * n_places);
  met = g_new0 (guint8, n_series * n_facets * n_places + 1);
  for (guint i = 0; i < n; i++)
    {
      const TerDatum *datum = &g_array_index (data, TerDatum, i);

      met[(datum->facet * n_series + datum->series) * n_places + datum->category] |= 1;
      places[datum->category] = datum->x;
    }
  /* A series that is nowhere in a panel leaves nothing out there. */
  for (guint i = 0; i < n_series * n_facets; i++)
    if (memchr (met + (gsize) i * n_places, 1, n_places) != NULL)
      for (guint place = 0; place < n_places; place++)
        if (met[i * n_places + place] == 0)
          {
            TerDatum datum = {
              .row = TER_NO_ROW, .facet = i / n_series, .series = i % n_series, .category = place, .x = places[place], .value = NAN
            };

            g_array_append_val (data, datum);
          }
  return NULL;
}

static char *
stack_areas (TerFigure *self, GArray *data)
{
  guint n_places = number_places (data);
  char *problem = self->parsed.overlaid || !self->has_legend ? NULL : fill_gaps (self, data, n_places);

  if (problem == NULL)
    ter_figure_stack (self, data, TRUE);
  return problem;
}

/* Parts of a whole, clockwise from the top, in the order of their names or of the channel `order`. */
static char *
share_out (TerFigure *self, GArray *data)
{
  double total = 0;

  for (guint i = 0; i < data->len; i++)
    {
      double value = g_array_index (data, TerDatum, i).value;

      if (value < 0)
        return g_strdup (_ ("parts below zero"));
      total += isnan (value) ? 0 : value;
    }
  if (!(total > 0) || !isfinite (total))
    return g_strdup (_ ("parts without a whole"));
  self->parsed.stack = TER_STACK_NORMALIZE;
  ter_figure_stack (self, data, FALSE);
  return NULL;
}

static char *
lay_cells (GArray *data)
{
  g_array_sort (data, compare_cells);
  for (guint i = 1; i < data->len; i++)
    if (compare_cells (&g_array_index (data, TerDatum, i - 1), &g_array_index (data, TerDatum, i)) == 0)
      return g_strdup (_ ("several numbers in one place"));
  return NULL;
}

static char *
arrange (TerFigure *self, GArray *data)
{
  char *problem;

  switch ((int) self->parsed.mark)
    {
    case TER_MARK_ARC: return share_out (self, data);
    case TER_MARK_RECT: return lay_cells (data);
    case TER_MARK_AREA:
      problem = stack_areas (self, data);
      if (problem != NULL)
        return problem;
      break;
    default: break;
    }
  g_array_sort (data, compare_on_lines);
  return NULL;
}

/* ---- Domains ---- */

static void
widen (double value, double *least, double *most)
{
  if (isnan (value))
    return;
  *least = isnan (*least) ? value : MIN (*least, value);
  *most = isnan (*most) ? value : MAX (*most, value);
}

static char *
find_domains (TerFigure *self)
{
  double x[2] = { NAN, NAN }, y[2] = { NAN, NAN };
  char *problem;

  if (self->parsed.mark == TER_MARK_ARC)
    return NULL;
  for (guint i = 0; i < self->data->len; i++)
    {
      const TerDatum *datum = &g_array_index (self->data, TerDatum, i);

      widen (datum->x, &x[0], &x[1]);
      if (self->parsed.mark == TER_MARK_RECT)
        {
          widen (datum->value, &y[0], &y[1]);
          continue;
        }
      widen (self->parsed.mark == TER_MARK_AREA ? datum->start : datum->y, &y[0], &y[1]);
      widen (self->parsed.mark == TER_MARK_AREA ? datum->end : datum->y, &y[0], &y[1]);
    }
  if (self->parsed.mark == TER_MARK_RECT)
    {
      self->domain[0] = isnan (y[0]) ? 0 : y[0];
      self->domain[1] = isnan (y[1]) ? 1 : y[1];
      return isfinite (self->domain[1] - self->domain[0]) ? NULL : g_strdup (_ ("numbers that are too large"));
    }
  problem = ter_figure_find_domain (self, TER_AXIS_X, x[0], x[1]);
  return problem != NULL ? problem : ter_figure_find_domain (self, TER_AXIS_Y, y[0], y[1]);
}

/* The columns of the table twin, in the order in which one would read them. */
static void
show_columns (TerFigure *self)
{
  if (self->parsed.mark == TER_MARK_POINT)
    ter_figure_show_column (self, self->name_column);
  if (self->parsed.mark == TER_MARK_RECT)
    ter_figure_show_column (self, self->axes[TER_AXIS_Y].column);
  ter_figure_show_column (self, self->axes[TER_AXIS_X].column);
  if (self->parsed.mark == TER_MARK_POINT)
    ter_figure_show_column (self, self->axes[TER_AXIS_Y].column);
  ter_figure_show_column (self, self->size_column);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
}

char *
ter_figure_resolve_marks (TerFigure *self)
{
  g_auto (Places) places = { 0 };
  g_autoptr (GArray) data = g_array_new (FALSE, TRUE, sizeof (TerDatum));
  char *problem = check_count (self) ?: find_columns (self) ?: find_places (self, &places);

  if (problem != NULL)
    return problem;
  if (self->parsed.mark == TER_MARK_POINT)
    find_name (self);
  collect (self, &places, data);
  problem = arrange (self, data);
  if (problem != NULL)
    return problem;
  ter_figure_take_data (self, data);
  show_columns (self);
  return find_domains (self);
}

/* ---- Getters ---- */

gboolean
ter_figure_has_points (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.points;
}

gboolean
ter_figure_has_hole (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.hole;
}

double
ter_figure_get_largest_size (TerFigure *self)
{
  double largest = 0;

  g_return_val_if_fail (TER_IS_FIGURE (self), 0);

  for (guint i = 0; i < self->data->len; i++)
    largest = MAX (largest, g_array_index (self->data, TerDatum, i).size);
  return largest;
}

char *
ter_figure_dup_size_text (TerFigure *self, double size)
{
  int decimals;

  g_return_val_if_fail (TER_IS_FIGURE (self) && self->size_column != NULL, g_strdup (""));

  decimals = ter_frame_column_count_decimals (self->size_column, self->frame->n_rows);
  return self->size_column->unit != NULL ? ter_number_format_unit (size, decimals, self->size_column->unit)
                                         : ter_number_format (size, decimals);
}

const char *
ter_figure_get_size_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->size_column != NULL ? self->size_column->title : NULL;
}

guint
ter_figure_get_n_missing (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->n_missing;
}
