/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* What a feature offers to the one table in ter-views.c: for a section's view, a type of page; for a kind of entry, a function that makes
 * its page. A page keeps its pack and its section or entry for life; the window makes a new page when the pack has changed. Pages load
 * lazily: making one is cheap. */
typedef TerPage *(*TerEntryPageFunc) (TerContext *context, TerEntry *entry);

/* (transfer floating): the page for @section's view, for @entry's kind; a quiet placeholder for what is not known. */
TerPage *ter_views_new_section_page (TerContext *context, TerPack *pack, const TerSection *section);
TerPage *ter_views_new_entry_page (TerContext *context, TerEntry *entry);

G_END_DECLS
