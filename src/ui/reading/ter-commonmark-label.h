/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-commonmark.h"
#include "ter-pack.h"

G_BEGIN_DECLS

/* One paragraph of CommonMark as a label: its text exactly, styled by attributes of ours, its links open through the window. */
GtkWidget *ter_commonmark_label_new (TerPack *pack, GPtrArray *runs, GtkAccessibleRole role);

G_END_DECLS
