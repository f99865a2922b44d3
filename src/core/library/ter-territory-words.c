/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-territory-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-number.h"

const char *
ter_territory_words_get_level (TerLevel level)
{
  switch (level)
    {
    case TER_LEVEL_COUNTRY: return _ ("Country");
    case TER_LEVEL_REGION: return _ ("Région");
    case TER_LEVEL_DEPARTEMENT: return _ ("Département");
    case TER_LEVEL_EPCI: return _ ("Intercommunality");
    case TER_LEVEL_COMMUNE: return _ ("Commune");
    case TER_N_LEVELS:
    default: g_return_val_if_reached ("");
    }
}

char *
ter_territory_words_dup_inhabitants (double population)
{
  g_autofree char *number = ter_number_format (population, 0);

  return g_strdup_printf (ngettext ("%s inhabitant", "%s inhabitants", (gulong) CLAMP (population, 0.0, 1e9)), number);
}

char *
ter_territory_words_dup_count (TerLevel level, guint n)
{
  g_autofree char *number = ter_number_format (n, 0);

  switch (level)
    {
    case TER_LEVEL_REGION: return g_strdup_printf (ngettext ("%s région", "%s régions", n), number);
    case TER_LEVEL_DEPARTEMENT: return g_strdup_printf (ngettext ("%s département", "%s départements", n), number);
    case TER_LEVEL_EPCI: return g_strdup_printf (ngettext ("%s intercommunality", "%s intercommunalities", n), number);
    case TER_LEVEL_COMMUNE: return g_strdup_printf (ngettext ("%s commune", "%s communes", n), number);
    case TER_LEVEL_COUNTRY:
    case TER_N_LEVELS:
    default: g_return_val_if_reached (NULL);
    }
}

char *
ter_territory_words_dup_description (TerLibrary *library, TerPack *pack, const TerTerritory *territory)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *parent = territory->level > TER_LEVEL_REGION ? ter_territory_get_parent (territory) : NULL;
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (parts, ter_territory_words_get_level (territory->level));
  if (parent != NULL)
    g_strv_builder_take (parts, ter_library_dup_territory_name (library, pack, parent));
  if (territory->postal_codes != NULL)
    {
      g_auto (GStrv) codes = g_strsplit (territory->postal_codes, " ", 2);

      /* Translators: the first of several postal codes. */
      g_strv_builder_take (parts,
                           codes[0] != NULL && codes[1] != NULL ? g_strdup_printf (_ ("%s…"), codes[0]) : g_strdup (codes[0]));
    }
  else if (territory->level == TER_LEVEL_DEPARTEMENT)
    g_strv_builder_add (parts, ter_territory_get_code (territory->id));
  if (!isnan (territory->population))
    g_strv_builder_take (parts, ter_territory_words_dup_inhabitants (territory->population));
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

char *
ter_territory_words_dup_mine (const char *text)
{
  /* Translators: what a map, a chart or a figure says of the reader's own territory: “My territory – Ain: 3 examples”. */
  return g_strdup_printf (_ ("My territory – %s"), text);
}
