/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-example-index-private.h"

#include "made-pack.h"

static const char entries_text[] =
  "[{'id': 'a', 'title': 'Zoo', 'tags': ['odd:8', 'odd:x', 'other:1', 'nothing'], 'territories': ['commune:91223']},"
  " {'id': 'b', 'title': 'Arbre', 'summary': 'Été', 'tags': ['odd:4'], 'territories': ['departement:59', 'departement:62'], 'actors': ['Lycée Ô']},"
  " {'id': 'c', 'title': 'Ici', 'place': 'Là-bas', 'territories': ['departement:59']},"
  " {'id': 'd', 'title': 'Vide', 'place': ''}]";

static char *
name_cb (const char *territory, gpointer user_data)
{
  static const char *const names[][2] = { { "departement:59", "Nord" },
                                          { "departement:62", "Ain, non" },
                                          { "region:11", "Île-de-France" } };

  ++*(guint *) user_data;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (territory, names[i][0]))
      return g_strdup (names[i][1]);
  return NULL;
}

static char *
parent_cb (const char *territory, gpointer user_data)
{
  if (g_str_equal (territory, "commune:91223"))
    return g_strdup ("departement:91");
  if (g_str_equal (territory, "departement:91"))
    return g_strdup ("region:11");
  return NULL;
}

static char *
loop_cb (const char *territory, gpointer user_data)
{
  return g_strdup (g_str_equal (territory, "region:1") ? "region:2" : "region:1");
}

static TerExampleIndex *
make_index (GPtrArray *entries, TerTerritoryFunc name, TerTerritoryFunc parent)
{
  static const char *const facets[] = { TER_FACET_REGION, TER_FACET_DEPARTEMENT, "odd", NULL };
  static guint n_calls;
  g_autoptr (TerPack) pack = make_pack_in (
    NULL, "{'languages': ['fr']}",
    "[{'id': 'odd', 'title': 'Objectifs', 'terms': [{'id': '4', 'title': 'Éducation'}, {'id': '17', 'title': 'Partenariats'}, {'id': '8', 'title': 'Travail'}]}]",
    "fr");
  g_autoptr (JsonNode) list = parse_quoted (entries_text);
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (entries, ter_entry_new (pack, json_array_get_object_element (array, i)));
  return ter_example_index_new (pack, entries, facets, name, parent, &n_calls);
}

/* "8=Travail x=x": the values of a facet. */
static char *
dup_values (TerExampleIndex *index, guint facet)
{
  const TerExampleAxis *axis = g_ptr_array_index (index->facets, facet);
  GString *text = g_string_new (axis->title);

  for (guint i = 0; i < axis->values->len; i++)
    {
      const TerExampleValue *value = g_ptr_array_index (axis->values, i);

      g_string_append_printf (text, " %s=%s", value->id, value->title);
    }
  return g_string_free (text, FALSE);
}

static void
a_facet_has_the_values_that_some_entry_has (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, name_cb, parent_cb);
  g_autofree char *regions = dup_values (index, 0), *departements = dup_values (index, 1), *goals = dup_values (index, 2);

  /* Territories by name, terms in the pack's order; a tag that no term explains comes last. */
  g_assert_cmpstr (regions, ==, "Region region:11=Île-de-France");
  g_assert_cmpstr (departements, ==, "Department departement:91=91 departement:62=Ain, non departement:59=Nord");
  g_assert_cmpstr (goals, ==, "Objectifs 4=Éducation 8=Travail x=x");
}

static void
places_are_the_author_s_words_or_the_territories_names (void)
{
  static const char *const places[] = { "91223", "Nord, Ain, non", "Là-bas", "" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, name_cb, parent_cb);
  g_autoptr (JsonNode) node = parse_quoted ("{'id': 'x'}");
  g_autoptr (TerEntry) stranger = ter_entry_new (ter_entry_get_pack (g_ptr_array_index (entries, 0)), json_node_get_object (node));
  g_autofree char *none = ter_example_index_dup_where (index, stranger);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *found = ter_example_index_dup_where (index, g_ptr_array_index (entries, i));

      g_assert_cmpstr (found, ==, places[i]);
    }
  g_assert_cmpstr (none, ==, "");
}

static void
words_are_all_that_can_be_looked_for_folded (void)
{
  static const char *const words[] = { "zoo 91223 91223 travail", "arbre ete nord ain non nord ain non education lycee o" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, name_cb, parent_cb);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (((TerExampleRecord *) g_ptr_array_index (index->records, i))->words, ==, words[i]);
}

static void
nobody_need_know_territories (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, NULL, NULL);
  g_autofree char *regions = dup_values (index, 0), *departements = dup_values (index, 1);

  g_assert_cmpstr (regions, ==, "Region");
  g_assert_cmpstr (departements, ==, "Department departement:59=59 departement:62=62");
}

static void
territories_that_hold_one_another_end (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, NULL, loop_cb);
  g_autofree char *regions = dup_values (index, 0);

  g_assert_cmpstr (regions, ==, "Region region:1=1 region:2=2");
}

/* It holds its entries: the caller's list may go. */
static void
an_index_outlives_the_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerExampleIndex) index = make_index (entries, name_cb, parent_cb);

  g_ptr_array_unref (entries);
  g_assert_cmpstr (ter_entry_get_id (((TerExampleRecord *) g_ptr_array_index (index->records, 3))->entry), ==, "d");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example-index/a-facet-has-the-values-that-some-entry-has", a_facet_has_the_values_that_some_entry_has);
  g_test_add_func ("/example-index/places-are-the-author-s-words-or-the-territories-names",
                   places_are_the_author_s_words_or_the_territories_names);
  g_test_add_func ("/example-index/words-are-all-that-can-be-looked-for-folded", words_are_all_that_can_be_looked_for_folded);
  g_test_add_func ("/example-index/nobody-need-know-territories", nobody_need_know_territories);
  g_test_add_func ("/example-index/territories-that-hold-one-another-end", territories_that_hold_one_another_end);
  g_test_add_func ("/example-index/an-index-outlives-the-list", an_index_outlives_the_list);
  return g_test_run ();
}
