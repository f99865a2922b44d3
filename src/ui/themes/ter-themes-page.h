/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The view "themes": a card a theme. */
#define TER_TYPE_THEMES_PAGE (ter_themes_page_get_type ())
G_DECLARE_FINAL_TYPE (TerThemesPage, ter_themes_page, TER, THEMES_PAGE, TerSectionPage)

G_END_DECLS
