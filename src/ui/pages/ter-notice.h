/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

GtkWidget *ter_notice_new (const char *text); /* a caution, in a quiet box */
/* On top of each entry's page: notice, archive, fallback language. NULL when there is nothing to say. */
GtkWidget *ter_notice_new_for_entry (TerEntry *entry);
/* On top of each section's page: its summary, notice and archive. NULL when there is nothing to say. */
GtkWidget *ter_notice_new_section_head (TerPack *pack, const TerSection *section);
/* The same without the summary, where a page has words of its own to begin with. */
GtkWidget *ter_notice_new_for_section (TerPack *pack, const TerSection *section);

G_END_DECLS
