/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "library-fixture.h"

static const char entries[] =
  "{\"id\": \"webinaire\", \"kind\": \"webinar\", \"title\": \"L’ODD 17 en pratique\", \"summary\": \"Premier webinaire de l’année.\","
  " \"start\": \"2020-05-28T13:00\", \"timezone\": \"Europe/Paris\", \"speakers\": [{\"name\": \"Zoé Maçon\", \"role\": \"élue\"}]},"
  "{\"id\": \"tiers-lieu\", \"kind\": \"example\", \"title\": \"Un tiers-lieu à L’Haÿ-les-Roses\","
  " \"body\": \"Le **cœur** du [projet](https://exemple.org/adresse) : une œuvre d’éducation populaire.\", \"tags\": [\"theme:mobilite\"]},"
  "{\"id\": \"mobilite\", \"kind\": \"theme\", \"title\": \"Mobilité\", \"title@en\": \"Getting around\", \"summary\": \"Aller et venir.\"},"
  "{\"id\": \"mobilites\", \"kind\": \"document\", \"documentType\": \"reference\", \"title\": \"Les mobilités rurales\"},"
  "{\"id\": \"eau\", \"kind\": \"example\", \"title\": \"Gestion\", \"body\": \"De l’eau, encore de l’eau, toujours de l’eau.\"},"
  "{\"id\": \"une-eau\", \"kind\": \"theme\", \"title\": \"Autre\", \"body\": \"Un mot sur l’eau.\"},"
  "{\"id\": \"long\", \"kind\": \"page\", \"title\": \"Texte long\", \"title@en\": \"Long text\", \"bodyPath\": \"content/long.md\"}";

static const char vocabularies[] =
  "[{\"id\": \"theme\", \"title\": \"Thème\", \"terms\": [{\"id\": \"mobilite\", \"title\": \"Transports\", \"title@en\": \"Transportation\"}]}]";

static const char long_text[] =
  "# Un titre\n\nUne phrase qui précède de loin ce que l’on cherche, puis une autre encore qui ne dit rien de plus, et enfin le mot "
  "*coopératives* d’intérêt collectif, qui est suivi de bien d’autres mots pour que l’extrait ait une fin avant celle du texte lui-même.\n";

static void
fill (PackFixture *pack)
{
  pack_fixture_add (pack, "content/vocabularies.json", "vocabularies", vocabularies, NULL);
  pack_fixture_add (pack, "content/long.md", "text", long_text, NULL);
  pack_fixture_entries (pack, entries);
}

static void
set_up (LibraryFixture *self, gconstpointer language)
{
  library_fixture_set_up (self, fill, language);
}

