/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a size in percent and two buttons; @key is a double in @settings, 1 for 100 %. */
GtkWidget *
ter_size_row_new (const char *title, const char *subtitle, const char *smaller, const char *larger, /* the buttons' names */
                  GSettings *settings, const char *key);

G_END_DECLS
