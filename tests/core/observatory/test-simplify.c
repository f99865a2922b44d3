/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-simplify.h"

#include <math.h>

/* A field of squares whose sides wind, each point of which both neighbours have. */
#define SIDE 12
#define STEPS 8

static TerMapPoint
wind (guint x, guint y, guint step, gboolean down)
{
  guint32 seed = (x * 73856093u) ^ (y * 19349663u) ^ (step * 83492791u) ^ (down ? 77u : 0u);
  double away = step == 0 ? 0 : ((seed >> 7) % 1000 / 1000.0 - 0.5) * 0.3, along = (double) step / STEPS;

  return down ? (TerMapPoint) { x + away, y + along } : (TerMapPoint) { x + along, y + away };
}

static void
append_side (GArray *points, guint x, guint y, gboolean down, gboolean turned)
{
  for (guint step = 0; step < STEPS; step++)
    {
      guint at = turned ? STEPS - step : step;
      TerMapPoint point = at < STEPS ? wind (x, y, at, down) : wind (down ? x : x + 1, down ? y + 1 : y, 0, down);

      g_array_append_val (points, point);
    }
}

static void
make_field (GArray *points, GArray *ends)
{
  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      {
        guint32 end;

        append_side (points, x, y, FALSE, FALSE);
        append_side (points, x + 1, y, TRUE, FALSE);
        append_side (points, x, y + 1, FALSE, TRUE);
        append_side (points, x, y, TRUE, TRUE);
        end = points->len;
        g_array_append_val (ends, end);
      }
}

#define POINTS(array) ((const TerMapPoint *) (const void *) (array)->data)
#define ENDS(array) ((const guint32 *) (const void *) (array)->data)

static void
shared_borders_stay_shared (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TerMapPoint)), ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree float *weights = NULL;
  guint n_shared = 0, n_nodes = 0;

  make_field (points, ends);
  weights = ter_simplify_weigh (POINTS (points), points->len, ENDS (ends), ends->len);
  for (guint i = 0; i < points->len; i++)
    {
      g_assert_cmpfloat (weights[i], >=, 0);
      n_nodes += weights[i] == G_MAXFLOAT;
      for (guint j = 0; j < i; j++)
        if (POINTS (points)[i].x == POINTS (points)[j].x && POINTS (points)[i].y == POINTS (points)[j].y)
          {
            g_assert_cmpfloat (weights[i], ==, weights[j]);
            n_shared++;
          }
    }
  g_assert_cmpuint (n_shared, >, 2 * (SIDE - 1) * SIDE * (STEPS - 1));
  /* Corners are nodes but for the field's own four, which lie on a border of one and are weighed like any other point. */
  g_assert_cmpuint (n_nodes, >=, 4 * SIDE * SIDE - 8);
  g_assert_cmpuint (n_nodes, <, points->len / 4);
}

static void
the_smallest_triangle_goes_first (void)
{
  /* A ring that touches another at two nodes, with one spike and one dent between them. */
  const TerMapPoint points[] = { { 0, 0 }, { 1, 0.01f }, { 2, 1 }, { 3, 0 }, { 1.5f, -3 },
                                 { 0, 0 }, { 1.5f, -3 }, { 3, 0 }, { 4, -4 } };
  const guint32 ends[] = { 5, 9 };
  g_autofree float *weights = ter_simplify_weigh (points, G_N_ELEMENTS (points), ends, 2);

  g_assert_cmpfloat (weights[0], ==, G_MAXFLOAT);
  g_assert_cmpfloat (weights[3], ==, G_MAXFLOAT);
  g_assert_cmpfloat (weights[1], <, weights[2]);
  g_assert_cmpfloat_with_epsilon (weights[1], fabs (1 * 1 - 2 * 0.01) / 2, 1e-5);
  g_assert_cmpfloat_with_epsilon (weights[2], 1.5, 1e-5);
}

static void
an_island_and_a_lake_agree (void)
{
  /* The same ring, as the hole of one and the whole of another, begun elsewhere and in the other direction. */
  const TerMapPoint points[] = { { 1, 1 }, { 1.2f, 1.6f }, { 1, 2 }, { 1.4f, 2.3f }, { 2, 2 }, { 2, 1 },
                                 { 2, 2 }, { 1.4f, 2.3f }, { 1, 2 }, { 1.2f, 1.6f }, { 1, 1 }, { 2, 1 } };
  const guint32 ends[] = { 6, 12 };
  g_autofree float *weights = ter_simplify_weigh (points, 12, ends, 2);

  for (guint i = 0; i < 6; i++)
    for (guint j = 6; j < 12; j++)
      if (points[i].x == points[j].x && points[i].y == points[j].y)
        g_assert_cmpfloat (weights[i], ==, weights[j]);
}

static void
odd_rings_do_no_harm (void)
{
  const TerMapPoint points[] = { { 0, 0 }, { 0, 0 }, { 1, 1 }, { 0, 0 }, { 0, 1 }, { 0, 0 }, { 0, 0 }, { 0, 0 } };
  const guint32 ends[] = { 0, 1, 3, 5, 5, 8 };
  g_autofree float *weights = ter_simplify_weigh (points, 8, ends, 6), *none = ter_simplify_weigh (NULL, 0, NULL, 0);

  g_assert_nonnull (weights);
  g_assert_nonnull (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/simplify/shared-borders-stay-shared", shared_borders_stay_shared);
  g_test_add_func ("/observatory/simplify/the-smallest-triangle-goes-first", the_smallest_triangle_goes_first);
  g_test_add_func ("/observatory/simplify/an-island-and-a-lake-agree", an_island_and_a_lake_agree);
  g_test_add_func ("/observatory/simplify/odd-rings-do-no-harm", odd_rings_do_no_harm);

  return g_test_run ();
}
