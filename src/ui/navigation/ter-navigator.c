/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-navigator.h"

#include <glib/gi18n.h>

#include "ter-history.h"
#include "ter-page-private.h"
#include "ter-routes.h"
#include "ter-start-page.h"
#include "ter-toast.h"

#define KEY_PLACES "last-places"
/* What one looks at for a shorter time is not read. */
#define RECENT_MILLISECONDS 300

struct _TerNavigator
{
  GObject parent_instance;

  TerContext *context;
  AdwNavigationSplitView *split; /* borrowed from the window, as the view in it */
  AdwNavigationView *view;
  TerHistory *history;
  TerPlace *forward; /* nullable: the place that was left by going back */
  guint recent_id;
};

G_DEFINE_FINAL_TYPE (TerNavigator, ter_navigator, G_TYPE_OBJECT)

/* %NULL for what is no place: the page before there are packs. */
static TerPlace *
place_of (AdwNavigationPage *page)
{
  return TER_IS_PAGE (page) ? ter_page_get_place (TER_PAGE (page)) : NULL;
}

static gboolean
is_at (TerNavigator *self, TerPlace *place)
{
  TerPlace *here = ter_navigator_get_place (self);

  return here != NULL && ter_place_equal (here, place);
}

static void
tell_missing (TerNavigator *self)
{
  ter_toast_show (GTK_WIDGET (self->view), _ ("This page is not in the packs of this computer"));
}

