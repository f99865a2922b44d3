/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* Links, related entries and entries that refer to this one. NULL when none. Takes what the library found. */
GtkWidget *ter_related_new (TerEntry *entry, GPtrArray *related, GPtrArray *referring);

G_END_DECLS
