/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sha256.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* FIPS 180-2, appendix B; RFC 6234. */
static const struct
{
  const char *text;
  const char *expected;
} vectors[] = {
  { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void
test_the_vectors_of_the_standard (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (vectors[i].text, strlen (vectors[i].text));
      g_autofree char *sum = ter_sha256_of_bytes (bytes);

      g_assert_cmpstr (sum, ==, vectors[i].expected);
      g_assert_cmpuint (strlen (sum), ==, TER_SHA256_HEX);
    }
}

static void
test_a_million_letters_in_pieces (void)
{
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  g_autofree char *digits = NULL;
  char piece[1000];

  memset (piece, 'a', sizeof piece);
  for (guint i = 0; i < 1000; i++)
    ter_sha256_update (sum, piece, sizeof piece);
  digits = ter_sha256_finish (sum);
  g_assert_cmpstr (digits, ==, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void
test_a_file_is_read_up_to_its_limit (void)
{
  g_autofree char *name = NULL;
  g_autofd int fd = g_file_open_tmp ("sha256-XXXXXX", &name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *sum = NULL;
  guint64 size;

  g_assert_cmpint (write (fd, "abc", 3), ==, 3);
  lseek (fd, 0, SEEK_SET);
  sum = ter_sha256_of_fd (fd, 3, &size, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sum, ==, vectors[1].expected);
  g_assert_cmpuint (size, ==, 3);

  lseek (fd, 0, SEEK_SET);
  g_assert_null (ter_sha256_of_fd (fd, 2, &size, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_null (ter_sha256_of_fd (fd, 3, &size, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (name);
}

static void
test_only_64_lower_case_digits_are_a_sum (void)
{
  g_autofree char *upper = g_ascii_strup (vectors[1].expected, -1);
  g_autofree char *longer = g_strconcat (vectors[1].expected, "0", NULL);

  g_assert_true (ter_sha256_is_hex (vectors[1].expected));
  g_assert_false (ter_sha256_is_hex (upper));
  g_assert_false (ter_sha256_is_hex (longer));
  g_assert_false (ter_sha256_is_hex (longer + 2));
  g_assert_false (ter_sha256_is_hex (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sha256/the vectors of the standard", test_the_vectors_of_the_standard);
  g_test_add_func ("/sha256/a million letters in pieces", test_a_million_letters_in_pieces);
  g_test_add_func ("/sha256/a file is read up to its limit", test_a_file_is_read_up_to_its_limit);
  g_test_add_func ("/sha256/only 64 lower-case digits are a sum", test_only_64_lower_case_digits_are_a_sum);
  return g_test_run ();
}
