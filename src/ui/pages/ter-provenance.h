/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* Source, date and confidence of an entry: what stands at the foot of each page. */
GtkWidget *ter_provenance_new (TerEntry *entry);
/* The same from parts (a figure, a target): @object has sources, date, confidence. */
GtkWidget *ter_provenance_new_for_object (TerEntry *entry, JsonObject *object);

G_END_DECLS
