/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-bin.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-number.h"

/* Vega-Lite's for axes. */
#define MOST_BINS 10
#define EPSILON 1e-14
#define DECIMALS 12

static double
get_option (JsonObject *options, const char *name, double otherwise)
{
  double value;

  return ter_json_get_number (options, name, &value) && value > 0 ? value : otherwise;
}

/* Of the author's own list: the last that is not wide enough. */
static double
choose_step (JsonArray *steps, double span, double most)
{
  guint n = ter_json_array_length (steps), i;

  for (i = 0; i < n && json_array_get_double_element (steps, i) < span / most; i++)
    ;
  return json_array_get_double_element (steps, MAX (i, 1) - 1);
}

static double
divide_step (JsonArray *divide, double step, double least, double span, double most)
{
  static const double divisors[] = { 5, 2 };
  guint n = divide != NULL ? ter_json_array_length (divide) : G_N_ELEMENTS (divisors);

  for (guint i = 0; i < n; i++)
    {
      double part = step / (divide != NULL ? json_array_get_double_element (divide, i) : divisors[i]);

      if (part >= least && span / part <= most)
        step = part;
    }
  return step;
}

static double
find_step (JsonObject *options, double span, double base)
{
  double most = get_option (options, "maxbins", MOST_BINS), least = get_option (options, "minstep", 0);
  double level = ceil (log (most) / log (base));
  double step = get_option (options, "step", 0);

  if (step > 0)
    return step;
  if (ter_json_array_length (ter_json_get_array (options, "steps")) > 0)
    return choose_step (ter_json_get_array (options, "steps"), span, most);
  step = MAX (least, pow (base, round (log (span) / log (base)) - level));
  while (step > 0 && isfinite (step) && ceil (span / step) > most)
    step *= base;
  return divide_step (ter_json_get_array (options, "divide"), step, least, span, most);
}

static void
make_nice (TerBin *self, double base)
{
  double size = log (self->step);
  double precision = size >= 0 ? 0 : trunc (-size / log (base)) + 1;
  double start = floor (self->start / self->step + pow (base, -precision - 1)) * self->step;

  self->start = self->start < start ? start - self->step : start;
  self->stop = ceil (self->stop / self->step) * self->step;
}

static gboolean
are_numbers (JsonArray *array)
{
  for (guint i = 0; i < ter_json_array_length (array); i++)
    if (!ter_json_node_is_number (json_array_get_element (array, i)) || !(json_array_get_double_element (array, i) > 0))
      return FALSE;
  return TRUE;
}

gboolean
ter_bin_init (TerBin *self, JsonObject *options, double from, double to)
{
  double base = get_option (options, "base", 10), span = to - from, anchor;

  g_return_val_if_fail (self != NULL, FALSE);

  if (span == 0)
    span = fabs (from) > 0 ? fabs (from) : 1;
  if (!isfinite (span) || !(base > 1) || !are_numbers (ter_json_get_array (options, "steps")) ||
      !are_numbers (ter_json_get_array (options, "divide")))
    return FALSE;
  *self = (TerBin) { from, to, find_step (options, span, base) };
  if (!(self->step > 0) || !isfinite (self->step) || !(span / self->step <= TER_BIN_MOST))
    return FALSE;
  if (ter_json_get_boolean (options, "nice", TRUE))
    make_nice (self, base);
  if (self->stop == self->start)
    self->stop = self->start + self->step;
  if (ter_json_get_number (options, "anchor", &anchor))
    {
      double shift = anchor - (self->start + self->step * floor ((anchor - self->start) / self->step));

      self->start += shift;
      self->stop += shift;
    }
  /* As many whole steps as hold all. */
  self->stop = self->start + ceil ((self->stop - self->start) / self->step - 1e-9) * self->step;
  return ter_bin_get_n (self) <= TER_BIN_MOST;
}

guint
ter_bin_get_n (const TerBin *self)
{
  double n = ceil ((self->stop - self->start) / self->step - 1e-9);

  return n >= 1 && n <= TER_BIN_MOST + 1 ? (guint) n : n < 1 ? 1 : TER_BIN_MOST + 1;
}

double
ter_bin_find (const TerBin *self, double value)
{
  /* What an anchor leaves before the first step is in none. */
  if (isnan (value) || value < self->start || value > self->stop)
    return NAN;
  value = MIN (value, self->stop - self->step);
  return self->start + self->step * floor (EPSILON + (value - self->start) / self->step);
}

const char *
ter_bin_get_label (const TerBin *self, double start)
{
  g_autofree char *from = ter_number_format (fabs (start) < self->step * 1e-9 ? 0 : start, DECIMALS);
  g_autofree char *to = ter_number_format (fabs (start + self->step) < self->step * 1e-9 ? 0 : start + self->step, DECIMALS);
  /* Translators: from one number to another one, the ends of a bar of a histogram: "0 – 10". */
  g_autofree char *label = g_strdup_printf (_ ("%s – %s"), from, to);

  return g_intern_string (label);
}

char *
ter_bin_add_column (TerBin *self, TerFrame *frame, TerFrameColumn *source, JsonObject *options, const char *name)
{
  double from = INFINITY, to = -INFINITY;
  g_autofree char *title = NULL;
  TerFrameColumn *column;
  guint n = MAX (frame->n_rows, 1);

  if (source->numbers == NULL || source->type == TER_COLUMN_BOOLEAN)
    return g_strdup (_ ("an axis of numbers without a column of numbers"));
  for (guint row = 0; row < frame->n_rows; row++)
    if (isfinite (source->numbers[row]))
      {
        from = MIN (from, source->numbers[row]);
        to = MAX (to, source->numbers[row]);
      }
  if (!ter_bin_init (self, options, from <= to ? from : 0, from <= to ? to : 0))
    return g_strdup_printf (_ ("“%s”"), "bin");
  /* Translators: the title of a column whose numbers are in steps. */
  title = g_strdup_printf (_ ("%s (binned)"), source->title);
  column = ter_frame_column_new (name, title, source->unit, TER_COLUMN_TEXT);
  column->codes = g_new (double, n);
  column->texts = g_new0 (const char *, n);
  column->labels = g_new0 (const char *, n);
  for (guint row = 0; row < frame->n_rows; row++)
    {
      column->codes[row] = ter_bin_find (self, source->numbers[row]);
      if (!isnan (column->codes[row]))
        column->texts[row] = column->labels[row] = ter_bin_get_label (self, column->codes[row]);
    }
  g_ptr_array_add (frame->columns, column);
  return NULL;
}
