/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-home-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-box.h"
#include "ter-card-grid.h"
#include "ter-card.h"
#include "ter-commonmark.h"
#include "ter-heading.h"
#include "ter-home-figures.h"
#include "ter-home-webinar.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-my-territory.h"
#include "ter-notice.h"
#include "ter-recent-page.h"
#include "ter-row.h"

#define N_RECENT 4

struct _TerHomePage
{
  TerSectionPage parent_instance;

  GtkWidget *box;    /* borrowed from the page's content */
  GtkWidget *recent; /* in it, at its end; nullable */
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (TerHomePage, ter_home_page, TER_TYPE_SECTION_PAGE)

static TerPack *
get_pack (TerHomePage *self)
{
  return ter_section_page_get_pack (TER_SECTION_PAGE (self));
}

/* (nullable): what the section says that the page holds. */
static JsonObject *
get_home (TerHomePage *self)
{
  return ter_json_get_object (ter_section_page_get_section (TER_SECTION_PAGE (self))->object, "home");
}

static void
append (GtkWidget *box, GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
}

/* A part of the page: its heading, then what it holds. */
static void
append_part (GtkWidget *box, const char *title, GtkWidget *content)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = ter_heading_new (title, 2);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (part), content);
  gtk_box_append (GTK_BOX (box), part);
}

static GtkWidget *
keep_if_filled (GtkWidget *grid)
{
  if (gtk_widget_get_first_child (grid) != NULL)
    return grid;
  g_object_ref_sink (grid);
  g_object_unref (grid);

  return NULL;
}

/* The first paragraph of the text: what the platform is, in a few lines. The rest is a page of its own. */
static char *
dup_introduction (TerEntry *entry)
{
  g_autofree char *body = ter_entry_dup_body (entry, NULL);
  g_autoptr (TerCommonmark) text = body ? ter_commonmark_parse (body) : NULL;
  GPtrArray *blocks = text ? ter_commonmark_get_blocks (text) : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      TerBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == TER_BLOCK_PARAGRAPH)
        return ter_block_dup_plain (block);
    }

  return NULL;
}

static GtkWidget *
hero_new (TerEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *more = gtk_button_new_with_label (_ ("Read More"));
  g_autofree char *introduction = dup_introduction (entry);

  gtk_widget_add_css_class (box, "ter-hero");
  append (box, ter_heading_new (ter_entry_get_title (entry), 1));
  if (*ter_entry_get_summary (entry) != '\0')
    append (box, ter_heading_new_text (ter_entry_get_summary (entry), "ter-lead"));
  if (introduction != NULL)
    append (box, ter_heading_new_text (introduction, NULL));
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_add_css_class (more, "pill");
  gtk_widget_add_css_class (more, "suggested-action");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (more), ter_actions_entry_target (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (more), TER_ACTION_GO_TO);
  append (box, more);

  return box;
}

static GtkWidget *
begin_new (TerHomePage *self, JsonObject *home)
{
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
  g_auto (GStrv) ids = ter_json_dup_strv (home, "begin");
  g_autoptr (GPtrArray) entries = ter_library_list_entries (library, get_pack (self), (const char *const *) ids, NULL);
  GtkWidget *grid = ter_card_grid_new (250);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);

      ter_card_grid_append (grid, ter_card_new_for_entry (entry, ter_kind_get_title (ter_entry_get_kind (entry))));
    }

  return keep_if_filled (grid);
}

static GtkWidget *
section_tile_new (TerPack *pack, const TerSection *section)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  gboolean known = section->icon != NULL && gtk_icon_theme_has_icon (theme, section->icon);
  GtkWidget *tile = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  known ? section->icon : "folder-symbolic", "valign", GTK_ALIGN_START, NULL);
  const char *lines[] = { section->title, section->summary };
  const char *styles[] = { "heading", "ter-card-summary" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      {
        GtkWidget *label =
          g_object_new (GTK_TYPE_LABEL, "label", lines[i], "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

        gtk_widget_add_css_class (label, styles[i]);
        gtk_box_append (GTK_BOX (texts), label);
      }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (icon, "ter-tile-icon");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "ter-card");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (tile), ter_actions_section_target (pack, section->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), TER_ACTION_GO_TO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, section->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, section->summary ? section->summary : "", -1);

  return tile;
}

static GtkWidget *
ways_in_new (TerHomePage *self, JsonArray *ids)
{
  GtkWidget *grid = ter_card_grid_new (290);

  for (guint i = 0; i < ter_json_array_length (ids); i++)
    {
      const char *id = ter_json_array_string (ids, i);
      const TerSection *section = id ? ter_pack_find_section (get_pack (self), id) : NULL;

      if (section != NULL)
        ter_card_grid_append (grid, section_tile_new (get_pack (self), section));
    }

  return keep_if_filled (grid);
}

