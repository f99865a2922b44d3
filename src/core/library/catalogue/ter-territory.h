/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A territory of France as a pack lists it. Plain values; any thread. */

typedef enum
{
  TER_LEVEL_COUNTRY,
  TER_LEVEL_REGION,
  TER_LEVEL_DEPARTEMENT,
  TER_LEVEL_EPCI,
  TER_LEVEL_COMMUNE,
  TER_N_LEVELS
} TerLevel;

typedef struct
{
  char *id; /* "commune:94018" */
  TerLevel level;
  char *name;      /* "Charenton-le-Pont" */
  char *full_name; /* with what tells homonyms apart: "Saint-Denis (Seine-Saint-Denis)" */
  char
    *departement; /* ids of the territories that hold it; %NULL for those of its own level and below, and when unknown. An EPCI */
  char *region;   /* may lie in several départements: it has the one where most of its inhabitants live */
  char *epci;
  char *postal_codes; /* parted by spaces; nullable */
  double population;  /* inhabitants; NaN when unknown. The sum of its communes where the pack's table has no number of its own */
} TerTerritory;

void ter_territory_free (TerTerritory *self);
/* "94018" of "commune:94018". */
const char *ter_territory_get_code (const char *id);
/* The level that "commune:94018" is written with; %FALSE for another text. */
gboolean ter_territory_parse (const char *id, TerLevel *level);
/* "commune" */
const char *ter_level_get_name (TerLevel level);
/* (nullable): the id of the territory of @level that holds @self, "country:FR" for the country, or @self's own. */
const char *ter_territory_get_at (const TerTerritory *self, TerLevel level);
/* (nullable): the code of the territory that holds @self, or its own, at the level of that name. */
const char *ter_territory_get_code_at (const TerTerritory *self, const char *level);
/* (nullable): the id of the smallest territory around it that is not an EPCI: a commune's and an EPCI's département. */
const char *ter_territory_get_parent (const TerTerritory *self);

/* (transfer full) (nullable): "departement:94" of "commune:94018": a commune's code begins with its département's, with two
 * characters, overseas three (INSEE, Code officiel géographique). For packs that do not say it. */
char *ter_territory_dup_departement (const char *commune);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTerritory, ter_territory_free)

G_END_DECLS
