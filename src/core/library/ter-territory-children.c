/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-children.h"

#include <math.h>

#include "ter-json.h"
#include "ter-territory-parents.h"

/* What is within what, and the member of the pack's "territories" that names the table. */
static const struct {
  const char *level, *within, *member;
} levels[] = {
  { "region", "departement", "departements" },
  { "departement", "commune", "communes" },
};

static void
child_free (gpointer data)
{
  TerTerritoryChild *child = data;

  g_free (child->code);
  g_free (child->name);
  g_free (child);
}

static TerTable *
dup_table (TerLibrary *library,
           TerPack    *pack,
           const char *member)
{
  const char *name = ter_json_get_string (ter_json_get_object (ter_pack_get_manifest (pack), "territories"), member);

  return name != NULL ? ter_library_dup_table (library, pack, name, NULL) : NULL;
}

/* The name stands in "nom" or "name"; otherwise the code has to do. */
static guint
find_name (TerTable *table,
           guint     code)
{
  guint column;

  if (ter_table_find_column (table, "nom", &column) || ter_table_find_column (table, "name", &column))
    return column;
  return code;
}

static GPtrArray *
find_children (TerTerritoryParents *parents,
               TerTable            *table,
               const char          *territory,
               const char          *level)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (child_free);
  guint code, name, population;
  gboolean counted;

  if (!ter_table_find_column (table, "code", &code))
    return children;
  name = find_name (table, code);
  counted = ter_table_find_column (table, "population", &population) && ter_table_get_column_type (table, population) == TER_COLUMN_NUMBER;
  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      const char *text = ter_table_get_text (table, row, code), *label = ter_table_get_label (table, row, name);
      g_autofree char *own = text != NULL ? g_strconcat (level, ":", text, NULL) : NULL;
      g_autofree char *parent = own != NULL ? ter_territory_parents_dup (parents, own) : NULL;
      TerTerritoryChild *child;

      if (g_strcmp0 (parent, territory) != 0)
        continue;
      child = g_new (TerTerritoryChild, 1);
      *child = (TerTerritoryChild) { g_strdup (text), g_strdup (label != NULL ? label : text),
                                     counted ? ter_table_get_number (table, row, population) : NAN };
      g_ptr_array_add (children, child);
    }
  return children;
}

/* The inhabitants of all communes of each département, by "departement:01". */
static GHashTable *
sum_communes (TerTerritoryParents *parents,
              TerTable            *communes)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint code, population;

  if (communes == NULL || !ter_table_find_column (communes, "code", &code) || !ter_table_find_column (communes, "population", &population))
    return sums;
  for (guint row = 0; row < ter_table_get_n_rows (communes); row++)
    {
      const char *text = ter_table_get_text (communes, row, code);
      g_autofree char *own = text != NULL ? g_strconcat ("commune:", text, NULL) : NULL;
      g_autofree char *parent = own != NULL ? ter_territory_parents_dup (parents, own) : NULL;
      double number = ter_table_get_number (communes, row, population), *sum;

      if (parent == NULL || !isfinite (number))
        continue;
      sum = g_hash_table_lookup (sums, parent);
      if (sum != NULL)
        *sum += number;
      else
        g_hash_table_insert (sums, g_steal_pointer (&parent), g_memdup2 (&number, sizeof number));
    }
  return sums;
}

static void
count_inhabitants (TerTerritoryParents *parents,
                   TerTable            *communes,
                   GPtrArray           *departements)
{
  g_autoptr (GHashTable) sums = sum_communes (parents, communes);

  for (guint i = 0; i < departements->len; i++)
    {
      TerTerritoryChild *child = g_ptr_array_index (departements, i);
      g_autofree char *own = g_strconcat ("departement:", child->code, NULL);
      const double *sum = g_hash_table_lookup (sums, own);

      if (sum != NULL && !isfinite (child->population))
        child->population = *sum;
    }
}

/**
 * ter_territory_children_dup:
 * @territory: "region:53"
 * @level: (out): the level of what is within it: "departement"; %NULL when nothing is known to be
 *
 * What a territory holds, by the tables that the pack names in its "territories", in their order. A département whose table does not say
 * its population has that of its communes. Blocks while tables are read; main thread.
 *
 * Returns: (transfer full) (element-type TerTerritoryChild): empty when nothing is known
 */
GPtrArray *
ter_territory_children_dup (TerLibrary  *library,
                            TerPack     *pack,
                            const char  *territory,
                            const char **level)
{
  g_autoptr (TerTerritoryParents) parents = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_PACK (pack) && territory != NULL && level != NULL, NULL);

  *level = NULL;
  parents = ter_territory_parents_new (library, pack);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gsize length = strlen (levels[i].level);
      g_autoptr (TerTable) table = NULL, communes = NULL;
      GPtrArray *children;

      if (strncmp (territory, levels[i].level, length) != 0 || territory[length] != ':')
        continue;
      table = dup_table (library, pack, levels[i].member);
      if (table == NULL)
        break;
      *level = levels[i].within;
      children = find_children (parents, table, territory, *level);
      communes = g_str_equal (*level, "departement") ? dup_table (library, pack, "communes") : NULL;
      if (communes != NULL)
        count_inhabitants (parents, communes, children);
      return children;
    }
  return g_ptr_array_new_with_free_func (child_free);
}
