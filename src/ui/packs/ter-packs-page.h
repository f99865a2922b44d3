/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* The packs of this computer: those installed, those read where they are, those that cannot be opened, and unfinished imports. */
#define TER_TYPE_PACKS_PAGE (ter_packs_page_get_type ())
G_DECLARE_FINAL_TYPE (TerPacksPage, ter_packs_page, TER, PACKS_PAGE, TerPage)

TerPage *ter_packs_page_new (TerContext *context);

G_END_DECLS
