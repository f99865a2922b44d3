/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-home-figures.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-chart.h"
#include "ter-card-grid.h"
#include "ter-figure-loader.h"
#include "ter-figure-number.h"
#include "ter-figure-summary.h"
#include "ter-heading.h"
#include "ter-json.h"
#include "ter-provenance.h"

/* A glance, not the whole: the dashboard has the rest. */
#define MAX_CATEGORIES 5

typedef struct
{
  TerContext *context;
  GHashTable *tables; /* those already read: figures share them */
  GtkWidget *numbers;
  GtkWidget *charts;
} Figures;

static GtkWidget *
open_button_new (TerEntry *dashboard, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (ter_entry_get_title (dashboard));
  g_autofree char *tip = NULL;

  /* Translators: a button's tooltip; the first %s is a dashboard, the second one of its figures. */
  tip = g_strdup_printf (_ ("Open “%s”: %s"), ter_entry_get_title (dashboard), title);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ter_actions_entry_target (dashboard));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_GO_TO);

  return button;
}

static GtkWidget *
chart_card_new (TerEntry *dashboard, JsonObject *object, TerFigureVariants *variants)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  TerFigure *figure = ter_figure_variants_get_initial (variants);
  const char *own_title = ter_entry_get_text (dashboard, object, "title");
  const char *description = ter_entry_get_text (dashboard, object, "description");
  g_autofree char *title = NULL;
  g_autofree char *summary = ter_figure_summary_dup (figure);
  GtkWidget *chart;

  title = ter_figure_variants_dup_title (variants, own_title != NULL ? own_title : ter_entry_get_title (dashboard),
                                         ter_figure_params_get_initial (variants->params));
  chart = ter_chart_new (figure, 0, title, description ? description : summary);
  ter_chart_set_max_categories (TER_CHART (chart), MAX_CATEGORIES);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ter-home-chart");
  gtk_box_append (GTK_BOX (card), ter_heading_new (title, 3));
  gtk_box_append (GTK_BOX (card), chart);
  if (ter_figure_get_n_categories (figure) > MAX_CATEGORIES)
    {
      g_autofree char *text = g_strdup_printf (_ ("The first %u of %u"), MAX_CATEGORIES, ter_figure_get_n_categories (figure));

      gtk_box_append (GTK_BOX (card), ter_heading_new_text (text, "caption"));
    }
  gtk_box_append (GTK_BOX (card), ter_provenance_new_for_object (dashboard, object));
  gtk_box_append (GTK_BOX (card), open_button_new (dashboard, title));

  return card;
}

static void
append_figure (Figures *self, TerEntry *dashboard, const char *figure_id)
{
  JsonObject *object = ter_figure_loader_find (dashboard, figure_id);
  g_autoptr (TerFigureVariants) variants = NULL;
  TerFigure *figure;
  GtkWidget *card;

  /* A figure that is not there, or cannot be read, is told by its dashboard and by the checker; the home page does without. */
  if (object != NULL)
    variants = ter_figure_loader_load_variants (ter_context_get_library (self->context), dashboard, object,
                                                ter_context_get_territory (self->context), self->tables, NULL);
  if (variants == NULL)
    return;
  figure = ter_figure_variants_get_initial (variants);

  if (ter_figure_get_mark (figure) == TER_MARK_BAR && ter_figure_get_n_facets (figure) == 1)
    {
      ter_card_grid_append (self->charts, chart_card_new (dashboard, object, variants));
    }
  else if (ter_figure_get_mark (figure) == TER_MARK_TEXT)
    {
      card = ter_figure_number_new_for_action (self->context, dashboard, figure_id);
      if (card != NULL)
        ter_card_grid_append (self->numbers, card);
    }
}

static void
append_if_filled (GtkWidget *box, GtkWidget *grid)
{
  g_object_ref_sink (grid);
  if (gtk_widget_get_first_child (grid) != NULL)
    gtk_box_append (GTK_BOX (box), grid);
  g_object_unref (grid);
}

GtkWidget *
ter_home_figures_new (TerContext *context, TerPack *pack, JsonArray *references)
{
  g_autoptr (GHashTable) tables = ter_figure_loader_new_tables ();
  Figures self = { context, tables, ter_card_grid_new (230), ter_card_grid_new (330) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < ter_json_array_length (references); i++)
    {
      const char *reference = ter_json_array_string (references, i);
      g_auto (GStrv) parts = g_strsplit (reference ? reference : "", "/", 2);
      g_autoptr (TerEntry) dashboard = NULL;

      if (g_strv_length (parts) != 2)
        continue;
      dashboard = ter_library_dup_entry (ter_context_get_library (context), ter_pack_get_id (pack), parts[0], NULL);
      if (dashboard != NULL)
        append_figure (&self, dashboard, parts[1]);
    }
  append_if_filled (box, self.numbers);
  append_if_filled (box, self.charts);
  if (gtk_widget_get_first_child (box) != NULL)
    return box;
  g_object_ref_sink (box);
  g_object_unref (box);

  return NULL;
}
