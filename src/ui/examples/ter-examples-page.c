/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-examples-page.h"

#include <glib/gi18n-lib.h>

#include "ter-examples-view.h"
#include "ter-json.h"
#include "ter-widgets.h"

struct _TerExamplesPage
{
  TerPage parent_instance;

  TerPack *pack;
  const TerSection *section; /* owned by the pack */
  TerExamplesView *view;     /* the page's content; NULL until it is there */
};

G_DEFINE_FINAL_TYPE (TerExamplesPage, ter_examples_page, TER_TYPE_PAGE)

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
  g_auto (GStrv) filters = ter_json_dup_strv (self->section->object, "filters");

  for (guint i = 0; filters[i] != NULL; i++)
    g_strv_builder_add (builder, filters[i]);
  g_strv_builder_add (builder, TER_FACET_REGION);
  g_strv_builder_add (builder, TER_FACET_DEPARTEMENT);
  return g_strv_builder_end (builder);
}

static TerExampleIndex *
make_index (TerExamplesPage *self, GPtrArray *entries)
{
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
  g_auto (GStrv) facets = dup_facets (self);
  Territories territories = { library, self->pack };

  return ter_example_index_new (self->pack, entries, (const char *const *) facets, name_cb, parent_cb, &territories);
}

/* The view turns to the reader's territory. */
static void
update_nearby (TerExamplesPage *self)
{
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

static void
ter_examples_page_load (TerPage *page)
{
  TerExamplesPage *self = TER_EXAMPLES_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_library_list_section (library, self->pack, self->section, &error);
  g_autoptr (TerExampleIndex) index = NULL;

  self->view = NULL;
  if (entries == NULL)
    {
      ter_page_set_error (page, _ ("The Examples Cannot Be Read"), error);
      return;
    }
  if (entries->len == 0)
    {
      ter_page_set_empty (page, ter_kind_get_icon ("example"), _ ("No Example Yet"),
                          _ ("The pack has no example in this section."));
      return;
    }
  index = make_index (self, entries);
  self->view = TER_EXAMPLES_VIEW (ter_examples_view_new (index, ter_section_head_new (self->pack, self->section), self->section->title));
  ter_page_set_content_full (page, GTK_WIDGET (self->view));
  update_nearby (self);
}

static void
ter_examples_page_dispose (GObject *object)
{
  g_clear_object (&TER_EXAMPLES_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_examples_page_parent_class)->dispose (object);
}

static void
ter_examples_page_class_init (TerExamplesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_examples_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_examples_page_load;
}

static void
ter_examples_page_init (TerExamplesPage *self)
{
}

TerPage *
ter_examples_page_new (TerContext *context, TerPack *pack, const TerSection *section)
{
  TerExamplesPage *self = g_object_new (TER_TYPE_EXAMPLES_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;
  g_signal_connect_object (context, "notify::territory", G_CALLBACK (update_nearby), self, G_CONNECT_SWAPPED);
  return TER_PAGE (self);
}
