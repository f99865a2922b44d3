/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"

G_BEGIN_DECLS

/* Makes ter_rank() known to the full-text queries of a connection: how well a row answers, from 0. Unlike bm25() it looks at this
 * row alone, so that its cost does not grow with the number of rows that match. */
gboolean ter_search_rank_register (sqlite3 *db, GError **error);

G_END_DECLS
