/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issues-page.h"

#include <glib/gi18n.h>

#include "ter-widgets.h"

/* More than this is no help to anyone; the command line tells all. */
#define MAX_ROWS 100

struct _TerIssuesPage
{
  TerPage parent_instance;

  TerPack *pack;
};

G_DEFINE_FINAL_TYPE (TerIssuesPage, ter_issues_page, TER_TYPE_PAGE)

/* "content/pages.json, line 12, column 4 (/0/title)", as much of it as is known. */
static char *
describe_position (TerIssue *issue)
{
  GString *text = g_string_new (*ter_issue_get_file (issue) ? ter_issue_get_file (issue) : _("The whole pack"));

  if (ter_issue_get_line (issue) > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("line %u, column %u"), ter_issue_get_line (issue), ter_issue_get_column (issue));
    }
  if (*ter_issue_get_pointer (issue))
    g_string_append_printf (text, " (%s)", ter_issue_get_pointer (issue));

  return g_string_free_and_steal (text);
}

static GtkWidget *
issue_row_new (TerIssue *issue)
{
  g_autofree char *sentence = ter_issue_dup_sentence (issue, NULL);
  g_autofree char *advice = ter_issue_dup_advice (issue, NULL);
  g_autofree char *position = describe_position (issue);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", advice, position);
  gboolean error = ter_issue_get_severity (issue) == TER_SEVERITY_ERROR;
  GtkWidget *row = ter_row_new (sentence, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, error ? _("Error") : _("Warning"),
                                  -1);
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);

  return row;
}

static GtkWidget *
retry_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Check Again"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.refresh");

  return button;
}

static void
ter_issues_page_load (TerPage *page)
{
  TerPack *pack = TER_ISSUES_PAGE (page)->pack;
  GListModel *issues = ter_pack_get_issues (pack);
  guint n_issues = issues ? g_list_model_get_n_items (issues) : 0;
  g_autofree char *path = g_file_get_parse_name (ter_pack_get_folder (pack));
  g_autofree char *count = g_strdup_printf (ngettext ("%u Problem", "%u Problems", n_issues), n_issues);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *list;

  gtk_box_append (GTK_BOX (box), ter_heading_new (_("This Pack Cannot Be Opened"), 1));
  gtk_box_append (GTK_BOX (box), ter_text_new (_("The other packs go on working. Here is what is wrong, and how its author can mend it."), "ter-lead"));
  gtk_box_append (GTK_BOX (box), ter_text_new (path, "dimmed"));
  if (n_issues > 0)
    {
      list = ter_list_new (count);
      for (guint i = 0; i < MIN (n_issues, MAX_ROWS); i++)
        {
          g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

          ter_list_append (list, issue_row_new (issue));
        }
      gtk_box_append (GTK_BOX (box), list);
    }
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
ter_issues_page_new (TerContext *context,
                     TerPack    *pack)
{
  TerIssuesPage *self = g_object_new (TER_TYPE_ISSUES_PAGE, "context", context, "title", ter_pack_get_title (pack), NULL);

  self->pack = g_object_ref (pack);

  return TER_PAGE (self);
}
