/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry-reader.h"
#include "ter-page.h"

G_BEGIN_DECLS

/* Shows all of @reading in @page. @header: where the button of the table of contents goes, when the text needs one;
 * @top: (nullable): something to put first. */
void ter_reading_content_show (TerPage *page, AdwBin *header, GtkWidget *top, TerReading *reading);

G_END_DECLS
