/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-recent-page.h"

#include <glib/gi18n.h>

#include "ter-widgets.h"

struct _TerRecentPage
{
  TerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerRecentPage, ter_recent_page, TER_TYPE_PAGE)

GPtrArray *
ter_recent_list (TerContext *context, guint limit, GError **error)
{
  TerLibrary *library = ter_context_get_library (context);
  g_autoptr (GPtrArray) recent = ter_user_state_list_recent (ter_context_get_user_state (context), limit, error);
  GPtrArray *entries;

  if (recent == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < recent->len; i++)
    {
      TerRecent *item = g_ptr_array_index (recent, i);
      /* An entry whose pack has gone is left out: it comes back with its pack. */
      TerEntry *entry = ter_library_dup_entry (library, item->pack_id, item->entry_id, NULL);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return entries;
}

static void
ter_recent_page_load (TerPage *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_recent_list (ter_page_get_context (page), 50, &error);
  GtkWidget *list;

  if (entries == NULL)
    {
      ter_page_set_error (page, _ ("What You Have Read Cannot Be Shown"), error);
      return;
    }
  if (entries->len == 0)
    {
      ter_page_set_empty (page, "document-open-recent-symbolic", _ ("Nothing Read Yet"),
                          _ ("The pages that you open are kept here, on this computer alone."));
      ter_page_set_empty_action (page, _ ("Go to the _Home Page"), TER_ACTION_HOME);
      return;
    }

  list = ter_list_new (NULL);
  for (guint i = 0; i < entries->len; i++)
    ter_list_append (list, ter_entry_row_new (g_ptr_array_index (entries, i), NULL));
  ter_page_set_content (page, list, 860);
}

static void
ter_recent_page_class_init (TerRecentPageClass *klass)
{
  TER_PAGE_CLASS (klass)->load = ter_recent_page_load;
}

static void
ter_recent_page_init (TerRecentPage *self)
{
}

TerPage *
ter_recent_page_new (TerContext *context)
{
  return g_object_new (TER_TYPE_RECENT_PAGE, "context", context, "title", _ ("Recently Read"), NULL);
}
