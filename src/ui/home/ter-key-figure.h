/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card for "DASHBOARD/FIGURE": its value when it is one number, or else what it shows; its title, date and source.
 * It opens the dashboard. %NULL when the pack has no such figure. */
GtkWidget *ter_key_figure_new (TerContext *context, TerPack *pack, const char *reference);

G_END_DECLS
