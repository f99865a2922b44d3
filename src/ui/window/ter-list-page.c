/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-list-page.h"

#include <glib/gi18n.h>

#include "ter-widgets.h"

struct _TerListPage
{
  TerPage parent_instance;

  TerPack *pack;
  const TerSection *section; /* owned by the pack */
};

G_DEFINE_FINAL_TYPE (TerListPage, ter_list_page, TER_TYPE_PAGE)

static GtkWidget *
short_list_new (TerListPage *self,
                GPtrArray   *entries)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = ter_section_head_new (self->pack, self->section);
  GtkWidget *list = ter_list_new (NULL);

  if (head != NULL)
    gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < entries->len; i++)
    ter_list_append (list, ter_entry_row_new (g_ptr_array_index (entries, i), NULL));
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static void
ter_list_page_load (TerPage *page)
{
  TerListPage *self = TER_LIST_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_library_list_section (library, self->pack, self->section, &error);

  if (entries == NULL)
    ter_page_set_error (page, _("This Section Cannot Be Read"), error);
  else if (entries->len == 0)
    ter_page_set_empty (page, "folder-symbolic", _("Nothing Here Yet"), _("The pack has no entry in this section."));
  else if (entries->len > TER_MAX_ROWS)
    ter_page_set_content_full (page, ter_long_list_new (self->section->title, entries));
  else
    ter_page_set_content (page, short_list_new (self, entries), 860);
}

static void
ter_list_page_dispose (GObject *object)
{
  g_clear_object (&TER_LIST_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_list_page_parent_class)->dispose (object);
}

static void
ter_list_page_class_init (TerListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_list_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_list_page_load;
}

static void
ter_list_page_init (TerListPage *self)
{
}

TerPage *
ter_list_page_new (TerContext       *context,
                   TerPack          *pack,
                   const TerSection *section)
{
  TerListPage *self = g_object_new (TER_TYPE_LIST_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;

  return TER_PAGE (self);
}
