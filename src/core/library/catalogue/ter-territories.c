/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territories.h"

#include <math.h>

#include "ter-fold.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-table.h"

#define MAX_WORDS 4 /* of a question: as many as TER_QUERY_TERRITORIES_FIND has places for */

/* The tables in the order to read: a commune's name tells its département's. */
static const struct
{
  const char *member; /* of the manifest's "territories" */
  TerLevel level;
} sources[] = {
  { "regions", TER_LEVEL_REGION },
  { "departements", TER_LEVEL_DEPARTEMENT },
  { "epci", TER_LEVEL_EPCI },
  { "communes", TER_LEVEL_COMMUNE },
};

typedef enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_DEPARTEMENT,
  COLUMN_REGION,
  COLUMN_EPCI,
  COLUMN_POPULATION,
  COLUMN_POSTAL,
  N_COLUMNS
} Column;

static const char *const column_names[N_COLUMNS][5] = {
  [COLUMN_CODE] = { "code" },
  [COLUMN_NAME] = { "name", "nom", "title", "libelle" },
  [COLUMN_DEPARTEMENT] = { "departement" },
  [COLUMN_REGION] = { "region" },
  [COLUMN_EPCI] = { "epci" },
  [COLUMN_POPULATION] = { "population" },
  [COLUMN_POSTAL] = { "postal_codes", "codes_postaux" },
};

typedef struct
{
  TerTable *table;        /* %NULL: the pack has none */
  int columns[N_COLUMNS]; /* -1: it has none */
} Source;

typedef struct
{
  Source levels[TER_N_LEVELS];
  GHashTable *names;       /* "departement:94" → its name */
  GHashTable *populations; /* any level above the commune → (double *), the sum of its communes */
  GHashTable *homes;       /* "epci:…" → the row of the communes' table that tells where most of its inhabitants live */
  sqlite3_stmt *insert;
} Writer;

static void
writer_clear (Writer *self)
{
  for (guint i = 0; i < TER_N_LEVELS; i++)
    g_clear_object (&self->levels[i].table);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->populations, g_hash_table_unref);
  g_clear_pointer (&self->homes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static TerTable *
read_table (TerPack *pack, const char *name, const char *language, GCancellable *cancellable)
{
  JsonObject *resource = name != NULL ? ter_pack_find_resource (pack, name) : NULL;
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return NULL;
  bytes = ter_pack_files_load (ter_pack_get_files (pack), path, TER_LIMIT_JSON_BYTES, cancellable, NULL);
  return bytes != NULL ? ter_table_new_from_bytes (bytes, resource, language, NULL) : NULL;
}

static void
source_init (Source *self, TerTable *table)
{
  self->table = table;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = -1;
      for (guint name = 0; table != NULL && self->columns[i] < 0 && column_names[i][name] != NULL; name++)
        {
          guint column;

          if (ter_table_find_column (table, column_names[i][name], &column))
            self->columns[i] = (int) column;
        }
    }
}

/* (nullable): %NULL for what is empty, missing or has no column. */
static const char *
source_get (const Source *self, guint row, Column column)
{
  const char *text = self->columns[column] >= 0 ? ter_table_get_text (self->table, row, (guint) self->columns[column]) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static double
source_get_population (const Source *self, guint row)
{
  int column = self->columns[COLUMN_POPULATION];

  return column >= 0 ? ter_table_get_number (self->table, row, (guint) column) : NAN;
}

/* (transfer full) (nullable): "departement:94", as the row says. */
static char *
source_dup_around (const Source *self, guint row, Column column, TerLevel level)
{
  const char *code = source_get (self, row, column);

  return code != NULL ? g_strconcat (ter_level_get_name (level), ":", code, NULL) : NULL;
}

/* Columns of a row that name the territories around it, from the smallest. */
static const struct
{
  Column column;
  TerLevel level;
} around[] = {
  { COLUMN_EPCI, TER_LEVEL_EPCI },
  { COLUMN_DEPARTEMENT, TER_LEVEL_DEPARTEMENT },
  { COLUMN_REGION, TER_LEVEL_REGION },
};

static void
add_population (Writer *self, char *territory, double population)
{
  double *sum = g_hash_table_lookup (self->populations, territory);

  if (sum == NULL)
    g_hash_table_insert (self->populations, g_steal_pointer (&territory), g_memdup2 (&population, sizeof population));
  else
    *sum += population;
  g_free (territory);
}

/* Sums the communes, and finds each EPCI's home. */
static void
add_communes (Writer *self)
{
  const Source *communes = &self->levels[TER_LEVEL_COMMUNE];
  g_autoptr (GHashTable) parts =
    g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free); /* "epci:… departement:…" → double */
  g_autoptr (GHashTable) most = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free); /* "epci:…" → double */

  for (guint row = 0; communes->table != NULL && row < ter_table_get_n_rows (communes->table); row++)
    {
      double population = source_get_population (communes, row);
      g_autofree char *epci = source_dup_around (communes, row, COLUMN_EPCI, TER_LEVEL_EPCI);
      const char *departement = source_get (communes, row, COLUMN_DEPARTEMENT);

      if (!isnan (population))
        {
          for (guint i = 0; i < G_N_ELEMENTS (around); i++)
            {
              char *territory = source_dup_around (communes, row, around[i].column, around[i].level);

              if (territory != NULL)
                add_population (self, territory, population);
            }
          add_population (self, g_strdup ("country:FR"), population);
        }
      if (epci != NULL && departement != NULL)
        {
          g_autofree char *key = g_strconcat (epci, " ", departement, NULL);
          double *part = g_hash_table_lookup (parts, key);
          const double *best = g_hash_table_lookup (most, epci);

          if (part == NULL)
            {
              part = g_new0 (double, 1);
              g_hash_table_insert (parts, g_steal_pointer (&key), part);
            }
          *part += isnan (population) ? 1 : population;
          if (best == NULL || *part > *best)
            {
              g_hash_table_insert (most, g_strdup (epci), g_memdup2 (part, sizeof *part));
              g_hash_table_insert (self->homes, g_steal_pointer (&epci), GUINT_TO_POINTER (row));
            }
        }
    }
}

