/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory.h"

#include <string.h>

static const char *const level_names[TER_N_LEVELS] = { "country", "region", "departement", "epci", "commune" };

void
ter_territory_free (TerTerritory *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->full_name);
  g_free (self->departement);
  g_free (self->region);
  g_free (self->epci);
  g_free (self->postal_codes);
  g_free (self);
}

const char *
ter_territory_get_code (const char *id)
{
  const char *colon = strchr (id, ':');

  return colon != NULL ? colon + 1 : id;
}

const char *
ter_level_get_name (TerLevel level)
{
  g_return_val_if_fail (level < TER_N_LEVELS, "");

  return level_names[level];
}

gboolean
ter_territory_parse (const char *id, TerLevel *level)
{
  const char *colon = strchr (id, ':');

  for (guint i = 0; colon != NULL && colon[1] != '\0' && i < TER_N_LEVELS; i++)
    if (strlen (level_names[i]) == (gsize) (colon - id) && strncmp (level_names[i], id, (gsize) (colon - id)) == 0)
      {
        *level = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ter_territory_get_at (const TerTerritory *self, TerLevel level)
{
  if (level == self->level)
    return self->id;
  switch (level)
    {
    case TER_LEVEL_COUNTRY: return "country:FR";
    case TER_LEVEL_REGION: return self->region;
    case TER_LEVEL_DEPARTEMENT: return self->departement;
    case TER_LEVEL_EPCI: return self->epci;
    case TER_LEVEL_COMMUNE:
    case TER_N_LEVELS:
    default: return NULL;
    }
}

const char *
ter_territory_get_code_at (const TerTerritory *self, const char *level)
{
  const char *id = NULL;

  for (TerLevel i = 0; i < TER_N_LEVELS; i++)
    if (g_strcmp0 (level, ter_level_get_name (i)) == 0)
      id = ter_territory_get_at (self, i);
  return id != NULL ? ter_territory_get_code (id) : NULL;
}

const char *
ter_territory_get_parent (const TerTerritory *self)
{
  switch (self->level)
    {
    case TER_LEVEL_COMMUNE:
    case TER_LEVEL_EPCI: return self->departement;
    case TER_LEVEL_DEPARTEMENT: return self->region;
    case TER_LEVEL_REGION: return "country:FR";
    case TER_LEVEL_COUNTRY:
    case TER_N_LEVELS:
    default: return NULL;
    }
}

char *
ter_territory_dup_departement (const char *commune)
{
  const char *code = ter_territory_get_code (commune);
  int length = g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98") ? 3 : 2;

  return g_str_has_prefix (commune, "commune:") && strlen (code) == 5 ? g_strdup_printf ("departement:%.*s", length, code) : NULL;
}
