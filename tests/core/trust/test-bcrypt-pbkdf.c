/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bcrypt-pbkdf.h"

#include <string.h>

/* Of OpenBSD's regression tests, which other implementations share. */
static void
test_a_published_vector (void)
{
  static const guint8 expected[] = {
    0x1a, 0xe4, 0x2c, 0x05, 0xd4, 0x87, 0xbc, 0x02, 0xf6, 0x49, 0x21, 0xa4, 0xeb, 0xe4, 0xea, 0x93,
    0xbc, 0xac, 0xfe, 0x13, 0x5f, 0xda, 0x99, 0x97, 0x4c, 0x06, 0xb7, 0xb0, 0x1f, 0xae, 0x14, 0x9a,
  };
  guint8 key[sizeof expected];

  ter_bcrypt_pbkdf ((const guint8 *) "password", 8, (const guint8 *) "salt", 4, key, sizeof key, 12);
  g_assert_cmpmem (key, sizeof key, expected, sizeof expected);
}

/* A longer key is dealt from several blocks: the first octet of a shorter one is the first of the longer one, the second is not. */
static void
test_blocks_are_dealt_out (void)
{
  guint8 one[32], two[64], odd[50];

  ter_bcrypt_pbkdf ((const guint8 *) "p", 1, (const guint8 *) "s", 1, one, sizeof one, 1);
  ter_bcrypt_pbkdf ((const guint8 *) "p", 1, (const guint8 *) "s", 1, two, sizeof two, 1);
  ter_bcrypt_pbkdf ((const guint8 *) "p", 1, (const guint8 *) "s", 1, odd, sizeof odd, 1);
  for (guint i = 0; i < sizeof one; i++)
    g_assert_cmphex (one[i], ==, two[2 * i]);
  g_assert_cmpmem (odd, sizeof odd, two, sizeof odd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bcrypt-pbkdf/a-published-vector", test_a_published_vector);
  g_test_add_func ("/bcrypt-pbkdf/blocks-are-dealt-out", test_blocks_are_dealt_out);
  return g_test_run ();
}
