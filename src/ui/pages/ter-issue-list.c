/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issue-list.h"

#include <glib/gi18n.h>

#include "ter-list.h"
#include "ter-row.h"

#define MAX_ROWS 100

/* "content/pages.json, line 12, column 4 (/0/title)", as much of it as is known. */
static char *
describe_position (TerIssue *issue)
{
  GString *text = g_string_new (*ter_issue_get_file (issue) ? ter_issue_get_file (issue) : _ ("The whole pack"));

  if (ter_issue_get_line (issue) > 0)
    {
      g_string_append (text, ", ");
      if (ter_issue_get_column (issue) > 0)
        g_string_append_printf (text, _ ("line %u, column %u"), ter_issue_get_line (issue), ter_issue_get_column (issue));
      else
        g_string_append_printf (text, _ ("line %u"), ter_issue_get_line (issue));
    }
  if (*ter_issue_get_pointer (issue))
    g_string_append_printf (text, " (%s)", ter_issue_get_pointer (issue));

  return g_string_free_and_steal (text);
}

GtkWidget *
ter_issue_list_new_row (TerIssue *issue)
{
  g_autofree char *sentence = ter_issue_dup_sentence (issue, NULL);
  g_autofree char *advice = ter_issue_dup_advice (issue, NULL);
  g_autofree char *position = describe_position (issue);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", advice, position);
  gboolean error = ter_issue_get_severity (issue) == TER_SEVERITY_ERROR;
  GtkWidget *row = ter_row_new (sentence, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, error ? _ ("Error") : _ ("Warning"), -1);
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);

  return row;
}

static char *
dup_heading (TerSeverity severity, guint n)
{
  switch (severity)
    {
    case TER_SEVERITY_ERROR: return g_strdup_printf (ngettext ("%u Error", "%u Errors", n), n);
    case TER_SEVERITY_WARNING: return g_strdup_printf (ngettext ("%u Warning", "%u Warnings", n), n);
    case TER_SEVERITY_INFO:
    default: return g_strdup_printf (ngettext ("%u Remark", "%u Remarks", n), n);
    }
}

GtkWidget *
ter_issue_list_new (GListModel *issues, TerSeverity severity)
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
        g_ptr_array_add (rows, ter_issue_list_new_row (issue));
    }
  if (n == 0)
    return NULL;

  heading = dup_heading (severity, n);
  list = ter_list_new (heading);
  for (guint i = 0; i < rows->len; i++)
    ter_list_append (list, g_ptr_array_index (rows, i));

  return list;
}

void
ter_issue_list_append_all (GtkWidget *box, GListModel *issues)
{
  static const TerSeverity severities[] = { TER_SEVERITY_ERROR, TER_SEVERITY_WARNING, TER_SEVERITY_INFO };

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      GtkWidget *list = ter_issue_list_new (issues, severities[i]);

      if (list != NULL)
        gtk_box_append (GTK_BOX (box), list);
    }
}

char *
ter_issue_list_dup_report (const char *head, GListModel *issues)
{
  GString *report = g_string_new (head);

  for (guint i = 0; issues != NULL && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, NULL);
      g_autofree char *advice = ter_issue_dup_advice (issue, NULL);
      g_autofree char *position = describe_position (issue);

      g_string_append_printf (report, "\n\n%s [%s]\n%s\n%s", position, ter_issue_get_code (issue), sentence, advice);
    }
  g_string_append_c (report, '\n');

  return g_string_free_and_steal (report);
}
