/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A message at the window's bottom, from any widget in it. Plain text. */
void ter_toast_show (GtkWidget *widget, const char *text);
/* Says what failed, and why, in one line. */
void ter_toast_show_failure (GtkWidget *widget, const char *what, const GError *error);
/* (transfer floating): a toast of plain text. */
AdwToast *ter_toast_new (const char *text);

G_END_DECLS
