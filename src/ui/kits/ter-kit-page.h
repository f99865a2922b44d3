/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-detail-page.h"

G_BEGIN_DECLS

/* One kit: its files, to open or to save. */
#define TER_TYPE_KIT_PAGE (ter_kit_page_get_type ())
G_DECLARE_FINAL_TYPE (TerKitPage, ter_kit_page, TER, KIT_PAGE, TerDetailPage)

TerPage *ter_kit_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
