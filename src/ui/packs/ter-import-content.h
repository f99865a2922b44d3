/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ter-import.h"

G_BEGIN_DECLS

/* What the import dialog shows of a pack, state by state; its buttons and its progress are the dialog's own. @location: (nullable):
 * where it comes from, as people say it. */

char *ter_import_content_dup_title (TerImport *import); /* (transfer full): the pack's title; the file's name until it is known */
/* (transfer full): what happened, in words that say what to do: of REFUSED and INTERRUPTED. */
char *ter_import_content_dup_error (TerImport *import);
/* (transfer full): "Checking “…”"; what a screen reader is told when the state has changed. */
char *ter_import_content_dup_heading (TerImport *import);

/* (transfer full): what a screen reader says of the state, as the dialog's description: the warning, the reason, what one may do now. */
char *ter_import_content_dup_line (TerImport *import);

GtkWidget *ter_import_content_new_ready (TerImport *import, const char *location);
GtkWidget *ter_import_content_new_refused (TerImport *import, const char *location);
GtkWidget *ter_import_content_new_interrupted (TerImport *import, const char *location);
GtkWidget *ter_import_content_new_done (TerImport *import, const char *location);
/* (transfer full): why it is refused, as a text for its author. */
char *ter_import_content_dup_report (TerImport *import);
/* Whether installing asks for more than a nod: the installed one is of another publisher, or was signed. */
gboolean ter_import_content_is_grave (TerImport *import);

/* (transfer full): "12 of 240 files, 3.4 MB of 80 MB" */
char *ter_import_content_dup_progress (const TerImportProgress *progress);
/* (transfer full) (nullable): "About 2 minutes left" */
char *ter_import_content_dup_time_left (const TerImportProgress *progress);

G_END_DECLS
