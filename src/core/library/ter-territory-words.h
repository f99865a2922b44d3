/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* "Commune", "Intercommunality", … in the interface's language. */
const char *ter_territory_words_get_level (TerLevel level);
/* (transfer full): "Commune · Val-de-Marne · 94220 · 30,408 inhabitants": what tells it apart from its homonyms. */
char *ter_territory_words_dup_description (TerLibrary *library, TerPack *pack, const TerTerritory *territory);
/* (transfer full): "30,408 inhabitants" */
char *ter_territory_words_dup_inhabitants (double population);
/* (transfer full): "12 communes" */
char *ter_territory_words_dup_count (TerLevel level, guint n);

/* (transfer full): what is said of the reader's own territory: “My territory – Ain: 3 examples”. */
char *ter_territory_words_dup_mine (const char *text);

G_END_DECLS
