/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-recent-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-list.h"
#include "ter-newer-page.h"
#include "ter-row.h"

#define LIMIT 50

struct _TerRecentPage
{
  TerPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerRecentPage, ter_recent_page, TER_TYPE_PAGE)

/* (transfer full) (nullable): an entry whose pack has gone is left out: it comes back with its pack. */
static TerEntry *
dup_entry (TerContext *context, TerPlace *place)
{
  if (place->type != TER_PLACE_ENTRY)
    return NULL;

  return ter_library_dup_entry (ter_context_get_library (context), place->pack, place->entry, NULL);
}

GPtrArray *
ter_recent_page_list_entries (TerContext *context, guint limit, GError **error)
{
  g_autoptr (GPtrArray) recent = ter_user_state_list_recent (ter_context_get_user_state (context), limit, error);
  GPtrArray *entries;

  if (recent == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < recent->len; i++)
    {
      TerEntry *entry = dup_entry (context, ((TerRecent *) g_ptr_array_index (recent, i))->place);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return entries;
}

/* (transfer floating) (nullable) */
static GtkWidget *
row_new (TerContext *context, TerPlace *place)
{
  g_autoptr (TerEntry) entry = dup_entry (context, place);

  if (place->type == TER_PLACE_UNKNOWN)
    return ter_newer_page_row_new (place);

  return entry != NULL ? ter_row_new_for_entry (entry, NULL) : NULL;
}

static void
ter_recent_page_load (TerPage *page)
{
  TerContext *context = ter_page_get_context (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recent = ter_user_state_list_recent (ter_context_get_user_state (context), LIMIT, &error);
  g_autoptr (GtkWidget) list = g_object_ref_sink (ter_list_new (NULL));
  guint n_rows = 0;

  if (recent == NULL)
    {
      ter_page_set_error (page, _ ("What You Have Read Cannot Be Shown"), error);
      return;
    }
  for (guint i = 0; i < recent->len; i++)
    {
      GtkWidget *row = row_new (context, ((TerRecent *) g_ptr_array_index (recent, i))->place);

      if (row != NULL)
        ter_list_append (list, row);
      n_rows += row != NULL;
    }
  if (n_rows > 0)
    {
      ter_page_set_content (page, list, 860);
      return;
    }
  ter_page_set_empty (page, "document-open-recent-symbolic", _ ("Nothing Read Yet"),
                      _ ("The pages that you open are kept here, on this computer alone."));
  ter_page_set_empty_action (page, _ ("Go to the _Home Page"), TER_ACTION_HOME);
}

static void
ter_recent_page_constructed (GObject *object)
{
  TerContext *context = ter_page_get_context (TER_PAGE (object));

  G_OBJECT_CLASS (ter_recent_page_parent_class)->constructed (object);

  g_signal_connect_object (ter_context_get_user_state (context), "reloaded", G_CALLBACK (ter_page_reload), object,
                           G_CONNECT_SWAPPED);
}

static void
ter_recent_page_class_init (TerRecentPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ter_recent_page_constructed;
  TER_PAGE_CLASS (klass)->load = ter_recent_page_load;
}

static void
ter_recent_page_init (TerRecentPage *self)
{
}

TerPage *
ter_recent_page_new (TerContext *context)
{
  return g_object_new (TER_TYPE_RECENT_PAGE, "context", context, NULL);
}
