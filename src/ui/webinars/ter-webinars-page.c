/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-webinars-page.h"

#include <glib/gi18n.h>

#include "ter-hash.h"
#include "ter-heading.h"
#include "ter-list.h"
#include "ter-long-list.h"
#include "ter-notice.h"
#include "ter-tag.h"
#include "ter-webinar-row.h"

struct _TerWebinarsPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerWebinarsPage, ter_webinars_page, TER_TYPE_SECTION_PAGE)

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
find_near (TerSectionPage *page, GPtrArray *entries)
{
  TerContext *context = ter_page_get_context (TER_PAGE (page));
  GHashTable *near = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (TerTerritory) mine = ter_context_dup_territory (context);
  g_autoptr (GPtrArray) about = NULL;

  if (mine == NULL)
    return near;
  if (mine->level != TER_LEVEL_COUNTRY)
    about = ter_library_list_about (ter_context_get_library (context), ter_section_page_get_pack (page), mine->id, NULL);
  for (guint i = 0; about != NULL && i < about->len; i++)
    g_hash_table_add (near, g_strdup (ter_entry_get_id (about->pdata[i])));
  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = entries->pdata[i];
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

/* A part of the page: webinars under a heading. */
typedef struct
{
  char *heading;
  GPtrArray *webinars; /* of TerWebinar */
} Part;

static void
part_free (gpointer data)
{
  Part *self = data;

  g_free (self->heading);
  g_ptr_array_unref (self->webinars);
  g_free (self);
}

static Part *
add_part (GPtrArray *parts, const char *heading)
{
  Part *part = g_new0 (Part, 1);

  part->heading = g_strdup (heading);
  part->webinars = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (parts, part);
  return part;
}

/* Those to come: first those of the reader's territory, each part in the order of time. */
static void
add_upcoming (GPtrArray *parts, GPtrArray *upcoming, TerWebinar *next, GHashTable *near)
{
  const char *headings[] = { _ ("Upcoming in My Territory"), _ ("Upcoming") };

  for (guint k = 0; k < G_N_ELEMENTS (headings); k++)
    {
      Part *part = NULL;

      for (guint i = 0; i < upcoming->len; i++)
        {
          if (upcoming->pdata[i] == next || is_near (near, upcoming->pdata[i]) != (k == 0))
            continue;
          if (part == NULL)
            part = add_part (parts, headings[k]);
          g_ptr_array_add (part->webinars, g_object_ref (upcoming->pdata[i]));
        }
    }
}

/* A part a year, the last year first. */
static void
add_past (GPtrArray *parts, GPtrArray *past)
{
  Part *part = NULL;
  int year = -1;

  for (guint i = 0; i < past->len; i++)
    {
      int its_year = ter_webinar_get_start (past->pdata[i])->year;

      if (its_year != year)
        {
          g_autofree char *heading = its_year > 0 ? g_strdup_printf ("%d", its_year) : g_strdup (_ ("Date not known"));

          year = its_year;
          part = add_part (parts, heading);
        }
      g_ptr_array_add (part->webinars, g_object_ref (past->pdata[i]));
    }
}

/* @next: (out) (optional) (nullable): the one that the page begins with, and that is in no part */
static GPtrArray *
divide (TerSectionPage *page, GPtrArray *entries, GDateTime *now, GHashTable **near, TerWebinar **next)
{
  g_autoptr (GPtrArray) upcoming = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < entries->len; i++)
    {
      TerWebinar *webinar = ter_webinar_new (entries->pdata[i]);

      g_ptr_array_add (ter_webinar_get_phase (webinar, now) == TER_WEBINAR_PAST ? past : upcoming, webinar);
    }
  g_ptr_array_sort_values (upcoming, compare_forwards);
  g_ptr_array_sort_values (past, compare_backwards);
  *near = find_near (page, entries);
  if (next != NULL && (*next = find_next (upcoming)) != NULL)
    g_object_ref (*next);
  add_upcoming (parts, upcoming, next != NULL ? *next : NULL, *near);
  add_past (parts, past);
  return parts;
}

static GtkWidget *
next_new (TerWebinar *next, GDateTime *now)
{
  GtkWidget *box;

  if (next == NULL)
    return ter_notice_new (
      _ ("No webinar is planned in this pack for now. Those of the past remain here, with their agenda and resources."));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box),
                  ter_heading_new (ter_webinar_get_phase (next, now) == TER_WEBINAR_LIVE ? _ ("Now") : _ ("Next Webinar"), 2));
  gtk_box_append (GTK_BOX (box), ter_webinar_row_new_card (next, now));
  return box;
}

static GtkWidget *
list_new (const Part *part, GDateTime *now, GHashTable *near)
{
  GtkWidget *list = ter_list_new (part->heading);

  for (guint i = 0; i < part->webinars->len; i++)
    {
      GtkWidget *row = ter_webinar_row_new (part->webinars->pdata[i], now);

      if (is_near (near, part->webinars->pdata[i]))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), ter_tag_new (_ ("My territory"), NULL));
      ter_list_append (list, row);
    }
  return list;
}

static void
ter_webinars_page_show (TerSectionPage *page, GPtrArray *entries)
{
  g_autoptr (GDateTime) now = ter_context_now (ter_page_get_context (TER_PAGE (page)));
  g_autoptr (GHashTable) near = NULL;
  g_autoptr (TerWebinar) next = NULL;
  g_autoptr (GPtrArray) parts = divide (page, entries, now, &near, &next);
  GtkWidget *content = ter_section_page_box_new (page);

  gtk_box_append (GTK_BOX (content), next_new (next, now));
  for (guint i = 0; i < parts->len; i++)
    gtk_box_append (GTK_BOX (content), list_new (parts->pdata[i], now, near));
  ter_page_set_content (TER_PAGE (page), content, 860);
}

static char *
describe_cb (TerEntry *entry, gpointer user_data)
{
  TerContext *context = user_data;
  g_autoptr (GDateTime) now = ter_context_now (context);
  g_autoptr (TerWebinar) webinar = ter_webinar_new (entry);

  return ter_webinar_row_dup_line (webinar, now);
}

static void
ter_webinars_page_show_many (TerSectionPage *page, GPtrArray *entries)
{
  TerContext *context = ter_page_get_context (TER_PAGE (page));
  g_autoptr (GDateTime) now = ter_context_now (context);
  g_autoptr (GHashTable) near = NULL;
  g_autoptr (GPtrArray) parts = divide (page, entries, now, &near, NULL);
  GtkWidget *list = ter_long_list_new (ter_section_page_get_section (page)->title, describe_cb, context);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];
      g_autoptr (GPtrArray) its_entries = g_ptr_array_new ();

      for (guint j = 0; j < part->webinars->len; j++)
        g_ptr_array_add (its_entries, ter_webinar_get_entry (part->webinars->pdata[j]));
      ter_long_list_append (list, part->heading, its_entries);
    }
  ter_section_page_set_list (page, list);
}

static void
ter_webinars_page_turn (TerSectionPage *page)
{
  ter_page_reload (TER_PAGE (page));
}

static void
ter_webinars_page_class_init (TerWebinarsPageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  page_class->show = ter_webinars_page_show;
  page_class->show_many = ter_webinars_page_show_many;
  page_class->turn = ter_webinars_page_turn;
  page_class->empty_icon = "x-office-calendar-symbolic";
  page_class->empty_title = N_ ("No Webinar Yet");
  page_class->empty_text = N_ ("The pack has no webinar in this section.");
}

static void
ter_webinars_page_init (TerWebinarsPage *self)
{
}