/* What was read lately, as it is now. */
static void
update_recent (TerHomePage *self)
{
  g_autoptr (GPtrArray) entries = ter_recent_page_list_entries (ter_page_get_context (TER_PAGE (self)), N_RECENT, NULL);
  GtkWidget *list;

  ter_box_clear (GTK_BOX (self->recent));
  gtk_widget_set_visible (self->recent, entries != NULL && entries->len > 0);
  if (entries == NULL || entries->len == 0)
    return;
  list = ter_list_new (NULL);
  for (guint i = 0; i < entries->len; i++)
    ter_list_append (list, ter_row_new_for_entry (g_ptr_array_index (entries, i), NULL));
  append_part (self->recent, _ ("Recently Read"), list);
}

/* What stands on the first screen. */
static void
append_first_parts (TerHomePage *self, JsonObject *home)
{
  const char *webinars = ter_json_get_string (home, "webinars");
  GtkWidget *begin = begin_new (self, home);

  append (self->box, ter_my_territory_new (ter_page_get_context (TER_PAGE (self))));
  if (webinars != NULL)
    append (self->box, ter_home_webinar_new (ter_page_get_context (TER_PAGE (self)), get_pack (self), webinars));
  if (begin != NULL)
    append_part (self->box, _ ("Where to Begin"), begin);
}

/* What stands below it is made once the first screen is there. */
static gboolean
append_rest_cb (gpointer user_data)
{
  TerHomePage *self = TER_HOME_PAGE (user_data);
  JsonObject *home = get_home (self);
  GtkWidget *figures, *ways_in;

  self->rest_id = 0;
  if (home != NULL)
    {
      figures =
        ter_home_figures_new (ter_page_get_context (TER_PAGE (self)), get_pack (self), ter_json_get_array (home, "figures"));
      ways_in = ways_in_new (self, ter_json_get_array (home, "sections"));
      if (figures != NULL)
        append_part (self->box, _ ("A Few Figures"), figures);
      if (ways_in != NULL)
        append_part (self->box, _ ("All Ways In"), ways_in);
    }
  self->recent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  append (self->box, self->recent);
  update_recent (self);

  return G_SOURCE_REMOVE;
}

static void
ter_home_page_show (TerSectionPage *page, GPtrArray *entries)
{
  TerHomePage *self = TER_HOME_PAGE (page);
  JsonObject *home = get_home (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  append (self->box, ter_notice_new_for_section (get_pack (self), ter_section_page_get_section (page)));
  if (entries->len > 0)
    append (self->box, hero_new (g_ptr_array_index (entries, 0)));
  if (home != NULL)
    append_first_parts (self, home);
  ter_page_set_content (TER_PAGE (page), self->box, 1000);
  self->rest_id = g_idle_add_full (G_PRIORITY_LOW, append_rest_cb, self, NULL);
}

static void
ter_home_page_show_empty (TerSectionPage *page)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (get_home (TER_HOME_PAGE (page)) != NULL)
    ter_home_page_show (page, none);
  else
    TER_SECTION_PAGE_CLASS (ter_home_page_parent_class)->show_empty (page);
}

static void
ter_home_page_load (TerPage *page)
{
  TerHomePage *self = TER_HOME_PAGE (page);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->recent = NULL;
  TER_PAGE_CLASS (ter_home_page_parent_class)->load (page);
}

/* Not under the keyboard. */
static void
reloaded_cb (TerHomePage *self)
{
  if (self->recent != NULL && gtk_widget_get_focus_child (self->recent) == NULL)
    update_recent (self);
}

/* Shown again, after something was read. */
static void
ter_home_page_showing (AdwNavigationPage *page)
{
  if (ADW_NAVIGATION_PAGE_CLASS (ter_home_page_parent_class)->showing)
    ADW_NAVIGATION_PAGE_CLASS (ter_home_page_parent_class)->showing (page);
  reloaded_cb (TER_HOME_PAGE (page));
}

static void
ter_home_page_constructed (GObject *object)
{
  TerContext *context = ter_page_get_context (TER_PAGE (object));

  G_OBJECT_CLASS (ter_home_page_parent_class)->constructed (object);

  g_signal_connect_object (ter_context_get_user_state (context), "reloaded", G_CALLBACK (reloaded_cb), object, G_CONNECT_SWAPPED);
}

static void
ter_home_page_dispose (GObject *object)
{
  TerHomePage *self = TER_HOME_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);

  G_OBJECT_CLASS (ter_home_page_parent_class)->dispose (object);
}

static void
ter_home_page_class_init (TerHomePageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ter_home_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ter_home_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = ter_home_page_showing;
  TER_PAGE_CLASS (klass)->load = ter_home_page_load;
  page_class->show = page_class->show_many = ter_home_page_show;
  page_class->show_empty = ter_home_page_show_empty;
  page_class->empty_icon = "go-home-symbolic";
}

static void
ter_home_page_init (TerHomePage *self)
{
}
