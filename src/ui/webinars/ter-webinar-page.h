/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-detail-page.h"

G_BEGIN_DECLS

/* One webinar: when, how to come, its agenda, speakers and resources. */
#define TER_TYPE_WEBINAR_PAGE (ter_webinar_page_get_type ())
G_DECLARE_FINAL_TYPE (TerWebinarPage, ter_webinar_page, TER, WEBINAR_PAGE, TerDetailPage)

TerPage *ter_webinar_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
