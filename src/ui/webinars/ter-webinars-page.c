/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-webinars-page.h"

#include <glib/gi18n-lib.h>

#include "ter-webinar-row.h"
#include "ter-widgets.h"

struct _TerWebinarsPage
{
  TerPage parent_instance;

  TerPack *pack;
  const TerSection *section; /* owned by the pack */
};

G_DEFINE_FINAL_TYPE (TerWebinarsPage, ter_webinars_page, TER_TYPE_PAGE)

/* Latest first. */
static int
compare_backwards (gconstpointer a, gconstpointer b)
{
  return ter_webinar_compare (TER_WEBINAR ((gpointer) b), TER_WEBINAR ((gpointer) a));
}

static int
compare_forwards (gconstpointer a, gconstpointer b)
{
  return ter_webinar_compare (TER_WEBINAR ((gpointer) a), TER_WEBINAR ((gpointer) b));
}

static gboolean
is_cancelled (TerWebinar *webinar)
{
  return ter_webinar_get_status (webinar) == TER_WEBINAR_CANCELLED;
}

/* The next one is the first that takes place. */
static TerWebinar *
find_next (GPtrArray *upcoming)
{
  for (guint i = 0; i < upcoming->len; i++)
    if (!is_cancelled (upcoming->pdata[i]))
      return upcoming->pdata[i];
  return NULL;
}

/* What the pack tells of the reader's territory and what lies in it, or holds it, but for the whole country. */
static GHashTable *
find_near (TerWebinarsPage *self, GPtrArray *webinars)
{
  TerContext *context = ter_page_get_context (TER_PAGE (self));
  GHashTable *near = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TerTerritory) mine = ter_context_dup_territory (context);
  g_autoptr (GPtrArray) about = NULL;

  if (mine == NULL)
    return near;
  if (mine->level != TER_LEVEL_COUNTRY)
    about = ter_library_list_about (ter_context_get_library (context), self->pack, mine->id, NULL);
  for (guint i = 0; about != NULL && i < about->len; i++)
    g_hash_table_add (near, g_strdup (ter_entry_get_id (about->pdata[i])));
  for (guint i = 0; i < webinars->len; i++)
    {
      TerEntry *entry = ter_webinar_get_entry (webinars->pdata[i]);
      const char *const *territories = ter_entry_get_territories (entry);

      for (TerLevel level = TER_LEVEL_REGION; territories != NULL && level < TER_N_LEVELS; level++)
        if (ter_territory_get_at (mine, level) != NULL && g_strv_contains (territories, ter_territory_get_at (mine, level)))
          g_hash_table_add (near, g_strdup (ter_entry_get_id (entry)));
    }
  return near;
}

static gboolean
is_near (GHashTable *near, TerWebinar *webinar)
{
  return g_hash_table_contains (near, ter_entry_get_id (ter_webinar_get_entry (webinar)));
}

static GtkWidget *
row_new (TerWebinar *webinar, GDateTime *now, GHashTable *near)
{
  GtkWidget *row = ter_webinar_row_new (webinar, now);

  if (is_near (near, webinar))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ter_tag_new (_ ("My territory"), NULL));
  return row;
}

/* Those of the reader's territory come first, each list in the order of time. */
static void
add_list (GtkWidget *content, const char *title, GPtrArray *upcoming, TerWebinar *next, GDateTime *now, GHashTable *near, gboolean mine)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < upcoming->len; i++)
    {
      if (upcoming->pdata[i] == next || is_near (near, upcoming->pdata[i]) != mine)
        continue;
      if (list == NULL)
        {
          list = ter_list_new (title);
          gtk_box_append (GTK_BOX (content), list);
        }
      ter_list_append (list, row_new (upcoming->pdata[i], now, near));
    }
}

