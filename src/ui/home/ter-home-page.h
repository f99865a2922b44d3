/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* What the platform is, what is on, a few figures, where to begin. */
#define TER_TYPE_HOME_PAGE (ter_home_page_get_type ())
G_DECLARE_FINAL_TYPE (TerHomePage, ter_home_page, TER, HOME_PAGE, TerSectionPage)

G_END_DECLS
