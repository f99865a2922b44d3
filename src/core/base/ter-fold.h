/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text without accents, in lower case, ligatures opened (œ → oe), apostrophes and hyphens as spaces,
 * runs of spaces as one: the form in which texts are compared and searched. */
char *ter_fold (const char *text);

G_END_DECLS