static void
add_upcoming (GtkWidget *content, GPtrArray *upcoming, GDateTime *now, GHashTable *near)
{
  TerWebinar *next = find_next (upcoming);
  GtkWidget *box;

  if (next != NULL)
    {
      gboolean live = ter_webinar_get_phase (next, now) == TER_WEBINAR_LIVE;

      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_box_append (GTK_BOX (box), ter_heading_new (live ? _ ("Now") : _ ("Next Webinar"), 2));
      gtk_box_append (GTK_BOX (box), ter_webinar_card_new (next, now));
      gtk_box_append (GTK_BOX (content), box);
    }
  else
    gtk_box_append (
      GTK_BOX (content),
      ter_notice_new (
        _ ("No webinar is planned in this pack for now. Those of the past remain here, with their agenda and resources.")));

  add_list (content, _ ("Upcoming in My Territory"), upcoming, next, now, near, TRUE);
  add_list (content, _ ("Upcoming"), upcoming, next, now, near, FALSE);
}

/* A list a year, the last year first. */
static void
add_past (GtkWidget *content, GPtrArray *past, GDateTime *now, GHashTable *near)
{
  GtkWidget *list = NULL;
  int year = -1;

  for (guint i = 0; i < past->len; i++)
    {
      TerWebinar *webinar = past->pdata[i];
      int its_year = ter_webinar_get_start (webinar)->year;

      if (its_year != year)
        {
          g_autofree char *heading = its_year > 0 ? g_strdup_printf ("%d", its_year) : g_strdup (_ ("Date not known"));

          year = its_year;
          list = ter_list_new (heading);
          gtk_box_append (GTK_BOX (content), list);
        }
      ter_list_append (list, row_new (webinar, now, near));
    }
}

static GtkWidget *
content_new (TerWebinarsPage *self, GPtrArray *entries)
{
  g_autoptr (GDateTime) now = ter_context_now (ter_page_get_context (TER_PAGE (self)));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) upcoming = g_ptr_array_new ();
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autoptr (GHashTable) near = NULL;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = ter_section_head_new (self->pack, self->section);

  for (guint i = 0; i < entries->len; i++)
    {
      TerWebinar *webinar = ter_webinar_new (entries->pdata[i]);

      g_ptr_array_add (all, webinar);
      g_ptr_array_add (ter_webinar_get_phase (webinar, now) == TER_WEBINAR_PAST ? past : upcoming, webinar);
    }
  g_ptr_array_sort_values (upcoming, compare_forwards);
  g_ptr_array_sort_values (past, compare_backwards);

  if (head != NULL)
    gtk_box_append (GTK_BOX (content), head);
  near = find_near (self, all);
  add_upcoming (content, upcoming, now, near);
  add_past (content, past, now, near);
  return content;
}

static void
ter_webinars_page_load (TerPage *page)
{
  TerWebinarsPage *self = TER_WEBINARS_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_library_list_section (library, self->pack, self->section, &error);

  if (entries == NULL)
    ter_page_set_error (page, _ ("The Webinars Cannot Be Read"), error);
  else if (entries->len == 0)
    ter_page_set_empty (page, "x-office-calendar-symbolic", _ ("No Webinar Yet"), _ ("The pack has no webinar in this section."));
  else
    ter_page_set_content (page, content_new (self, entries), 860);
}

static void
ter_webinars_page_dispose (GObject *object)
{
  g_clear_object (&TER_WEBINARS_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_webinars_page_parent_class)->dispose (object);
}

static void
ter_webinars_page_class_init (TerWebinarsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_webinars_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_webinars_page_load;
}

static void
ter_webinars_page_init (TerWebinarsPage *self)
{
}

TerPage *
ter_webinars_page_new (TerContext *context, TerPack *pack, const TerSection *section)
{
  TerWebinarsPage *self = g_object_new (TER_TYPE_WEBINARS_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;
  g_signal_connect_object (context, "notify::territory", G_CALLBACK (ter_webinars_page_load), self, G_CONNECT_SWAPPED);
  return TER_PAGE (self);
}
