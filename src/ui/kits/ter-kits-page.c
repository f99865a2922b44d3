/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-kits-page.h"

#include <glib/gi18n-lib.h>

#include "ter-date.h"
#include "ter-kit.h"
#include "ter-number.h"
#include "ter-widgets.h"

struct _TerKitsPage
{
  TerPage parent_instance;

  TerPack *pack;
  const TerSection *section; /* owned by the pack */
};

G_DEFINE_FINAL_TYPE (TerKitsPage, ter_kits_page, TER_TYPE_PAGE)

/* "3 files · PDF, ODT · 84 kB" */
static char *
describe_files (TerKit *kit)
{
  guint n_files = ter_kit_get_files (kit)->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
  g_autofree char *formats = ter_kit_dup_formats (kit);
  g_autofree char *size = ter_number_format_size (ter_kit_get_size (kit));

  return *formats != '\0' ? g_strdup_printf ("%s · %s · %s", count, formats, size) : g_strdup_printf ("%s · %s", count, size);
}

/* "Its author · 7 May 2020", whichever are known; else its summary. */
static char *
describe_origin (TerKit *kit)
{
  TerEntry *entry = ter_kit_get_entry (kit);
  const char *author = ter_kit_get_author (kit);
  TerDate date;
  g_autofree char *day = ter_date_parse (ter_entry_get_date (entry), &date) ? ter_date_format (&date, TER_DATE_MEDIUM) : NULL;

  if (author != NULL && day != NULL)
    return g_strdup_printf ("%s · %s", author, day);
  if (author != NULL || day != NULL)
    return g_strdup (author != NULL ? author : day);
  return g_strdup (ter_entry_get_summary (entry));
}

static void
append_row (GtkWidget *list, TerKit *kit)
{
  TerEntry *entry = ter_kit_get_entry (kit);
  g_autofree char *subtitle = describe_origin (kit);

  gtk_widget_set_visible (list, TRUE);
  ter_list_append (list,
                   ter_row_new_for_action (ter_entry_get_title (entry), subtitle, ter_kind_get_icon (ter_entry_get_kind (entry)),
                                           TER_ACTION_OPEN_ENTRY, ter_entry_target (entry)));
}

/* Those that can be used at once are cards; the others are rows. */
static GtkWidget *
content_new (TerKitsPage *self, GPtrArray *entries)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = ter_section_head_new (self->pack, self->section);
  GtkWidget *ready = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = ter_card_grid_new (300);
  GtkWidget *links = ter_list_new (_ ("To Find at Their Source"));
  GtkWidget *documents = ter_list_new (ter_kind_get_plural ("document"));

  if (head != NULL)
    gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (ready), ter_heading_new (_ ("Ready to Use"), 3));
  gtk_box_append (GTK_BOX (ready), grid);
  gtk_box_append (GTK_BOX (content), ready);
  gtk_box_append (GTK_BOX (content), links);
  gtk_box_append (GTK_BOX (content), documents);
  gtk_widget_set_visible (ready, FALSE);
  gtk_widget_set_visible (links, FALSE);
  gtk_widget_set_visible (documents, FALSE);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (TerKit) kit = ter_kit_new (entries->pdata[i]);
      g_autofree char *files = describe_files (kit);

      if (ter_kit_get_files (kit)->len > 0)
        {
          ter_card_grid_append (grid, ter_entry_card_new (entries->pdata[i], files));
          gtk_widget_set_visible (ready, TRUE);
        }
      else
        append_row (g_strcmp0 (ter_entry_get_kind (entries->pdata[i]), "kit") == 0 ? links : documents, kit);
    }
  return content;
}

static void
ter_kits_page_load (TerPage *page)
{
  TerKitsPage *self = TER_KITS_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_library_list_section (library, self->pack, self->section, &error);

  if (entries == NULL)
    ter_page_set_error (page, _ ("The Kits Cannot Be Read"), error);
  else if (entries->len == 0)
    ter_page_set_empty (page, "package-x-generic-symbolic", _ ("No Kit Yet"), _ ("The pack has no kit in this section."));
  else
    ter_page_set_content (page, content_new (self, entries), 1000);
}

static void
ter_kits_page_dispose (GObject *object)
{
  g_clear_object (&TER_KITS_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_kits_page_parent_class)->dispose (object);
}

static void
ter_kits_page_class_init (TerKitsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_kits_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_kits_page_load;
}

static void
ter_kits_page_init (TerKitsPage *self)
{
}

TerPage *
ter_kits_page_new (TerContext *context, TerPack *pack, const TerSection *section)
{
  TerKitsPage *self = g_object_new (TER_TYPE_KITS_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;
  return TER_PAGE (self);
}
