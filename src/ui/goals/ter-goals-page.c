/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-goals-page.h"

#include <glib/gi18n-lib.h>

#include "ter-goal-tile.h"
#include "ter-widgets.h"

#define TILE_WIDTH 150

struct _TerGoalsPage
{
  TerPage parent_instance;

  TerPack *pack;
  const TerSection *section; /* owned by the pack */
};

G_DEFINE_FINAL_TYPE (TerGoalsPage, ter_goals_page, TER_TYPE_PAGE)

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return ter_goal_get_number (TER_ENTRY ((gpointer) a)) - ter_goal_get_number (TER_ENTRY ((gpointer) b));
}

static GtkWidget *
goals_new (GPtrArray *goals)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = ter_card_grid_new (TILE_WIDTH);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Goal", "%u Goals", goals->len), goals->len);

  for (guint i = 0; i < goals->len; i++)
    ter_card_grid_append (grid, ter_goal_tile_new (goals->pdata[i]));
  gtk_box_append (GTK_BOX (box), ter_heading_new (heading, 2));
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static GtkWidget *
content_new (TerGoalsPage *self, GPtrArray *entries)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = ter_section_head_new (self->pack, self->section);
  GtkWidget *others = NULL;
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  if (head != NULL)
    gtk_box_append (GTK_BOX (content), head);
  for (guint i = 0; i < entries->len; i++)
    {
      if (g_strcmp0 (ter_entry_get_kind (entries->pdata[i]), "goal") == 0)
        {
          g_ptr_array_add (goals, entries->pdata[i]);
          continue;
        }
      if (others == NULL)
        {
          others = ter_list_new (NULL);
          gtk_box_append (GTK_BOX (content), others);
        }
      ter_list_append (others, ter_entry_row_new (entries->pdata[i], NULL));
    }
  g_ptr_array_sort_values (goals, compare_numbers);
  if (goals->len > 0)
    gtk_box_append (GTK_BOX (content), goals_new (goals));
  return content;
}

static void
ter_goals_page_load (TerPage *page)
{
  TerGoalsPage *self = TER_GOALS_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_library_list_section (library, self->pack, self->section, &error);

  if (entries == NULL)
    ter_page_set_error (page, _ ("The Goals Cannot Be Read"), error);
  else if (entries->len == 0)
    ter_page_set_empty (page, ter_kind_get_icon ("goal"), _ ("No Goal Yet"), _ ("The pack has no goal in this section."));
  else
    ter_page_set_content (page, content_new (self, entries), 1000);
}

static void
ter_goals_page_dispose (GObject *object)
{
  g_clear_object (&TER_GOALS_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_goals_page_parent_class)->dispose (object);
}

static void
ter_goals_page_class_init (TerGoalsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_goals_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_goals_page_load;
}

static void
ter_goals_page_init (TerGoalsPage *self)
{
}

TerPage *
ter_goals_page_new (TerContext *context, TerPack *pack, const TerSection *section)
{
  TerGoalsPage *self = g_object_new (TER_TYPE_GOALS_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;
  return TER_PAGE (self);
}
