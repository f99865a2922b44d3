/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-classes.h"

#include <math.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-hash.h"
#include "ter-json.h"

/* Without an author's wish. */
#define N_CHOSEN 5
/* Vega-Lite's config.scale.quantileCount and quantizeCount. */
#define N_OF_VEGA 4

static const struct
{
  const char *name;
  TerClassing method;
} scales[] = {
  { "quantile", TER_CLASSING_QUANTILE },
  { "quantize", TER_CLASSING_EQUAL },
  { "threshold", TER_CLASSING_BOUNDS },
};

gboolean
ter_figure_classes_is_scale (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (type, scales[i].name) == 0)
      return TRUE;
  return FALSE;
}

/* ---- Reading ---- */

static gboolean
has_domain (JsonObject *scale)
{
  return scale != NULL && (json_object_has_member (scale, "domain") || json_object_has_member (scale, "domainMid"));
}

static TerClassing
parse_method (JsonObject *spec, JsonObject *scale)
{
  const char *type = ter_json_get_string (scale, "type");
  const char *ours = ter_json_get_string (ter_json_get_object (ter_json_get_object (spec, "usermeta"), "territoires"), "classes");

  if (g_strcmp0 (ours, "jenks") == 0)
    return TER_CLASSING_JENKS;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (type, scales[i].name) == 0)
      return scales[i].method;
  /* Vega-Lite's own choice is a continuous scale; ours, where the author asks for nothing, is classes: they are read with certainty. */
  return type != NULL || has_domain (scale) ? TER_CLASSING_CONTINUOUS : TER_CLASSING_CHOSEN;
}

/* As in Vega: as many classes as colours, by their list or by the count of a scheme. */
static guint
parse_count (JsonObject *scale, TerClassing method)
{
  JsonArray *range = ter_json_get_array (scale, "range");
  double count;

  if (range != NULL)
    return ter_json_array_length (range);
  if (ter_json_get_number (ter_json_get_object (scale, "scheme"), "count", &count))
    return CLAMP (count, 0.0, 1000.0);
  return method == TER_CLASSING_QUANTILE || method == TER_CLASSING_EQUAL ? N_OF_VEGA : N_CHOSEN;
}

static gboolean
parse_domain (GArray *numbers, JsonArray *domain)
{
  for (guint i = 0; i < ter_json_array_length (domain); i++)
    {
      JsonNode *node = json_array_get_element (domain, i);
      double value;

      if (!ter_json_node_is_number (node))
        return FALSE;
      value = json_node_get_double (node);
      g_array_append_val (numbers, value);
    }
  return TRUE;
}

static gboolean
ascends (const GArray *numbers)
{
  for (guint i = 1; i < numbers->len; i++)
    if (!(g_array_index (numbers, double, i) > g_array_index (numbers, double, i - 1)))
      return FALSE;
  return TRUE;
}

/* A domain of three ends of a continuous scale is its middle too. */
static void
parse_middle (TerFigureClasses *self, JsonObject *scale)
{
  self->diverging = ter_json_get_number (scale, "domainMid", &self->middle);
  if (self->method == TER_CLASSING_CONTINUOUS && self->domain->len == 3)
    {
      self->diverging = TRUE;
      self->middle = g_array_index (self->domain, double, 1);
      g_array_remove_index (self->domain, 1);
    }
}

static char *
check_classes (const TerFigureClasses *self)
{
  guint n = self->domain->len;

  if (self->method == TER_CLASSING_BOUNDS && (n == 0 || !ascends (self->domain)))
    return g_strdup (_ ("classes without their bounds in ascending order"));
  if ((self->method == TER_CLASSING_EQUAL || self->method == TER_CLASSING_CONTINUOUS) && n > 0 &&
      (n != 2 || !ascends (self->domain)))
    return g_strdup (_ ("a scale whose domain is not its two ends"));
  if ((self->method == TER_CLASSING_BOUNDS ? n + 1 : self->n_classes) > TER_MAX_CLASSES || self->n_classes == 0)
    return g_strdup_printf (_ ("a number of classes other than 1 to %d"), TER_MAX_CLASSES);
  return NULL;
}

char *
ter_figure_classes_parse (TerFigureClasses *self, JsonObject *spec, TerMark mark)
{
  JsonObject *color = ter_json_get_object (ter_json_get_object (spec, "encoding"), "color");
  JsonObject *scale = ter_json_get_object (color, "scale");
  const char *type = ter_json_get_string (scale, "type");

  *self = (TerFigureClasses) { .domain = g_array_new (FALSE, FALSE, sizeof (double)) };
  if (mark != TER_MARK_MAP)
    return ter_figure_classes_is_scale (type) ? g_strdup_printf (_ ("the scale “%s”"), type) : NULL;
  self->method = parse_method (spec, scale);
  self->n_classes = parse_count (scale, self->method);
  if (!parse_domain (self->domain, ter_json_get_array (scale, "domain")))
    return g_strdup (_ ("a map’s scale whose domain is not of numbers"));
  parse_middle (self, scale);
  return check_classes (self);
}

