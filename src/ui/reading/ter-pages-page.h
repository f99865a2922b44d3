/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The view "pages": a section's entries as a list, or its only entry itself. */
#define TER_TYPE_PAGES_PAGE (ter_pages_page_get_type ())
G_DECLARE_FINAL_TYPE (TerPagesPage, ter_pages_page, TER, PAGES_PAGE, TerSectionPage)

G_END_DECLS
