/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-rank.h"

typedef struct
{
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->db = ter_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (ter_search_rank_register (self->db, &error));
  g_assert_no_error (error);
  /* As the index has it. */
  ter_sqlite_exec (self->db, "CREATE VIRTUAL TABLE t USING fts5 (head, body, content='', contentless_delete=1, tokenize='ascii')",
                   &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sqlite3_close (self->db);
}

static int
rank (Fixture *self, const char *head, const char *body, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) insert = ter_sqlite_prepare (self->db, "INSERT INTO t (rowid, head, body) VALUES (1, ?1, ?2)", &error);
  g_autoptr (sqlite3_stmt) select = ter_sqlite_prepare (self->db, "SELECT ter_rank (t) FROM t WHERE t MATCH ?1", &error);
  int found = -1;

  ter_sqlite_exec (self->db, "DELETE FROM t", &error);
  ter_sqlite_bind_text (insert, 1, head);
  ter_sqlite_bind_text (insert, 2, body);
  ter_sqlite_run (insert, &error);
  ter_sqlite_bind_text (select, 1, query);
  if (ter_sqlite_step (select, &error))
    found = sqlite3_column_int (select, 0);
  g_assert_no_error (error);
  return found;
}

#define TEN "a a a a a a a a a a "
#define FIFTY TEN TEN TEN TEN TEN

static void
each_hit_has_its_weight (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *head, *body, *query;
    int rank;
  } cases[] = {
    { "eau", "", "eau", 12 },        /* a word of the head */
    { "eau eau", "", "eau", 13 },    /* again: little more */
    { "", "eau", "eau", 2 },         /* early in the body */
    { "", FIFTY "eau", "eau", 1 },   /* late */
    { "", "eau eau eau", "eau", 4 }, /* only the first is early */
    { "eau", "eau", "eau", 14 },
    { "eau", "air", "eau air", 14 }, /* two words: each has its own */
    { "eau air", "", "eau air", 24 },
    { "", "air", "eau", -1 },                                    /* no row */
    { "", "eau eau eau eau eau eau eau eau eau eau", "eau", 6 }, /* five hits and no more */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s | %s | %s", cases[i].head, cases[i].body, cases[i].query);
      g_assert_cmpint (rank (self, cases[i].head, cases[i].body, cases[i].query), ==, cases[i].rank);
    }
}

/* It remembers 64 words of a query: those behind count for nothing, and nothing is written beyond. */
static void
a_query_may_have_more_words_than_are_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) query = g_string_new (NULL), head = g_string_new (NULL);

  for (int i = 0; i < 100; i++)
    {
      g_string_append_printf (head, "w%d ", i);
      g_string_append_printf (query, "w%d ", i);
    }
  g_assert_cmpint (rank (self, head->str, "", query->str), ==, 64 * 12);
}

static void
without_full_text_search_it_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = ter_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  /* A function of the same name that gives nothing. */
  g_assert_cmpint (sqlite3_create_function (db, "fts5", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (ter_search_rank_register (db, &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-rank/each-hit-has-its-weight", Fixture, NULL, set_up, each_hit_has_its_weight, tear_down);
  g_test_add ("/search-rank/a-query-may-have-more-words-than-are-remembered", Fixture, NULL, set_up,
              a_query_may_have_more_words_than_are_remembered, tear_down);
  g_test_add_func ("/search-rank/without-full-text-search-it-is-an-error", without_full_text_search_it_is_an_error);
  return g_test_run ();
}
