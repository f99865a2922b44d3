/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-mark.h"

/* A map: its places are those of an outline, which the folder maps lays out (https://vega.github.io/vega-lite/docs/geoshape.html). */

/* The outline's side of the lookup is its codes, and what is asked for of the rows is what they are looked up for. */
static char *
check_lookup (TerFigure *self)
{
  JsonObject *lookup = ter_figure_find_lookup (self), *from = ter_json_get_object (lookup, "from");
  gboolean first = ter_figure_is_outline_first (self);
  const char *key = ter_json_get_string (first ? lookup : from, first ? "lookup" : "key");
  g_auto (GStrv) fields = ter_json_dup_strv (from, "fields");
  const char *field = self->parsed.channels[TER_CHANNEL_COLOR].field;

  if (lookup != NULL && g_strcmp0 (key, "properties.code") != 0)
    return g_strdup_printf (_ ("“%s”"), "lookup");
  if (first && (field == NULL || fields == NULL || !g_strv_contains ((const char *const *) fields, field)))
    return g_strdup_printf (_ ("“%s”"), "from.fields");
  return NULL;
}

/* A map: rows looked up in an outline by code, coloured by a number. */
static char *
resolve (TerFigure *self)
{
  const char *key = ter_figure_get_lookup_key (self);
  JsonObject *encoding = ter_json_get_object (self->spec, "encoding");
  JsonNode *tooltip = encoding != NULL ? json_object_get_member (encoding, "tooltip") : NULL;
  JsonArray *tooltips = ter_json_node_array (tooltip);
  char *problem = check_lookup (self) ?: ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_COLOR], &self->value);

  if (problem != NULL)
    return problem;
  if (key == NULL || ter_figure_get_outline (self) == NULL || !ter_figure_has_numbers (self->value))
    return g_strdup (_ ("a map without an outline and a number for each of its territories"));
  self->category_column = ter_frame_find (self->frame, key);
  if (self->category_column == NULL)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), key);
  for (guint i = 0; i < ter_json_array_length (tooltips); i++)
    ter_figure_show_column (self, ter_frame_find (self->frame, ter_json_get_string (ter_json_array_object (tooltips, i), "field")));
  if (self->shown->len == 0 || self->category_column->named)
    ter_figure_show_column (self, self->category_column);
  ter_figure_show_column (self, self->value);
  return NULL;
}

static char *
dup_count (TerFigure *figure, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u territory", "%u territories", n), n);
}

const TerMarkType ter_mark_map = {
  .mark = TER_MARK_MAP,
  .name = "geoshape",
  .channels = TER_MARK_OFFSETS | TER_MARK_CHANNEL (TEXT) | TER_MARK_CHANNEL (SHAPE),
  .traits = TER_MARK_OWN_FORM,
  .resolve = resolve,
  .dup_count = dup_count,
};
