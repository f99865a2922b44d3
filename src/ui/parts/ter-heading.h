/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ter_heading_new (const char *text, int level);                  /* 1 to 4; accessible role heading with its level */
GtkWidget *ter_heading_new_text (const char *text, const char *css_class); /* a wrapping, selectable label */
/* How large the widget's text is beside the usual one: 1 at 11 points on a common screen, more in full screen. */
double ter_heading_get_text_scale (GtkWidget *widget);

G_END_DECLS
