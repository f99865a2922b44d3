/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* The entries read lately, the last one first. */
#define TER_TYPE_RECENT_PAGE (ter_recent_page_get_type ())
G_DECLARE_FINAL_TYPE (TerRecentPage, ter_recent_page, TER, RECENT_PAGE, TerPage)

TerPage *ter_recent_page_new (TerContext *context);
/* (transfer full) (nullable): at most @limit entries that are still there; %NULL with @error when they cannot be read. */
GPtrArray *ter_recent_page_list_entries (TerContext *context, guint limit, GError **error);

G_END_DECLS
