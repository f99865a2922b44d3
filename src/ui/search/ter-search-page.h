/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A search field over all entries of all packs, and what it found, grouped by kind. */
#define TER_TYPE_SEARCH_PAGE (ter_search_page_get_type ())
G_DECLARE_FINAL_TYPE (TerSearchPage, ter_search_page, TER, SEARCH_PAGE, TerPage)

TerPage *ter_search_page_new (TerContext *context);

G_END_DECLS
