/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-related.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-list.h"
#include "ter-row.h"

static GtkWidget *
link_row_new (TerEntry *entry, TerLink *link)
{
  g_autoptr (TerPlace) place = ter_place_new_for_link (ter_pack_get_id (ter_entry_get_pack (entry)), link->uri);

  if (place != NULL)
    return ter_row_new_for_action (link->title, NULL, NULL, TER_ACTION_GO_TO, ter_actions_place_target (place));

  /* The address stands in full under its title: nobody follows a link without knowing where it leads. */
  return ter_row_new_for_action (link->title, link->uri, NULL, TER_ACTION_OPEN_LINK, g_variant_new_string (link->uri));
}

static void
append_entries (GtkWidget *box, const char *heading, GPtrArray *entries)
{
  GtkWidget *list;

  if (entries == NULL || entries->len == 0)
    return;
  list = ter_list_new (heading);
  for (guint i = 0; i < entries->len; i++)
    ter_list_append (list, ter_row_new_for_entry (g_ptr_array_index (entries, i), NULL));
  gtk_box_append (GTK_BOX (box), list);
}

/* Those of @referring that @related does not show already. */
static GPtrArray *
leave_out (GPtrArray *referring, GPtrArray *related)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; referring != NULL && i < referring->len; i++)
    {
      const char *id = ter_entry_get_id (g_ptr_array_index (referring, i));
      gboolean shown = FALSE;

      for (guint j = 0; related != NULL && j < related->len && !shown; j++)
        shown = g_str_equal (id, ter_entry_get_id (g_ptr_array_index (related, j)));
      if (!shown)
        g_ptr_array_add (rest, g_ptr_array_index (referring, i));
    }

  return rest;
}

GtkWidget *
ter_related_new (TerEntry *entry, GPtrArray *related, GPtrArray *referring)
{
  g_autoptr (GPtrArray) rest = leave_out (referring, related);
  GPtrArray *links;
  GtkWidget *box;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  links = ter_entry_get_links (entry);
  if ((links == NULL || links->len == 0) && (related == NULL || related->len == 0) && rest->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  if (links != NULL && links->len > 0)
    {
      GtkWidget *list = ter_list_new (_ ("Links"));

      for (guint i = 0; i < links->len; i++)
        ter_list_append (list, link_row_new (entry, g_ptr_array_index (links, i)));
      gtk_box_append (GTK_BOX (box), list);
    }
  append_entries (box, _ ("See Also"), related);
  append_entries (box, _ ("Mentioned In"), rest);

  return box;
}
