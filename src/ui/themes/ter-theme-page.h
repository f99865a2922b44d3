/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A theme: its text, its documents by type, and the webinars, kits and examples near it. */
#define TER_TYPE_THEME_PAGE (ter_theme_page_get_type ())
G_DECLARE_FINAL_TYPE (TerThemePage, ter_theme_page, TER, THEME_PAGE, TerPage)

TerPage *ter_theme_page_new (TerContext *context, TerEntry *theme);

G_END_DECLS
