/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-insee.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-table.h"

/* Codes of the official geography (INSEE), in columns of tables and in entries: against the pack's own tables of territories,
 * or, for a level without one, against what a code of that level looks like. */

typedef struct
{
  const char *level;
  const char *word; /* of ter-issue-words.h */
} Level;

static const Level levels[] = {
  { "commune", "code-commune" },
  { "epci", "code-epci" },
  { "departement", "code-departement" },
  { "region", "code-region" },
};

/* (transfer full) (nullable): a table of the pack, if it can be read. */
static TerTable *
load_table (TerLint *lint, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = ter_check_load (lint->check, path, TER_LIMIT_TABLE_BYTES, TRUE);

  return bytes != NULL ? ter_table_new_from_bytes (bytes, resource, NULL, NULL) : NULL;
}

void
ter_lint_collect_codes (TerLint *lint)
{
  JsonArray *resources = ter_json_get_array (lint->check->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *name = ter_json_get_string (resource, "name");

      if (name != NULL && ter_check_has_file (lint->check, resource) && g_str_equal (ter_check_role (resource), "table"))
        g_hash_table_insert (lint->resources, (gpointer) name, resource);
    }
  lint->codes = ter_known_codes_new (lint->check->pack_files, lint->check->manifest);
}

static const Level *
find_level (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i].level, name))
      return &levels[i];
  return NULL;
}

/* ---- Tables ---- */

/* A code of the level, or one that a spreadsheet took the first zero of. */
static gboolean
looks_like_code (const Level *level, const char *text)
{
  g_autofree char *whole = g_strconcat ("0", text, NULL);

  return ter_insee_is_code (level->level, text) || (*text != '0' && ter_insee_is_code (level->level, whole));
}

/* The name of a column says that it holds codes; its values decide: names of communes, or sizes, are none. Told once, with how many. */
static void
look_at_column (TerLint *lint, TerTable *table, guint column, const Level *level)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);
  guint n_codes = 0, n_unknown = 0, first = 0;
  g_autofree char *row = NULL, *count = NULL;

  for (guint i = 0; i < ter_table_get_n_rows (table); i++)
    {
      const char *code = ter_table_get_text (table, i, column);

      if (code == NULL || !g_hash_table_add (seen, (gpointer) code))
        continue;
      n_codes += looks_like_code (level, code);
      if (ter_known_codes_contains (lint->codes, level->level, code))
        continue;
      first = n_unknown == 0 ? i : first;
      n_unknown++;
    }
  if (n_unknown == 0 || n_codes * 2 < g_hash_table_size (seen))
    return;
  /* As the checker counts them: the line of names is row 1. */
  row = g_strdup_printf ("%u", first + 2);
  count = g_strdup_printf ("%u", n_unknown);
  ter_check_add_at (lint->check, TER_ISSUE_CODE_UNKNOWN, 0, 0, "row", row, "column", ter_table_get_column_name (table, column),
                    "value", ter_table_get_text (table, first, column), "@level", level->word, "count", count, NULL);
}

void
ter_lint_table_codes (TerLint *lint, JsonObject *resource)
{
  const char *name = ter_json_get_string (resource, "name");
  g_autoptr (TerTable) table = NULL;

  if (name == NULL || ter_known_codes_is_table (lint->check->manifest, name))
    return;
  ter_check_begin (lint->check, ter_json_get_string (resource, "path"));
  table = load_table (lint, resource);
  for (guint i = 0; table != NULL && i < ter_table_get_n_columns (table); i++)
    {
      const Level *level = find_level (ter_insee_level_of_column (ter_table_get_column_name (table, i), name));

      if (level != NULL && ter_table_get_column_type (table, i) == TER_COLUMN_TEXT)
        look_at_column (lint, table, i, level);
    }
  ter_check_end (lint->check, NULL);
}

/* ---- Entries ---- */

void
ter_lint_territories (TerLint *lint, JsonObject *entry)
{
  JsonArray *territories = ter_json_get_array (entry, "territories");

  for (guint i = 0; i < ter_json_array_length (territories); i++)
    {
      const char *territory = ter_json_array_string (territories, i);
      const char *colon = territory != NULL ? strchr (territory, ':') : NULL;
      g_autofree char *name = colon != NULL ? g_strndup (territory, colon - territory) : NULL;
      const Level *level = find_level (name);
      gsize mark;

      /* Where the pack has a table, the checker has said it. */
      if (level == NULL || ter_known_codes_has_level (lint->codes, level->level) || ter_insee_is_code (level->level, colon + 1))
        continue;
      mark = ter_check_enter (lint->check, "territories");
      ter_check_enter_index (lint->check, i);
      ter_check_add (lint->check, TER_ISSUE_TERRITORY_DOUBTFUL, "value", territory, "@level", level->word, NULL);
      ter_check_leave (lint->check, mark);
    }
}
