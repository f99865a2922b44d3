/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-actions.h"

GVariant *
ter_actions_place_target (TerPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return g_variant_new_string (place->uri);
}

GVariant *
ter_actions_entry_target (TerEntry *entry)
{
  g_autoptr (TerPlace) place = NULL;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  place = ter_place_new_entry (ter_pack_get_id (ter_entry_get_pack (entry)), ter_entry_get_id (entry));

  return ter_actions_place_target (place);
}

GVariant *
ter_actions_section_target (TerPack *pack, const char *section_id)
{
  g_autoptr (TerPlace) place = ter_place_new_section (ter_pack_get_id (pack), section_id);

  return ter_actions_place_target (place);
}

GVariant *
ter_actions_territory_target (const char *territory)
{
  g_autoptr (TerPlace) place = ter_place_new (&(TerPlace) { .type = TER_PLACE_TERRITORY, .territory = territory });

  return ter_actions_place_target (place);
}
