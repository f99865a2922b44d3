/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* An entry of a kind that this version does not know: what can be shown of it, quietly. */
#define TER_TYPE_PLACEHOLDER_PAGE (ter_placeholder_page_get_type ())
G_DECLARE_FINAL_TYPE (TerPlaceholderPage, ter_placeholder_page, TER, PLACEHOLDER_PAGE, TerPage)

TerPage *ter_placeholder_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
