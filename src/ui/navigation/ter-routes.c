/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-routes.h"

#include <glib/gi18n.h>

#include "ter-favourites-page.h"
#include "ter-issues-page.h"
#include "ter-newer-page.h"
#include "ter-pack-page.h"
#include "ter-packs-page.h"
#include "ter-recent-page.h"
#include "ter-search-page.h"
#include "ter-territory-page.h"
#include "ter-views.h"

/* ---- Packs ---- */

/* Broken packs are kept by the list alone: an id finds a sound one first. */
static TerPack *
find_pack (TerLibrary *library, const char *id, gboolean broken)
{
  GListModel *packs = ter_library_get_packs (library);

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);

      if (g_str_equal (ter_pack_get_id (pack), id) && ter_pack_is_broken (pack) == broken)
        return pack;
    }

  return NULL;
}

static TerPack *
find_sound (TerLibrary *library, const TerPlace *place)
{
  return find_pack (library, place->pack, FALSE);
}

static TerPack *
find_broken (TerLibrary *library, const TerPlace *place)
{
  return find_pack (library, place->pack, TRUE);
}

/* The pack as a thing is there whether it can be opened or not. */
static TerPack *
find_any (TerLibrary *library, const TerPlace *place)
{
  TerPack *pack = find_sound (library, place);

  return pack != NULL ? pack : find_broken (library, place);
}

static TerPack *
find_atlas (TerLibrary *library, const TerPlace *place)
{
  return ter_library_get_atlas (library);
}

/* ---- Pages ---- */

static TerPage *
make_entry (TerContext *context, const TerPlace *place, TerPack *pack)
{
  TerLibrary *library = ter_context_get_library (context);
  g_autoptr (TerEntry) entry = ter_library_dup_entry (library, ter_pack_get_id (pack), place->entry, NULL);
  TerPage *page = entry != NULL ? ter_views_new_entry_page (context, entry) : NULL;

  if (page != NULL)
    ter_page_set_description (page, ter_entry_get_summary (entry));
  return page;
}

static TerPage *
make_section (TerContext *context, const TerPlace *place, TerPack *pack)
{
  const TerSection *section = ter_pack_find_section (pack, place->section);

  TerPage *page = section != NULL ? ter_views_new_section_page (context, pack, section) : NULL;

  if (page != NULL)
    ter_page_set_description (page, section->summary);
  return page;
}

static TerPage *
make_pack (TerContext *context, const TerPlace *place, TerPack *pack)
{
  return ter_pack_page_new (context, pack);
}

static TerPage *
make_issues (TerContext *context, const TerPlace *place, TerPack *pack)
{
  return ter_issues_page_new (context, pack);
}

static TerPage *
make_territory (TerContext *context, const TerPlace *place, TerPack *pack)
{
  return ter_territory_page_new (context, pack, place->territory);
}

/* What each type of place is shown by. A place that has a pack is there as long as its pack is. */
static const struct
{
  const char *title;
  const char *icon;
  gboolean lasts;
  TerPack *(*find) (TerLibrary *library, const TerPlace *place);
  TerPage *(*make) (TerContext *context, const TerPlace *place, TerPack *pack);
  TerPage *(*make_plain) (TerContext *context); /* where there is one place of its type */
} routes[TER_PLACE_N_TYPES] = {
  [TER_PLACE_UNKNOWN] = { NULL, NULL, TRUE, NULL, NULL, ter_newer_page_new },
  [TER_PLACE_ENTRY] = { NULL, NULL, FALSE, find_sound, make_entry, NULL },
  [TER_PLACE_SECTION] = { NULL, NULL, TRUE, find_sound, make_section, NULL },
  [TER_PLACE_PACK] = { NULL, NULL, TRUE, find_any, make_pack, NULL },
  [TER_PLACE_ISSUES] = { NULL, "dialog-warning-symbolic", TRUE, find_broken, make_issues, NULL },
  [TER_PLACE_PACKS] = { N_ ("Packs"), "package-x-generic-symbolic", FALSE, NULL, NULL, ter_packs_page_new },
  [TER_PLACE_TERRITORY] = { NULL, "mark-location-symbolic", TRUE, find_atlas, make_territory, NULL },
  [TER_PLACE_MY_TERRITORY] = { N_ ("My Territory"), "mark-location-symbolic", FALSE, NULL, make_territory, NULL },
  [TER_PLACE_RECENT] = { N_ ("Recently Read"), "document-open-recent-symbolic", FALSE, NULL, NULL, ter_recent_page_new },
  [TER_PLACE_FAVOURITES] = { N_ ("Favourites"), "user-bookmarks-symbolic", FALSE, NULL, NULL, ter_favourites_page_new },
  [TER_PLACE_SEARCH] = { N_ ("Search"), "system-search-symbolic", FALSE, NULL, NULL, ter_search_page_new },
};

