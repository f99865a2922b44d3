/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-example-filter.h"
#include "../pack-files.h"

static const char manifest[] =
  "{'name': 'essai', 'title': 'Essai', 'version': '1.0.0', 'languages': ['fr'], 'format': [1, 0], 'sections': [], 'resources': []}";

static const char vocabularies[] =
  "[{'id': 'odd', 'title': 'Objectifs', 'terms': [{'id': '4', 'title': 'Éducation'}, {'id': '8', 'title': 'Travail'}, {'id': '17', 'title': 'Partenariats'}]},"
  " {'id': 'field', 'title': 'Domaine', 'terms': [{'id': 'eau', 'title': 'Eau'}, {'id': 'culture', 'title': 'Culture'}]}]";

static const char examples[] =
  "[{'id': 'a', 'kind': 'example', 'title': 'Écoles ouvertes', 'summary': 'À Lille', 'tags': ['odd:4', 'field:culture'], 'territories': ['departement:59']},"
  " {'id': 'b', 'kind': 'example', 'title': 'Atelier d’Étampes', 'tags': ['odd:4', 'odd:8'], 'territories': ['commune:91223'], 'place': 'Étampes', 'actors': ['lycées']},"
  " {'id': 'c', 'kind': 'example', 'title': 'Rivière propre', 'tags': ['odd:8', 'field:eau'], 'territories': ['departement:62', 'departement:59']},"
  " {'id': 'd', 'kind': 'example', 'title': 'Zone sans lieu', 'tags': ['odd:inconnu']}]";

static char *
name (const char *territory, gpointer user_data)
{
  if (g_str_equal (territory, "departement:59"))
    return g_strdup ("Nord");
  if (g_str_equal (territory, "departement:62"))
    return g_strdup ("Pas-de-Calais");
  if (g_str_equal (territory, "region:32"))
    return g_strdup ("Hauts-de-France");
  return NULL;
}

static char *
parent (const char *territory, gpointer user_data)
{
  if (g_str_equal (territory, "commune:91223"))
    return g_strdup ("departement:91");
  if (g_str_equal (territory, "departement:91"))
    return g_strdup ("region:11");
  if (g_str_has_prefix (territory, "departement:"))
    return g_strdup ("region:32");
  return NULL;
}

static char *
loop (const char *territory, gpointer user_data)
{
  return g_strdup (territory);
}

static JsonNode *
parse (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  JsonNode *node = json_from_string (g_strdelimit (copy, "'", '"'), NULL);

  g_assert_nonnull (node);
  return node;
}

static TerExampleIndex *
make_index_with (TerTerritoryFunc parent_func)
{
  static const char *const facets[] = { TER_FACET_REGION, TER_FACET_DEPARTEMENT, "odd", "field", NULL };
  g_autoptr (JsonNode) root = parse (manifest);
  g_autoptr (JsonNode) words = parse (vocabularies);
  g_autoptr (JsonNode) list = parse (examples);
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerPack) pack = ter_pack_new (fixture_files (folder), json_node_get_object (root), json_node_get_array (words), "fr");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    g_ptr_array_add (entries, ter_entry_new (pack, json_array_get_object_element (json_node_get_array (list), i)));
  return ter_example_index_new (pack, entries, facets, name, parent_func, NULL);
}

static TerExampleIndex *
make_index (void)
{
  return make_index_with (parent);
}

/* "a c": the ids of the entries shown. */
static char *
shown (TerExampleFilter *filter)
{
  g_autoptr (TerExampleIndex) index = make_index ();
  g_autoptr (TerExampleView) view = ter_example_filter_apply (filter, index);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < view->entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ter_entry_get_id (view->entries->pdata[i]));
  return g_string_free (ids, FALSE);
}

