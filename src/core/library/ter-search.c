/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search.h"

#include <string.h>

#include "ter-fold.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-record.h"
#include "ter-search-text.h"
#include "ter-snippet.h"

/* How many entries of each index are looked at, and rows, which may be in a language that is not shown: what a query costs does not grow
 * with the library. Both are answered in an order that is useful as it is, so that what lies beyond is the least interesting. */
#define MAX_TITLES 500
#define MAX_TEXTS 500
#define MAX_ROWS 2000
#define MAX_WORDS 16
/* Below, the words that begin so are too many to be of use in a text: only titles are searched for beginnings. */
#define MIN_TEXT_PREFIX 3
/* A beginning that so many rows hold is searched by its most frequent words alone: to merge the rows of all its words takes longer
 * than one can wait between two letters. Below, all words count. */
#define MAX_PREFIX_ROWS 10000
#define MAX_PREFIX_WORDS 24

struct _TerSearch
{
  GMutex mutex;
  char *path;
  TerCatalogue *catalogue; /* nullable */
};

typedef struct
{
  GHashTable *packs; /* number → TerPack */
  GStrv words;       /* folded */
  gboolean is_prefix;
  char *folded;     /* all words */
  GHashTable *seen; /* entries found, for the total and against doubles */
} Query;

/* An entry that matches. */
typedef struct
{
  gint64 entry;
  int score;
} Candidate;

static void
query_clear (Query *query)
{
  g_strfreev (query->words);
  g_free (query->folded);
  g_hash_table_unref (query->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
hit_free (gpointer data)
{
  TerSearchHit *hit = data;

  g_clear_object (&hit->entry);
  g_free (hit->snippet);
  g_free (hit);
}

TerSearch *
ter_search_new (const char *path)
{
  TerSearch *self = g_new0 (TerSearch, 1);

  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  return self;
}

void
ter_search_free (TerSearch *self)
{
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

void
ter_search_close (TerSearch *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  g_mutex_unlock (&self->mutex);
}

void
ter_search_set_path (TerSearch *self, const char *path)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  g_set_str (&self->path, path);
  g_mutex_unlock (&self->mutex);
}

static gint64 *
dup_number (gint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

static void
query_init (Query *query, GHashTable *packs, const char *text)
{
  query->packs = packs;
  query->seen = g_hash_table_new_full (ter_hash_int64, g_int64_equal, g_free, NULL);
  query->folded = ter_fold (text);
  query->words = g_strsplit (query->folded, " ", MAX_WORDS + 1);
  if (g_strv_length (query->words) > MAX_WORDS)
    g_clear_pointer (&query->words[MAX_WORDS], g_free);
  /* A space after the last word says that it is finished. */
  query->is_prefix = *text != '\0' && !g_ascii_isspace (text[strlen (text) - 1]);
}

static void
append_word (GString *match, const char *word)
{
  /* Folded words hold letters and digits alone, so that quotes are enough. */
  g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " " : "", word);
}

/* (transfer full): the first text that does not begin with @prefix any more. */
static char *
dup_prefix_end (const char *prefix)
{
  return g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
}

static sqlite3_stmt *
bind_prefix (TerSearch *self, TerQuery query, const char *prefix, const char *end)
{
  sqlite3_stmt *statement = ter_catalogue_query (self->catalogue, query, NULL);

  if (statement == NULL)
    return NULL;
  ter_sqlite_bind_text (statement, 1, prefix);
  ter_sqlite_bind_text (statement, 2, end);
  return statement;
}

static gboolean
is_costly (TerSearch *self, const char *prefix, const char *end)
{
  sqlite3_stmt *statement = bind_prefix (self, TER_QUERY_PREFIX_COST, prefix, end);
  gboolean costly;

  costly = statement != NULL && ter_sqlite_step (statement, NULL) && sqlite3_column_int64 (statement, 0) > MAX_PREFIX_ROWS;
  sqlite3_reset (statement);
  return costly;
}

/* The words that begin with @prefix, or the most frequent of them. */
static void
append_prefix (TerSearch *self, GString *match, const char *prefix)
{
  g_autofree char *end = dup_prefix_end (prefix);
  g_autoptr (GString) words = NULL;
  sqlite3_stmt *statement;

  if (!is_costly (self, prefix, end))
    {
      append_word (match, prefix);
      g_string_append (match, " *");
      return;
    }
  words = g_string_new (NULL);
  statement = bind_prefix (self, TER_QUERY_PREFIX_WORDS, prefix, end);
  if (statement != NULL)
    sqlite3_bind_int (statement, 3, MAX_PREFIX_WORDS);
  while (statement != NULL && ter_sqlite_step (statement, NULL))
    g_string_append_printf (words, "%s\"%s\"", words->len > 0 ? " OR " : "", ter_sqlite_column_text (statement, 0));
  g_string_append_printf (match, "%s(%s)", match->len > 0 ? " AND " : "", words->str);
}

/* (transfer full): the query in FTS5's words, for titles. */
static char *
make_title_match (Query *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; query->words[i] != NULL; i++)
    append_word (match, query->words[i]);
  if (query->is_prefix)
    g_string_append (match, " *");
  return g_string_free_and_steal (match);
}

/* (transfer full): the same for texts. */
static char *
make_text_match (TerSearch *self, Query *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; query->words[i] != NULL; i++)
    {
      const gboolean last = query->words[i + 1] == NULL;

      if (last && query->is_prefix && g_utf8_strlen (query->words[i], -1) >= MIN_TEXT_PREFIX)
        append_prefix (self, match, query->words[i]);
      else
        append_word (match, query->words[i]);
    }
  return g_string_free_and_steal (match);
}

