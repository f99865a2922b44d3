/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text without accents, in lower case, ligatures opened (œ → oe), apostrophes, hyphens and all other
 * punctuation as spaces, runs of spaces as one: the form in which texts are compared and searched. %NULL gives "". */
char *ter_fold (const char *text);
/* Appends the words of @text to @folded, parted from one another and from what was there by one space. */
void ter_fold_append (GString *folded, const char *text);
/* The next word of the text at *@cursor, folded into @word, and where it stands in the text; %FALSE at the end. */
gboolean ter_fold_next_word (const char **cursor, const char **start, const char **end, GString *word);

G_END_DECLS
