/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-observatory-page.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-card-grid.h"
#include "ter-card.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-row.h"

#define WIDTH 1200
#define CARD_WIDTH 320

struct _TerObservatoryPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerObservatoryPage, ter_observatory_page, TER_TYPE_SECTION_PAGE)

typedef struct
{
  guint n_figures;
  int first, last; /* years; 0: none */
} Extent;

static void
add_figure (Extent *extent, JsonObject *figure)
{
  const char *text = ter_json_get_string (figure, "date");
  TerDate date;

  extent->n_figures++;
  if (text == NULL || !ter_date_parse (text, &date))
    return;
  extent->first = extent->first == 0 ? date.year : MIN (extent->first, date.year);
  extent->last = MAX (extent->last, date.year);
}

static Extent
find_extent (TerEntry *dashboard)
{
  JsonArray *groups = ter_json_get_array (ter_entry_get_object (dashboard), "groups");
  Extent extent = { 0 };

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        add_figure (&extent, ter_json_array_object (figures, j));
    }
  return extent;
}

/* "9 figures · 2011–2015" */
static char *
describe_extent (TerEntry *dashboard)
{
  Extent extent = find_extent (dashboard);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u figure", "%u figures", extent.n_figures), extent.n_figures);

  if (extent.first == 0)
    return g_steal_pointer (&count);
  if (extent.first == extent.last)
    return g_strdup_printf ("%s · %d", count, extent.first);
  return g_strdup_printf ("%s · %d–%d", count, extent.first, extent.last);
}

static void
ter_observatory_page_show (TerSectionPage *page, GPtrArray *entries)
{
  GtkWidget *box = ter_section_page_box_new (page);
  GtkWidget *grid = NULL, *list = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);

      if (ter_kind_is (ter_entry_get_kind (entry), TER_KIND_DASHBOARD))
        {
          g_autofree char *extent = describe_extent (entry);

          if (grid == NULL)
            gtk_box_append (GTK_BOX (box), grid = ter_card_grid_new (CARD_WIDTH));
          ter_card_grid_append (grid, ter_card_new_for_entry (entry, extent));
        }
      else
        {
          if (list == NULL)
            list = ter_list_new (_ ("Also in This Section"));
          ter_list_append (list, ter_row_new_for_entry (entry, NULL));
        }
    }
  if (list != NULL)
    gtk_box_append (GTK_BOX (box), list);
  ter_page_set_content (TER_PAGE (page), box, WIDTH);
}

static void
ter_observatory_page_class_init (TerObservatoryPageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  page_class->show = ter_observatory_page_show;
  page_class->empty_icon = "view-list-symbolic";
  page_class->empty_title = N_ ("No figures yet");
  page_class->empty_text = N_ ("This section of the pack has no dashboard.");
}

static void
ter_observatory_page_init (TerObservatoryPage *self)
{
}
