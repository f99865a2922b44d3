/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-drawing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-chart.h"
#include "ter-figure-map.h"
#include "ter-legend-view.h"
#include "ter-portrait.h"
#include "ter-territory-words.h"
#include "ter-box.h"
#include "ter-card-grid.h"
#include "ter-heading.h"
#include "ter-notice.h"

/* Longer ones are folded, with a button for the rest. */
#define MOST_CATEGORIES 20
#define FOLDED_CATEGORIES 15

#define PANEL_WIDTH 220
#define MAP_WIDTH 300

struct _TerFigureDrawing
{
  GtkBox parent_instance;
  TerContext *context;
  TerEntry *dashboard;
  TerFigureVariants *variants;         /* the view's */
  TerFigure *figure;                   /* the one that shows; nullable */
  char *title;                         /* without what is chosen */
  GtkWidget *legends, *holder, *below; /* boxes; below: the button for the rest of a long chart */
  GtkWidget *own;                      /* a label */
  GtkWidget *chart;                    /* nullable: a chart that is not in panels */
  GtkWidget *map;                      /* nullable: a map that is not in panels */
  GPtrArray *maps;                     /* of GtkWidget: that one, or those in panels, each a TerFigureMap or why it is none */
  int own_datum;                       /* of the reader's own territory; -1: none */
};

G_DEFINE_FINAL_TYPE (TerFigureDrawing, ter_figure_drawing, GTK_TYPE_BOX)

static void
show_all_cb (TerFigureDrawing *self, GtkButton *button)
{
  ter_chart_set_max_categories (TER_CHART (self->chart), 0);
  gtk_widget_grab_focus (self->chart);
  ter_box_clear (GTK_BOX (self->below));
}

static void
fold (TerFigureDrawing *self)
{
  GtkWidget *button;
  guint n = ter_figure_get_n_categories (self->figure);
  g_autofree char *label = NULL;

  if (n <= MOST_CATEGORIES)
    return;
  ter_chart_set_max_categories (TER_CHART (self->chart), FOLDED_CATEGORIES);
  /* Translators: a button under a long chart: how many bars there are in all. */
  label = g_strdup_printf (g_dngettext (NULL, "Show All %u", "Show All %u", n), n);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->below), button);
}

/* Small multiples: side by side where the author wants columns and there is room, else one below the other. */
static GtkWidget *
panels_new (TerFigureDrawing *self, const char *spoken)
{
  gboolean columns = ter_figure_has_facet_columns (self->figure);
  GtkWidget *box = columns ? ter_card_grid_new (PANEL_WIDTH) : gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < ter_figure_get_n_facets (self->figure); i++)
    {
      const char *title = ter_figure_get_facet (self->figure, i);
      /* Translators: the title of a figure, then that of one of its panels. */
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->title, title);
      GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (panel), ter_heading_new (title, 4));
      gtk_box_append (GTK_BOX (panel), ter_chart_new (self->figure, i, name, spoken));
      if (columns)
        ter_card_grid_append (box, panel);
      else
        gtk_box_append (GTK_BOX (box), panel);
    }
  return box;
}

static GtkWidget *
map_new (TerFigureDrawing *self, TerFigure *figure, const char *name, const char *spoken)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *map = ter_figure_map_new (self->context, self->dashboard, figure, name, spoken, &error);

  if (map == NULL)
    map = ter_notice_new (error->message);
  g_ptr_array_add (self->maps, map);
  return map;
}

/* Maps of all choices: the other marks stand in panels of one figure. */
static GtkWidget *
maps_new (TerFigureDrawing *self, const char *spoken)
{
  GtkWidget *grid = ter_card_grid_new (MAP_WIDTH);

  for (guint i = 0; i < self->variants->figures->len; i++)
    {
      g_autofree char *title = ter_figure_params_dup_label (self->variants->params, i, self->variants->table);
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->title, title);
      GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      gtk_box_append (GTK_BOX (panel), ter_heading_new (title, 4));
      gtk_box_append (GTK_BOX (panel), map_new (self, self->variants->figures->pdata[i], name, spoken));
      ter_card_grid_append (grid, panel);
    }
  return grid;
}

static void
draw (TerFigureDrawing *self, gboolean side_by_side, const char *title, const char *spoken)
{
  gboolean is_map = ter_figure_get_mark (self->figure) == TER_MARK_MAP;

  if (self->map != NULL && is_map && !side_by_side)
    {
      if (TER_IS_FIGURE_MAP (self->map))
        ter_figure_map_set_figure (TER_FIGURE_MAP (self->map), self->figure, spoken);
      return;
    }
  ter_box_clear (GTK_BOX (self->holder));
  ter_box_clear (GTK_BOX (self->below));
  self->chart = self->map = NULL;
  g_ptr_array_set_size (self->maps, 0);
  if (is_map && side_by_side)
    gtk_box_append (GTK_BOX (self->holder), maps_new (self, spoken));
  else if (is_map)
    {
      self->map = map_new (self, self->figure, self->title, spoken);
      gtk_box_append (GTK_BOX (self->holder), self->map);
    }
  else if (ter_figure_get_n_facets (self->figure) > 1)
    gtk_box_append (GTK_BOX (self->holder), panels_new (self, spoken));
  else
    {
      self->chart = ter_chart_new (self->figure, 0, title, spoken);
      gtk_box_append (GTK_BOX (self->holder), self->chart);
      if (ter_figure_get_mark (self->figure) == TER_MARK_BAR)
        fold (self);
    }
}

