/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-example-filter.h"

G_BEGIN_DECLS

/* The choices of one facet, each with its count, under a title that opens and closes. Emits ::toggled with a choice's value. */
#define TER_TYPE_FACET_BOX (ter_facet_box_get_type ())
G_DECLARE_FINAL_TYPE (TerFacetBox, ter_facet_box, TER, FACET_BOX, GtkWidget)

GtkWidget *ter_facet_box_new (const TerExampleFacet *facet, gboolean open);
const char *ter_facet_box_get_id (TerFacetBox *self); /* the facet's */
void ter_facet_box_update (TerFacetBox *self, const TerExampleFacet *facet);

G_END_DECLS
