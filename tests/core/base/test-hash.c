/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-hash.h"

#include <glib/gstdio.h>
#include <math.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <string.h>

#define KEY0 G_GUINT64_CONSTANT (0x0706050403020100)
#define KEY1 G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908)

static guint64
by_openssl (const guint8 *data, gsize length)
{
  guint8 key[16];
  guint8 out[8];
  gsize got = 0;
  unsigned rounds = 1, end = 3;
  size_t size = 8;
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_uint (OSSL_MAC_PARAM_C_ROUNDS, &rounds),
    OSSL_PARAM_construct_uint (OSSL_MAC_PARAM_D_ROUNDS, &end),
    OSSL_PARAM_construct_size_t (OSSL_MAC_PARAM_SIZE, &size),
    OSSL_PARAM_construct_end (),
  };
  EVP_MAC *mac = EVP_MAC_fetch (NULL, "SIPHASH", NULL);
  EVP_MAC_CTX *context = EVP_MAC_CTX_new (mac);
  guint64 value;

  for (guint i = 0; i < sizeof key; i++)
    key[i] = i;
  g_assert_cmpint (EVP_MAC_init (context, key, sizeof key, params), ==, 1);
  g_assert_cmpint (EVP_MAC_update (context, data, length), ==, 1);
  g_assert_cmpint (EVP_MAC_final (context, out, &got, sizeof out), ==, 1);
  g_assert_cmpuint (got, ==, sizeof out);
  memcpy (&value, out, sizeof value);
  EVP_MAC_CTX_free (context);
  EVP_MAC_free (mac);
  return GUINT64_FROM_LE (value);
}

static void
test_it_is_siphash_as_openssl_has_it (void)
{
  guint8 data[64];

  for (guint i = 0; i < sizeof data; i++)
    data[i] = i * 37;
  for (gsize length = 0; length <= sizeof data; length++)
    g_assert_cmphex (ter_hash_siphash (data, length, KEY0, KEY1), ==, by_openssl (data, length));
}

static void
test_what_is_equal_has_one_hash (void)
{
  g_autofree char *copy = g_strdup ("Saint-Étienne");
  const double zero = 0.0, minus = -0.0;
  const gint64 number = -7, same = -7;

  g_assert_cmpuint (ter_hash_text (copy), ==, ter_hash_text ("Saint-Étienne"));
  g_assert_cmpuint (ter_hash_text (""), ==, ter_hash_text (""));
  g_assert_cmpuint (ter_hash_double (&zero), ==, ter_hash_double (&minus));
  g_assert_cmpuint (ter_hash_int64 (&number), ==, ter_hash_int64 (&same));
}

/* Shares between 0 and 1 are one value for GLib's function, which drops what follows the point. */
static void
test_shares_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const double share = i / 1000.0;

      g_hash_table_add (seen, GUINT_TO_POINTER (ter_hash_double (&share)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 990);
}

/* Two texts of one hash for GLib (33 × the first letter + the second): all 2^10 of their rows too. */
static void
test_keys_made_to_collide_do_not (void)
{
  g_autoptr (GHashTable) glib = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) ours = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1024; i++)
    {
      char text[21];

      for (guint bit = 0; bit < 10; bit++)
        memcpy (text + 2 * bit, i >> bit & 1 ? "b1" : "aR", 2);
      text[20] = '\0';
      g_hash_table_add (glib, GUINT_TO_POINTER (g_str_hash (text)));
      g_hash_table_add (ours, GUINT_TO_POINTER (ter_hash_text (text)));
    }
  g_assert_cmpuint (g_hash_table_size (glib), ==, 1);
  g_assert_cmpuint (g_hash_table_size (ours), >, 1000);
}

static void
test_another_process_has_another_seed (void)
{
  guint differs = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
      const char *arguments[] = { self, "--print", NULL };
      g_autofree char *said = NULL;
      g_autoptr (GError) error = NULL;

      g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &said, NULL, NULL, &error);
      g_assert_no_error (error);
      differs += g_ascii_strtoull (said, NULL, 10) != ter_hash_text ("territoire");
    }
  g_assert_cmpuint (differs, ==, 3);
}

int
main (int argc, char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--print"))
    {
      g_print ("%u\n", ter_hash_text ("territoire"));
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/siphash", test_it_is_siphash_as_openssl_has_it);
  g_test_add_func ("/hash/equal", test_what_is_equal_has_one_hash);
  g_test_add_func ("/hash/shares", test_shares_differ);
  g_test_add_func ("/hash/collisions", test_keys_made_to_collide_do_not);
  g_test_add_func ("/hash/seed", test_another_process_has_another_seed);
  return g_test_run ();
}
