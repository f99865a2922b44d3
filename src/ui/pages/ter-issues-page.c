/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issues-page.h"

#include <glib/gi18n.h>

#include "ter-heading.h"
#include "ter-issue-list.h"

struct _TerIssuesPage
{
  TerPage parent_instance;

  TerPack *pack;
};

G_DEFINE_FINAL_TYPE (TerIssuesPage, ter_issues_page, TER_TYPE_PAGE)

static GtkWidget *
retry_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Check Again"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.refresh");

  return button;
}

static void
ter_issues_page_load (TerPage *page)
{
  TerPack *pack = TER_ISSUES_PAGE (page)->pack;
  GFile *folder = ter_pack_files_get_folder (ter_pack_get_files (pack));
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), ter_heading_new (_ ("This Pack Cannot Be Opened"), 1));
  gtk_box_append (GTK_BOX (box),
                  ter_heading_new_text (_ ("The other packs go on working. Here is what is wrong, and how its author can mend it."),
                                        "ter-lead"));
  if (path != NULL)
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (path, "dimmed"));
  ter_issue_list_append_all (box, ter_pack_get_issues (pack));
  gtk_box_append (GTK_BOX (box), retry_button_new ());
  ter_page_set_content (page, box, 860);
}

static void
ter_issues_page_dispose (GObject *object)
{
  g_clear_object (&TER_ISSUES_PAGE (object)->pack);

  G_OBJECT_CLASS (ter_issues_page_parent_class)->dispose (object);
}

static void
ter_issues_page_class_init (TerIssuesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_issues_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_issues_page_load;
}

static void
ter_issues_page_init (TerIssuesPage *self)
{
}

TerPage *
ter_issues_page_new (TerContext *context, TerPack *pack)
{
  TerIssuesPage *self = g_object_new (TER_TYPE_ISSUES_PAGE, "context", context, "title", ter_pack_get_title (pack), NULL);

  self->pack = g_object_ref (pack);

  return TER_PAGE (self);
}
