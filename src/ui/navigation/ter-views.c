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
#include "ter-kit-page.h"
#include "ter-kits-page.h"
#include "ter-list-page.h"
#include "ter-observatory-page.h"
#include "ter-pages-page.h"
#include "ter-placeholder-page.h"
#include "ter-reading-page.h"
#include "ter-theme-page.h"
#include "ter-themes-page.h"
#include "ter-webinar-page.h"
#include "ter-webinars-page.h"

/* The one table: which page shows a section's view, which one an entry's kind. A feature adds its line here. */
static const struct
{
  const char *view;
  GType (*type) (void); /* of a TerSectionPage */
} views[] = {
  { "home", ter_home_page_get_type },         { "observatory", ter_observatory_page_get_type },
  { "pages", ter_pages_page_get_type },       { "themes", ter_themes_page_get_type },
  { "webinars", ter_webinars_page_get_type }, { "kits", ter_kits_page_get_type },
  { "examples", ter_examples_page_get_type }, { "goals", ter_goals_page_get_type },
};

static const struct
{
  const char *kind;
  TerEntryPageFunc make;
} kinds[] = {
  { "dashboard", ter_dashboard_page_new },
  { "document", ter_reading_page_new },
  { "organisation", ter_reading_page_new },
  { "page", ter_reading_page_new },
  { "theme", ter_theme_page_new },
  { "webinar", ter_webinar_page_new },
  { "kit", ter_kit_page_new },
  { "example", ter_example_page_new },
  { "goal", ter_goal_page_new },
};

TerPage *
ter_views_new_section_page (TerContext *context, TerPack *pack, const TerSection *section)
{
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].view, section->view) == 0)
      return ter_section_page_new (views[i].type (), context, pack, section);

  /* A view of a newer format: its entries can still be listed. */
  return ter_section_page_new (TER_TYPE_LIST_PAGE, context, pack, section);
}

static TerPage *
new_page_of_kind (TerContext *context, TerEntry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, ter_entry_get_kind (entry)) == 0)
      return kinds[i].make (context, entry);

  return ter_placeholder_page_new (context, entry);
}

TerPage *
ter_views_new_entry_page (TerContext *context, TerEntry *entry)
{
  TerPage *page = new_page_of_kind (context, entry);

  ter_page_add_header_widget (page, ter_favourite_button_new (page, entry));

  return page;
}
