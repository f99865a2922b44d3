/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-place.h"

/* Each type, with what it can have. */
static const TerPlace places[] = {
  { .type = TER_PLACE_ENTRY, .pack = "essai", .entry = "un", .uri = "territoires:entry?pack=essai&entry=un" },
  { .type = TER_PLACE_ENTRY,
    .pack = "essai",
    .entry = "tableau",
    .figure = "emploi",
    .territory = "commune:94018",
    .date = "2020-05-28",
    .uri = "territoires:entry?pack=essai&entry=tableau&figure=emploi&territory=commune:94018&date=2020-05-28" },
  { .type = TER_PLACE_SECTION, .pack = "essai", .section = "pages", .uri = "territoires:section?pack=essai&section=pages" },
  { .type = TER_PLACE_SECTION,
    .pack = "essai",
    .section = "exemples",
    .territory = "departement:94",
    .query = "l’eau & la forêt",
    .date = "2020-05",
    .uri = "territoires:section?pack=essai&section=exemples&territory=departement:94"
           "&query=l%E2%80%99eau%20%26%20la%20for%C3%AAt&date=2020-05" },
  { .type = TER_PLACE_PACK, .pack = "essai", .uri = "territoires:pack?pack=essai" },
  { .type = TER_PLACE_ISSUES, .pack = "Un dossier/é", .uri = "territoires:issues?pack=Un%20dossier%2F%C3%A9" },
  { .type = TER_PLACE_PACKS, .uri = "territoires:packs" },
  { .type = TER_PLACE_TERRITORY, .territory = "commune:94018", .uri = "territoires:territory?territory=commune:94018" },
  { .type = TER_PLACE_MY_TERRITORY, .uri = "territoires:my-territory" },
  { .type = TER_PLACE_RECENT, .uri = "territoires:recent" },
  { .type = TER_PLACE_FAVOURITES, .uri = "territoires:favourites" },
  { .type = TER_PLACE_SEARCH, .uri = "territoires:search" },
  { .type = TER_PLACE_SEARCH, .query = "100 % vélo=?#+", .uri = "territoires:search?query=100%20%25%20v%C3%A9lo%3D%3F%23%2B" },
};

static void
assert_same (const TerPlace *place, const TerPlace *expected)
{
  g_assert_nonnull (place);
  g_assert_cmpint (place->type, ==, expected->type);
  g_assert_cmpstr (place->pack, ==, expected->pack);
  g_assert_cmpstr (place->section, ==, expected->section);
  g_assert_cmpstr (place->entry, ==, expected->entry);
  g_assert_cmpstr (place->figure, ==, expected->figure);
  g_assert_cmpstr (place->territory, ==, expected->territory);
  g_assert_cmpstr (place->query, ==, expected->query);
  g_assert_cmpstr (place->date, ==, expected->date);
  g_assert_cmpstr (place->uri, ==, expected->uri);
}

static void
test_every_place_comes_back_from_its_address (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TerPlace) made = ter_place_new (&places[i]);
      g_autoptr (TerPlace) read = ter_place_parse (places[i].uri);

      assert_same (made, &places[i]);
      assert_same (read, &places[i]);
      g_assert_true (ter_place_equal (made, read));
      g_assert_cmpuint (ter_place_hash (made), ==, ter_place_hash (read));
    }
}

static void
test_every_type_is_tried (void)
{
  for (TerPlaceType type = TER_PLACE_UNKNOWN + 1; type < TER_PLACE_N_TYPES; type++)
    {
      gboolean tried = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        tried = tried || places[i].type == type;
      g_assert_true (tried);
    }
}

static void
test_two_places_differ (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (gsize j = 0; j < i; j++)
      {
        g_autoptr (TerPlace) a = ter_place_new (&places[i]);
        g_autoptr (TerPlace) b = ter_place_new (&places[j]);

        g_assert_false (ter_place_equal (a, b));
      }
}

static void
test_an_address_has_one_form (void)
{
  static const char *const forms[] = {
    "territoires:entry?entry=un&pack=essai",
    "territoires:entry?pack=%65ssai&entry=un",
    "territoires:entry?pack=essai&entry=u%6e",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (TerPlace) place = ter_place_parse (forms[i]);

      assert_same (place, &places[0]);
    }
}

static void
test_what_is_no_place_is_refused (void)
{
  static const char *const texts[] = {
    "",
    "entry",
    "territoires",
    "territoires:",
    "territoires:?",
    "Territoires:packs",
    "https://territoires/entry?pack=essai&entry=un",
    "territoires://packs",
    "territoires:/packs",
    "territoires:packs/",
    "territoires:packs#fragment",
    "territoires:packs?",
    "territoires:Packs",
    "territoires:un type",
    "territoires:%70acks",
    " territoires:packs",
    "territoires:packs\n",
    /* too little, too much, twice */
    "territoires:entry",
    "territoires:entry?pack=essai",
    "territoires:entry?entry=un",
    "territoires:entry?pack=essai&entry=un&section=pages",
    "territoires:packs?pack=essai",
    "territoires:entry?pack=essai&entry=un&entry=deux",
    "territoires:entry?pack=essai&&entry=un",
    "territoires:entry?pack=essai&entry=un&",
    "territoires:entry?pack=essai&entry=",
    "territoires:entry?pack=essai&entry",
    "territoires:entry?=essai&entry=un",
    "territoires:entry?PACK=essai&entry=un",
    /* letters */
    "territoires:search?query=deux mots",
    "territoires:search?query=deux+mots",
    "territoires:search?query=for\303\252t",
    "territoires:search?query=a=b",
    "territoires:search?query=%",
    "territoires:search?query=%4",
    "territoires:search?query=%zz",
    "territoires:search?query=%00",
    "territoires:search?query=a%00b",
    "territoires:search?query=a%0Ab",
    "territoires:search?query=a%C2%85b",
    "territoires:search?query=%FF",
    "territoires:search?query=%C0%AF",
    "territoires:search?query=%ED%A0%80",
    /* dates */
    "territoires:section?pack=essai&section=pages&date=hier",
    "territoires:section?pack=essai&section=pages&date=2020-13",
    "territoires:section?pack=essai&section=pages&date=2020-05-28T10:00",
    /* of a newer version, but hostile all the same */
    "territoires:constellation?star=%00",
    "territoires:constellation?star",
    "territoires:constellation?star=a&pack=b&pack=c",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TerPlace) place = ter_place_parse (texts[i]);

      if (place != NULL)
        g_error ("a place: %s", texts[i]);
    }
}

