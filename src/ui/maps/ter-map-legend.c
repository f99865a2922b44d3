/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-legend.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ter-map-paint.h"
#include "ter-number.h"

/* A sample of a colour, of the hatching of "no data" (index -1), or of all colours of a continuous scale. It follows the style. */
#define TER_TYPE_MAP_SWATCH (ter_map_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TerMapSwatch, ter_map_swatch, TER, MAP_SWATCH, GtkWidget)

struct _TerMapSwatch
{
  GtkWidget parent_instance;
  TerMapScale scale;
  int index;
};

G_DEFINE_FINAL_TYPE (TerMapSwatch, ter_map_swatch, GTK_TYPE_WIDGET)

static void
snapshot_hatching (GtkSnapshot *snapshot, const TerMapStyle *style, int width, int height)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color = style->foreground;

  for (int x = -height; x < width; x += 8)
    {
      gsk_path_builder_move_to (builder, x, height);
      gsk_path_builder_line_to (builder, x + height, 0);
    }
  path = gsk_path_builder_free_to_path (builder);
  color.alpha *= style->high_contrast ? 0.8f : 0.4f;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_colors (TerMapSwatch *self, GtkSnapshot *snapshot, const TerMapStyle *style, int width, int height)
{
  guint n = self->scale.continuous ? TER_MAP_SCALE_STEPS : 1;

  for (guint i = 0; i < n; i++)
    {
      double from = floor ((double) width * i / n), to = floor ((double) width * (i + 1) / n);
      GdkRGBA color;

      ter_map_style_get_class (style, &self->scale, self->scale.continuous ? i : (guint) self->index, &color);
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (from, 0, to - from, height));
    }
}

static void
ter_map_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerMapSwatch *self = TER_MAP_SWATCH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TerMapStyle style;
  GdkRGBA border;
  GskRoundedRect outline;

  ter_map_style_init (&style, widget);
  border = style.foreground;
  border.alpha *= style.high_contrast ? 1.0f : 0.3f;
  if (self->index < 0)
    snapshot_hatching (snapshot, &style, width, height);
  else
    snapshot_colors (self, snapshot, &style, width, height);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { border, border, border, border });
}

static void
ter_map_swatch_class_init (TerMapSwatchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = ter_map_swatch_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ter_map_swatch_init (TerMapSwatch *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), 26, 16);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
swatch_new (const TerMapScale *scale, int index)
{
  TerMapSwatch *self = g_object_new (TER_TYPE_MAP_SWATCH, NULL);

  self->scale = *scale;
  self->index = index;
  return GTK_WIDGET (self);
}

/* ---- Words ---- */

gboolean
ter_map_legend_is_whole (const double *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]) && values[i] != floor (values[i]))
      return FALSE;
  return TRUE;
}

/* As many as tell the bounds apart. */
static int
count_decimals (const TerClasses *classes)
{
  int decimals = 1;

  for (guint i = 0; i < classes->n_classes; i++)
    while (decimals < 15 && classes->bounds[i + 1] > classes->bounds[i] &&
           classes->bounds[i + 1] - classes->bounds[i] < 2.0 / pow (10.0, decimals))
      decimals++;
  return decimals;
}

static char *
dup_bound (const TerClasses *classes, double value, int decimals)
{
  return classes->years ? ter_number_format_year (value, decimals) : ter_number_format (value, decimals);
}

static char *
dup_range (const TerClasses *classes, double from, double to, int decimals, gboolean exact)
{
  g_autofree char *low = dup_bound (classes, from, decimals), *high = dup_bound (classes, to, decimals);

  if (from >= to)
    return g_steal_pointer (&high);
  if (exact)
    /* Translators: a class of values: "from 1 to 3". */
    return g_strdup_printf (_ ("%s to %s"), low, high);
  /* Translators: a class of values: the first and what is above it, but not the second. */
  return g_strdup_printf (_ ("%s to less than %s"), low, high);
}

