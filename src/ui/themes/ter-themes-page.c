/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-themes-page.h"

#include <glib/gi18n-lib.h>

#include "ter-theme.h"
#include "ter-widgets.h"

#define WIDTH 1200
#define CARD_WIDTH 280

struct _TerThemesPage
{
  TerPage           parent_instance;

  TerPack          *pack;
  const TerSection *section;
};

G_DEFINE_FINAL_TYPE (TerThemesPage, ter_themes_page, TER_TYPE_PAGE)

static GtkWidget *
new_card (TerEntry *theme)
{
  g_auto (GStrv) documents = ter_theme_dup_documents (theme);
  guint count = g_strv_length (documents);
  g_autofree char *eyebrow = NULL;

  if (count > 0)
    eyebrow = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document", "%u documents", count), count);
  return ter_entry_card_new (theme, eyebrow);
}

static void
ter_themes_page_load (TerPage *page)
{
  TerThemesPage *self = TER_THEMES_PAGE (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = ter_library_list_section (library, self->pack, self->section, &error);

  if (themes == NULL)
    {
      ter_page_set_error (page, _("This section cannot be read"), error);
      return;
    }
  if (themes->len == 0)
    {
      ter_page_set_empty (page, "view-grid-symbolic", _("No themes yet"), _("This section of the pack has no theme."));
      return;
    }
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = ter_section_head_new (self->pack, self->section);
  GtkWidget *grid = ter_card_grid_new (CARD_WIDTH);

  if (head != NULL)
    gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < themes->len; i++)
    ter_card_grid_append (grid, new_card (g_ptr_array_index (themes, i)));
  gtk_box_append (GTK_BOX (box), grid);
  ter_page_set_content (page, box, WIDTH);
}

static void
ter_themes_page_dispose (GObject *object)
{
  g_clear_object (&TER_THEMES_PAGE (object)->pack);
  G_OBJECT_CLASS (ter_themes_page_parent_class)->dispose (object);
}

static void
ter_themes_page_class_init (TerThemesPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ter_themes_page_dispose;
  TER_PAGE_CLASS (class)->load = ter_themes_page_load;
}

static void
ter_themes_page_init (TerThemesPage *self)
{
}

TerPage *
ter_themes_page_new (TerContext *context, TerPack *pack, const TerSection *section)
{
  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  TerThemesPage *self = g_object_new (TER_TYPE_THEMES_PAGE, "context", context, "title", section->title, NULL);

  self->pack = g_object_ref (pack);
  self->section = section;
  return TER_PAGE (self);
}
