/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-views.h"

#include "ter-dashboard-page.h"
#include "ter-example-page.h"
#include "ter-examples-page.h"
#include "ter-favourite-button.h"
#include "ter-goal-page.h"
#include "ter-goals-page.h"
#include "ter-home-page.h"
#include "ter-kind.h"
#include "ter-kit-page.h"
#include "ter-kits-page.h"
#include "ter-list-page.h"
#include "ter-observatory-page.h"
#include "ter-pages-page.h"
#include "ter-placeholder-page.h"
#include "ter-reading-page.h"
#include "ter-theme-page.h"
#include "ter-themes-page.h"
#include "ter-view.h"
#include "ter-webinar-page.h"
#include "ter-webinars-page.h"

/* The one table: which page shows a section's view, which one an entry's kind. A feature adds its line here; the compiler asks for
 * it as soon as ter-view.h or ter-kind-table.h has a row without one. */
static GType
get_section_page (TerView view)
{
  switch (view)
    {
    case TER_VIEW_HOME: return TER_TYPE_HOME_PAGE;
    case TER_VIEW_THEMES: return TER_TYPE_THEMES_PAGE;
    case TER_VIEW_PAGES: return TER_TYPE_PAGES_PAGE;
    case TER_VIEW_WEBINARS: return TER_TYPE_WEBINARS_PAGE;
    case TER_VIEW_KITS: return TER_TYPE_KITS_PAGE;
    case TER_VIEW_EXAMPLES: return TER_TYPE_EXAMPLES_PAGE;
    case TER_VIEW_OBSERVATORY: return TER_TYPE_OBSERVATORY_PAGE;
    case TER_VIEW_GOALS: return TER_TYPE_GOALS_PAGE;
    case TER_N_VIEWS: break; /* a view of a newer format: its entries can still be listed */
    }
  return TER_TYPE_LIST_PAGE;
}

static TerEntryPageFunc
get_entry_page (TerKind kind)
{
  switch (kind)
    {
    case TER_KIND_THEME: return ter_theme_page_new;
    case TER_KIND_DOCUMENT: return ter_reading_page_new;
    case TER_KIND_WEBINAR: return ter_webinar_page_new;
    case TER_KIND_KIT: return ter_kit_page_new;
    case TER_KIND_EXAMPLE: return ter_example_page_new;
    case TER_KIND_PAGE: return ter_reading_page_new;
    case TER_KIND_DASHBOARD: return ter_dashboard_page_new;
    case TER_KIND_ORGANISATION: return ter_reading_page_new;
    case TER_KIND_GOAL: return ter_goal_page_new;
    case TER_N_KINDS: break;
    }
  return ter_placeholder_page_new;
}

TerPage *
ter_views_new_section_page (TerContext *context, TerPack *pack, const TerSection *section)
{
  return ter_section_page_new (get_section_page (ter_view_find (section->view)), context, pack, section);
}

TerPage *
ter_views_new_entry_page (TerContext *context, TerEntry *entry)
{
  TerPage *page = get_entry_page (ter_kind_find (ter_entry_get_kind (entry))) (context, entry);

  ter_page_add_header_widget (page, ter_favourite_button_new (page, entry));

  return page;
}
