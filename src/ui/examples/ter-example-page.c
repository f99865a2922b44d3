/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-example-page.h"

#include <glib/gi18n.h>

#include "ter-card-grid.h"
#include "ter-example-parts.h"
#include "ter-goal-tile.h"
#include "ter-heading.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-localized.h"
#include "ter-row.h"

struct _TerExamplePage
{
  TerDetailPage parent_instance;

  GPtrArray *goals; /* of TerEntry, those of its tags */
};

G_DEFINE_FINAL_TYPE (TerExamplePage, ter_example_page, TER_TYPE_DETAIL_PAGE)

static gboolean
has_tag (TerEntry *entry, const char *tag)
{
  const char *const *tags = ter_entry_get_tags (entry);

  return tags != NULL && g_strv_contains (tags, tag);
}

/* The goals that share a tag with this example. */
static gboolean
ter_example_page_prepare (TerDetailPage *page, TerReading *reading, GError **error)
{
  TerExamplePage *self = TER_EXAMPLE_PAGE (page);
  TerEntry *entry = ter_detail_page_get_entry (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (page)));
  const char *const *tags = ter_entry_get_tags (entry);
  g_autoptr (GPtrArray) all = ter_library_list_kind (library, ter_entry_get_pack (entry), "goal", error);

  if (all == NULL)
    return FALSE;
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint t = 0; tags != NULL && tags[t] != NULL; t++)
    for (guint i = 0; i < all->len; i++)
      if (has_tag (all->pdata[i], tags[t]))
        g_ptr_array_add (self->goals, g_object_ref (all->pdata[i]));
  return TRUE;
}

static void
append_fact (GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = ter_row_new (title, text);
  gtk_widget_add_css_class (row, "property");
  ter_list_append (list, row);
}

static char *
dup_territories (TerExamplePage *self, TerEntry *entry)
{
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
  const char *const *territories = ter_entry_get_territories (entry);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; territories != NULL && territories[i] != NULL; i++)
    g_strv_builder_take (builder, ter_library_dup_territory_name (library, ter_entry_get_pack (entry), territories[i]));
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/* @actors: (nullable): left out when they have a part of their own */
static void
add_facts (TerExamplePage *self, GtkBox *content, const char *actors)
{
  TerEntry *entry = ter_detail_page_get_entry (TER_DETAIL_PAGE (self));
  JsonObject *object = ter_entry_get_object (entry);
  const char *place = ter_entry_get_text (entry, object, "place");
  g_autofree char *territories = dup_territories (self, entry);
  GtkWidget *list;

  if ((place == NULL || *place == '\0') && *territories == '\0' && (actors == NULL || *actors == '\0'))
    return;
  list = ter_list_new (NULL);
  append_fact (list, _ ("Place"), place);
  append_fact (list, _ ("Territory"), g_strcmp0 (place, territories) != 0 ? territories : NULL);
  append_fact (list, _ ("Actors"), actors);
  gtk_box_append (content, list);
}

static GtkWidget *
figure_new (const char *value, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "example-figure");
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (value, "title-2"));
  if (label != NULL)
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (label, "body"));
  return box;
}

static void
add_figures (TerExamplePage *self, GtkBox *content)
{
  TerEntry *entry = ter_detail_page_get_entry (TER_DETAIL_PAGE (self));
  JsonArray *figures = ter_json_get_array (ter_entry_get_object (entry), "keyFigures");
  GtkWidget *grid = NULL;

  for (guint i = 0; i < ter_json_array_length (figures); i++)
    {
      JsonObject *figure = ter_json_array_object (figures, i);
      g_autofree char *value = figure != NULL ? ter_example_parts_dup_value (entry, figure) : NULL;

      if (value == NULL)
        continue;
      if (grid == NULL)
        {
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

          grid = ter_card_grid_new (180);
          gtk_box_append (GTK_BOX (box), ter_heading_new (_ ("Key Figures"), 3));
          gtk_box_append (GTK_BOX (box), grid);
          gtk_box_append (content, box);
        }
      ter_card_grid_append (grid, figure_new (value, ter_entry_get_text (entry, figure, "label")));
    }
}

static void
ter_example_page_add_before (TerDetailPage *page, GtkBox *content)
{
  TerExamplePage *self = TER_EXAMPLE_PAGE (page);
  TerEntry *entry = ter_detail_page_get_entry (page);
  const char *language = ter_pack_get_language (ter_entry_get_pack (entry));
  g_auto (GStrv) names = ter_localized_dup_strv (ter_entry_get_object (entry), "actors", language);
  g_autofree char *actors = g_strjoinv (", ", names);
  GtkWidget *parts = ter_example_parts_new (entry, actors);

  add_facts (self, content, parts == NULL ? actors : NULL);
  add_figures (self, content);
  if (parts != NULL)
    gtk_box_append (content, parts);
}

static void
ter_example_page_add_after (TerDetailPage *page, GtkBox *content)
{
  TerExamplePage *self = TER_EXAMPLE_PAGE (page);
  GtkWidget *box;
  GtkWidget *goals;

  if (self->goals == NULL || self->goals->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  goals = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 9, NULL);
  for (guint i = 0; i < self->goals->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (goals), ter_goal_tile_new_chip (self->goals->pdata[i]));
  gtk_box_append (GTK_BOX (box), ter_heading_new (ter_kind_get_plural ("goal"), 3));
  gtk_box_append (GTK_BOX (box), goals);
  gtk_box_append (content, box);
}

static void
ter_example_page_dispose (GObject *object)
{
  g_clear_pointer (&TER_EXAMPLE_PAGE (object)->goals, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_example_page_parent_class)->dispose (object);
}

static void
ter_example_page_class_init (TerExamplePageClass *klass)
{
  TerDetailPageClass *detail_class = TER_DETAIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_example_page_dispose;
  detail_class->prepare = ter_example_page_prepare;
  detail_class->add_before = ter_example_page_add_before;
  detail_class->add_after = ter_example_page_add_after;
}

static void
ter_example_page_init (TerExamplePage *self)
{
}

TerPage *
ter_example_page_new (TerContext *context, TerEntry *entry)
{
  return ter_detail_page_new (TER_TYPE_EXAMPLE_PAGE, context, entry);
}
