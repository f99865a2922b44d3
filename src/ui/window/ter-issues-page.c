/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issues-page.h"

#include <glib/gi18n.h>

#include "ter-widgets.h"

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
      if (ter_issue_get_column (issue) > 0)
        g_string_append_printf (text, _("line %u, column %u"), ter_issue_get_line (issue), ter_issue_get_column (issue));
      else
        g_string_append_printf (text, _("line %u"), ter_issue_get_line (issue));
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

/* Those of one severity, as a list with their count; the rest of them is no help to anyone: the command line tells all. */
static void
append_issues (GtkWidget   *box,
               GListModel  *issues,
               TerSeverity  severity)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *heading = NULL;
  GtkWidget *list;
  guint n = 0;

  for (guint i = 0; issues != NULL && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      if (ter_issue_get_severity (issue) != severity)
        continue;
      if (n++ < MAX_ROWS)
        g_ptr_array_add (rows, issue_row_new (issue));
    }
  if (n == 0)
    return;

  if (severity == TER_SEVERITY_ERROR)
    heading = g_strdup_printf (ngettext ("%u Error", "%u Errors", n), n);
  else if (severity == TER_SEVERITY_WARNING)
    heading = g_strdup_printf (ngettext ("%u Warning", "%u Warnings", n), n);
  else
    heading = g_strdup_printf (ngettext ("%u Remark", "%u Remarks", n), n);
  list = ter_list_new (heading);
  for (guint i = 0; i < rows->len; i++)
    ter_list_append (list, g_ptr_array_index (rows, i));
  gtk_box_append (GTK_BOX (box), list);
}

static void
ter_issues_page_load (TerPage *page)
{
  TerPack *pack = TER_ISSUES_PAGE (page)->pack;
  GFile *folder = ter_pack_files_get_folder (ter_pack_get_files (pack));
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), ter_heading_new (_("This Pack Cannot Be Opened"), 1));
  gtk_box_append (GTK_BOX (box), ter_text_new (_("The other packs go on working. Here is what is wrong, and how its author can mend it."), "ter-lead"));
  if (path != NULL)
    gtk_box_append (GTK_BOX (box), ter_text_new (path, "dimmed"));
  append_issues (box, ter_pack_get_issues (pack), TER_SEVERITY_ERROR);
  append_issues (box, ter_pack_get_issues (pack), TER_SEVERITY_WARNING);
  append_issues (box, ter_pack_get_issues (pack), TER_SEVERITY_INFO);
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
