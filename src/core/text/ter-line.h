/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text (nullable) as one line of at most @most characters: spaces and line breaks count as one space, and what is longer
 * ends at a word, with "…". "" of none. What is spoken in one breath must not be longer. Any thread. */
char *ter_line_dup (const char *text, guint most);

G_END_DECLS
