/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-group.h"

#include <glib/gi18n.h>

#include "ter-figure-loader.h"
#include "ter-figure-number.h"
#include "ter-figure-view.h"
#include "ter-json.h"
#include "ter-number-table.h"
#include "ter-card-grid.h"
#include "ter-heading.h"
#include "ter-notice.h"

#define NUMBER_WIDTH 240
#define CHART_WIDTH 480

struct _TerFigureGroup
{
  GtkBox parent_instance;

  TerContext *context;
  TerEntry *dashboard;
  JsonObject *group;
  GHashTable *tables;
  TerNumberTable *numbers_table;
  GtkWidget *numbers; /* nullable: a grid of numbers */
  GtkWidget *charts;  /* nullable: a grid of charts */
  guint next;
};

G_DEFINE_FINAL_TYPE (TerFigureGroup, ter_figure_group, GTK_TYPE_BOX)

/* Whether the figures were asked of different people: they may then not be compared as if they were one survey. */
static gboolean
bases_differ (TerEntry *dashboard, JsonArray *figures)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < ter_json_array_length (figures); i++)
    {
      g_autofree char *base = ter_figure_loader_dup_base (dashboard, ter_json_array_object (figures, i));

      if (base != NULL && first != NULL && g_strcmp0 (base, first) != 0)
        return TRUE;
      if (first == NULL)
        first = g_steal_pointer (&base);
    }
  return FALSE;
}

static GtkWidget *
get_grid (TerFigureGroup *self, GtkWidget **grid, int width)
{
  if (*grid == NULL)
    {
      *grid = ter_card_grid_new (width);
      gtk_box_append (GTK_BOX (self), *grid);
    }
  return *grid;
}

static gboolean
is_number (JsonObject *figure)
{
  JsonObject *spec = ter_json_get_object (figure, "spec");
  const char *mark = ter_json_get_string (spec, "mark");

  if (mark == NULL)
    mark = ter_json_get_string (ter_json_get_object (spec, "mark"), "type");
  return g_strcmp0 (mark, "text") == 0;
}

/* Numbers first are shown together, and can be read as one table. */
static void
finish (TerFigureGroup *self)
{
  if (self->numbers != NULL)
    gtk_box_insert_child_after (GTK_BOX (self), ter_number_table_new_expander (self->numbers_table), self->numbers);
}

gboolean
ter_figure_group_step (TerFigureGroup *self)
{
  JsonArray *figures;
  JsonObject *figure;
  GtkWidget *view;

  g_return_val_if_fail (TER_IS_FIGURE_GROUP (self), FALSE);

  figures = ter_json_get_array (self->group, "figures");
  if (self->next >= ter_json_array_length (figures))
    return FALSE;
  figure = ter_json_array_object (figures, self->next++);
  if (figure != NULL && is_number (figure))
    {
      g_autoptr (TerFigure) loaded = ter_figure_loader_load (ter_context_get_library (self->context), self->dashboard, figure,
                                                             ter_context_get_territory (self->context), self->tables, NULL);

      if (loaded != NULL)
        ter_number_table_add (self->numbers_table, self->dashboard, figure, loaded);
    }
  if (figure != NULL)
    {
      view = ter_figure_view_new_with_tables (self->context, self->dashboard, figure, self->tables);
      if (is_number (figure))
        ter_card_grid_append (get_grid (self, &self->numbers, NUMBER_WIDTH), view);
      else
        ter_card_grid_append (get_grid (self, &self->charts, CHART_WIDTH), view);
    }
  if (self->next >= ter_json_array_length (figures))
    finish (self);
  return TRUE;
}

static void
ter_figure_group_dispose (GObject *object)
{
  TerFigureGroup *self = TER_FIGURE_GROUP (object);

  g_clear_object (&self->context);
  g_clear_object (&self->dashboard);
  g_clear_pointer (&self->group, json_object_unref);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->numbers_table, ter_number_table_free);
  G_OBJECT_CLASS (ter_figure_group_parent_class)->dispose (object);
}

static void
ter_figure_group_class_init (TerFigureGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_figure_group_dispose;
}

static void
ter_figure_group_init (TerFigureGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->numbers_table = ter_number_table_new ();
}

GtkWidget *
ter_figure_group_new (TerContext *context, TerEntry *dashboard, JsonObject *group, GHashTable *tables)
{
  TerFigureGroup *self;
  const char *title, *summary;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard) && group != NULL, NULL);

  self = g_object_new (TER_TYPE_FIGURE_GROUP, NULL);
  self->context = g_object_ref (context);
  self->dashboard = g_object_ref (dashboard);
  self->group = json_object_ref (group);
  self->tables = g_hash_table_ref (tables);
  title = ter_entry_get_text (dashboard, group, "title");
  summary = ter_entry_get_text (dashboard, group, "summary");
  /* Its heading tells of it: a group with a name would be said before each figure that one comes to. */
  if (title != NULL)
    gtk_box_append (GTK_BOX (self), ter_heading_new (title, 2));
  if (summary != NULL)
    gtk_box_append (GTK_BOX (self), ter_heading_new_text (summary, NULL));
  if (bases_differ (dashboard, ter_json_get_array (group, "figures")))
    gtk_box_append (GTK_BOX (self),
                    ter_notice_new (_ ("These figures were not asked of the same people: compare them with care.")));
  return GTK_WIDGET (self);
}
