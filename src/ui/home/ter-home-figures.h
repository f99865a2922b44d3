/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The figures that a home page puts forward: @references are "DASHBOARD/FIGURE". Numbers first, then small charts; each
 * leads to its dashboard. %NULL when there is none. */
GtkWidget *ter_home_figures_new (TerContext *context, TerPack *pack, JsonArray *references);

G_END_DECLS
