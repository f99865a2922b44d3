/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* The favourites and the notes, newest first, with those whose entry or pack has gone. */
#define TER_TYPE_FAVOURITES_PAGE (ter_favourites_page_get_type ())
G_DECLARE_FINAL_TYPE (TerFavouritesPage, ter_favourites_page, TER, FAVOURITES_PAGE, TerPage)

TerPage *ter_favourites_page_new (TerContext *context);

G_END_DECLS
