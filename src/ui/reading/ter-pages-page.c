/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-pages-page.h"

#include <glib/gi18n.h>

#include "ter-entry-reader.h"
#include "ter-favourite-button.h"
#include "ter-kind.h"
#include "ter-reading-content.h"
#include "ter-list.h"
#include "ter-notice.h"
#include "ter-row.h"

#define WIDTH 720

struct _TerPagesPage
{
  TerSectionPage parent_instance;
  GtkWidget *contents; /* the header bar's place for the table of contents */
  GtkWidget *star;     /* its place for the star of the one page */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerPagesPage, ter_pages_page, TER_TYPE_SECTION_PAGE)

/* Pages first, as the author ordered them; organisations under a heading of their own when there is both. */
static void
append_entries (GtkWidget *box, GPtrArray *entries)
{
  GtkWidget *pages = ter_list_new (NULL);
  GtkWidget *organisations = NULL;
  gboolean has_pages = FALSE;

  for (guint i = 0; i < entries->len; i++)
    has_pages |= !ter_kind_is (ter_entry_get_kind (g_ptr_array_index (entries, i)), TER_KIND_ORGANISATION);
  gtk_box_append (GTK_BOX (box), pages);
  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *list = pages;

      if (has_pages && ter_kind_is (ter_entry_get_kind (entry), TER_KIND_ORGANISATION))
        {
          if (organisations == NULL)
            {
              organisations = ter_list_new (_ ("Organisations"));
              gtk_box_append (GTK_BOX (box), organisations);
            }
          list = organisations;
        }
      ter_list_append (list, ter_row_new_for_entry (entry, NULL));
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPagesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerReading) reading = ter_reading_load_finish (result, &error);
  GtkWidget *head;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    {
      ter_page_set_error (TER_PAGE (self), _ ("This text cannot be read"), error);
      return;
    }
  head = ter_notice_new_section_head (ter_section_page_get_pack (TER_SECTION_PAGE (self)),
                                      ter_section_page_get_section (TER_SECTION_PAGE (self)));
  ter_reading_content_show (TER_PAGE (self), ADW_BIN (self->contents), head, reading);
  adw_bin_set_child (ADW_BIN (self->star), ter_favourite_button_new (TER_PAGE (self), reading->entry));
  ter_reading_remember (ter_page_get_context (TER_PAGE (self)), reading->entry);
}

/* One alone is shown in full. */
static void
ter_pages_page_show (TerSectionPage *page, GPtrArray *entries)
{
  TerPagesPage *self = TER_PAGES_PAGE (page);

  if (entries->len > 1)
    {
      GtkWidget *box = ter_section_page_box_new (page);

      append_entries (box, entries);
      ter_page_set_content (TER_PAGE (page), box, WIDTH);
    }
  else
    {
      ter_page_set_loading (TER_PAGE (page));
      ter_reading_load_async (ter_page_get_context (TER_PAGE (page)), g_ptr_array_index (entries, 0), self->cancellable, loaded_cb,
                              g_object_ref (self));
    }
}

static void
ter_pages_page_load (TerPage *page)
{
  TerPagesPage *self = TER_PAGES_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_bin_set_child (ADW_BIN (self->contents), NULL);
  adw_bin_set_child (ADW_BIN (self->star), NULL);
  TER_PAGE_CLASS (ter_pages_page_parent_class)->load (page);
}

static void
ter_pages_page_dispose (GObject *object)
{
  TerPagesPage *self = TER_PAGES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ter_pages_page_parent_class)->dispose (object);
}

static void
ter_pages_page_class_init (TerPagesPageClass *class)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ter_pages_page_dispose;
  TER_PAGE_CLASS (class)->load = ter_pages_page_load;
  page_class->show = ter_pages_page_show;
  page_class->empty_icon = "text-x-generic-symbolic";
  page_class->empty_title = N_ ("Nothing to read yet");
  page_class->empty_text = N_ ("This section of the pack has no page.");
}

static void
ter_pages_page_init (TerPagesPage *self)
{
  self->contents = adw_bin_new ();
  ter_page_add_header_widget (TER_PAGE (self), self->contents);
  self->star = adw_bin_new ();
  ter_page_add_header_widget (TER_PAGE (self), self->star);
}
