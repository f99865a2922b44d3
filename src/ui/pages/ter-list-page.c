/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-list-page.h"

#include "ter-list.h"
#include "ter-row.h"

struct _TerListPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerListPage, ter_list_page, TER_TYPE_SECTION_PAGE)

static void
ter_list_page_show (TerSectionPage *page, GPtrArray *entries)
{
  GtkWidget *box = ter_section_page_box_new (page);
  GtkWidget *list = ter_list_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    ter_list_append (list, ter_row_new_for_entry (g_ptr_array_index (entries, i), NULL));
  gtk_box_append (GTK_BOX (box), list);
  ter_page_set_content (TER_PAGE (page), box, 860);
}

static void
ter_list_page_class_init (TerListPageClass *klass)
{
  TER_SECTION_PAGE_CLASS (klass)->show = ter_list_page_show;
}

static void
ter_list_page_init (TerListPage *self)
{
}
