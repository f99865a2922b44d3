/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-place.h"

#include "ter-favourites-page.h"
#include "ter-issues-page.h"
#include "ter-pack-page.h"
#include "ter-packs-page.h"
#include "ter-recent-page.h"
#include "ter-search-page.h"
#include "ter-territory-page.h"
#include "ter-views.h"

#define KEY_PLACE "ter-place"
#define KEY_PACK "ter-pack"

GVariant *
ter_place_new (const char *pack_id, const char *section_id, const char *entry_id)
{
  return g_variant_ref_sink (
    g_variant_new ("(sss)", pack_id ? pack_id : "", section_id ? section_id : "", entry_id ? entry_id : ""));
}

static const char *
get_part (GVariant *place, int index)
{
  const char *part;

  /* The text belongs to @place, which is why the child can go. */
  g_variant_get_child (place, index, "&s", &part);

  return part;
}

const char *
ter_place_get_pack (GVariant *place)
{
  return get_part (place, 0);
}

const char *
ter_place_get_section (GVariant *place)
{
  return get_part (place, 1);
}

const char *
ter_place_get_entry (GVariant *place)
{
  return get_part (place, 2);
}

/* The first section of @pack with @view (any when %NULL). */
static GVariant *
place_of_view (TerPack *pack, const char *view)
{
  for (guint i = 0; !ter_pack_is_broken (pack) && i < ter_pack_get_n_sections (pack); i++)
    {
      const TerSection *section = ter_pack_get_section (pack, i);

      if (view == NULL || g_strcmp0 (section->view, view) == 0)
        return ter_place_new (ter_pack_get_id (pack), section->id, NULL);
    }

  return NULL;
}

GVariant *
ter_place_new_home (TerLibrary *library)
{
  GListModel *packs = ter_library_get_packs (library);
  static const char *const views[] = { "home", NULL };

  for (gsize v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
      {
        g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);
        GVariant *place = place_of_view (pack, views[v]);

        if (place != NULL)
          return place;
      }

  if (g_list_model_get_n_items (packs) > 0)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, 0);

      return ter_place_new (ter_pack_get_id (pack), TER_PLACE_ISSUES, NULL);
    }

  return NULL;
}

GVariant *
ter_place_new_territory (TerLibrary *library, const char *territory)
{
  TerPack *atlas = ter_library_get_atlas (library);
  g_autofree char *section = NULL;

  if (atlas == NULL || territory == NULL)
    return ter_place_new (NULL, TER_SECTION_MY_TERRITORY, NULL);
  section = g_strconcat (TER_SECTION_TERRITORY, territory, NULL);

  return ter_place_new (ter_pack_get_id (atlas), section, NULL);
}

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
get_pack (GVariant *place, TerContext *context)
{
  TerLibrary *library = ter_context_get_library (context);
  const char *section = ter_place_get_section (place);
  gboolean broken = g_str_equal (section, TER_PLACE_ISSUES);
  TerPack *pack = find_pack (library, ter_place_get_pack (place), broken);

  /* The pack as a thing is there whether it can be opened or not. */
  return pack == NULL && g_str_equal (section, TER_PLACE_PACK) ? find_pack (library, ter_place_get_pack (place), TRUE) : pack;
}

static TerPage *
new_pack_page (GVariant *place, TerPack *pack, TerContext *context)
{
  const char *section_id = ter_place_get_section (place);
  const char *entry_id = ter_place_get_entry (place);
  const TerSection *section;

  if (g_str_equal (section_id, TER_PLACE_ISSUES))
    return ter_issues_page_new (context, pack);
  if (g_str_equal (section_id, TER_PLACE_PACK))
    return ter_pack_page_new (context, pack);
  if (g_str_has_prefix (section_id, TER_SECTION_TERRITORY))
    return ter_territory_page_new (context, pack, section_id + strlen (TER_SECTION_TERRITORY));

  if (*entry_id != '\0')
    {
      g_autoptr (TerEntry) entry =
        ter_library_dup_entry (ter_context_get_library (context), ter_pack_get_id (pack), entry_id, NULL);

      return entry ? ter_views_new_entry_page (context, entry) : NULL;
    }

  section = ter_pack_find_section (pack, section_id);

  return section ? ter_views_new_section_page (context, pack, section) : NULL;
}

AdwNavigationPage *
ter_place_new_page (GVariant *place, TerContext *context)
{
  TerPage *page = NULL;
  TerPack *pack = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (*ter_place_get_pack (place) == '\0')
    {
      if (g_str_equal (ter_place_get_section (place), TER_PLACE_RECENT))
        page = ter_recent_page_new (context);
      else if (g_str_equal (ter_place_get_section (place), TER_PLACE_PACKS))
        page = ter_packs_page_new (context);
      else if (g_str_equal (ter_place_get_section (place), TER_PLACE_FAVOURITES))
        page = ter_favourites_page_new (context);
      else if (g_str_equal (ter_place_get_section (place), TER_SECTION_MY_TERRITORY))
        page = ter_territory_page_new (context, NULL, NULL);
      else if (g_str_equal (ter_place_get_section (place), TER_PLACE_SEARCH))
        page = ter_search_page_new (context);
    }
  else
    {
      pack = get_pack (place, context);
      if (pack != NULL)
        page = new_pack_page (place, pack, context);
    }

  if (page == NULL)
    return NULL;
  g_object_set_data_full (G_OBJECT (page), KEY_PLACE, g_variant_ref (place), (GDestroyNotify) g_variant_unref);
  if (pack != NULL)
    g_object_set_data_full (G_OBJECT (page), KEY_PACK, g_object_ref (pack), g_object_unref);

  return ADW_NAVIGATION_PAGE (page);
}

GVariant *
ter_page_get_place (AdwNavigationPage *page)
{
  return g_object_get_data (G_OBJECT (page), KEY_PLACE);
}

gboolean
ter_page_is_stale (AdwNavigationPage *page, TerContext *context)
{
  TerPack *pack = g_object_get_data (G_OBJECT (page), KEY_PACK);

  return pack != NULL && get_pack (ter_page_get_place (page), context) != pack;
}
