/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-legend-view.h"

#include <adwaita.h>

#include "ter-canvas-snapshot.h"

/* A sample of what is drawn; it follows the style. */
#define TER_TYPE_SWATCH (ter_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TerSwatch, ter_swatch, TER, SWATCH, GtkWidget)

struct _TerSwatch
{
  GtkWidget parent_instance;
  TerLegend *legend;
  const TerLegendItem *item; /* the legend's */
};

G_DEFINE_FINAL_TYPE (TerSwatch, ter_swatch, GTK_TYPE_WIDGET)

static void
ter_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerSwatch *self = TER_SWATCH (widget);
  TerPaintStyle style = ter_canvas_snapshot_get_style (widget);
  g_auto (TerCanvasSnapshot) canvas = { 0 };

  ter_canvas_snapshot_init (&canvas, snapshot);
  ter_legend_draw_sample (self->legend, self->item, &canvas.canvas, &style);
}

static void
ter_swatch_dispose (GObject *object)
{
  g_clear_pointer (&TER_SWATCH (object)->legend, ter_legend_unref);
  G_OBJECT_CLASS (ter_swatch_parent_class)->dispose (object);
}

static void
ter_swatch_class_init (TerSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_swatch_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ter_swatch_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ter_swatch_init (TerSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
swatch_new (TerLegend *legend, const TerLegendItem *item)
{
  TerSwatch *self = g_object_new (TER_TYPE_SWATCH, NULL);

  self->legend = ter_legend_ref (legend);
  self->item = item;
  gtk_widget_set_size_request (GTK_WIDGET (self), (int) item->width, (int) item->height);
  return GTK_WIDGET (self);
}

static GtkWidget *
text_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
}

static GtkWidget *
item_new (TerLegend *legend, const TerLegendItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (item->before != NULL)
    gtk_box_append (GTK_BOX (box), text_new (item->before));
  if (item->sample != TER_SAMPLE_NONE)
    gtk_box_append (GTK_BOX (box), swatch_new (legend, item));
  if (item->text != NULL)
    gtk_box_append (GTK_BOX (box), text_new (item->text));
  return box;
}

static GtkWidget *
group_new (TerLegend *legend, const TerLegendGroup *group)
{
  GtkWidget *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 18, "line-spacing", 6, NULL);

  if (group->title != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (line), text_new (group->title));
  for (guint i = 0; i < group->items->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (line), item_new (legend, &g_array_index (group->items, TerLegendItem, i)));
  return line;
}

GtkWidget *
ter_legend_view_new (TerLegend *legend)
{
  GtkWidget *box;

  g_return_val_if_fail (legend != NULL, NULL);

  if (ter_legend_get_n_groups (legend) == 1)
    return group_new (legend, ter_legend_get_group (legend, 0));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < ter_legend_get_n_groups (legend); i++)
    gtk_box_append (GTK_BOX (box), group_new (legend, ter_legend_get_group (legend, i)));
  return box;
}

/* The height of a line of text, which points are measured in. */
static double
get_line (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("0"));
  int height;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  return height;
}

GtkWidget *
ter_legend_view_new_for_figure (TerFigure *figure)
{
  g_autoptr (TerLegend) legend = ter_legend_new (figure, get_line ());

  return legend != NULL ? ter_legend_view_new (legend) : NULL;
}
