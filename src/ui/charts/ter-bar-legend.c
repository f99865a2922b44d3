/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bar-legend.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-bar-paint.h"

/* A sample of a series' colour and pattern. */
#define TER_TYPE_SWATCH (ter_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TerSwatch, ter_swatch, TER, SWATCH, GtkWidget)

struct _TerSwatch
{
  GtkWidget parent_instance;
  TerFigure *figure;
  guint series;
};

G_DEFINE_FINAL_TYPE (TerSwatch, ter_swatch, GTK_TYPE_WIDGET)

static void
ter_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TerSwatch *self = TER_SWATCH (widget);
  TerBarPaint paint;
  GdkRGBA foreground;

  gtk_widget_get_color (widget, &foreground);
  ter_bar_paint_init (&paint, self->figure, self->series);
  ter_bar_paint_snapshot (&paint, snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)),
                          2, &foreground);
}

static void
ter_swatch_dispose (GObject *object)
{
  g_clear_object (&TER_SWATCH (object)->figure);
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
  gtk_widget_set_size_request (GTK_WIDGET (self), 26, 16);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* The series' name; when there is one bar, its value too, since a thin part has no room for it. */
static char *
dup_item_text (TerFigure *figure,
               guint      series)
{
  const char *name = ter_figure_get_series (figure, series);

  for (guint i = 0; ter_figure_get_n_categories (figure) == 1 && i < ter_figure_get_n_bars (figure); i++)
    if (ter_figure_get_bar (figure, i)->series == series)
      {
        g_autofree char *value = ter_figure_dup_value_text (figure, ter_figure_get_bar (figure, i)->value);

        return g_strdup_printf (_("%s: %s"), name, value);
      }
  return g_strdup (name);
}

static GtkWidget *
legend_item_new (TerFigure *figure,
                 guint      series)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_item_text (figure, series);
  GtkWidget *label = gtk_label_new (text);
  TerSwatch *swatch = g_object_new (TER_TYPE_SWATCH, NULL);

  swatch->figure = g_object_ref (figure);
  swatch->series = series;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (swatch));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
ter_bar_legend_new (TerFigure *figure)
{
  GtkWidget *legend;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  if (!ter_figure_has_legend (figure))
    return NULL;
  legend = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 18, "line-spacing", 6, NULL);
  for (guint i = 0; i < ter_figure_get_n_series (figure); i++)
    adw_wrap_box_append (ADW_WRAP_BOX (legend), legend_item_new (figure, i));
  return legend;
}
