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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-speech/a-territory-is-told-with-its-class-and-its-rank",
                   test_a_territory_is_told_with_its_class_and_its_rank);
  return g_test_run ();
}
