/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-issue.h"

G_BEGIN_DECLS

GtkWidget *ter_issue_list_new_row (TerIssue *issue); /* what is wrong, how to mend it, where */
/* Issues of one severity, as a list with their count: at most the first hundred. NULL when there are none. */
GtkWidget *ter_issue_list_new (GListModel *issues, TerSeverity severity);
/* Those of all severities, the worst first. */
void ter_issue_list_append_all (GtkWidget *box, GListModel *issues);
/* (transfer full): all of them as a text to hand on to the pack's author. @head: its first lines */
char *ter_issue_list_dup_report (const char *head, GListModel *issues);

G_END_DECLS
