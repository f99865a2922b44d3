/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The goals of a section as tiles, and above them what else it holds. */
#define TER_TYPE_GOALS_PAGE (ter_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (TerGoalsPage, ter_goals_page, TER, GOALS_PAGE, TerSectionPage)

G_END_DECLS
