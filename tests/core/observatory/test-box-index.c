/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-box-index.h"

static TerBox
make_box (GRand *rand, double most)
{
  float x = g_rand_double_range (rand, -1, 1), y = g_rand_double_range (rand, -1, 1);

  return (TerBox) { x, y, x + g_rand_double (rand) * most, y + g_rand_double (rand) * most };
}

static void
finds_what_looking_at_all_finds (void)
{
  static const guint sizes[] = { 0, 1, 2, 15, 16, 17, 256, 257, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autofree TerBox *boxes = g_new (TerBox, MAX (sizes[s], 1));
      g_autoptr (TerBoxIndex) index = NULL;

      for (guint i = 0; i < sizes[s]; i++)
        boxes[i] = make_box (rand, i % 50 == 0 ? 1.5 : 0.05);
      index = ter_box_index_new (boxes, sizes[s]);
      for (guint query = 0; query < 200; query++)
        {
          TerBox area = make_box (rand, query % 2 == 0 ? 0.0 : 0.4);
          guint n = 0;

          ter_box_index_query (index, &area, found);
          for (guint i = 0; i < sizes[s]; i++)
            if (ter_box_overlaps (&boxes[i], &area))
              {
                g_assert_cmpuint (n, <, found->len);
                g_assert_cmpuint (g_array_index (found, guint32, n++), ==, i);
              }
          g_assert_cmpuint (n, ==, found->len);
        }
    }
}

static void
boxes_at_one_place_are_all_found (void)
{
  g_autofree TerBox *boxes = g_new0 (TerBox, 1000);
  g_autoptr (TerBoxIndex) index = ter_box_index_new (boxes, 1000);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  ter_box_index_query (index, &(TerBox) { 0, 0, 0, 0 }, found);
  g_assert_cmpuint (found->len, ==, 1000);
  ter_box_index_query (index, &(TerBox) { 1, 1, 2, 2 }, found);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/box-index/finds-what-looking-at-all-finds", finds_what_looking_at_all_finds);
  g_test_add_func ("/observatory/box-index/boxes-at-one-place-are-all-found", boxes_at_one_place_are_all_found);

  return g_test_run ();
}
