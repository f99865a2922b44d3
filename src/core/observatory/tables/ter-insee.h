/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codes of the official geography of France, as INSEE writes them: always text, since they begin with zeros and hold the A and B
 * of Corsica. */

/**
 * ter_insee_is_code:
 * @level: "commune", "epci", "departement" or "region"
 *
 * Whether @code looks like one of that level: five characters of a commune ("01001", "2A004", "97411"), nine digits of an EPCI
 * (its SIREN), "01" to "95", "2A", "2B" or three digits from 971 of a département, two digits of a région. Not whether it exists.
 */
gboolean ter_insee_is_code (const char *level, const char *code);

/**
 * ter_insee_level_of_column:
 * @column: a column's name: "commune", "code_insee", "INSEE_COM", "codeDepartement", "Commune (code INSEE)", "EPCI", "code"…
 * @table: (nullable): the table's name, which tells the level of a column called "code"
 *
 * Returns: (nullable): the level whose codes such a column holds; %NULL when its name does not say so
 */
const char *ter_insee_level_of_column (const char *column, const char *table);

/* Whether a column of this name holds codes, which are text even when they look like numbers: those above, and
 * "siren", "siret", "code_…", "…_code", "codes_postaux", "cp", "id…". */
gboolean ter_insee_is_code_column (const char *column);

G_END_DECLS
