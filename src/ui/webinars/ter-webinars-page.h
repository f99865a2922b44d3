/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The webinars of a section: the next one, the following ones, those of the past by year. */
#define TER_TYPE_WEBINARS_PAGE (ter_webinars_page_get_type ())
G_DECLARE_FINAL_TYPE (TerWebinarsPage, ter_webinars_page, TER, WEBINARS_PAGE, TerSectionPage)

G_END_DECLS
