/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-texts.h"

#include <math.h>

#include "ter-hash.h"

#define LABEL_LINES 4
#define TICK_SIZE 0.86

struct _TerPaintTexts
{
  PangoContext *context;
  GHashTable *layouts; /* PangoLayouts, by kind, width and text */
};

TerPaintTexts *
ter_paint_texts_new (PangoContext *context)
{
  TerPaintTexts *self = g_new0 (TerPaintTexts, 1);

  self->context = g_object_ref (context);
  self->layouts = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_object_unref);
  return self;
}

void
ter_paint_texts_free (TerPaintTexts *self)
{
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
layout_new (TerPaintTexts *self, const char *text, TerChartText kind, double max_width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  if (kind == TER_CHART_TICK)
    pango_attr_list_insert (attributes, pango_attr_scale_new (TICK_SIZE));
  if (kind == TER_CHART_TICK || kind == TER_CHART_VALUE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  if (max_width > 0)
    {
      pango_layout_set_width (layout, (int) max_width * PANGO_SCALE);
      pango_layout_set_wrap (layout, kind == TER_CHART_NAME ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
    }
  if (kind == TER_CHART_NAME)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (kind == TER_CHART_LABEL)
    {
      pango_layout_set_height (layout, -LABEL_LINES);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

PangoLayout *
ter_paint_texts_get (TerPaintTexts *self, const char *text, TerChartText kind, double max_width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) kind, (int) max_width, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      layout = layout_new (self, text, kind, max_width);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  return layout;
}

PangoLayout *
ter_paint_texts_create (TerPaintTexts *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (weight != PANGO_WEIGHT_NORMAL)
    pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

void
ter_paint_texts_measure (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer self)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (ter_paint_texts_get (self, text, kind, max_width), NULL, &logical);
  *width = logical.width;
  *height = logical.height;
}

void
ter_paint_texts_draw (TerPaintTexts *self, TerCanvas *canvas, const char *text, TerChartText kind, const TerRect *rect,
                      const TerColor *color)
{
  gboolean broken = kind == TER_CHART_LABEL || kind == TER_CHART_NAME;

  if (text == NULL || *text == '\0' || rect->width <= 0)
    return;
  ter_canvas_text (canvas, ter_paint_texts_get (self, text, kind, broken ? rect->width : 0), round (rect->x), round (rect->y),
                   color);
}