void
ter_figure_classes_clear (TerFigureClasses *self)
{
  g_clear_pointer (&self->domain, g_array_unref);
}

/* ---- Applying ---- */

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Counts take few values: each is then a class of its own, zero above all. Otherwise classes of as many members each. */
static TerClasses
choose_classes (const double *values, guint n)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  TerClasses classes = { 0 };

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      g_array_append_val (sorted, values[i]);
  g_array_sort (sorted, compare_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      double value = g_array_index (sorted, double, i);

      if (i > 0 && value == g_array_index (sorted, double, i - 1))
        continue;
      if (classes.n_classes == TER_MAX_CLASSES)
        return ter_classes_quantile (values, n, N_CHOSEN);
      if (i == 0)
        classes.bounds[0] = value;
      classes.bounds[++classes.n_classes] = value;
    }
  return classes;
}

static void
find_extent (const double *values, guint n, double *from, double *to)
{
  *from = INFINITY;
  *to = -INFINITY;
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        *from = MIN (*from, values[i]);
        *to = MAX (*to, values[i]);
      }
}

/* An end that some value is beyond is open, as values beyond belong to the last classes (Vega). */
static void
open_ends (TerClasses *classes, double least, double greatest)
{
  if (classes->n_classes == 0)
    return;
  if (least < classes->bounds[0])
    classes->bounds[0] = -INFINITY;
  if (greatest > classes->bounds[classes->n_classes])
    classes->bounds[classes->n_classes] = INFINITY;
}

/* Of an author's list of values when there is one. */
static TerClasses
find_quantiles (const TerFigureClasses *self, const double *values, guint n)
{
  TerClasses classes = self->domain->len > 0
                         ? ter_classes_quantile (&g_array_index (self->domain, double, 0), self->domain->len, self->n_classes)
                         : ter_classes_quantile (values, n, self->n_classes);

  classes.from_below = TRUE;
  return classes;
}

void
ter_figure_classes_apply (const TerFigureClasses *self, const double *values, guint n_values, TerMapScale *scale)
{
  double least, greatest;
  gboolean given = self->domain->len == 2;

  find_extent (values, n_values, &least, &greatest);
  *scale = (TerMapScale) { .diverging = self->diverging, .middle = self->middle };
  scale->from = given ? g_array_index (self->domain, double, 0) : least;
  scale->to = given ? g_array_index (self->domain, double, 1) : greatest;
  if (least > greatest)
    return; /* No value: no class either. */
  switch (self->method)
    {
    case TER_CLASSING_QUANTILE: scale->classes = find_quantiles (self, values, n_values); break;
    case TER_CLASSING_EQUAL: scale->classes = ter_classes_equal (scale->from, scale->to, self->n_classes); break;
    case TER_CLASSING_BOUNDS:
      scale->classes = ter_classes_between (&g_array_index (self->domain, double, 0), self->domain->len);
      break;
    case TER_CLASSING_JENKS: scale->classes = ter_classes_jenks (values, n_values, self->n_classes); break;
    case TER_CLASSING_CONTINUOUS: scale->continuous = TRUE; break;
    case TER_CLASSING_CHOSEN:
    default: scale->classes = choose_classes (values, n_values); break;
    }
  open_ends (&scale->classes, least, greatest);
}

void
ter_figure_classes_fill_values (TerFigure *self, TerOutline *outline, double *values)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (ter_hash_text, g_str_equal);
  guint n_rows;

  g_return_if_fail (TER_IS_FIGURE (self) && TER_IS_OUTLINE (outline));

  n_rows = self->parsed.mark == TER_MARK_MAP ? self->frame->n_rows : 0;
  /* Of two rows with one code, the first counts. */
  for (guint row = n_rows; row > 0; row--)
    g_hash_table_insert (rows, (char *) ter_frame_column_text (self->category_column, row - 1), GUINT_TO_POINTER (row));
  for (guint i = 0; i < ter_outline_get_n_features (outline); i++)
    {
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, ter_outline_get_feature (outline, i)->code));

      values[i] = row > 0 ? self->value->numbers[row - 1] : NAN;
    }
}

void
ter_figure_classes_get_scale (TerFigure *self, const double *values, guint n_values, TerMapScale *scale)
{
  g_auto (TerFigureClasses) classes = { 0 };
  g_autofree char *problem = NULL;

  g_return_if_fail (TER_IS_FIGURE (self) && scale != NULL);

  problem = ter_figure_classes_parse (&classes, self->spec, self->parsed.mark);
  if (self->shared_values != NULL)
    ter_figure_classes_apply (&classes, &g_array_index (self->shared_values, double, 0), self->shared_values->len, scale);
  else
    ter_figure_classes_apply (&classes, values, n_values, scale);
  scale->classes.years = ter_figure_has_year_values (self);
}
