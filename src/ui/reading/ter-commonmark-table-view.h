/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-commonmark.h"
#include "ter-pack.h"

G_BEGIN_DECLS

/* A table of a text: cells with their headings, for eyes and for screen readers; scrolls sideways when narrow. */
GtkWidget *ter_commonmark_table_view_new (TerPack *pack, const TerBlock *table);

G_END_DECLS