/* "St" and "Ste" are written out: people write both. */
static void
append_words (GString *folded, const char *text)
{
  g_autofree char *words = ter_fold (text);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = g_str_equal (parts[i], "st") ? "saint" : g_str_equal (parts[i], "ste") ? "sainte" : parts[i];

      if (*word != '\0')
        g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", word);
    }
}

static gboolean
put (Writer *self, const TerTerritory *territory, GError **error)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) search = g_string_new (NULL);

  append_words (folded, territory->name);
  /* Each word between spaces: LIKE '% word%' finds its beginning. The département's name tells homonyms apart. */
  append_words (search, territory->full_name);
  ter_fold_append (search, ter_territory_get_code (territory->id));
  ter_fold_append (search, territory->postal_codes);
  g_string_prepend_c (search, ' ');
  g_string_append_c (search, ' ');
  ter_sqlite_bind_text (self->insert, 3, territory->id);
  ter_sqlite_bind_text (self->insert, 4, territory->name);
  ter_sqlite_bind_text (self->insert, 5, territory->full_name);
  sqlite3_bind_int (self->insert, 6, (int) territory->level);
  ter_sqlite_bind_text (self->insert, 7, territory->epci);
  ter_sqlite_bind_text (self->insert, 8, territory->departement);
  ter_sqlite_bind_text (self->insert, 9, territory->region);
  if (isnan (territory->population))
    sqlite3_bind_null (self->insert, 10);
  else
    sqlite3_bind_double (self->insert, 10, territory->population);
  ter_sqlite_bind_text (self->insert, 11, territory->postal_codes);
  ter_sqlite_bind_text (self->insert, 12, folded->str);
  ter_sqlite_bind_text (self->insert, 13, search->str);
  return ter_sqlite_put (self->insert, error);
}

/* (transfer full) (nullable): %NULL for a row without code or name. */
static TerTerritory *
make_territory (Writer *self, TerLevel level, guint row)
{
  const Source *source = &self->levels[level];
  const Source *home = source;
  const char *code = source_get (source, row, COLUMN_CODE);
  const char *name =
    source->columns[COLUMN_NAME] >= 0 ? ter_table_get_label (source->table, row, (guint) source->columns[COLUMN_NAME]) : NULL;
  TerTerritory *territory;
  const double *population;
  gpointer home_row;

  if (code == NULL || name == NULL)
    return NULL;
  territory = g_new0 (TerTerritory, 1);
  territory->id = g_strconcat (ter_level_get_name (level), ":", code, NULL);
  territory->level = level;
  territory->name = g_strdup (name);
  territory->postal_codes = g_strdup (source_get (source, row, COLUMN_POSTAL));
  territory->population = source_get_population (source, row);
  population = g_hash_table_lookup (self->populations, territory->id);
  if (isnan (territory->population) && population != NULL)
    territory->population = *population;
  if (level == TER_LEVEL_EPCI && g_hash_table_lookup_extended (self->homes, territory->id, NULL, &home_row))
    {
      home = &self->levels[TER_LEVEL_COMMUNE];
      row = GPOINTER_TO_UINT (home_row);
    }
  if (level == TER_LEVEL_COMMUNE)
    territory->epci = source_dup_around (home, row, COLUMN_EPCI, TER_LEVEL_EPCI);
  if (level > TER_LEVEL_DEPARTEMENT)
    territory->departement = source_dup_around (home, row, COLUMN_DEPARTEMENT, TER_LEVEL_DEPARTEMENT);
  if (level == TER_LEVEL_COMMUNE && territory->departement == NULL)
    territory->departement = ter_territory_dup_departement (territory->id);
  if (level > TER_LEVEL_REGION)
    territory->region = source_dup_around (home, row, COLUMN_REGION, TER_LEVEL_REGION);
  return territory;
}

