/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands in the scrolled part of a page or a dialog: it takes the focus as a whole when that is opened, so that its title and its
 * one line are read, the arrows scroll it and Tab goes on to its first control. ter_page_set_content() makes one. */
#define TER_TYPE_PAGE_BODY (ter_page_body_get_type ())
G_DECLARE_FINAL_TYPE (TerPageBody, ter_page_body, TER, PAGE_BODY, AdwBin)

GtkWidget *ter_page_body_new (const char *title, GtkWidget *child);
/* What a screen reader says after the title when the body takes the focus: the beginning of @description (nullable). */
void ter_page_body_set_description (TerPageBody *self, const char *title, const char *description);

G_END_DECLS