/* Whether a document is of a pack that is searched, in the language shown or the default one. */
static gboolean
is_wanted (Query *query, gint64 document)
{
  const gint64 number = ter_catalogue_entry_pack (ter_catalogue_document_entry (document));
  const guint language = ter_catalogue_document_language (document);
  TerPack *pack = g_hash_table_lookup (query->packs, &number);
  JsonArray *languages;

  if (pack == NULL || language == 0)
    return pack != NULL;
  languages = ter_json_get_array (ter_pack_get_manifest (pack), "languages");
  return language < ter_json_array_length (languages) &&
         g_strcmp0 (ter_json_array_string (languages, language), ter_pack_get_language (pack)) == 0;
}

/* Whether the entry was not found before. */
static gboolean
remember (Query *query, gint64 entry)
{
  return g_hash_table_add (query->seen, dup_number (entry));
}

/* How well a title answers: as it was typed, from its beginning, with whole words. */
static int
score_title (Query *query, const char *title)
{
  const gsize length = strlen (query->folded);
  int score = 0;

  if (g_str_has_prefix (title, query->folded))
    score += title[length] == '\0' ? 8 : title[length] == ' ' ? 6 : 4;
  for (guint i = 0; query->words[i] != NULL; i++)
    {
      const char *at = strstr (title, query->words[i]);
      const gsize n = strlen (query->words[i]);

      for (; at != NULL; at = strstr (at + 1, query->words[i]))
        if ((at == title || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
          {
            score += 1;
            break;
          }
    }
  return score;
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ((const Candidate *) b)->score - ((const Candidate *) a)->score;
}

/* Stable: equal scores stay in the order of the index. */
static void
sort_candidates (GArray *candidates)
{
  g_sort_array (candidates->data, candidates->len, sizeof (Candidate), compare_candidates, NULL);
}

static gboolean
add_title (TerSearch *self, Query *query, gint64 document, GArray *found, GError **error)
{
  sqlite3_stmt *statement = ter_catalogue_query (self->catalogue, TER_QUERY_TITLE, error);
  Candidate candidate = { ter_catalogue_document_entry (document), 0 };

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, document);
  if (ter_sqlite_step (statement, error))
    candidate.score = score_title (query, ter_sqlite_column_text (statement, 0));
  sqlite3_reset (statement);
  g_array_append_val (found, candidate);
  return TRUE;
}

static gboolean
find_titles (TerSearch *self, Query *query, GArray *found, GError **error)
{
  sqlite3_stmt *statement = ter_catalogue_query (self->catalogue, TER_QUERY_TITLES_MATCHING, error);
  g_autofree char *match = make_title_match (query);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  ter_sqlite_bind_text (statement, 1, match);
  for (guint i = 0; i < MAX_ROWS && found->len < MAX_TITLES && ter_sqlite_step (statement, &local_error); i++)
    {
      const gint64 document = ter_catalogue_unranked (sqlite3_column_int64 (statement, 0));

      if (is_wanted (query, document) && remember (query, ter_catalogue_document_entry (document)) &&
          !add_title (self, query, document, found, &local_error))
        break;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  sort_candidates (found);
  return TRUE;
}

static gboolean
find_texts (TerSearch *self, Query *query, GArray *found, GError **error)
{
  sqlite3_stmt *statement = ter_catalogue_query (self->catalogue, TER_QUERY_TEXTS_MATCHING, error);
  g_autofree char *match = make_text_match (self, query);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  ter_sqlite_bind_text (statement, 1, match);
  for (guint i = 0, n = 0; i < MAX_ROWS && n < MAX_TEXTS && ter_sqlite_step (statement, &local_error); i++)
    {
      const gint64 document = sqlite3_column_int64 (statement, 0);
      const Candidate candidate = { ter_catalogue_document_entry (document), sqlite3_column_int (statement, 1) };

      if (!is_wanted (query, document))
        continue;
      n++;
      if (remember (query, candidate.entry))
        g_array_append_val (found, candidate);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  sort_candidates (found);
  return TRUE;
}

typedef struct
{
  TerSearch *search;
  Query *query;
  gint64 number;
  GString *plain;
  TerSearchPart part; /* where @snippet comes from */
  char *snippet;
} SnippetWalk;

static void
append_file (SnippetWalk *walk, const char *path)
{
  sqlite3_stmt *statement = ter_catalogue_query (walk->search->catalogue, TER_QUERY_FILE, NULL);

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, walk->number);
  ter_sqlite_bind_text (statement, 2, path);
  if (ter_sqlite_step (statement, NULL))
    ter_search_text_append_plain (walk->plain, (const char *) sqlite3_column_blob (statement, 0),
                                  sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* Takes a passage that holds a word of the query, from the summary rather than from the body or elsewhere. The title is shown anyway;
 * a tag would say nothing more. */
static void
look_for_snippet_cb (TerSearchPart part, const char *text, gpointer user_data)
{
  SnippetWalk *walk = user_data;
  char *snippet;

  if (part == TER_SEARCH_TITLE || part >= walk->part)
    return;
  g_string_truncate (walk->plain, 0);
  if (part == TER_SEARCH_BODY_PATH)
    append_file (walk, text);
  else
    ter_search_text_append_plain (walk->plain, text, strlen (text));
  snippet = ter_snippet_make (walk->plain->str, (const char *const *) walk->query->words, walk->query->is_prefix);
  if (snippet == NULL)
    return;
  g_free (walk->snippet);
  walk->snippet = snippet;
  walk->part = part;
}

static char *
make_snippet (TerSearch *self, Query *query, gint64 number, TerEntry *entry)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  SnippetWalk walk = { self, query, number, plain, TER_SEARCH_TAG, NULL };

  ter_search_text_foreach (ter_entry_get_pack (entry), ter_entry_get_object (entry), look_for_snippet_cb, &walk);
  if (walk.snippet != NULL)
    return walk.snippet;
  return ter_snippet_make_start (ter_entry_get_summary (entry));
}

/* (nullable): a record of the index as a JSON object. */
static JsonObject *
read_record (TerSearch *self, gint64 entry, GError **error)
{
  sqlite3_stmt *statement = ter_catalogue_query (self->catalogue, TER_QUERY_RECORD, error);
  g_autoptr (GError) local_error = NULL;
  JsonObject *object = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, entry);
  if (ter_sqlite_step (statement, &local_error))
    object = ter_record_parse (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0), &local_error);
  else if (local_error == NULL)
    local_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The index names an entry that it does not hold");
  sqlite3_reset (statement);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return object;
}

/* Turns candidates into hits, until there are @limit of them. */
static gboolean
add_hits (TerSearch *self, Query *query, GArray *candidates, guint limit, GPtrArray *hits, GError **error)
{
  for (guint i = 0; i < candidates->len && hits->len < limit; i++)
    {
      const gint64 entry = g_array_index (candidates, Candidate, i).entry;
      const gint64 number = ter_catalogue_entry_pack (entry);
      g_autoptr (JsonObject) object = read_record (self, entry, error);
      TerSearchHit *hit;

      if (object == NULL)
        return FALSE;
      hit = g_new0 (TerSearchHit, 1);
      hit->entry = ter_entry_new (g_hash_table_lookup (query->packs, &number), object);
      hit->snippet = make_snippet (self, query, number, hit->entry);
      g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

static GPtrArray *
run_locked (TerSearch *self, Query *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (!find_titles (self, query, titles, error) || !find_texts (self, query, texts, error))
    return NULL;
  if (!add_hits (self, query, titles, limit, hits, error) || !add_hits (self, query, texts, limit, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}

static void
interrupt_cb (GCancellable *cancellable, gpointer user_data)
{
  sqlite3_interrupt (user_data);
}

GPtrArray *
ter_search_run (TerSearch *self, GHashTable *packs, const char *text, guint limit, guint *n_total, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_auto (Query) query = { 0 };
  GPtrArray *hits = NULL;
  gulong handler = 0;

  *n_total = 0;
  query_init (&query, packs, text);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (query.words[0] == NULL || g_hash_table_size (packs) == 0)
    return g_ptr_array_new_with_free_func (hit_free);
  if (self->catalogue == NULL)
    self->catalogue = ter_catalogue_open_to_read (self->path, error);
  if (self->catalogue == NULL)
    return NULL;

  /* Connected under the lock, so that a search never interrupts another one. */
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), ter_catalogue_get_db (self->catalogue), NULL);
  /* All of a search sees the index at one moment, even while a refresh writes it. */
  if (ter_sqlite_exec (ter_catalogue_get_db (self->catalogue), "BEGIN", error))
    hits = run_locked (self, &query, limit, error);
  g_cancellable_disconnect (cancellable, handler);
  /* From here on nothing can be interrupted. */
  ter_catalogue_end_reading (self->catalogue);
  *n_total = g_hash_table_size (query.seen);
  return hits;
}
