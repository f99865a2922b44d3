/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-trail.h"

struct _TerMapTrail
{
  TerMapTrail *before; /* nullable */
  char *territory;
  char *name;
};

static void
trail_clear (gpointer data)
{
  TerMapTrail *self = data;

  g_clear_pointer (&self->before, ter_map_trail_unref);
  g_free (self->territory);
  g_free (self->name);
}

TerMapTrail *
ter_map_trail_with_territory (TerMapTrail *self, const char *territory, const char *name)
{
  TerMapTrail *trail;

  g_return_val_if_fail (territory != NULL && name != NULL, NULL);

  trail = g_rc_box_new0 (TerMapTrail);
  trail->before = self != NULL ? ter_map_trail_ref (self) : NULL;
  trail->territory = g_strdup (territory);
  trail->name = g_strdup (name);
  return trail;
}

TerMapTrail *
ter_map_trail_back (TerMapTrail *self)
{
  return self != NULL && self->before != NULL ? ter_map_trail_ref (self->before) : NULL;
}

TerMapTrail *
ter_map_trail_ref (TerMapTrail *self)
{
  return g_rc_box_acquire (self);
}

void
ter_map_trail_unref (TerMapTrail *self)
{
  g_rc_box_release_full (self, trail_clear);
}

guint
ter_map_trail_get_length (TerMapTrail *self)
{
  guint length = 0;

  for (; self != NULL; self = self->before)
    length++;
  return length;
}

const char *
ter_map_trail_get_territory (TerMapTrail *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->territory;
}

const char *
ter_map_trail_get_name (TerMapTrail *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

gboolean
ter_map_trail_get_level (TerMapTrail *self, TerLevel *level)
{
  static const TerLevel within[TER_N_LEVELS] = {
    [TER_LEVEL_COUNTRY] = TER_LEVEL_REGION,
    [TER_LEVEL_REGION] = TER_LEVEL_DEPARTEMENT,
    [TER_LEVEL_DEPARTEMENT] = TER_LEVEL_COMMUNE,
    [TER_LEVEL_EPCI] = TER_LEVEL_COMMUNE,
  };
  TerLevel own;

  g_return_val_if_fail (self != NULL && level != NULL, FALSE);

  if (!ter_territory_parse (self->territory, &own) || own == TER_LEVEL_COMMUNE)
    return FALSE;
  *level = within[own];
  return TRUE;
}
