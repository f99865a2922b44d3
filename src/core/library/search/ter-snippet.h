/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ter_snippet_make:
 * @text: plain text
 * @words: the query's words, folded
 * @is_prefix: whether the last word may be unfinished
 *
 * Cuts a passage of some 150 characters out of @text around its first hit, at the bounds of words, with "…" where something is left out.
 *
 * Returns: (transfer full) (nullable): the passage; %NULL when no word is found
 */
char *ter_snippet_make (const char *text, const char *const *words, gboolean is_prefix);
/* (transfer full): the beginning of @text, cut likewise. */
char *ter_snippet_make_start (const char *text);

G_END_DECLS
