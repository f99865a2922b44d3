/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A dashboard: its text, then its groups of figures, built one after the other so that the first is there at once. */
#define TER_TYPE_DASHBOARD_PAGE (ter_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (TerDashboardPage, ter_dashboard_page, TER, DASHBOARD_PAGE, TerPage)

TerPage *ter_dashboard_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
