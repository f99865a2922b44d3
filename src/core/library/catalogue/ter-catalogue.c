/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-catalogue.h"

#include <glib/gstdio.h>

#include "ter-search-rank.h"

/* Raise it with every change of the schema or of what is written: an index of another version is made anew. */
#define VERSION 4
#define APPLICATION_ID 0x54655243 /* "TeRC" */
#define WRITER_CACHE_KIB 24576

struct _TerCatalogue
{
  sqlite3 *db;
  sqlite3_stmt *statements[TER_N_QUERIES];
};

/* The words of the full-text tables are folded beforehand, so that the plainest tokenizer does. They keep no content of their
 * own: the records hold it. */
static const char schema[] =
  "CREATE TABLE pack (pack INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, folder TEXT NOT NULL UNIQUE,"
  " fingerprint TEXT NOT NULL, broken INTEGER NOT NULL, id TEXT NOT NULL, manifest BLOB, vocabularies BLOB);"
  "CREATE TABLE issue (pack INTEGER NOT NULL, position INTEGER NOT NULL, issue BLOB NOT NULL, PRIMARY KEY (pack, position)) WITHOUT ROWID;"
  "CREATE TABLE entry (entry INTEGER PRIMARY KEY, pack INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, record BLOB NOT NULL);"
  "CREATE UNIQUE INDEX entry_id ON entry (pack, id);"
  "CREATE INDEX entry_kind ON entry (pack, kind, entry, date);"
  "CREATE TABLE section_entry (pack INTEGER NOT NULL, section INTEGER NOT NULL, language TEXT NOT NULL, position INTEGER NOT NULL,"
  " entry INTEGER NOT NULL, PRIMARY KEY (pack, section, language, position)) WITHOUT ROWID;"
  "CREATE INDEX section_of_entry ON section_entry (entry, section);"
  "CREATE TABLE tag (pack INTEGER NOT NULL, tag TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (pack, tag, entry)) WITHOUT ROWID;"
  "CREATE TABLE reference (pack INTEGER NOT NULL, target TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (pack, target, entry)) WITHOUT ROWID;"
  "CREATE TABLE entry_territory (pack INTEGER NOT NULL, territory TEXT NOT NULL, entry INTEGER NOT NULL,"
  " PRIMARY KEY (pack, territory, entry)) WITHOUT ROWID;"
  "CREATE TABLE territory (pack INTEGER NOT NULL, territory TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL, full_name TEXT NOT NULL,"
  " level INTEGER NOT NULL, epci TEXT, departement TEXT, region TEXT, population REAL, postal_codes TEXT, folded TEXT NOT NULL,"
  " search TEXT NOT NULL, PRIMARY KEY (pack, territory, language)) WITHOUT ROWID;"
  "CREATE TABLE file (pack INTEGER NOT NULL, path TEXT NOT NULL, columns TEXT, bytes BLOB NOT NULL, UNIQUE (pack, path));"
  "CREATE TABLE title (document INTEGER PRIMARY KEY, rank INTEGER NOT NULL, folded TEXT NOT NULL);"
  "CREATE VIRTUAL TABLE title_index USING fts5 (title, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');"
  "CREATE VIRTUAL TABLE text_index USING fts5 (head, body, content='', contentless_delete=1, tokenize='ascii');"
  "CREATE VIRTUAL TABLE text_word USING fts5vocab (text_index, row);"
  "CREATE TABLE word (word TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;"
  "INSERT INTO title_index (title_index, rank) VALUES ('hashsize', 4194304);"
  "INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 16777216);";

/* A territory of pack ?1, with its names in language ?2 where they differ from those of the default one, which knows them all. */
#define TERRITORY \
  "SELECT t.territory, coalesce (o.name, t.name), coalesce (o.full_name, t.full_name), t.level, t.epci, t.departement, t.region, t.population," \
  " t.postal_codes FROM territory AS t LEFT JOIN territory AS o ON o.pack = t.pack AND o.territory = t.territory AND o.language = ?2" \
  " WHERE t.pack = ?1 AND t.language = ''"
