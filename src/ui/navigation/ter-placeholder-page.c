/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-placeholder-page.h"

#include <glib/gi18n.h>

#include "ter-heading.h"
#include "ter-note-view.h"
#include "ter-notice.h"
#include "ter-provenance.h"
#include "ter-related.h"
#include "ter-tag.h"

struct _TerPlaceholderPage
{
  TerPage parent_instance;

  TerEntry *entry;
};

G_DEFINE_FINAL_TYPE (TerPlaceholderPage, ter_placeholder_page, TER_TYPE_PAGE)

static void
append (GtkWidget *box, GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
}

static void
ter_placeholder_page_load (TerPage *page)
{
  TerEntry *entry = TER_PLACEHOLDER_PAGE (page)->entry;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  append (box, ter_heading_new (ter_entry_get_title (entry), 1));
  append (box, ter_notice_new_for_entry (entry));
  if (*ter_entry_get_summary (entry) != '\0')
    append (box, ter_heading_new_text (ter_entry_get_summary (entry), "ter-lead"));
  append (box, ter_tag_list_new (entry));
  append (box, ter_notice_new (_ ("This version of Territoires does not know this kind of page: it shows what it can.")));
  append (box, ter_related_new (entry, NULL, NULL));
  append (box, ter_provenance_new (entry));
  append (box, ter_note_view_new (ter_page_get_context (page), entry));
  ter_page_set_content (page, box, 860);
}

static void
ter_placeholder_page_dispose (GObject *object)
{
  g_clear_object (&TER_PLACEHOLDER_PAGE (object)->entry);

  G_OBJECT_CLASS (ter_placeholder_page_parent_class)->dispose (object);
}

static void
ter_placeholder_page_class_init (TerPlaceholderPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_placeholder_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_placeholder_page_load;
}

static void
ter_placeholder_page_init (TerPlaceholderPage *self)
{
}

TerPage *
ter_placeholder_page_new (TerContext *context, TerEntry *entry)
{
  TerPlaceholderPage *self =
    g_object_new (TER_TYPE_PLACEHOLDER_PAGE, "context", context, "title", ter_entry_get_title (entry), NULL);

  self->entry = g_object_ref (entry);

  return TER_PAGE (self);
}