static gboolean
write_level (Writer *self, TerLevel level, GCancellable *cancellable, GError **error)
{
  const Source *source = &self->levels[level];

  for (guint row = 0; source->table != NULL && row < ter_table_get_n_rows (source->table); row++)
    {
      g_autoptr (TerTerritory) territory = make_territory (self, level, row);
      const char *departement;

      if (territory == NULL)
        continue;
      if (level == TER_LEVEL_DEPARTEMENT)
        g_hash_table_insert (self->names, g_strdup (territory->id), g_strdup (territory->name));
      departement = level == TER_LEVEL_COMMUNE && territory->departement != NULL
                      ? g_hash_table_lookup (self->names, territory->departement)
                      : NULL;
      territory->full_name =
        departement != NULL ? g_strdup_printf ("%s (%s)", territory->name, departement) : g_strdup (territory->name);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !put (self, territory, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_country (Writer *self, GError **error)
{
  const double *population = g_hash_table_lookup (self->populations, "country:FR");
  TerTerritory france = {
    .id = (char *) "country:FR",
    .level = TER_LEVEL_COUNTRY,
    .name = (char *) "France",
    .full_name = (char *) "France",
    .population = population != NULL ? *population : NAN,
  };

  return put (self, &france, error);
}

/* Names in another language only where a table has a column for it: most territories have one name. */
static gboolean
is_translated (JsonObject *resource, const char *language)
{
  JsonArray *fields = ter_json_get_array (ter_json_get_object (resource, "schema"), "fields");
  g_autofree char *end = g_strconcat ("@", language, NULL);

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (fields, i), "name");

      if (name != NULL && g_str_has_suffix (name, end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_language (sqlite3_stmt *insert, TerPack *pack, const char *language, gboolean is_default, GCancellable *cancellable,
                GError **error)
{
  JsonObject *names = ter_json_get_object (ter_pack_get_manifest (pack), "territories");
  g_auto (Writer) self = { .insert = insert };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const char *name = ter_json_get_string (names, sources[i].member);
      JsonObject *resource = name != NULL ? ter_pack_find_resource (pack, name) : NULL;
      gboolean wanted = resource != NULL && (is_default || is_translated (resource, language));

      source_init (&self.levels[sources[i].level], wanted ? read_table (pack, name, language, cancellable) : NULL);
      any |= self.levels[sources[i].level].table != NULL;
    }
  if (!any)
    return TRUE;
  self.names = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  self.populations = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  self.homes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  add_communes (&self);
  ter_sqlite_bind_text (insert, 2, is_default ? "" : language);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!write_level (&self, sources[i].level, cancellable, error))
      return FALSE;
  return !is_default || write_country (&self, error);
}

gboolean
ter_territories_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GCancellable *cancellable, GError **error)
{
  JsonArray *languages = ter_json_get_array (ter_pack_get_manifest (pack), "languages");
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert = ter_sqlite_prepare (
    ter_catalogue_get_db (catalogue),
    "INSERT OR IGNORE INTO territory (pack, language, territory, name, full_name, level, epci, departement, region,"
    " population, postal_codes, folded, search) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, pack_number);
  for (guint i = 0; i < MIN (ter_json_array_length (languages), TER_CATALOGUE_MAX_LANGUAGES); i++)
    {
      const char *language = ter_json_array_string (languages, i);

      if (language != NULL && !write_language (insert, pack, language, i == 0, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- Reading ---- */

/* What the queries for territories give, in this order. */
enum
{
  READ_ID,
  READ_NAME,
  READ_FULL_NAME,
  READ_LEVEL,
  READ_EPCI,
  READ_DEPARTEMENT,
  READ_REGION,
  READ_POPULATION,
  READ_POSTAL,
};

static char *
dup_column (sqlite3_stmt *query, int column)
{
  return sqlite3_column_type (query, column) != SQLITE_NULL ? g_strdup (ter_sqlite_column_text (query, column)) : NULL;
}

static TerTerritory *
read_territory (sqlite3_stmt *query)
{
  TerTerritory *self = g_new0 (TerTerritory, 1);

  self->id = dup_column (query, READ_ID);
  self->level = CLAMP (sqlite3_column_int (query, READ_LEVEL), 0, TER_N_LEVELS - 1);
  self->name = dup_column (query, READ_NAME);
  self->full_name = dup_column (query, READ_FULL_NAME);
  self->epci = dup_column (query, READ_EPCI);
  self->departement = dup_column (query, READ_DEPARTEMENT);
  self->region = dup_column (query, READ_REGION);
  self->population =
    sqlite3_column_type (query, READ_POPULATION) != SQLITE_NULL ? sqlite3_column_double (query, READ_POPULATION) : NAN;
  self->postal_codes = dup_column (query, READ_POSTAL);
  return self;
}

/* (nullable): @query with what all of them ask for. */
static sqlite3_stmt *
start_query (TerCatalogue *catalogue, TerQuery query, gint64 pack_number, const char *language)
{
  sqlite3_stmt *statement = catalogue != NULL ? ter_catalogue_query (catalogue, query, NULL) : NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, pack_number);
  ter_sqlite_bind_text (statement, 2, language);
  return statement;
}

/* (transfer full): what @query gives; none when it is %NULL. */
static GPtrArray *
read_all (sqlite3_stmt *query)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_territory_free);

  if (query == NULL)
    return found;
  while (ter_sqlite_step (query, NULL))
    g_ptr_array_add (found, read_territory (query));
  sqlite3_clear_bindings (query);
  return found;
}

TerTerritory *
ter_territories_dup (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language)
{
  sqlite3_stmt *query = start_query (catalogue, TER_QUERY_TERRITORY, pack_number, language);
  g_autoptr (GPtrArray) found = NULL;

  if (query != NULL)
    ter_sqlite_bind_text (query, 3, territory);
  found = read_all (query);
  return found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

char *
ter_territories_dup_name (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language)
{
  g_autoptr (TerTerritory) found = ter_territories_dup (catalogue, pack_number, territory, language);

  if (found != NULL)
    return g_steal_pointer (&found->full_name);
  return g_strdup (g_str_equal (territory, "country:FR") ? "France" : ter_territory_get_code (territory));
}

GPtrArray *
ter_territories_list (TerCatalogue *catalogue, gint64 pack_number, const char *within, TerLevel level, const char *language)
{
  sqlite3_stmt *query = start_query (catalogue, TER_QUERY_TERRITORIES_WITHIN, pack_number, language);

  if (query != NULL)
    {
      sqlite3_bind_int (query, 3, (int) level);
      ter_sqlite_bind_text (query, 4, within);
    }
  return read_all (query);
}

guint
ter_territories_count (TerCatalogue *catalogue, gint64 pack_number, const char *within, TerLevel level)
{
  sqlite3_stmt *query = start_query (catalogue, TER_QUERY_COUNT_TERRITORIES, pack_number, NULL);
  guint n = 0;

  if (query == NULL)
    return 0;
  sqlite3_bind_int (query, 3, (int) level);
  ter_sqlite_bind_text (query, 4, within);
  while (ter_sqlite_step (query, NULL))
    n = (guint) sqlite3_column_int (query, 0);
  sqlite3_clear_bindings (query);
  return n;
}

GPtrArray *
ter_territories_find (TerCatalogue *catalogue, gint64 pack_number, const char *text, guint limit, const char *language)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *begins = NULL;
  g_auto (GStrv) words = NULL;
  sqlite3_stmt *query;

  append_words (folded, text);
  query = folded->len > 0 ? start_query (catalogue, TER_QUERY_TERRITORIES_FIND, pack_number, language) : NULL;
  if (query == NULL)
    return read_all (NULL);
  words = g_strsplit (folded->str, " ", MAX_WORDS);
  begins = g_strconcat (words[0], "%", NULL);
  ter_sqlite_bind_text (query, 3, folded->str);
  ter_sqlite_bind_text (query, 4, begins);
  for (guint i = 0; i < MAX_WORDS; i++)
    {
      g_ptr_array_add (patterns, i < g_strv_length (words) ? g_strdup_printf ("%% %s%%", words[i]) : g_strdup ("%"));
      ter_sqlite_bind_text (query, 5 + (int) i, patterns->pdata[i]);
    }
  sqlite3_bind_int64 (query, 5 + MAX_WORDS, limit);
  return read_all (query);
}
