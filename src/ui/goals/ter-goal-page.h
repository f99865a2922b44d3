/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-detail-page.h"

G_BEGIN_DECLS

/* One goal: its targets, and all that is tied to it. */
#define TER_TYPE_GOAL_PAGE (ter_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (TerGoalPage, ter_goal_page, TER, GOAL_PAGE, TerDetailPage)

TerPage *ter_goal_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
