/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls @child sideways when there is too little room for it, and is as tall as it then needs to be. */
#define TER_TYPE_SIDEWAYS (ter_sideways_get_type ())
G_DECLARE_FINAL_TYPE (TerSideways, ter_sideways, TER, SIDEWAYS, GtkWidget)

GtkWidget *ter_sideways_new (GtkWidget *child);

G_END_DECLS
