/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* A card that opens @entry: title, summary, an optional line above (date, kind). */
GtkWidget *ter_card_new_for_entry (TerEntry *entry, const char *eyebrow);

G_END_DECLS