/* "Nord 2, Pas-de-Calais 1*": the choices of a facet, with a star when active. */
static char *
choices (TerExampleFilter *filter, guint facet)
{
  g_autoptr (TerExampleIndex) index = make_index ();
  g_autoptr (TerExampleView) view = ter_example_filter_apply (filter, index);
  GPtrArray *list = ((TerExampleFacet *) view->facets->pdata[facet])->choices;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TerExampleChoice *choice = list->pdata[i];

      g_string_append_printf (text, "%s%s %u%s", i > 0 ? ", " : "", choice->title, choice->count, choice->active ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

/* Applies transitions: "odd=4" toggles, "?text" searches. */
static TerExampleFilter *
filter_for (const char *steps)
{
  g_auto (GStrv) parts = g_strsplit (steps, " | ", -1);
  g_autoptr (TerExampleFilter) filter = ter_example_filter_new ();

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_autoptr (TerExampleFilter) before = g_steal_pointer (&filter);
      char *equals = strchr (parts[i], '=');

      if (*parts[i] == '?')
        filter = ter_example_filter_with_text (before, parts[i] + 1);
      else
        {
          *equals = '\0';
          filter = ter_example_filter_toggle (before, parts[i], equals + 1);
        }
    }
  return g_steal_pointer (&filter);
}

static void
test_facets_restrict_and_their_values_add (void)
{
  static const struct
  {
    const char *steps;
    const char *ids;
  } cases[] = {
    { "", "a b c d" },
    { "odd=4", "a b" },
    { "odd=4 | odd=8", "a b c" },
    { "odd=4 | field=culture", "a" },
    { "odd=4 | field=culture | field=eau", "a" },
    { "odd=8 | field=culture", "" },
    { "odd=4 | odd=4", "a b c d" },
    { "region=region:32", "a c" },
    { "region=region:11", "b" },
    { "departement=departement:91", "b" },
    { "region=region:32 | departement=departement:62", "c" },
    { "odd=inconnu", "d" },
    /* A choice that no entry has restricts nothing: it may come from another version of the pack. */
    { "odd=99", "a b c d" },
    { "nothing=4", "a b c d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerExampleFilter) filter = filter_for (cases[i].steps);
      g_autofree char *ids = shown (filter);

      g_test_message ("%s", cases[i].steps);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_words_are_found_whatever_their_accents (void)
{
  static const struct
  {
    const char *steps;
    const char *ids;
  } cases[] = {
    { "?ecoles", "a" },
    { "?ÉCOLES", "a" },
    { "?ecol ouv", "a" },
    { "?ouvertes ecoles", "a" },
    { "?l'etampes", "b" },
    { "?d'étampes", "b" },
    { "?lycees", "b" },
    { "?education", "a b" },
    { "?nord", "a c" },
    { "?  ", "a b c d" },
    { "?travail | field=eau", "c" },
    { "?rien", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerExampleFilter) filter = filter_for (cases[i].steps);
      g_autofree char *ids = shown (filter);

      g_test_message ("%s", cases[i].steps);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_counts_say_what_a_choice_would_show (void)
{
  static const struct
  {
    const char *steps;
    guint facet;
    const char *choices;
  } cases[] = {
    { "", 0, "11 1, Hauts-de-France 2" },
    { "", 1, "91 1, Nord 2, Pas-de-Calais 1" },
    /* The pack's order, then what its vocabulary does not know. */
    { "", 2, "Éducation 2, Travail 2, inconnu 1" },
    { "", 3, "Eau 1, Culture 1" },
    /* A facet's own choices do not restrict its counts, the others' do. */
    { "odd=4", 2, "Éducation 2*, Travail 2, inconnu 1" },
    { "odd=4", 3, "Eau 0, Culture 1" },
    { "odd=4 | field=culture", 2, "Éducation 1*, Travail 0, inconnu 0" },
    { "region=region:32", 1, "91 0, Nord 2, Pas-de-Calais 1" },
    { "?riviere", 2, "Éducation 0, Travail 1, inconnu 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerExampleFilter) filter = filter_for (cases[i].steps);
      g_autofree char *text = choices (filter, cases[i].facet);

      g_test_message ("%s", cases[i].steps);
      g_assert_cmpstr (text, ==, cases[i].choices);
    }
}

static void
test_active_choices_are_listed_in_the_order_of_choosing (void)
{
  g_autoptr (TerExampleIndex) index = make_index ();
  g_autoptr (TerExampleFilter) filter = filter_for ("field=eau | odd=8 | odd=99 | odd=4");
  g_autoptr (TerExampleView) view = ter_example_filter_apply (filter, index);
  static const char *const titles[] = { "Eau", "Travail", "Éducation" };

  g_assert_cmpuint (view->active->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((TerExampleChoice *) view->active->pdata[i])->title, ==, titles[i]);
  g_assert_cmpuint (((TerExampleFacet *) view->facets->pdata[2])->n_active, ==, 2);
  g_assert_cmpstr (((TerExampleFacet *) view->facets->pdata[2])->title, ==, "Objectifs");
  g_assert_cmpuint (view->n_all, ==, 4);
}

static void
test_transitions_leave_the_former_filter_as_it_was (void)
{
  g_autoptr (TerExampleFilter) first = filter_for ("?ecoles | odd=4");
  g_autoptr (TerExampleFilter) second = ter_example_filter_toggle (first, "field", "culture");
  g_autoptr (TerExampleFilter) sorted = ter_example_filter_with_sort (second, TER_EXAMPLE_SORT_TITLE);
  g_autoptr (TerExampleFilter) cleared = ter_example_filter_clear (sorted);
  g_autoptr (TerExampleFilter) spaces = ter_example_filter_with_text (cleared, "  ");

  g_assert_cmpstr (ter_example_filter_get_text (first), ==, "ecoles");
  g_assert_cmpint (ter_example_filter_get_sort (second), ==, TER_EXAMPLE_SORT_LISTED);
  g_assert_false (ter_example_filter_is_empty (sorted));
  g_assert_true (ter_example_filter_is_empty (cleared));
  g_assert_true (ter_example_filter_is_empty (spaces));
  g_assert_cmpint (ter_example_filter_get_sort (cleared), ==, TER_EXAMPLE_SORT_TITLE);
}

static void
test_entries_are_sorted_as_asked (void)
{
  g_autoptr (TerExampleFilter) listed = ter_example_filter_new ();
  g_autoptr (TerExampleFilter) by_title = ter_example_filter_with_sort (listed, TER_EXAMPLE_SORT_TITLE);
  g_autoptr (TerExampleFilter) by_place = ter_example_filter_with_sort (listed, TER_EXAMPLE_SORT_TERRITORY);
  g_autofree char *titles = shown (by_title);
  g_autofree char *places = shown (by_place);

  /* In the C locale, É comes after Z; in French it does not. */
  g_assert_true (g_str_equal (titles, "b c d a") || g_str_equal (titles, "b a c d"));
  /* Nord; Pas-de-Calais, Nord; Étampes; then what has no place. */
  g_assert_true (g_str_equal (places, "a c b d") || g_str_equal (places, "b a c d"));
}

static void
test_places_are_named (void)
{
  g_autoptr (TerExampleIndex) index = make_index ();
  g_autoptr (TerExampleFilter) filter = ter_example_filter_new ();
  g_autoptr (TerExampleView) view = ter_example_filter_apply (filter, index);
  static const char *const places[] = { "Nord", "Étampes", "Pas-de-Calais, Nord", "" };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ter_example_index_dup_where (index, view->entries->pdata[i]);

      g_assert_cmpstr (text, ==, places[i]);
    }
}

static void
test_a_territory_inside_itself_does_not_hang (void)
{
  g_autoptr (TerExampleIndex) index = make_index_with (loop);
  g_autoptr (TerExampleFilter) filter = filter_for ("departement=departement:59");
  g_autoptr (TerExampleView) view = ter_example_filter_apply (filter, index);

  g_assert_cmpuint (view->entries->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example-filter/facets restrict and their values add", test_facets_restrict_and_their_values_add);
  g_test_add_func ("/example-filter/words are found whatever their accents", test_words_are_found_whatever_their_accents);
  g_test_add_func ("/example-filter/counts say what a choice would show", test_counts_say_what_a_choice_would_show);
  g_test_add_func ("/example-filter/active choices are listed in the order of choosing",
                   test_active_choices_are_listed_in_the_order_of_choosing);
  g_test_add_func ("/example-filter/transitions leave the former filter as it was",
                   test_transitions_leave_the_former_filter_as_it_was);
  g_test_add_func ("/example-filter/entries are sorted as asked", test_entries_are_sorted_as_asked);
  g_test_add_func ("/example-filter/places are named", test_places_are_named);
  g_test_add_func ("/example-filter/a territory inside itself does not hang", test_a_territory_inside_itself_does_not_hang);
  return g_test_run ();
}