#define WITHIN " AND t.level = ?3 AND (t.epci = ?4 OR t.departement = ?4 OR t.region = ?4 OR ?4 = 'country:FR')"

static const char *const queries[TER_N_QUERIES] = {
  [TER_QUERY_PACKS] = "SELECT pack, folder, broken, id, manifest, vocabularies FROM pack ORDER BY position",
  [TER_QUERY_ISSUES] = "SELECT issue FROM issue WHERE pack = ?1 ORDER BY position",
  [TER_QUERY_ENTRY] = "SELECT record FROM entry WHERE pack = ?1 AND id = ?2",
  [TER_QUERY_SECTION] = "SELECT record FROM section_entry JOIN entry USING (entry)"
                        " WHERE section_entry.pack = ?1 AND section = ?2 AND language = ?3 ORDER BY position",
  [TER_QUERY_KIND] = "SELECT record FROM entry WHERE pack = ?1 AND kind = ?2 ORDER BY entry",
  [TER_QUERY_TAGGED] = "SELECT record FROM tag JOIN entry USING (entry) WHERE tag.pack = ?1 AND tag = ?2 ORDER BY entry",
  [TER_QUERY_REFERRING] =
    "SELECT record FROM reference JOIN entry USING (entry) WHERE reference.pack = ?1 AND target = ?2 ORDER BY entry",
  [TER_QUERY_SECTION_OF] =
    "SELECT section FROM entry JOIN section_entry USING (entry) WHERE entry.pack = ?1 AND id = ?2 ORDER BY section LIMIT 1",
  [TER_QUERY_FILE] = "SELECT bytes FROM file WHERE pack = ?1 AND path = ?2",
  [TER_QUERY_COLUMNS] = "SELECT columns FROM file WHERE pack = ?1 AND path = ?2",
  [TER_QUERY_FILE_OF_COLUMNS] = "SELECT bytes FROM file WHERE columns = ?1 LIMIT 1",
  [TER_QUERY_TERRITORY] = TERRITORY " AND t.territory = ?3",
  [TER_QUERY_TERRITORIES_WITHIN] = TERRITORY WITHIN " ORDER BY t.folded, t.territory",
  [TER_QUERY_COUNT_TERRITORIES] = "SELECT count(*) FROM territory AS t WHERE t.pack = ?1 AND t.language = ''" WITHIN,
  [TER_QUERY_TERRITORIES_FIND] = TERRITORY
  " AND t.search LIKE ?5 AND t.search LIKE ?6 AND t.search LIKE ?7 AND t.search LIKE ?8"
  " ORDER BY substr (t.territory, instr (t.territory, ':') + 1) = upper (?3) DESC, t.folded = ?3 DESC, t.folded LIKE ?4 DESC,"
  " t.search LIKE '% ' || ?3 || ' %' DESC, t.population DESC, t.folded, t.territory LIMIT ?9",
  /* Also those about a territory in it. */
  [TER_QUERY_ABOUT] =
    "SELECT DISTINCT record FROM entry_territory LEFT JOIN territory ON territory.pack = entry_territory.pack"
    " AND territory.territory = entry_territory.territory AND language = '' JOIN entry USING (entry)"
    " WHERE entry_territory.pack = ?1 AND (entry_territory.territory = ?2 OR epci = ?2 OR departement = ?2 OR region = ?2) ORDER BY entry",
  [TER_QUERY_RECORD] = "SELECT record FROM entry WHERE entry = ?1",
  [TER_QUERY_TITLE] = "SELECT folded FROM title WHERE document = ?1",
  [TER_QUERY_PREFIX_COST] = "SELECT sum (n) FROM word WHERE word >= ?1 AND word < ?2",
  [TER_QUERY_PREFIX_WORDS] = "SELECT word FROM word WHERE word >= ?1 AND word < ?2 ORDER BY n DESC LIMIT ?3",
  [TER_QUERY_TITLES_MATCHING] = "SELECT rowid FROM title_index WHERE title_index MATCH ?1",
  [TER_QUERY_TEXTS_MATCHING] = "SELECT rowid, ter_rank (text_index) FROM text_index WHERE text_index MATCH ?1",
};

