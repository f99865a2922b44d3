/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* One pack as a thing: where it comes from, and what can be done with it: verify, copy, go back, remove. */
#define TER_TYPE_PACK_PAGE (ter_pack_page_get_type ())
G_DECLARE_FINAL_TYPE (TerPackPage, ter_pack_page, TER, PACK_PAGE, TerPage)

TerPage *ter_pack_page_new (TerContext *context, TerPack *pack);

G_END_DECLS
