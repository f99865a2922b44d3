/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-goals-page.h"

#include <glib/gi18n.h>

#include "ter-card-grid.h"
#include "ter-goal-tile.h"
#include "ter-heading.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-row.h"

#define TILE_WIDTH 150

struct _TerGoalsPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerGoalsPage, ter_goals_page, TER_TYPE_SECTION_PAGE)

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return ter_goal_tile_get_number (TER_ENTRY ((gpointer) a)) - ter_goal_tile_get_number (TER_ENTRY ((gpointer) b));
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

static void
ter_goals_page_show (TerSectionPage *page, GPtrArray *entries)
{
  GtkWidget *content = ter_section_page_box_new (page);
  GtkWidget *others = NULL;
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      if (ter_kind_is (ter_entry_get_kind (entries->pdata[i]), TER_KIND_GOAL))
        {
          g_ptr_array_add (goals, entries->pdata[i]);
          continue;
        }
      if (others == NULL)
        {
          others = ter_list_new (NULL);
          gtk_box_append (GTK_BOX (content), others);
        }
      ter_list_append (others, ter_row_new_for_entry (entries->pdata[i], NULL));
    }
  g_ptr_array_sort_values (goals, compare_numbers);
  if (goals->len > 0)
    gtk_box_append (GTK_BOX (content), goals_new (goals));
  ter_page_set_content (TER_PAGE (page), content, 1000);
}

static void
ter_goals_page_class_init (TerGoalsPageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  page_class->show = ter_goals_page_show;
  page_class->empty_icon = ter_kind_get_icon ("goal");
  page_class->empty_title = N_ ("No Goal Yet");
  page_class->empty_text = N_ ("The pack has no goal in this section.");
}

static void
ter_goals_page_init (TerGoalsPage *self)
{
}
