/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-heading.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-row.h"
#include "ter-search-keys.h"
#include "ter-search-state.h"

#define LIMIT 60

struct _TerSearchPage
{
  TerPage parent_instance;

  GtkSearchEntry *entry;
  TerSearchState *state;
  GCancellable *cancellable; /* of the search that runs; a new letter cancels it */
};

G_DEFINE_FINAL_TYPE (TerSearchPage, ter_search_page, TER_TYPE_PAGE)

static void
announce (TerSearchPage *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Buttons to the sections: who finds nothing here may find it there. */
static GtkWidget *
ways_on_new (TerSearchPage *self)
{
  GListModel *packs = ter_library_get_packs (ter_context_get_library (ter_page_get_context (TER_PAGE (self))));
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "align", 0.5f, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);

      for (guint j = 0; !ter_pack_is_broken (pack) && j < ter_pack_get_n_sections (pack); j++)
        {
          const TerSection *section = ter_pack_get_section (pack, j);
          GtkWidget *button = gtk_button_new_with_label (section->title);

          gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), ter_actions_section_target (pack, section->id));
          gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_GO_TO);
          adw_wrap_box_append (ADW_WRAP_BOX (box), button);
        }
    }

  return box;
}

static void
show_invitation (TerSearchPage *self)
{
  ter_page_set_empty (TER_PAGE (self), "system-search-symbolic", _ ("Search All Packs"),
                      _ ("Titles and texts of all pages. Accents and capitals do not matter: “mobilite” finds “Mobilité”."));
}

static void
show_nothing_found (TerSearchPage *self, const char *title)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "system-search-symbolic", "title", title, "description",
                                  _ ("Try fewer or shorter words, or begin with a section:"), "child", ways_on_new (self), NULL);

  ter_page_set_content_full (TER_PAGE (self), page);
  announce (self, title);
}

static GtkWidget *
hit_row_new (TerSearchHit *hit)
{
  const char *summary = ter_entry_get_summary (hit->entry);

  return ter_row_new_for_entry (hit->entry, hit->snippet != NULL && *hit->snippet != '\0' ? hit->snippet : summary);
}

static void
append_group (GtkWidget *box, const TerSearchGroup *group)
{
  GtkWidget *list = ter_list_new (ter_kind_get_plural (group->kind));

  gtk_box_append (GTK_BOX (box), list);
  for (guint i = 0; i < group->hits->len; i++)
    ter_list_append (list, hit_row_new (g_ptr_array_index (group->hits, i)));
}

static void
show_hits (TerSearchPage *self, const TerSearchView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), ter_heading_new_text (view->title, "dimmed"));
  for (guint i = 0; i < view->groups->len; i++)
    append_group (box, g_ptr_array_index (view->groups, i));
  ter_page_set_content (TER_PAGE (self), box, 860);
  announce (self, view->title);
}

/* @state: (transfer full) */
static void
apply (TerSearchPage *self, TerSearchState *state)
{
  g_autoptr (TerSearchView) view = ter_search_state_apply (state);

  switch (view->stage)
    {
    case TER_SEARCH_INVITES: show_invitation (self); break;
    case TER_SEARCH_FOUND_NOTHING: show_nothing_found (self, view->title); break;
    case TER_SEARCH_FOUND: show_hits (self, view); break;
    case TER_SEARCH_WAITS:
    default: break;
    }
  ter_search_state_unref (self->state);
  self->state = state;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerSearchPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  guint n_total = 0;

  hits = ter_library_search_finish (TER_LIBRARY (source), result, &n_total, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hits == NULL)
    ter_page_set_error (TER_PAGE (self), _ ("The Search Failed"), error);
  else
    apply (self, ter_search_state_with_hits (self->state, hits, n_total));
}

static void
ter_search_page_load (TerPage *page)
{
  TerSearchPage *self = TER_SEARCH_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  apply (self, ter_search_state_with_text (self->state, gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*ter_search_state_get_text (self->state) == '\0')
    return;

  self->cancellable = g_cancellable_new ();
  ter_library_search_async (ter_context_get_library (ter_page_get_context (page)), ter_search_state_get_text (self->state), LIMIT,
                            self->cancellable, found_cb, g_object_ref (self));
}

static void
stop_cb (TerSearchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static gboolean
ter_search_page_focus_content (TerPage *page)
{
  TerSearchPage *self = TER_SEARCH_PAGE (page);

  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ter_search_page_dispose (GObject *object)
{
  TerSearchPage *self = TER_SEARCH_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ter_search_page_parent_class)->dispose (object);
}

static void
ter_search_page_finalize (GObject *object)
{
  g_clear_pointer (&TER_SEARCH_PAGE (object)->state, ter_search_state_unref);

  G_OBJECT_CLASS (ter_search_page_parent_class)->finalize (object);
}

static void
ter_search_page_class_init (TerSearchPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_search_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ter_search_page_finalize;
  TER_PAGE_CLASS (klass)->load = ter_search_page_load;
  TER_PAGE_CLASS (klass)->focus_content = ter_search_page_focus_content;
}

static void
ter_search_page_init (TerSearchPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->state = ter_search_state_new ();
  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Search titles and texts"), "search-delay", 80,
                              "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search titles and texts"), -1);
  ter_search_keys_add (GTK_WIDGET (self), GTK_EDITABLE (self->entry));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (ter_page_reload), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 600);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->entry));
  gtk_widget_add_css_class (clamp, "ter-search-bar");
  ter_page_add_top_bar (TER_PAGE (self), clamp);
}

TerPage *
ter_search_page_new (TerContext *context)
{
  return g_object_new (TER_TYPE_SEARCH_PAGE, "context", context, NULL);
}