static void
test_words_are_found_however_they_are_written (LibraryFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *ids;
  } cases[] = {
    { "odd 17", "webinaire" },
    { "l'odd", "webinaire" },
    { "ODD17", "" },
    { "annee", "webinaire" },
    { "l’Année", "webinaire" },
    { "zoe macon", "webinaire" },
    { "élue", "webinaire" },
    { "hay les roses", "tiers-lieu" },
    { "L'HAŸ-LES-ROSES", "tiers-lieu" },
    { "tiers lieu", "tiers-lieu" },
    { "tiers‑lieu", "tiers-lieu" },
    { "coeur", "tiers-lieu" },
    { "CŒUR", "tiers-lieu" },
    { "œuvre éducation", "tiers-lieu" },
    { "education tiers", "tiers-lieu" }, /* one in the title, one in the text, in any order */
    { "transports", "tiers-lieu" },      /* by the title of a tag */
    { "cooperatives", "long" },          /* in a file */
    { "coopera", "long" },
    { "cooperative ", "" },               /* a space: the word is finished */
    { "adresse", "" },                    /* addresses are not searched */
    { "mobilite", "mobilite mobilites" }, /* as it is written first */
    { "mobilites", "mobilites" },
    { "eau", "eau une-eau" }, /* the one that says it most */
    { "ea", "" },             /* too short for texts */
    { "m", "mobilite mobilites" },
    { "getting", "" }, /* not shown in French */
    { "inconnu", "" },
    { "mobilite inconnu", "" },
    { "", "" },
    { "   ", "" },
    { "« ’ » ! * \" ( ) OR AND NOT NEAR ^ : -", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_total;
      g_autofree char *ids = fixture_hit_ids (fixture_search (self->library, cases[i].text, 50, &n_total));

      g_test_message ("“%s”: %s", cases[i].text, ids);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_both_languages_are_searched (LibraryFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *ids;
  } cases[] = {
    { "getting around", "mobilite" }, { "mobilité", "mobilite mobilites" }, { "long text", "long" },
    { "coopératives", "long" },       { "venir getting", "mobilite" }, /* what is not translated is shown, and found, with what is */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = fixture_hit_ids (fixture_search (self->library, cases[i].text, 50, NULL));

      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_the_total_counts_beyond_the_limit (LibraryFixture *self, gconstpointer data)
{
  guint n_total = 0;
  g_autoptr (GPtrArray) hits = fixture_search (self->library, "eau", 1, &n_total);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (n_total, ==, 2);
  none = fixture_search (self->library, "eau", 0, &n_total);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (n_total, ==, 2);
}

static void
test_snippets_show_the_hit_in_plain_text (LibraryFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text, *part;
  } cases[] = {
    { "coeur", "Le cœur du projet : une œuvre" },
    { "cooperatives", "coopératives d’intérêt collectif" },
    { "zoe", "Zoé Maçon" },
    { "odd", "Premier webinaire de l’année." }, /* the title is shown anyway */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = fixture_search (self->library, cases[i].text, 50, NULL);
      TerSearchHit *hit;

      g_assert_cmpuint (hits->len, ==, 1);
      hit = g_ptr_array_index (hits, 0);
      g_test_message ("%s", hit->snippet);
      g_assert_nonnull (strstr (hit->snippet, cases[i].part));
      g_assert_null (strchr (hit->snippet, '\n'));
      g_assert_cmpuint (strlen (hit->snippet), <, 250);
    }
}

static void
test_a_very_long_query_is_answered (LibraryFixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "eau ");
  hits = fixture_search (self->library, text->str, 50, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_library_search_finish (TER_LIBRARY (source), result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ++*(guint *) user_data;
}

/* As somebody types: each keystroke cancels the search before it, and the last one answers. */
static void
test_stale_searches_are_dropped (LibraryFixture *self, gconstpointer data)
{
  guint n_cancelled = 0;
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      ter_library_search_async (self->library, "mobilite", 50, cancellable, cancelled_cb, &n_cancelled);
      g_cancellable_cancel (cancellable);
    }
  ids = fixture_hit_ids (fixture_search (self->library, "coeur", 50, NULL));
  g_assert_cmpstr (ids, ==, "tiers-lieu");
  while (n_cancelled < 50)
    g_main_context_iteration (NULL, TRUE);
}

/* 400 entries in two languages: 800 rows, of which one language counts. */
static void
test_the_total_is_exact_up_to_five_hundred (LibraryFixture *self, gconstpointer data)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  guint n_total;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"e-%u\", \"kind\": \"page\", \"title\": \"Horizon %u\", \"title@en\": \"Horizon %u\","
                            " \"body\": \"Vers l’horizon.\", \"body@en\": \"To the horizon.\"}",
                            i > 0 ? "," : "", i, i, i);
  library_fixture_add_pack (self, "grand", json->str);
  hits = fixture_search (self->library, "horizon", 50, &n_total);
  g_assert_cmpuint (hits->len, ==, 50);
  g_assert_cmpuint (n_total, ==, 400);
}

/* Written the other way round, so that another order would show; each with what some kind must have. */
static void
test_equal_hits_stand_in_the_order_of_their_kinds (LibraryFixture *self, gconstpointer data)
{
  static const char *const kinds[] = {
    "organisation", "example", "webinar", "kit", "dashboard", "document", "goal", "page", "theme"
  };
  g_autoptr (GString) json = g_string_new ("{\"id\": \"a-carousel\", \"kind\": \"carousel\", \"title\": \"Boussole\"}");
  g_autofree char *ids = NULL;
  guint n_total;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (json,
                            ", {\"id\": \"a-%s\", \"kind\": \"%s\", \"title\": \"Boussole\","
                            " \"start\": \"2026\", \"documentType\": \"method\", \"groups\": []}",
                            kinds[i], kinds[i]);
  library_fixture_add_pack (self, "rangs", json->str);
  ids = fixture_hit_ids (fixture_search (self->library, "boussole", 50, &n_total));
  g_assert_cmpstr (ids, ==, "a-theme a-page a-goal a-document a-dashboard a-kit a-webinar a-example a-organisation a-carousel");
}

#define ADD(name, language, function) \
  g_test_add ("/search/" name, LibraryFixture, language, set_up, function, library_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words-are-found-however-they-are-written", "fr", test_words_are_found_however_they_are_written);
  ADD ("both-languages-are-searched", "en", test_both_languages_are_searched);
  ADD ("the-total-counts-beyond-the-limit", "fr", test_the_total_counts_beyond_the_limit);
  ADD ("the-total-is-exact-up-to-five-hundred", "fr", test_the_total_is_exact_up_to_five_hundred);
  ADD ("snippets-show-the-hit-in-plain-text", "fr", test_snippets_show_the_hit_in_plain_text);
  ADD ("equal-hits-stand-in-the-order-of-their-kinds", "fr", test_equal_hits_stand_in_the_order_of_their_kinds);
  ADD ("a-very-long-query-is-answered", "fr", test_a_very_long_query_is_answered);
  ADD ("stale-searches-are-dropped", "fr", test_stale_searches_are_dropped);
  return g_test_run ();
}