TerPage *
ter_routes_new_page (TerContext *context, TerPlace *place)
{
  TerPack *pack = NULL;
  TerPage *page;

  g_return_val_if_fail (place != NULL, NULL);

  if (routes[place->type].find != NULL)
    {
      pack = routes[place->type].find (ter_context_get_library (context), place);
      if (pack == NULL)
        return NULL;
    }
  page =
    routes[place->type].make != NULL ? routes[place->type].make (context, place, pack) : routes[place->type].make_plain (context);
  if (page == NULL)
    return NULL;
  if (routes[place->type].title != NULL)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), _ (routes[place->type].title));
  ter_page_set_place (page, place, pack);

  return page;
}

gboolean
ter_routes_is_stale (TerContext *context, TerPage *page)
{
  TerPlace *place = ter_page_get_place (page);
  TerPack *pack = ter_page_get_pack (page);

  return pack != NULL && routes[place->type].find (ter_context_get_library (context), place) != pack;
}

const char *
ter_routes_get_title (TerPlaceType type)
{
  return routes[type].title != NULL ? _ (routes[type].title) : NULL;
}

const char *
ter_routes_get_icon (TerPlaceType type)
{
  return routes[type].icon;
}

gboolean
ter_routes_lasts (TerPlaceType type)
{
  return routes[type].lasts;
}

/* ---- Places that are found ---- */

/* The first section of @pack with @view; the first of all when it is %NULL. */
static TerPlace *
find_view (TerPack *pack, const char *view)
{
  for (guint i = 0; !ter_pack_is_broken (pack) && i < ter_pack_get_n_sections (pack); i++)
    {
      const TerSection *section = ter_pack_get_section (pack, i);

      if (view == NULL || g_strcmp0 (section->view, view) == 0)
        return ter_place_new_section (ter_pack_get_id (pack), section->id);
    }

  return NULL;
}

TerPlace *
ter_routes_dup_home (TerLibrary *library)
{
  static const char *const tried[] = { "home", NULL };
  GListModel *packs = ter_library_get_packs (library);
  g_autoptr (TerPack) first = g_list_model_get_item (packs, 0);

  for (gsize v = 0; v < G_N_ELEMENTS (tried); v++)
    for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
      {
        g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);
        TerPlace *place = find_view (pack, tried[v]);

        if (place != NULL)
          return place;
      }

  return first != NULL ? ter_place_new (&(TerPlace) { .type = TER_PLACE_ISSUES, .pack = ter_pack_get_id (first) }) : NULL;
}

TerPlace *
ter_routes_dup_territory (TerLibrary *library, const char *territory)
{
  if (ter_library_get_atlas (library) == NULL || territory == NULL)
    return ter_place_new (&(TerPlace) { .type = TER_PLACE_MY_TERRITORY });

  return ter_place_new (&(TerPlace) { .type = TER_PLACE_TERRITORY, .territory = territory });
}
