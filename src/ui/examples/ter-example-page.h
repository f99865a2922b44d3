/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-detail-page.h"

G_BEGIN_DECLS

/* One example: where, by whom, with what result, for which goals. */
#define TER_TYPE_EXAMPLE_PAGE (ter_example_page_get_type ())
G_DECLARE_FINAL_TYPE (TerExamplePage, ter_example_page, TER, EXAMPLE_PAGE, TerDetailPage)

TerPage *ter_example_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
