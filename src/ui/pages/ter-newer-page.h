/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"
#include "ter-place.h"

G_BEGIN_DECLS

/* A place that only a newer version can show: says so. */
#define TER_TYPE_NEWER_PAGE (ter_newer_page_get_type ())
G_DECLARE_FINAL_TYPE (TerNewerPage, ter_newer_page, TER, NEWER_PAGE, TerPage)

TerPage *ter_newer_page_new (TerContext *context);
/* The row of such a place in a list. */
GtkWidget *ter_newer_page_row_new (TerPlace *place);

G_END_DECLS
