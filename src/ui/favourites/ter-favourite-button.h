/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A star for the header bar of an entry's page: pressed while the entry is a favourite. */
#define TER_TYPE_FAVOURITE_BUTTON (ter_favourite_button_get_type ())
G_DECLARE_FINAL_TYPE (TerFavouriteButton, ter_favourite_button, TER, FAVOURITE_BUTTON, AdwBin)

/* What it does is also an action of the page, for the window's shortcut. */
#define TER_ACTION_FAVOURITE "entry.favourite"

GtkWidget *ter_favourite_button_new (TerPage *page, TerEntry *entry);

G_END_DECLS