/* Goes to a place, unless one is there, and shows it where there is room for one side only. */
static void
show_place (TerNavigator *self, TerPlace *place, void (*add) (TerHistory *history, AdwNavigationPage *page))
{
  if (!is_at (self, place))
    {
      TerPage *page = ter_routes_new_page (self->context, place);

      if (page == NULL)
        {
          tell_missing (self);
          return;
        }
      add (self->history, ADW_NAVIGATION_PAGE (page));
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* ---- What the view tells ---- */

/* Remembers what is read once it is on the screen. */
static gboolean
add_recent_cb (gpointer user_data)
{
  TerNavigator *self = TER_NAVIGATOR (user_data);
  TerPlace *place = ter_navigator_get_place (self);
  g_autoptr (GDateTime) now = ter_context_now (self->context);
  g_autoptr (GError) error = NULL;

  self->recent_id = 0;
  if (place == NULL || place->type != TER_PLACE_ENTRY)
    return G_SOURCE_REMOVE;
  if (!ter_user_state_add_recent (ter_context_get_user_state (self->context), place, g_date_time_to_unix (now), &error))
    ter_toast_show_failure (GTK_WIDGET (self->view), _ ("This page cannot be kept among those recently read"), error);

  return G_SOURCE_REMOVE;
}

static void
pushed_cb (TerNavigator *self)
{
  TerPlace *place = ter_navigator_get_place (self);

  g_clear_pointer (&self->forward, ter_place_unref);
  ter_navigator_focus (self);
  if (self->recent_id == 0 && place != NULL && place->type == TER_PLACE_ENTRY)
    self->recent_id = g_timeout_add (RECENT_MILLISECONDS, add_recent_cb, self);
}

static void
popped_cb (TerNavigator *self, AdwNavigationPage *page)
{
  TerPlace *place = place_of (page);

  g_clear_pointer (&self->forward, ter_place_unref);
  self->forward = place != NULL ? ter_place_ref (place) : NULL;
}

static void
replaced_cb (TerNavigator *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  g_clear_pointer (&self->forward, ter_place_unref);
  /* What had the focus may have gone with its page. */
  if (root != NULL && gtk_root_get_focus (root) == NULL)
    ter_navigator_focus (self);
}

static AdwNavigationPage *
get_next_page_cb (TerNavigator *self)
{
  TerPage *page = self->forward != NULL ? ter_routes_new_page (self->context, self->forward) : NULL;

  return page != NULL ? g_object_ref_sink (ADW_NAVIGATION_PAGE (page)) : NULL;
}

static void
refreshing_cb (TerNavigator *self)
{
  if (ter_navigator_get_page (self) != NULL && ter_navigator_get_place (self) == NULL)
    ter_navigator_go_home (self);
}

/* ---- The object ---- */

static void
ter_navigator_dispose (GObject *object)
{
  TerNavigator *self = TER_NAVIGATOR (object);

  g_clear_handle_id (&self->recent_id, g_source_remove);
  g_clear_pointer (&self->history, ter_history_free);
  g_clear_pointer (&self->forward, ter_place_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ter_navigator_parent_class)->dispose (object);
}

static void
ter_navigator_class_init (TerNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_navigator_dispose;
}

static void
ter_navigator_init (TerNavigator *self)
{
}

TerNavigator *
ter_navigator_new (AdwNavigationSplitView *split, AdwNavigationView *view, TerContext *context)
{
  TerNavigator *self = g_object_new (TER_TYPE_NAVIGATOR, NULL);

  self->context = g_object_ref (context);
  self->split = split;
  self->view = view;
  self->history = ter_history_new (view);
  g_signal_connect_object (view, "pushed", G_CALLBACK (pushed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "get-next-page", G_CALLBACK (get_next_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ter_context_get_library (context), "notify::refreshing", G_CALLBACK (refreshing_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

AdwNavigationPage *
ter_navigator_get_page (TerNavigator *self)
{
  g_return_val_if_fail (TER_IS_NAVIGATOR (self), NULL);

  return adw_navigation_view_get_visible_page (self->view);
}

TerPlace *
ter_navigator_get_place (TerNavigator *self)
{
  return place_of (ter_navigator_get_page (self));
}

/* The nearest place at or below the page that shows of which @is_one is true. */
static TerPlace *
find_below (TerNavigator *self, gboolean (*is_one) (const TerPlace *place))
{
  AdwNavigationPage *page = ter_navigator_get_page (self);

  for (; page != NULL; page = adw_navigation_view_get_previous_page (self->view, page))
    {
      TerPlace *place = place_of (page);

      if (place != NULL && is_one (place))
        return place;
    }

  return NULL;
}

static gboolean
is_root (const TerPlace *place)
{
  return place->type != TER_PLACE_ENTRY;
}

static gboolean
is_lasting (const TerPlace *place)
{
  return ter_routes_lasts (place->type);
}

TerPlace *
ter_navigator_get_root (TerNavigator *self)
{
  g_return_val_if_fail (TER_IS_NAVIGATOR (self), NULL);

  return find_below (self, is_root);
}

gboolean
ter_navigator_is_hidden (TerNavigator *self)
{
  g_return_val_if_fail (TER_IS_NAVIGATOR (self), FALSE);

  return adw_navigation_split_view_get_collapsed (self->split) && !adw_navigation_split_view_get_show_content (self->split);
}

/* ---- Going elsewhere ---- */

void
ter_navigator_go_to (TerNavigator *self, TerPlace *place)
{
  g_return_if_fail (TER_IS_NAVIGATOR (self));

  show_place (self, place, ter_history_push);
}

void
ter_navigator_go_to_uri (TerNavigator *self, const char *uri)
{
  g_autoptr (TerPlace) place = ter_place_parse (uri);

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  if (place != NULL)
    ter_navigator_go_to (self, place);
  else
    tell_missing (self);
}

void
ter_navigator_switch_to (TerNavigator *self, TerPlace *place)
{
  g_return_if_fail (TER_IS_NAVIGATOR (self));

  show_place (self, place, ter_history_switch);
}

void
ter_navigator_go_home (TerNavigator *self)
{
  TerLibrary *library;
  g_autoptr (TerPlace) home = NULL;

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  library = ter_context_get_library (self->context);
  home = ter_routes_dup_home (library);
  if (home != NULL)
    {
      ter_navigator_switch_to (self, home);
    }
  else
    {
      AdwNavigationPage *page = ter_start_page_new (ter_library_is_refreshing (library));

      adw_navigation_view_replace (self->view, &page, 1);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
    }
}

void
ter_navigator_search (TerNavigator *self)
{
  AdwNavigationPage *page = ter_navigator_get_page (self);
  g_autoptr (TerPlace) place = ter_place_new (&(TerPlace) { .type = TER_PLACE_SEARCH });

  /* From something found, back to the search that found it. */
  while (page != NULL && (place_of (page) == NULL || !ter_place_equal (place_of (page), place)))
    page = adw_navigation_view_get_previous_page (self->view, page);
  if (page != NULL)
    adw_navigation_view_pop_to_page (self->view, page);

  ter_navigator_go_to (self, place);
  ter_navigator_focus (self);
}

void
ter_navigator_back (TerNavigator *self)
{
  gboolean collapsed;

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  collapsed = adw_navigation_split_view_get_collapsed (self->split);
  if (ter_navigator_is_hidden (self))
    return;
  /* Where the sidebar is a page of its own, it comes before the first page of a section. */
  if (collapsed && adw_navigation_view_get_previous_page (self->view, ter_navigator_get_page (self)) == NULL)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  else
    ter_history_back (self->history);
}

void
ter_navigator_forward (TerNavigator *self)
{
  g_autoptr (TerPlace) place = NULL;

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  /* Going there forgets it. */
  place = self->forward != NULL ? ter_place_ref (self->forward) : NULL;
  if (place != NULL)
    ter_navigator_go_to (self, place);
}

void
ter_navigator_focus (TerNavigator *self)
{
  AdwNavigationPage *page = ter_navigator_get_page (self);

  if (TER_IS_PAGE (page))
    ter_page_focus_content (TER_PAGE (page));
}

void
ter_navigator_renew (TerNavigator *self)
{
  g_return_if_fail (TER_IS_NAVIGATOR (self));

  if (ter_navigator_get_place (self) == NULL)
    {
      ter_navigator_go_home (self);
      ter_navigator_focus (self);
    }
  else if (!ter_history_renew (self->history, self->context))
    {
      ter_navigator_go_home (self);
    }
}

/* ---- What the window comes back to ---- */

static TerPlace *
dup_former_place (GSettings *settings, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  const char *pack, *section, *entry;

  g_variant_get (value, "(&s&s&s)", &pack, &section, &entry);

  return ter_place_new_for_former (pack, section, entry);
}

/* A place that lasts, then perhaps the entry above it, each nullable. */
static void
read_places (GSettings *settings, TerPlace *places[2])
{
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY_PLACES);

  places[0] = places[1] = NULL;
  for (gsize i = 0; i < 2 && uris[i] != NULL; i++)
    places[i] = ter_place_parse (uris[i]);
  /* Former versions kept them in two other keys. */
  if (uris[0] == NULL)
    {
      places[0] = dup_former_place (settings, "last-section");
      places[1] = dup_former_place (settings, "last-entry");
    }
}

static gboolean
show_places (TerNavigator *self, TerPlace *places[2])
{
  TerPage *root = places[0] != NULL ? ter_routes_new_page (self->context, places[0]) : NULL;
  TerPage *page = root != NULL && places[1] != NULL ? ter_routes_new_page (self->context, places[1]) : NULL;
  AdwNavigationPage *pages[] = { (AdwNavigationPage *) root, (AdwNavigationPage *) page };

  if (root == NULL)
    return FALSE;
  adw_navigation_view_replace (self->view, pages, page != NULL ? 2 : 1);
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

void
ter_navigator_restore (TerNavigator *self)
{
  GSettings *settings;
  TerPlace *places[2] = { NULL, NULL };

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  settings = ter_context_get_settings (self->context);
  if (settings != NULL)
    read_places (settings, places);
  if (!show_places (self, places))
    ter_navigator_go_home (self);
  ter_navigator_focus (self);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_clear_pointer (&places[i], ter_place_unref);
}

void
ter_navigator_save (TerNavigator *self)
{
  GSettings *settings;
  TerPlace *place, *root;
  const char *uris[3] = { NULL };

  g_return_if_fail (TER_IS_NAVIGATOR (self));

  settings = ter_context_get_settings (self->context);
  place = ter_navigator_get_place (self);
  if (settings == NULL || place == NULL)
    return;
  root = find_below (self, is_lasting);
  if (root != NULL)
    {
      uris[0] = root->uri;
      uris[1] = place->type == TER_PLACE_ENTRY ? place->uri : NULL;
    }
  g_settings_set_strv (settings, KEY_PLACES, uris);
  g_settings_reset (settings, "last-section");
  g_settings_reset (settings, "last-entry");
}
