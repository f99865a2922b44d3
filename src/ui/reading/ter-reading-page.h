/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* A page, a document, an organisation: a text to read. */
#define TER_TYPE_READING_PAGE (ter_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (TerReadingPage, ter_reading_page, TER, READING_PAGE, TerPage)

TerPage *ter_reading_page_new (TerContext *context, TerEntry *entry);

G_END_DECLS