static gboolean
set_up (TerCatalogue *self, GError **error)
{
  /* The index can be made again: losing its last transaction at a power cut is no harm, so that nothing waits for the disk. */
  return ter_sqlite_exec (self->db, "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY", error);
}

static gboolean
is_current (TerCatalogue *self, GError **error)
{
  gint64 application, version;

  if (!ter_sqlite_get_integer (self->db, "PRAGMA application_id", &application, error) ||
      !ter_sqlite_get_integer (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application == APPLICATION_ID && version == VERSION)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The index is of another version");
  return FALSE;
}

TerCatalogue *
ter_catalogue_open_to_read (const char *path, GError **error)
{
  g_autoptr (TerCatalogue) self = g_new0 (TerCatalogue, 1);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no index yet");
      return NULL;
    }
  self->db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, error);
  if (self->db == NULL || !set_up (self, error) || !is_current (self, error))
    return NULL;
  if (!ter_sqlite_exec (self->db, "PRAGMA query_only = ON", error) || !ter_search_rank_register (self->db, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
make_schema (TerCatalogue *self, GError **error)
{
  g_autofree char *marks =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", APPLICATION_ID, VERSION);

  return ter_sqlite_exec (self->db, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", error) &&
         ter_sqlite_exec (self->db, schema, error) && ter_sqlite_exec (self->db, marks, error);
}

static TerCatalogue *
open_or_make (const char *path, GError **error)
{
  g_autoptr (TerCatalogue) self = g_new0 (TerCatalogue, 1);
  gint64 n_tables;

  self->db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (self->db == NULL || !set_up (self, error) ||
      !ter_sqlite_get_integer (self->db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return NULL;
  if (n_tables == 0 ? !make_schema (self, error) : !is_current (self, error))
    return NULL;
  /* A whole pack is one transaction: what does not fit is written twice. */
  if (!ter_sqlite_exec (self->db, "PRAGMA cache_size = -" G_STRINGIFY (WRITER_CACHE_KIB), error))
    return NULL;
  return g_steal_pointer (&self);
}

TerCatalogue *
ter_catalogue_open_to_write (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  TerCatalogue *self;

  g_mkdir_with_parents (folder, 0700);
  self = open_or_make (path, &local_error);
  if (self != NULL)
    return self;

  g_info ("The index is made anew: %s", local_error->message);
  ter_catalogue_delete (path);
  return open_or_make (path, error);
}

void
ter_catalogue_free (TerCatalogue *self)
{
  for (guint i = 0; i < TER_N_QUERIES; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close (self->db);
  g_free (self);
}

void
ter_catalogue_delete (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

sqlite3 *
ter_catalogue_get_db (TerCatalogue *self)
{
  return self->db;
}

sqlite3_stmt *
ter_catalogue_query (TerCatalogue *self, TerQuery query, GError **error)
{
  if (self->statements[query] == NULL)
    self->statements[query] = ter_sqlite_prepare (self->db, queries[query], error);
  if (self->statements[query] == NULL)
    return NULL;
  sqlite3_reset (self->statements[query]);
  sqlite3_clear_bindings (self->statements[query]);
  return self->statements[query];
}

void
ter_catalogue_end_reading (TerCatalogue *self)
{
  for (guint i = 0; i < TER_N_QUERIES; i++)
    sqlite3_reset (self->statements[i]);
  if (!sqlite3_get_autocommit (self->db))
    ter_sqlite_exec (self->db, "ROLLBACK", NULL);
}
