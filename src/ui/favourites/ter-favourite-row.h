/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"
#include "ter-favourites.h"

G_BEGIN_DECLS

/* A row for what the user keeps: it opens the entry when it is there, and says so when it is not. Its button removes what the list is
 * about, the star of a favourite or the note alone; a message at the window's bottom offers to put it back.
 * @favourite: (transfer full). */
GtkWidget *ter_favourite_row_new (TerContext *context, TerFavourite *favourite);

G_END_DECLS
