/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-mark.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-number.h"

extern const TerMarkType ter_mark_arc, ter_mark_area, ter_mark_bar, ter_mark_circle, ter_mark_line, ter_mark_map, ter_mark_point,
  ter_mark_rect, ter_mark_rule, ter_mark_text, ter_mark_tick;

/* All there are. */
static const TerMarkType *const types[] = {
  &ter_mark_bar,    &ter_mark_text, &ter_mark_map,  &ter_mark_line, &ter_mark_area, &ter_mark_point,
  &ter_mark_circle, &ter_mark_arc,  &ter_mark_rect, &ter_mark_tick, &ter_mark_rule,
};

const TerMarkType *
ter_mark_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i]->name, name) == 0)
      return types[i];
  return NULL;
}

const TerMarkType *
ter_mark_get (TerMark mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i]->mark == mark)
      return types[i];
  return NULL;
}

/* ---- Words ---- */

char *
ter_mark_join (char **parts, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean met = parts[i] == NULL || *parts[i] == '\0';

      for (guint j = 0; j < i && !met; j++)
        met = g_strcmp0 (parts[i], parts[j]) == 0;
      if (!met)
        g_strv_builder_add (builder, parts[i]);
    }
  all = g_strv_builder_end (builder);
  return g_strjoinv (", ", all);
}

char *
ter_figure_dup_datum_name (TerFigure *self, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (self, index);

  g_return_val_if_fail (datum != NULL, g_strdup (""));

  if (datum->guide > 0)
    return g_strdup (ter_figure_get_guide (self, datum->guide - 1)->name);
  if (self->parsed.type != NULL && self->parsed.type->dup_name != NULL)
    return self->parsed.type->dup_name (self, datum);
  return ter_mark_join ((char *[]) { (char *) ter_figure_get_category (self, datum->category),
                                     (char *) ter_figure_get_group (self, datum->group),
                                     (char *) ter_figure_get_series (self, datum->series) },
                        3);
}

char *
ter_mark_dup_full_name (TerFigure *figure, guint datum)
{
  g_autofree char *name = ter_figure_dup_datum_name (figure, datum);
  const char *facet = ter_figure_get_facet (figure, ter_figure_get_datum (figure, datum)->facet);

  if (*facet == '\0')
    return g_steal_pointer (&name);
  return *name != '\0' ? g_strdup_printf (_ ("%s, %s"), facet, name) : g_strdup (facet);
}

/* "12", or "from 8 to 15" */
static char *
dup_guide_text (TerFigure *self, const TerGuide *guide)
{
  g_autofree char *from = ter_figure_dup_guide_value (self, guide, guide->from);
  g_autofree char *to = ter_figure_dup_guide_value (self, guide, guide->to);

  /* Translators: the two ends of a band across a chart. */
  return guide->from == guide->to ? g_steal_pointer (&from) : g_strdup_printf (_ ("from %s to %s"), from, to);
}

/* Whether a value is a part of something whole, and not already in per cent. */
static gboolean
has_part (TerFigure *self, const TerDatum *datum)
{
  return self->parsed.stack == TER_STACK_NORMALIZE && datum->guide == 0 && !isnan (datum->value) &&
         g_strcmp0 (self->value->unit, "%") != 0;
}

char *
ter_figure_dup_datum_text (TerFigure *self, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (self, index);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (datum != NULL, g_strdup (""));

  name = ter_figure_dup_datum_name (self, index);
  if (datum->guide > 0)
    value = dup_guide_text (self, ter_figure_get_guide (self, datum->guide - 1));
  else
    value = self->parsed.type->dup_value != NULL ? self->parsed.type->dup_value (self, datum)
                                                 : ter_figure_dup_value_text (self, datum->value);
  if (*name == '\0')
    return g_steal_pointer (&value);
  if (!has_part (self, datum))
    /* Translators: a name and its value. */
    return g_strdup_printf (_ ("%s: %s"), name, value);
  part = ter_number_format_unit (fabs (datum->end - datum->start) * 100, self->parsed.type->part_decimals, "%");
  /* Translators: a name, its value, and that value as a part of the whole. */
  return g_strdup_printf (_ ("%s: %s, %s of the whole"), name, value, part);
}

char *
ter_mark_dup_in_series (TerFigure *figure, char *count)
{
  guint n_series = ter_figure_get_n_series (figure);
  g_autofree char *values = count;
  g_autofree char *series = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u series", "%u series", n_series), n_series);

  /* Translators: how many values, in how many series: "12 values in 3 series". */
  return g_strdup_printf (_ ("%s in %s"), values, series);
}

char *
ter_mark_dup_points (TerFigure *figure, guint n)
{
  char *points = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point", "%u points", n), n);

  return ter_figure_has_legend (figure) ? ter_mark_dup_in_series (figure, points) : points;
}

char *
ter_mark_dup_parts (TerFigure *figure, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", n), n);
}
