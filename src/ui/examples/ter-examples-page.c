/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-examples-page.h"

#include <glib/gi18n.h>

#include "ter-examples-view.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-notice.h"

struct _TerExamplesPage
{
  TerSectionPage parent_instance;
  TerExamplesView *view; /* the page's content; NULL until it is there */
};

G_DEFINE_FINAL_TYPE (TerExamplesPage, ter_examples_page, TER_TYPE_SECTION_PAGE)

typedef struct
{
  TerLibrary *library;
  TerPack *pack;
} Territories;

static char *
name_cb (const char *territory, gpointer user_data)
{
  Territories *territories = user_data;

  return ter_library_dup_territory_name (territories->library, territories->pack, territory);
}

static char *
parent_cb (const char *territory, gpointer user_data)
{
  Territories *territories = user_data;

  g_autoptr (TerTerritory) found = ter_library_dup_territory (territories->library, territories->pack, territory);
  const char *parent = found != NULL ? ter_territory_get_parent (found) : NULL;

  return parent != NULL ? g_strdup (parent) : ter_territory_dup_departement (territory);
}

/* Territories first, then the vocabularies that the section offers. */
static GStrv
dup_facets (TerExamplesPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) filters = ter_json_dup_strv (ter_section_page_get_section (TER_SECTION_PAGE (self))->object, "filters");

  for (guint i = 0; filters[i] != NULL; i++)
    g_strv_builder_add (builder, filters[i]);
  g_strv_builder_add (builder, TER_FACET_REGION);
  g_strv_builder_add (builder, TER_FACET_DEPARTEMENT);
  return g_strv_builder_end (builder);
}

static TerExampleIndex *
make_index (TerExamplesPage *self, GPtrArray *entries)
{
  g_auto (GStrv) facets = dup_facets (self);
  TerPack *pack = ter_section_page_get_pack (TER_SECTION_PAGE (self));
  Territories territories = { ter_context_get_library (ter_page_get_context (TER_PAGE (self))), pack };

  return ter_example_index_new (pack, entries, (const char *const *) facets, name_cb, parent_cb, &territories);
}

static void
ter_examples_page_turn (TerSectionPage *page)
{
  TerExamplesPage *self = TER_EXAMPLES_PAGE (page);
  g_autoptr (TerTerritory) mine = ter_context_dup_territory (ter_page_get_context (TER_PAGE (self)));
  const char *nearby[3] = { NULL };
  guint n = 0;

  if (self->view == NULL)
    return;
  for (int level = TER_LEVEL_DEPARTEMENT; mine != NULL && level >= TER_LEVEL_REGION; level--)
    if (ter_territory_get_at (mine, level) != NULL)
      nearby[n++] = ter_territory_get_at (mine, level);
  ter_examples_view_set_nearby (self->view, nearby);
}

/* Any number of them: the view makes its rows as they are scrolled to. */
static void
ter_examples_page_show (TerSectionPage *page, GPtrArray *entries)
{
  TerExamplesPage *self = TER_EXAMPLES_PAGE (page);
  const TerSection *section = ter_section_page_get_section (page);
  g_autoptr (TerExampleIndex) index = make_index (self, entries);
  GtkWidget *head = ter_notice_new_section_head (ter_section_page_get_pack (page), section);

  self->view = TER_EXAMPLES_VIEW (ter_examples_view_new (index, head, section->title));
  ter_page_set_content_full (TER_PAGE (page), GTK_WIDGET (self->view));
  ter_examples_page_turn (page);
}

static void
ter_examples_page_load (TerPage *page)
{
  TER_EXAMPLES_PAGE (page)->view = NULL;
  TER_PAGE_CLASS (ter_examples_page_parent_class)->load (page);
}

static void
ter_examples_page_class_init (TerExamplesPageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  TER_PAGE_CLASS (klass)->load = ter_examples_page_load;
  page_class->show = page_class->show_many = ter_examples_page_show;
  page_class->turn = ter_examples_page_turn;
  page_class->empty_icon = ter_kind_get_icon ("example");
  page_class->empty_title = N_ ("No Example Yet");
  page_class->empty_text = N_ ("The pack has no example in this section.");
}

static void
ter_examples_page_init (TerExamplesPage *self)
{
}
