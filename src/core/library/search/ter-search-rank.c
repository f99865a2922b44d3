/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-rank.h"

#define HEAD_COLUMN 0
#define HEAD_WEIGHT 12
#define MAX_BODY_HITS 5
#define EARLY_WORDS 50
#define MAX_WORDS 64

/* For each word of the query: much for the head (title and summary), a little for each hit in the body up to a few, and
 * one for a hit in its first words. */
static void
rank_row (const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int n_values, sqlite3_value **values)
{
  guint body_hits[MAX_WORDS] = { 0 };
  gboolean in_head[MAX_WORDS] = { FALSE };
  int n_hits = 0;
  int score = 0;

  if (api->xInstCount (context, &n_hits) != SQLITE_OK)
    n_hits = 0;
  for (int i = 0; i < n_hits; i++)
    {
      int word, column, offset;

      if (api->xInst (context, i, &word, &column, &offset) != SQLITE_OK || word >= MAX_WORDS)
        break;
      if (column == HEAD_COLUMN)
        {
          score += in_head[word] ? 1 : HEAD_WEIGHT;
          in_head[word] = TRUE;
        }
      else if (body_hits[word]++ < MAX_BODY_HITS)
        {
          score += offset < EARLY_WORDS && body_hits[word] == 1 ? 2 : 1;
        }
    }
  sqlite3_result_int (result, score);
}

static fts5_api *
get_fts5 (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (db, "SELECT fts5(?1)", error);
  fts5_api *api = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  ter_sqlite_step (statement, error);
  return api;
}

gboolean
ter_search_rank_register (sqlite3 *db, GError **error)
{
  fts5_api *api = get_fts5 (db, error);

  if (api == NULL)
    return FALSE;
  return api->xCreateFunction (api, "ter_rank", NULL, rank_row, NULL) == SQLITE_OK;
}
