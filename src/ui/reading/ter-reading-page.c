/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-reading-page.h"

#include <glib/gi18n.h>

#include "ter-entry-reader.h"
#include "ter-reading-content.h"

struct _TerReadingPage
{
  TerPage parent_instance;

  TerEntry *entry;
  GtkWidget *contents; /* the header bar's place for the table of contents */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerReadingPage, ter_reading_page, TER_TYPE_PAGE)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerReadingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerReading) reading = ter_reading_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    ter_page_set_error (TER_PAGE (self), _ ("This text cannot be read"), error);
  else if (ter_reading_is_empty (reading))
    ter_page_set_empty (TER_PAGE (self), "text-x-generic-symbolic", ter_entry_get_title (self->entry),
                        _ ("The pack says no more about it."));
  else
    {
      ter_reading_content_show (TER_PAGE (self), ADW_BIN (self->contents), NULL, reading);
      ter_reading_remember (ter_page_get_context (TER_PAGE (self)), self->entry);
    }
}

static void
ter_reading_page_load (TerPage *page)
{
  TerReadingPage *self = TER_READING_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ter_page_set_loading (page);
  ter_reading_load_async (ter_page_get_context (page), self->entry, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
ter_reading_page_dispose (GObject *object)
{
  TerReadingPage *self = TER_READING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->entry);
  G_OBJECT_CLASS (ter_reading_page_parent_class)->dispose (object);
}

static void
ter_reading_page_class_init (TerReadingPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ter_reading_page_dispose;
  TER_PAGE_CLASS (class)->load = ter_reading_page_load;
}

static void
ter_reading_page_init (TerReadingPage *self)
{
  self->contents = adw_bin_new ();
  ter_page_add_header_widget (TER_PAGE (self), self->contents);
}

TerPage *
ter_reading_page_new (TerContext *context, TerEntry *entry)
{
  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  TerReadingPage *self = g_object_new (TER_TYPE_READING_PAGE, "context", context, "title", ter_entry_get_title (entry), NULL);

  self->entry = g_object_ref (entry);
  return TER_PAGE (self);
}
