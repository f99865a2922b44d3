/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-speech.h"

#include <math.h>

static void
test_a_territory_is_told_with_its_class_and_its_rank (void)
{
  const double values[] = { 3, 9, NAN, 3, 0 };
  static const struct
  {
    guint index;
    const char *words;
    gboolean continuous;
    const char *text;
  } cases[] = {
    { 1, "9 examples", FALSE, "Ain: 9 examples, class 3 of 3, rank 1 of 4" },
    /* Equals share a rank, and the one after them knows how many they were. */
    { 0, "3 examples", FALSE, "Ain: 3 examples, class 2 of 3, rank 2 of 4" },
    { 3, "3 examples", FALSE, "Ain: 3 examples, class 2 of 3, rank 2 of 4" },
    { 4, "none", FALSE, "Ain: none, class 1 of 3, rank 4 of 4" },
    { 2, NULL, FALSE, "Ain: no data" },
    { 1, "9 examples", TRUE, "Ain: 9 examples, rank 1 of 4" },
    { 2, NULL, TRUE, "Ain: no data" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TerMapScale scale = { .continuous = cases[i].continuous, .classes = ter_classes_equal (0, 9, 3), .from = 0, .to = 9 };
      TerMapSpeech *speech = ter_map_speech_new (&scale, values, G_N_ELEMENTS (values));
      g_autofree char *text = ter_map_speech_dup (speech, "Ain", cases[i].index, cases[i].words);

      g_assert_cmpstr (text, ==, cases[i].text);
      ter_map_speech_free (speech);
    }
}

static void
test_the_ear_is_told_less (void)
{
  const double values[] = { 3, 9, NAN };
  const TerMapScale scale = { .classes = ter_classes_equal (0, 9, 3), .from = 0, .to = 9 };
  TerMapSpeech *speech = ter_map_speech_new (&scale, values, G_N_ELEMENTS (values));
  g_autofree char *text = ter_map_speech_dup_short (speech, "Ain", 0, "3 examples");
  g_autofree char *none = ter_map_speech_dup_short (speech, "Ain", 2, NULL);

  g_assert_cmpstr (text, ==, "Ain: 3 examples, rank 2 of 2");
  g_assert_cmpstr (none, ==, "Ain: no data");
  g_assert_cmpuint (ter_map_speech_find_extreme (speech, TRUE), ==, 1);
  g_assert_cmpuint (ter_map_speech_find_extreme (speech, FALSE), ==, 0);
  ter_map_speech_free (speech);
}

static void
test_large_numbers_are_rounded_for_the_ear (void)
{
  static const double cases[][2] = { { 1426929, 1430000 }, { 10000, 10000 }, { 12345, 12300 },    { 9999, 9999 },
                                     { -52380, -52400 },   { 0, 0 },         { 999999, 1000000 }, { 7.25, 7.25 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ter_map_speech_round (cases[i][0]), cases[i][1], 1e-6);
  g_assert_true (isnan (ter_map_speech_round (NAN)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-speech/a-territory-is-told-with-its-class-and-its-rank",
                   test_a_territory_is_told_with_its_class_and_its_rank);
  g_test_add_func ("/map-speech/the-ear-is-told-less", test_the_ear_is_told_less);
  g_test_add_func ("/map-speech/large-numbers-are-rounded-for-the-ear", test_large_numbers_are_rounded_for_the_ear);
  return g_test_run ();
}
