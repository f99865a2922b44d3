/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-themes-page.h"

#include <glib/gi18n.h>

#include "ter-theme.h"
#include "ter-card-grid.h"
#include "ter-card.h"

#define WIDTH 1200
#define CARD_WIDTH 280

struct _TerThemesPage
{
  TerSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TerThemesPage, ter_themes_page, TER_TYPE_SECTION_PAGE)

static GtkWidget *
new_card (TerEntry *theme)
{
  g_auto (GStrv) documents = ter_theme_dup_documents (theme);
  guint count = g_strv_length (documents);
  g_autofree char *eyebrow = NULL;

  if (count > 0)
    eyebrow = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document", "%u documents", count), count);
  return ter_card_new_for_entry (theme, eyebrow);
}

static void
ter_themes_page_show (TerSectionPage *page, GPtrArray *themes)
{
  GtkWidget *box = ter_section_page_box_new (page);
  GtkWidget *grid = ter_card_grid_new (CARD_WIDTH);

  for (guint i = 0; i < themes->len; i++)
    ter_card_grid_append (grid, new_card (g_ptr_array_index (themes, i)));
  gtk_box_append (GTK_BOX (box), grid);
  ter_page_set_content (TER_PAGE (page), box, WIDTH);
}

static void
ter_themes_page_class_init (TerThemesPageClass *class)
{
  TerSectionPageClass *page_class = TER_SECTION_PAGE_CLASS (class);

  page_class->show = ter_themes_page_show;
  page_class->empty_icon = "view-grid-symbolic";
  page_class->empty_title = N_ ("No themes yet");
  page_class->empty_text = N_ ("This section of the pack has no theme.");
}

static void
ter_themes_page_init (TerThemesPage *self)
{
}