static void
draw_legend (TerFigureDrawing *self)
{
  GtkWidget *legend = ter_figure_get_mark (self->figure) != TER_MARK_MAP ? ter_legend_view_new_for_figure (self->figure) : NULL;

  ter_box_clear (GTK_BOX (self->legends));
  if (legend != NULL)
    gtk_box_append (GTK_BOX (self->legends), legend);
  gtk_widget_set_visible (self->legends, legend != NULL);
}

/* The reader's own territory, or the one of the table's level that holds it: outlined, and told below. A map does it itself. */
void
ter_figure_drawing_update_own (TerFigureDrawing *self)
{
  TerPack *pack = ter_entry_get_pack (self->dashboard);
  JsonObject *resource = ter_pack_find_resource (pack, ter_table_get_name (self->variants->table));
  g_autoptr (TerTerritory) mine = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  const char *code = NULL;
  gboolean found = FALSE;
  TerLevel level;
  guint datum;

  if (self->chart != NULL && ter_portrait_get_level (pack, resource, &level))
    {
      mine = ter_context_dup_territory (self->context);
      code = mine != NULL ? ter_territory_get_code_at (mine, ter_level_get_name (level)) : NULL;
      found = code != NULL && ter_figure_find_datum (self->figure, "code", code, &datum);
    }
  if (self->chart != NULL)
    ter_chart_set_own (TER_CHART (self->chart), found ? (int) datum : -1);
  self->own_datum = found ? (int) datum : -1;
  if (found)
    {
      text = ter_figure_dup_datum_text (self->figure, datum);
      line = ter_territory_words_dup_mine (text);
      gtk_label_set_label (GTK_LABEL (self->own), line);
    }
  gtk_widget_set_visible (self->own, found);
}

static void
ter_figure_drawing_dispose (GObject *object)
{
  TerFigureDrawing *self = TER_FIGURE_DRAWING (object);

  g_clear_object (&self->context);
  g_clear_object (&self->dashboard);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->maps, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_figure_drawing_parent_class)->dispose (object);
}

static void
ter_figure_drawing_class_init (TerFigureDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_figure_drawing_dispose;
}

static void
ter_figure_drawing_init (TerFigureDrawing *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->maps = g_ptr_array_new ();
  self->own_datum = -1;
  self->legends = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->own = ter_heading_new_text ("", "heading");
  gtk_box_append (GTK_BOX (self), self->legends);
  gtk_box_append (GTK_BOX (self), self->holder);
  gtk_box_append (GTK_BOX (self), self->below);
  gtk_box_append (GTK_BOX (self), self->own);
}

GtkWidget *
ter_figure_drawing_new (TerContext *context, TerEntry *dashboard, TerFigureVariants *variants, const char *title)
{
  TerFigureDrawing *self;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && variants != NULL, NULL);

  self = g_object_new (TER_TYPE_FIGURE_DRAWING, NULL);
  self->context = g_object_ref (context);
  self->dashboard = g_object_ref (dashboard);
  self->variants = variants;
  self->title = g_strdup (title);
  return GTK_WIDGET (self);
}

void
ter_figure_drawing_show (TerFigureDrawing *self, TerFigure *figure, gboolean side_by_side, const char *title, const char *spoken)
{
  g_return_if_fail (TER_IS_FIGURE_DRAWING (self) && TER_IS_FIGURE (figure));

  g_set_object (&self->figure, figure);
  draw_legend (self);
  draw (self, side_by_side, title, spoken);
  ter_figure_drawing_update_own (self);
}

guint
ter_figure_drawing_get_row (TerFigureDrawing *self)
{
  const TerDatum *datum;

  g_return_val_if_fail (TER_IS_FIGURE_DRAWING (self), TER_NO_ROW);

  datum = self->chart != NULL ? ter_chart_get_cursor_datum (TER_CHART (self->chart)) : NULL;
  return datum != NULL ? datum->row : TER_NO_ROW;
}

static void
add_maps_to_picture (TerFigureDrawing *self, TerPicture *picture)
{
  for (guint i = 0; i < self->maps->len; i++)
    {
      g_autofree char *title =
        self->maps->len > 1 ? ter_figure_params_dup_label (self->variants->params, i, self->variants->table) : NULL;

      if (TER_IS_FIGURE_MAP (self->maps->pdata[i]))
        ter_figure_map_add_to_picture (self->maps->pdata[i], picture, title);
    }
}

void
ter_figure_drawing_add_to_picture (TerFigureDrawing *self, TerPicture *picture)
{
  g_return_if_fail (TER_IS_FIGURE_DRAWING (self) && picture != NULL);

  if (self->figure != NULL && ter_figure_get_mark (self->figure) == TER_MARK_MAP)
    add_maps_to_picture (self, picture);
  else if (self->figure != NULL)
    ter_picture_add_figure (picture, self->figure, self->chart != NULL ? ter_chart_get_max_categories (TER_CHART (self->chart)) : 0,
                            self->own_datum);
}
