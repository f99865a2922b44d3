/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-shape.h"

G_BEGIN_DECLS

/* All members of the format, those of nested objects too ("show.ids", "agenda[].title"). Any thread. */

/* (transfer full): tables in Markdown, each after a comment with its name and before an empty line: docs/pack-format.md holds
 * them, and a test compares. */
char *ter_member_table_dup_text (void);
/* (transfer full): an array with an object for each member, for programs: "of", "member", "type", "localised", "required", "list"
 * and "says" (or null). */
JsonNode *ter_member_table_to_json (void);
/* (transfer full): set of the names, without a path, of the members that have one of @flags anywhere. */
GHashTable *ter_member_table_dup_names (TerMemberFlags flags);

G_END_DECLS
