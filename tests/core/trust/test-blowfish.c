/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-blowfish.h"

#include <string.h>

static void
test_the_state_before_any_key_is_pi (void)
{
  g_autofree TerBlowfish *state = g_new (TerBlowfish, 1);

  ter_blowfish_init (state);
  /* Pi in hexadecimal: 3.243F6A88 85A308D3 13198A2E 03707344…, and where a table of 1993 begins and ends. */
  g_assert_cmphex (state->p[0], ==, 0x243f6a88);
  g_assert_cmphex (state->p[1], ==, 0x85a308d3);
  g_assert_cmphex (state->p[2], ==, 0x13198a2e);
  g_assert_cmphex (state->p[3], ==, 0x03707344);
  g_assert_cmphex (state->p[17], ==, 0x8979fb1b);
  g_assert_cmphex (state->s[0][0], ==, 0xd1310ba6);
  g_assert_cmphex (state->s[3][255], ==, 0x3ac372e6);
}

/* Eric Young's vectors, published with Blowfish. */
static const struct
{
  guint8 key[8];
  guint32 clear[2];
  guint32 expected[2];
} vectors[] = {
  { { 0 }, { 0, 0 }, { 0x4ef99745, 0x6198dd78 } },
  { { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, { 0xffffffff, 0xffffffff }, { 0x51866fd5, 0xb85ecb8a } },
  { { 0x30 }, { 0x10000000, 0x00000001 }, { 0x7d856f9a, 0x613063f2 } },
  { { 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11 }, { 0x11111111, 0x11111111 }, { 0x2466dd87, 0x8b963c9d } },
  { { 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef }, { 0x11111111, 0x11111111 }, { 0x61f9c380, 0x2281b096 } },
  { { 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10 }, { 0x01234567, 0x89abcdef }, { 0x0aceab0f, 0xc6a0a28d } },
};

static void
test_the_published_vectors (void)
{
  g_autofree TerBlowfish *state = g_new (TerBlowfish, 1);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint32 left = vectors[i].clear[0], right = vectors[i].clear[1];

      ter_blowfish_init (state);
      ter_blowfish_expand (state, NULL, 0, vectors[i].key, sizeof vectors[i].key);
      ter_blowfish_encrypt (state, &left, &right);
      g_assert_cmphex (left, ==, vectors[i].expected[0]);
      g_assert_cmphex (right, ==, vectors[i].expected[1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blowfish/the-state-before-any-key-is-pi", test_the_state_before_any_key_is_pi);
  g_test_add_func ("/blowfish/the-published-vectors", test_the_published_vectors);
  return g_test_run ();
}
