/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-kits-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-card-grid.h"
#include "ter-card.h"
#include "ter-date.h"
#include "ter-heading.h"
#include "ter-kind.h"
#include "ter-kit.h"
#include "ter-list.h"
#include "ter-long-list.h"
#include "ter-number.h"
#include "ter-row.h"

struct _TerKitsPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerKitsPage, ter_kits_page, TER_TYPE_SECTION_PAGE)

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

/* Those that can be used at once, those to find elsewhere, and documents: the part that an entry belongs to. */
typedef enum
{
  READY,
  LINKS,
  DOCUMENTS,
  N_PARTS
} Part;

static Part
find_part (TerKit *kit)
{
  if (ter_kit_get_files (kit)->len > 0)
    return READY;
  return ter_kind_is (ter_entry_get_kind (ter_kit_get_entry (kit)), TER_KIND_KIT) ? LINKS : DOCUMENTS;
}

static const char *
get_heading (Part part)
{
  switch (part)
    {
    case READY: return _ ("Ready to Use");
    case LINKS: return _ ("To Find at Their Source");
    case DOCUMENTS:
    case N_PARTS:
    default: return ter_kind_get_plural ("document");
    }
}

static char *
describe_cb (TerEntry *entry, gpointer user_data)
{
  g_autoptr (TerKit) kit = ter_kit_new (entry);

  return find_part (kit) == READY ? describe_files (kit) : describe_origin (kit);
}

/* For each part an array of entries. */
static void
divide (GPtrArray *entries, GPtrArray *parts[N_PARTS])
{
  for (Part part = READY; part < N_PARTS; part++)
    parts[part] = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (TerKit) kit = ter_kit_new (entries->pdata[i]);

      g_ptr_array_add (parts[find_part (kit)], entries->pdata[i]);
    }
}

static GtkWidget *
cards_new (GPtrArray *kits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = ter_card_grid_new (300);

  gtk_box_append (GTK_BOX (box), ter_heading_new (get_heading (READY), 3));
  gtk_box_append (GTK_BOX (box), grid);
  for (guint i = 0; i < kits->len; i++)
    {
      g_autofree char *files = describe_cb (kits->pdata[i], NULL);

      ter_card_grid_append (grid, ter_card_new_for_entry (kits->pdata[i], files));
    }
  return box;
}

static GtkWidget *
rows_new (Part part, GPtrArray *entries)
{
  GtkWidget *list = ter_list_new (get_heading (part));

  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = entries->pdata[i];
      g_autofree char *subtitle = describe_cb (entry, NULL);

      ter_list_append (list, ter_row_new_for_action (ter_entry_get_title (entry), subtitle,
                                                     ter_kind_get_icon (ter_entry_get_kind (entry)), TER_ACTION_GO_TO,
                                                     ter_actions_entry_target (entry)));
    }
  return list;
}

static void
ter_kits_page_show (TerSectionPage *page, GPtrArray *entries)
{
  GtkWidget *content = ter_section_page_box_new (page);
  GPtrArray *parts[N_PARTS];

  divide (entries, parts);
  for (Part part = READY; part < N_PARTS; part++)
    {
      if (parts[part]->len > 0)
        gtk_box_append (GTK_BOX (content), part == READY ? cards_new (parts[part]) : rows_new (part, parts[part]));
      g_ptr_array_unref (parts[part]);
    }
  ter_page_set_content (TER_PAGE (page), content, 1000);
}

static void
ter_kits_page_show_many (TerSectionPage *page, GPtrArray *entries)
{
  GtkWidget *list = ter_long_list_new (ter_section_page_get_section (page)->title, describe_cb, NULL);
  GPtrArray *parts[N_PARTS];

  divide (entries, parts);
  for (Part part = READY; part < N_PARTS; part++)
    {
      ter_long_list_append (list, get_heading (part), parts[part]);
      g_ptr_array_unref (parts[part]);
    }
  ter_section_page_set_list (page, list);
}

static void
ter_kits_page_class_init (TerKitsPageClass *klass)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (klass);

  page_class->show = ter_kits_page_show;
  page_class->show_many = ter_kits_page_show_many;
  page_class->empty_icon = "package-x-generic-symbolic";
  page_class->empty_title = N_ ("No Kit Yet");
  page_class->empty_text = N_ ("The pack has no kit in this section.");
}

static void
ter_kits_page_init (TerKitsPage *self)
{
}