/* Counts are told by their first and last whole number: "3", "4 to 6". */
static char *
dup_whole_range (const TerClasses *classes, guint index)
{
  gboolean last = index + 1 == classes->n_classes;
  double from = classes->bounds[index], to = classes->bounds[index + 1];

  if (classes->from_below)
    return dup_range (classes, ceil (from), last ? floor (to) : ceil (to) - 1.0, 0, TRUE);
  return dup_range (classes, index == 0 ? ceil (from) : floor (from) + 1.0, floor (to), 0, TRUE);
}

char *
ter_map_legend_dup_range (const TerClasses *classes, guint index, gboolean whole)
{
  double from = classes->bounds[index], to = classes->bounds[index + 1];
  int decimals = count_decimals (classes);
  g_autofree char *low = dup_bound (classes, isinf (from) ? 0 : from, decimals);
  g_autofree char *high = dup_bound (classes, isinf (to) ? 0 : to, decimals);

  if (isinf (from) && isinf (to))
    return g_strdup (_ ("all values"));
  if (isinf (from))
    /* Translators: a class of values. */
    return g_strdup_printf (_ ("less than %s"), high);
  if (isinf (to))
    /* Translators: a class of values. */
    return g_strdup_printf (_ ("%s or more"), low);
  if (whole)
    return dup_whole_range (classes, index);
  if (classes->from_below || index == 0)
    return dup_range (classes, from, to, decimals, index + 1 == classes->n_classes || !classes->from_below);
  /* Translators: a class of values above the first and at most the second. */
  return g_strdup_printf (_ ("above %s, up to %s"), low, high);
}

/* ---- The legend ---- */

static void
append_item (GtkWidget *legend, GtkWidget *swatch, const char *words, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: a class of a map's legend and how many territories are in it: "3 to 5 (12)". */
  g_autofree char *text = g_strdup_printf (_ ("%s (%u)"), words, n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (ADW_WRAP_BOX (legend), box);
}

static void
append_band (GtkWidget *legend, const TerMapScale *scale)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = swatch_new (scale, 0);
  g_autofree char *low = dup_bound (&scale->classes, scale->from, 1), *high = dup_bound (&scale->classes, scale->to, 1);
  g_autofree char *middle = dup_bound (&scale->classes, scale->middle, 1);
  /* Translators: what a map's colours go away from, in both directions: "middle: 0". */
  g_autofree char *words = g_strdup_printf (_ ("middle: %s"), middle);

  gtk_widget_set_size_request (swatch, 120, 16);
  gtk_box_append (GTK_BOX (box), gtk_label_new (low));
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (high));
  adw_wrap_box_append (ADW_WRAP_BOX (legend), box);
  if (scale->diverging)
    adw_wrap_box_append (ADW_WRAP_BOX (legend), gtk_label_new (words));
}

GtkWidget *
ter_map_legend_new (const TerMapScale *scale, const double *values, guint n_values)
{
  GtkWidget *legend = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 18, "line-spacing", 6, NULL);
  gboolean whole = ter_map_legend_is_whole (values, n_values);
  guint counts[TER_MAX_CLASSES] = { 0 }, n_missing = 0;

  gtk_widget_add_css_class (legend, "caption");
  for (guint i = 0; i < n_values; i++)
    {
      int class = ter_map_scale_find (scale, values[i]);

      if (class < 0)
        n_missing++;
      else if (!scale->continuous)
        counts[class]++;
    }
  if (scale->continuous)
    append_band (legend, scale);
  for (guint i = 0; !scale->continuous && i < scale->classes.n_classes; i++)
    {
      g_autofree char *range = ter_map_legend_dup_range (&scale->classes, i, whole);

      append_item (legend, swatch_new (scale, i), range, counts[i]);
    }
  if (n_missing > 0)
    append_item (legend, swatch_new (scale, -1), _ ("no data"), n_missing);
  return legend;
}
