/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"

G_BEGIN_DECLS

/* One connection to the index: its schema and its statements. The file is a cache that can be deleted at any time.
 * A connection belongs to one thread at a time.
 *
 * Numbers in it: a pack has a number that is never given twice; an entry's is its pack's and its place in the files; a
 * document's, which is an entry in one language, is the entry's and the language's place in the manifest. */
typedef struct _TerCatalogue TerCatalogue;

#define TER_CATALOGUE_MAX_ENTRIES (1 << 24) /* of one pack */
#define TER_CATALOGUE_MAX_LANGUAGES 8       /* of one pack, in the search */

#define ter_catalogue_entry(pack, position) (((gint64) (pack) << 24) | (gint64) (position))
#define ter_catalogue_document(entry, language) (((gint64) (entry) << 3) | (gint64) (language))
#define ter_catalogue_document_entry(document) ((gint64) (document) >> 3)
#define ter_catalogue_document_language(document) ((guint) ((document) & 7))
#define ter_catalogue_entry_pack(entry) ((gint64) (entry) >> 24)
/* In the index of titles a document's row number begins with its kind's rank, so that the rows come best first. */
#define ter_catalogue_ranked(rank, document) (((gint64) (rank) << 58) | (gint64) (document))
#define ter_catalogue_unranked(ranked) ((gint64) (ranked) & ((G_GINT64_CONSTANT (1) << 58) - 1))

typedef enum
{
  TER_QUERY_PACKS,
  TER_QUERY_ISSUES,
  TER_QUERY_ENTRY,
  TER_QUERY_SECTION,
  TER_QUERY_KIND,
  TER_QUERY_TAGGED,
  TER_QUERY_REFERRING,
  TER_QUERY_SECTION_OF,
  TER_QUERY_FILE,
  TER_QUERY_COLUMNS,
  TER_QUERY_FILE_OF_COLUMNS,
  TER_QUERY_TERRITORY,
  TER_QUERY_TERRITORIES_WITHIN,
  TER_QUERY_COUNT_TERRITORIES,
  TER_QUERY_TERRITORIES_FIND,
  TER_QUERY_ABOUT,
  TER_QUERY_RECORD,
  TER_QUERY_TITLE,
  TER_QUERY_PREFIX_COST,
  TER_QUERY_PREFIX_WORDS,
  TER_QUERY_TITLES_MATCHING,
  TER_QUERY_TEXTS_MATCHING,
  TER_N_QUERIES
} TerQuery;

/* Opens an index that exists, to read. G_IO_ERROR_NOT_FOUND: there is none; INVALID_DATA: damaged or of another version. */
TerCatalogue *ter_catalogue_open_to_read (const char *path, GError **error);
/* Opens the index to write; makes it, anew when it is damaged or of another version. */
TerCatalogue *ter_catalogue_open_to_write (const char *path, GError **error);
void ter_catalogue_free (TerCatalogue *self);
/* Deletes the index's files. */
void ter_catalogue_delete (const char *path);

/* (transfer none): the connection itself, for what is written or read once; repeated questions are ter_catalogue_query()'s. */
sqlite3 *ter_catalogue_get_db (TerCatalogue *self);
/* (transfer none) (nullable): a statement, prepared at its first use, reset, without values. */
sqlite3_stmt *ter_catalogue_query (TerCatalogue *self, TerQuery query, GError **error);
/* Ends what a search left half-way: statements, as SQLite forgets an interruption only when none is running any more, and the transaction. */
void ter_catalogue_end_reading (TerCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerCatalogue, ter_catalogue_free)

G_END_DECLS
