/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  float left, top, right, bottom;
} TerBox;

/* Which of many boxes touch an area: an R-tree, packed along Hilbert's curve (Kamel and Faloutsos, VLDB 1994). Memory grows with the number
 * of boxes and with nothing else. Immutable; any thread. */
typedef struct _TerBoxIndex TerBoxIndex;

/* (transfer full): keeps a copy of @boxes. */
TerBoxIndex *ter_box_index_new (const TerBox *boxes, guint n_boxes);
void ter_box_index_free (TerBoxIndex *self);
/* @found: of guint32; emptied, then filled with the numbers of the boxes that touch @area, ascending. */
void ter_box_index_query (const TerBoxIndex *self, const TerBox *area, GArray *found);
gboolean ter_box_overlaps (const TerBox *a, const TerBox *b); /* edges that touch count */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerBoxIndex, ter_box_index_free)

G_END_DECLS
