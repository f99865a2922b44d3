/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The JSON Schemas of the format, from its tables: data/schema/ holds them, and a test compares. Any thread. */

/* (transfer none): their names, "datapackage", %NULL at the end. */
const char *const *ter_schema_list (void);
/* (transfer full) (nullable): the text of the schema @name, with its last line feed; %NULL when there is none of this name. */
char *ter_schema_dup_text (const char *name);

G_END_DECLS
