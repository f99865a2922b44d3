/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-example-filter.h"

G_BEGIN_DECLS

/* Examples in a list, with their filters beside it, or over it when there is little room. */
#define TER_TYPE_EXAMPLES_VIEW (ter_examples_view_get_type ())
G_DECLARE_FINAL_TYPE (TerExamplesView, ter_examples_view, TER, EXAMPLES_VIEW, AdwBreakpointBin)

/* @head: (nullable): what stands above the list and scrolls with it. */
GtkWidget *ter_examples_view_new (TerExampleIndex *index, GtkWidget *head, const char *name);
/* The reader's own territory and those that hold it, the smallest first: the first one with examples is offered as a filter. */
void ter_examples_view_set_nearby (TerExamplesView *self, const char *const *territories);

G_END_DECLS