static void
test_a_place_of_a_newer_version_is_kept_as_it_is (void)
{
  static const char *const uris[] = {
    "territoires:constellation",
    "territoires:constellation?star=vega&pack=essai",
    "territoires:entry?pack=essai&paragraph=3&entry=un",
    "territoires:packs-3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (TerPlace) place = ter_place_parse (uris[i]);
      g_autoptr (TerPlace) again = ter_place_parse (uris[i]);
      TerPlace expected = { .type = TER_PLACE_UNKNOWN, .uri = uris[i] };

      assert_same (place, &expected);
      g_assert_true (ter_place_equal (place, again));
    }
}

static TerPlace *
parse_query_of (gsize length)
{
  g_autofree char *query = g_strnfill (length, 'a');
  g_autofree char *uri = g_strconcat ("territoires:search?query=", query, NULL);

  return ter_place_parse (uri);
}

static void
test_lengths_have_a_limit (void)
{
  g_autoptr (TerPlace) longest = parse_query_of (TER_PLACE_MAX_MEMBER);
  g_autoptr (TerPlace) longer = parse_query_of (TER_PLACE_MAX_MEMBER + 1);
  g_autofree char *name = g_strnfill (65, 'a');
  g_autofree char *long_type = g_strconcat ("territoires:", name, NULL);
  g_autoptr (TerPlace) of_long_type = ter_place_parse (long_type);
  g_autoptr (GString) uri = g_string_new ("territoires:constellation?");
  g_autoptr (TerPlace) whole = NULL;
  g_autoptr (TerPlace) too_long = NULL;

  g_assert_nonnull (longest);
  g_assert_null (longer);
  g_assert_null (of_long_type);

  while (uri->len < TER_PLACE_MAX_URI - 8)
    g_string_append (uri, "a=a&");
  g_string_append (uri, "b=");
  while (uri->len < TER_PLACE_MAX_URI)
    g_string_append_c (uri, 'b');
  whole = ter_place_parse (uri->str);
  g_string_append_c (uri, 'b');
  too_long = ter_place_parse (uri->str);
  g_assert_nonnull (whole);
  g_assert_null (too_long);
}

static void
test_links_of_a_text_lead_into_its_pack (void)
{
  g_autoptr (TerPlace) entry = ter_place_new_for_link ("essai", "entry:un");
  g_autoptr (TerPlace) section = ter_place_new_for_link ("essai", "section:pages");
  g_autoptr (TerPlace) elsewhere = ter_place_new_for_link ("essai", "https://example.org/entry:un");

  g_assert_cmpstr (entry->uri, ==, "territoires:entry?pack=essai&entry=un");
  g_assert_cmpstr (section->uri, ==, "territoires:section?pack=essai&section=pages");
  g_assert_null (elsewhere);
}

static void
test_what_former_versions_remembered_is_understood (void)
{
  static const struct
  {
    const char *pack, *section, *entry;
    const char *uri; /* NULL: nowhere */
  } former[] = {
    { "essai", "", "un", "territoires:entry?pack=essai&entry=un" },
    { "essai", "pages", "", "territoires:section?pack=essai&section=pages" },
    { "essai", "recent", "", "territoires:section?pack=essai&section=recent" },
    { "essai", "@pack", "", "territoires:pack?pack=essai" },
    { "essai", "@issues", "", "territoires:issues?pack=essai" },
    { "essai", "@territory/commune:94018", "", "territoires:territory?territory=commune:94018" },
    { "", "packs", "", "territoires:packs" },
    { "", "territory", "", "territoires:my-territory" },
    { "", "recent", "", "territoires:recent" },
    { "", "favourites", "", "territoires:favourites" },
    { "", "search", "", "territoires:search" },
    { "", "", "", NULL },
    { "", "", "un", NULL },
    { "", "ailleurs", "", NULL },
    { "essai", "", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (former); i++)
    {
      g_autoptr (TerPlace) place = ter_place_new_for_former (former[i].pack, former[i].section, former[i].entry);

      g_assert_cmpstr (place != NULL ? place->uri : NULL, ==, former[i].uri);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/place/" name, function)
  ADD ("every-place-comes-back-from-its-address", test_every_place_comes_back_from_its_address);
  ADD ("every-type-is-tried", test_every_type_is_tried);
  ADD ("two-places-differ", test_two_places_differ);
  ADD ("an-address-has-one-form", test_an_address_has_one_form);
  ADD ("what-is-no-place-is-refused", test_what_is_no_place_is_refused);
  ADD ("a-place-of-a-newer-version-is-kept-as-it-is", test_a_place_of_a_newer_version_is_kept_as_it_is);
  ADD ("lengths-have-a-limit", test_lengths_have_a_limit);
  ADD ("links-of-a-text-lead-into-its-pack", test_links_of_a_text_lead_into_its_pack);
  ADD ("what-former-versions-remembered-is-understood", test_what_former_versions_remembered_is_understood);
#undef ADD
  return g_test_run ();
}
