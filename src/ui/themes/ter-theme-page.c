/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-theme-page.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-entry-reader.h"
#include "ter-note-view.h"
#include "ter-reading-view.h"
#include "ter-theme.h"
#include "ter-actions.h"
#include "ter-list.h"
#include "ter-provenance.h"
#include "ter-related.h"
#include "ter-row.h"

/* What is near a theme is shown in part: the whole is in its own section. */
#define MOST_NEAR 6

struct _TerThemePage
{
  TerPage parent_instance;

  TerEntry *theme;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TerThemePage, ter_theme_page, TER_TYPE_PAGE)

static const char *
get_group_title (TerThemeGroup group)
{
  switch (group)
    {
    case TER_THEME_REFERENCES: return _ ("Reference Documents");
    case TER_THEME_METHODS: return _ ("Methods");
    case TER_THEME_TRAININGS: return _ ("Training Tools");
    case TER_THEME_KITS: return _ ("Kits");
    case TER_THEME_OTHERS: return _ ("Other Documents");
    case TER_THEME_WEBINARS: return _ ("Webinars");
    case TER_THEME_EXAMPLES: return _ ("Inspiring Examples");
    case TER_THEME_N_GROUPS:
    default: g_return_val_if_reached ("");
    }
}

/* What helps to choose: when a webinar was, who wrote a document, where an example is. */
static char *
describe (TerEntry *entry)
{
  JsonObject *object = ter_entry_get_object (entry);
  const char *start = json_object_get_string_member_with_default (object, "start", NULL);
  const char *text = ter_entry_get_text (entry, object, "author");
  TerDate date;

  if (start != NULL && ter_date_parse (start, &date))
    return ter_date_format (&date, TER_DATE_LONG);
  if (text == NULL)
    text = ter_entry_get_text (entry, object, "place");
  if (text == NULL || *text == '\0')
    return g_strdup (ter_entry_get_summary (entry));
  if (*ter_entry_get_summary (entry) == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%s · %s", text, ter_entry_get_summary (entry));
}

static void
append_see_all (TerThemePage *self, GtkWidget *list, TerEntry *one_of_them)
{
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
  TerPack *pack = ter_entry_get_pack (self->theme);
  g_autofree char *id = ter_library_dup_section_of (library, pack, ter_entry_get_id (one_of_them));
  const TerSection *section = id != NULL ? ter_pack_find_section (pack, id) : NULL;

  if (section == NULL)
    return;
  /* Translators: leads to a whole section, after some of its entries; %s is its title. */
  g_autofree char *title = g_strdup_printf (_ ("See All in “%s”"), section->title);

  ter_list_append (list,
                   ter_row_new_for_action (title, NULL, NULL, TER_ACTION_GO_TO, ter_actions_section_target (pack, section->id)));
}

static GtkWidget *
new_group (TerThemePage *self, TerThemeGroup group, GPtrArray *entries)
{
  GtkWidget *list = ter_list_new (get_group_title (group));
  guint most = group >= TER_THEME_WEBINARS ? MOST_NEAR : G_MAXUINT;

  for (guint i = 0; i < MIN (entries->len, most); i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *subtitle = describe (entry);

      ter_list_append (list, ter_row_new_for_entry (entry, subtitle));
    }
  if (entries->len > most)
    append_see_all (self, list, g_ptr_array_index (entries, 0));
  return list;
}

static void
append_if_any (GtkWidget *box, GtkWidget *widget)
{
  if (widget != NULL)
    gtk_box_append (GTK_BOX (box), widget);
}

static void
show (TerThemePage *self, TerReading *reading, TerTheme *theme)
{
  TerContext *context = ter_page_get_context (TER_PAGE (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  append_if_any (box, ter_reading_new_head (reading, context));
  append_if_any (box, ter_reading_new_text (reading));
  for (guint i = 0; i < TER_THEME_N_GROUPS; i++)
    {
      if (theme->groups[i]->len > 0)
        gtk_box_append (GTK_BOX (box), new_group (self, i, theme->groups[i]));
      /* The figures stand between what a theme holds and what is near it. */
      if (i == TER_THEME_OTHERS)
        append_if_any (box, ter_reading_new_figures (reading, context));
    }
  append_if_any (box, ter_related_new (self->theme, theme->related, NULL));
  append_if_any (box, ter_provenance_new (self->theme));
  append_if_any (box, ter_note_view_new (context, self->theme));
  gtk_widget_add_css_class (box, "ter-content");
  ter_page_set_content_full (TER_PAGE (self), ter_reading_view_new (box, NULL, ter_entry_get_title (self->theme)));
}

static gboolean
is_empty (TerReading *reading, TerTheme *theme)
{
  for (guint i = 0; i < TER_THEME_N_GROUPS; i++)
    if (theme->groups[i]->len > 0)
      return FALSE;
  return ter_reading_is_empty (reading);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerThemePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerReading) reading = ter_reading_load_finish (result, &error);
  g_autoptr (TerTheme) theme = NULL;
  TerPage *page = TER_PAGE (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading != NULL)
    theme = ter_theme_gather (ter_context_get_library (ter_page_get_context (page)), self->theme, &error);
  if (theme == NULL)
    ter_page_set_error (page, _ ("This theme cannot be read"), error);
  else if (is_empty (reading, theme))
    ter_page_set_empty (page, "view-grid-symbolic", ter_entry_get_title (self->theme), _ ("The pack says no more about it."));
  else
    {
      show (self, reading, theme);
      ter_reading_remember (ter_page_get_context (page), self->theme);
    }
}

static void
ter_theme_page_load (TerPage *page)
{
  TerThemePage *self = TER_THEME_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ter_page_set_loading (page);
  ter_reading_load_async (ter_page_get_context (page), self->theme, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
ter_theme_page_dispose (GObject *object)
{
  TerThemePage *self = TER_THEME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->theme);
  G_OBJECT_CLASS (ter_theme_page_parent_class)->dispose (object);
}

static void
ter_theme_page_class_init (TerThemePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ter_theme_page_dispose;
  TER_PAGE_CLASS (class)->load = ter_theme_page_load;
}

static void
ter_theme_page_init (TerThemePage *self)
{
}

TerPage *
ter_theme_page_new (TerContext *context, TerEntry *theme)
{
  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (TER_IS_ENTRY (theme), NULL);

  TerThemePage *self = g_object_new (TER_TYPE_THEME_PAGE, "context", context, "title", ter_entry_get_title (theme), NULL);

  self->theme = g_object_ref (theme);
  return TER_PAGE (self);
}
