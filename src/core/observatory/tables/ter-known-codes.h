/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-pack-files.h"

G_BEGIN_DECLS

/* The codes of territories that a pack knows: those of the tables that its manifest names. One thread at a time. */
typedef struct _TerKnownCodes TerKnownCodes;

/**
 * ter_known_codes_new:
 * @files: (nullable): the pack; %NULL: none is known
 * @manifest: (nullable): its manifest, read
 *
 * Reads the tables of territories. What cannot be read is not known. Blocks; any thread.
 *
 * Returns: (transfer full):
 */
TerKnownCodes *ter_known_codes_new (TerPackFiles *files, JsonObject *manifest);
/* Frees it; %NULL is fine. */
void ter_known_codes_free (TerKnownCodes *self);

/* Whether the pack has a table of @level: "commune", "epci", "departement", "region". */
gboolean ter_known_codes_has_level (TerKnownCodes *self, const char *level);
/* Whether @code is one of @level: of the pack's table, or, without one, by what it looks like (ter_insee_is_code()). */
gboolean ter_known_codes_contains (TerKnownCodes *self, const char *level, const char *code);
/* Whether the manifest names the table called @name for a level: it is what others are compared with. */
gboolean ter_known_codes_is_table (JsonObject *manifest, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerKnownCodes, ter_known_codes_free)

G_END_DECLS
