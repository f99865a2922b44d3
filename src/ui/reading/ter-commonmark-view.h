/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-pack.h"

G_BEGIN_DECLS

/* A text in CommonMark, as native widgets. A long one is built bit by bit, its beginning first. */
#define TER_TYPE_COMMONMARK_VIEW (ter_commonmark_view_get_type ())
G_DECLARE_FINAL_TYPE (TerCommonmarkView, ter_commonmark_view, TER, COMMONMARK_VIEW, GtkBox)

/* @top_level: what its highest headings are in the page, for a screen reader: 2 below a title. */
GtkWidget *ter_commonmark_view_new (TerPack *pack, const char *text, int top_level);
guint ter_commonmark_view_get_n_headings (TerCommonmarkView *self);
const char *ter_commonmark_view_get_heading (TerCommonmarkView *self, guint index, int *depth); /* @depth: from 0 */
/* The heading's widget; what comes before it is built first when needed. */
GtkWidget *ter_commonmark_view_reach_heading (TerCommonmarkView *self, guint index);
/* The same, %NULL when it is not there yet. */
GtkWidget *ter_commonmark_view_peek_heading (TerCommonmarkView *self, guint index);

G_END_DECLS
