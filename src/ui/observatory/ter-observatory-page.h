/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* A section of dashboards: a card each, with how many figures it has and of what years; other entries below. */
#define TER_TYPE_OBSERVATORY_PAGE (ter_observatory_page_get_type ())
G_DECLARE_FINAL_TYPE (TerObservatoryPage, ter_observatory_page, TER, OBSERVATORY_PAGE, TerSectionPage)

G_END_DECLS
