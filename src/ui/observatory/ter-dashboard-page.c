/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-dashboard-page.h"

#include <glib/gi18n.h>

#include "ter-entry-reader.h"
#include "ter-figure-group.h"
#include "ter-figure-loader.h"
#include "ter-json.h"

#define WIDTH 1200
#define READING_WIDTH 860

/* What is made before the page is shown: as much as the tallest screen holds. The rest follows while the reader looks. */
#define FIRST_FIGURES 4

struct _TerDashboardPage
{
  TerPage parent_instance;

  TerEntry *entry;
  GCancellable *cancellable;
  GHashTable *tables;
  GtkWidget *groups;     /* the box they go into; borrowed */
  TerFigureGroup *group; /* the one being filled; borrowed */
  guint next_group;
  guint idle;
};

G_DEFINE_FINAL_TYPE (TerDashboardPage, ter_dashboard_page, TER_TYPE_PAGE)

static JsonArray *
get_groups (TerDashboardPage *self)
{
  return ter_json_get_array (ter_entry_get_object (self->entry), "groups");
}

static guint
count_figures (TerDashboardPage *self)
{
  guint n = 0;

  for (guint i = 0; i < ter_json_array_length (get_groups (self)); i++)
    n += ter_json_array_length (ter_json_get_array (ter_json_array_object (get_groups (self), i), "figures"));
  return n;
}

/* Makes one more figure, or begins the next group. %FALSE when the dashboard is complete. */
static gboolean
step (TerDashboardPage *self)
{
  JsonArray *groups = get_groups (self);
  JsonObject *group;

  if (self->group != NULL && ter_figure_group_step (self->group))
    return TRUE;
  self->group = NULL;
  if (self->next_group >= ter_json_array_length (groups))
    return FALSE;
  group = ter_json_array_object (groups, self->next_group++);
  if (group != NULL)
    {
      self->group =
        TER_FIGURE_GROUP (ter_figure_group_new (ter_page_get_context (TER_PAGE (self)), self->entry, group, self->tables));
      gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->group));
    }
  return TRUE;
}

static gboolean
step_cb (gpointer user_data)
{
  TerDashboardPage *self = user_data;

  if (step (self))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  g_clear_pointer (&self->tables, g_hash_table_unref);
  return G_SOURCE_REMOVE;
}

static void
append_clamped (GtkWidget *box, GtkWidget *child)
{
  GtkWidget *clamp;

  if (child == NULL)
    return;
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), READING_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), READING_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), clamp);
}

static void
stop (TerDashboardPage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  self->groups = NULL;
  self->group = NULL;
  self->next_group = 0;
}

static void
show (TerDashboardPage *self, TerReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);
  self->tables = ter_figure_loader_new_tables ();
  append_clamped (box, ter_reading_new_head (reading, ter_page_get_context (TER_PAGE (self))));
  append_clamped (box, ter_reading_new_text (reading));
  gtk_box_append (GTK_BOX (box), self->groups);
  append_clamped (box, ter_reading_new_foot (reading, ter_page_get_context (TER_PAGE (self))));
  for (guint i = 0; i < FIRST_FIGURES && step (self); i++)
    ;
  ter_page_set_content (TER_PAGE (self), box, WIDTH);
  self->idle = g_idle_add (step_cb, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerDashboardPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerReading) reading = ter_reading_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    {
      ter_page_set_error (TER_PAGE (self), _ ("This dashboard cannot be read"), error);
      return;
    }
  if (count_figures (self) == 0)
    ter_page_set_empty (TER_PAGE (self), "view-list-symbolic", _ ("No figures yet"),
                        _ ("This dashboard of the pack has no figure."));
  else
    show (self, reading);
  ter_reading_remember (ter_page_get_context (TER_PAGE (self)), self->entry);
}

static void
ter_dashboard_page_load (TerPage *page)
{
  TerDashboardPage *self = TER_DASHBOARD_PAGE (page);

  stop (self);
  self->cancellable = g_cancellable_new ();
  ter_page_set_loading (page);
  ter_reading_load_async (ter_page_get_context (page), self->entry, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
ter_dashboard_page_dispose (GObject *object)
{
  TerDashboardPage *self = TER_DASHBOARD_PAGE (object);

  stop (self);
  g_clear_object (&self->entry);
  G_OBJECT_CLASS (ter_dashboard_page_parent_class)->dispose (object);
}

static void
ter_dashboard_page_class_init (TerDashboardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_dashboard_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_dashboard_page_load;
}

static void
ter_dashboard_page_init (TerDashboardPage *self)
{
}

TerPage *
ter_dashboard_page_new (TerContext *context, TerEntry *entry)
{
  TerDashboardPage *self;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (entry), NULL);

  self = g_object_new (TER_TYPE_DASHBOARD_PAGE, "context", context, "title", ter_entry_get_title (entry), NULL);
  self->entry = g_object_ref (entry);
  return TER_PAGE (self);
}
