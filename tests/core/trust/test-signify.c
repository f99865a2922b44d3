/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-signify.h"

#include <glib/gstdio.h>
#include <openssl/evp.h>
#include <string.h>

#define PROGRAM "signify-openbsd"
#define PASSPHRASE "rivière et vallée"

/* The second vector of RFC 8032, 7.1, as an unprotected secret key in signify's format would hold it. */
#define RFC_SEED "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
#define RFC_PUBLIC "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
#define RFC_SIGNATURE \
  "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
#define NUMBER "0011223344556677"

static void
append_hex (GByteArray *octets, const char *digits)
{
  for (gsize i = 0; digits[i] != '\0'; i += 2)
    {
      guint8 octet = g_ascii_xdigit_value (digits[i]) << 4 | g_ascii_xdigit_value (digits[i + 1]);

      g_byte_array_append (octets, &octet, 1);
    }
}

/* (transfer full): a file of these octets. */
static char *
dup_file (const char *comment, GByteArray *octets)
{
  g_autofree char *letters = g_base64_encode (octets->data, octets->len);

  return g_strdup_printf ("untrusted comment: %s\n%s\n", comment, letters);
}

/* @rounds: eight hexadecimal digits; @spoil: an octet of the checksum to change, or -1 */
static char *
dup_rfc_secret (const char *rounds, const char *public_key, int spoil)
{
  g_autoptr (GByteArray) octets = g_byte_array_new ();
  g_autoptr (GByteArray) secret = g_byte_array_new ();
  guint8 checksum[EVP_MAX_MD_SIZE];

  append_hex (secret, RFC_SEED);
  append_hex (secret, public_key);
  EVP_Digest (secret->data, secret->len, checksum, NULL, EVP_sha512 (), NULL);
  if (spoil >= 0)
    checksum[spoil] ^= 1;
  append_hex (octets, "4564424b");
  append_hex (octets, rounds);
  append_hex (octets, "000102030405060708090a0b0c0d0e0f");
  g_byte_array_append (octets, checksum, 8);
  append_hex (octets, NUMBER);
  g_byte_array_append (octets, secret->data, secret->len);
  return dup_file ("a secret key", octets);
}

static GBytes *
new_message (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_the_vector_of_the_standard (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autoptr (GByteArray) octets = g_byte_array_new ();
  g_autoptr (GBytes) message = new_message ("r");
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL, *signature = NULL, *key = NULL, *number = NULL, *signer = NULL;

  append_hex (octets, "4564" NUMBER RFC_SIGNATURE);
  expected = dup_file ("signed", octets);
  signature = ter_signify_sign (secret, NULL, message, "signed", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signature, ==, expected);

  key = ter_signify_get_public (secret, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (key), ==, TER_PUBLIC_KEY_TEXT);
  g_assert_true (ter_signify_verify (key, signature, message, &error));
  g_assert_no_error (error);
  number = ter_signify_get_number (key);
  signer = ter_signify_get_signer (signature, &error);
  g_assert_cmpstr (number, ==, NUMBER);
  g_assert_cmpstr (signer, ==, NUMBER);
}

static void
test_a_secret_key_that_is_not_whole_is_refused (void)
{
  /* Another public half would give the secret away: RFC 8032, 8.4 and after. */
  g_autofree char *halves = dup_rfc_secret ("00000000", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", -1);
  g_autofree char *spoilt = dup_rfc_secret ("00000000", RFC_PUBLIC, 7);
  g_autofree char *slow = dup_rfc_secret ("000003e9", RFC_PUBLIC, -1);
  g_autoptr (GBytes) message = new_message ("r");
  const char *const secrets[] = { halves, spoilt, slow };
  gboolean is_protected;

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ter_signify_sign (secrets[i], PASSPHRASE, message, "", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  g_assert_true (ter_signify_is_protected (spoilt, &is_protected, NULL));
  g_assert_false (is_protected);
  g_assert_false (ter_signify_is_protected (slow, &is_protected, NULL));
}

static void
test_keys_are_made_with_a_passphrase (void)
{
  g_autofree char *secret = NULL, *public_key = NULL, *key = NULL, *half = NULL, *signature = NULL, *again = NULL;
  g_autoptr (GBytes) message = new_message ("{}");
  g_autoptr (GError) error = NULL;
  gboolean is_protected = FALSE;

  g_assert_false (ter_signify_generate ("", "river", &secret, &public_key, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);

  g_assert_true (ter_signify_generate (PASSPHRASE, "river", &secret, &public_key, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (secret, "untrusted comment: river secret key\nRWRCSwAAAC"));
  g_assert_true (g_str_has_prefix (public_key, "untrusted comment: river public key\nRW"));
  g_assert_true (ter_signify_is_protected (secret, &is_protected, &error));
  g_assert_true (is_protected);

  g_assert_null (ter_signify_get_public (secret, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  g_assert_null (ter_signify_get_public (secret, "Rivière et vallée", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);

  key = ter_signify_parse_public (public_key, &error);
  half = ter_signify_get_public (secret, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, half);
  signature = ter_signify_sign (secret, PASSPHRASE, message, "verify with river.pub", &error);
  g_assert_true (ter_signify_verify (key, signature, message, &error));
  g_assert_no_error (error);

  again = ter_signify_format_public (key, "river public key");
  g_assert_cmpstr (again, ==, public_key);
}

static void
test_no_two_keys_are_the_same (void)
{
  char *secrets[2] = { NULL, NULL }, *keys[2] = { NULL, NULL };
  g_autofree char *one = NULL, *two = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (ter_signify_generate (NULL, "k", &secrets[i], &text, NULL));
      keys[i] = ter_signify_parse_public (text, NULL);
    }
  one = ter_signify_get_number (keys[0]);
  two = ter_signify_get_number (keys[1]);
  g_assert_cmpstr (one, !=, two);
  g_assert_cmpstr (keys[0] + 16, !=, keys[1] + 16);
  for (guint i = 0; i < 2; i++)
    {
      g_free (secrets[i]);
      g_free (keys[i]);
    }
}

static void
test_comments_stay_on_their_line (void)
{
  g_autofree char *key = NULL, *long_comment = NULL, *text = NULL, *hostile = NULL, *parsed = NULL;
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *expected = NULL;

  key = ter_signify_get_public (secret, NULL, NULL);
  hostile = ter_signify_format_public (key, "a\nRWQ\r\t\x1b[31mé\xff");
  expected = g_strdup_printf ("untrusted comment: a RWQ   [31mé\xef\xbf\xbd\n%s\n", key);
  g_assert_cmpstr (hostile, ==, expected);

  long_comment = g_strnfill (999, 'x');
  text = g_strconcat (long_comment, "éé", NULL);
  g_free (g_steal_pointer (&hostile));
  hostile = ter_signify_format_public (key, text);
  parsed = ter_signify_parse_public (hostile, NULL);
  g_assert_cmpstr (parsed, ==, key);
  g_assert_true (g_utf8_validate (hostile, -1, NULL));
}

static void
test_another_key_and_another_message_are_told (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autofree char *other_secret = NULL, *other_text = NULL, *other = NULL, *signature = NULL;
  g_autoptr (GBytes) message = new_message ("one"), message_two = new_message ("two"), empty = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *empty_signature = NULL;

  g_assert_true (ter_signify_generate (NULL, "other", &other_secret, &other_text, NULL));
  other = ter_signify_parse_public (other_text, NULL);
  signature = ter_signify_sign (secret, NULL, message, "", NULL);

  g_assert_false (ter_signify_verify (other, signature, message, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ter_signify_verify (key, signature, message_two, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_false (ter_signify_verify (key, signature, empty, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_false (ter_signify_verify ("RW", signature, message, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);

  empty_signature = ter_signify_sign (secret, NULL, empty, "", NULL);
  g_assert_true (ter_signify_verify (key, empty_signature, empty, NULL));
}

static void
test_a_signature_cannot_be_written_twice (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autoptr (GByteArray) octets = g_byte_array_new ();
  g_autoptr (GBytes) message = new_message ("r");
  g_autofree char *text = NULL;
  static const guint8 order[32] = {
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, [31] = 0x10,
  };
  guint carry = 0;

  /* The scalar of a sound signature plus the order of the group: RFC 8032, 5.1.7 refuses it, or a signature could be changed. */
  append_hex (octets, "4564" NUMBER RFC_SIGNATURE);
  for (guint i = 0; i < 32; i++)
    {
      carry += octets->data[42 + i] + order[i];
      octets->data[42 + i] = carry;
      carry >>= 8;
    }
  text = dup_file ("", octets);
  g_assert_false (ter_signify_verify (key, text, message, NULL));
}

/* What is not accepted as a public key. KEY stands for a sound key text. */
static const char *const wrong[] = {
  "",
  "\n",
  "untrusted comment: ",
  "untrusted comment: \n",
  "untrusted comment: a\n\n",
  "untrusted comment: a\n\nKEY\n",
  "untrusted comment: a\nKEY\n\n",
  "untrusted comment: a\nKEY\nKEY\n",
  "untrusted comment: a\nKEY \n",
  "untrusted comment: a\n KEY\n",
  "untrusted comment: a\nKEY=\n",
  "untrusted comment: a\nKEYAAAA\n",
  "untrusted comment: a\r\rKEY\n",
  "untrusted comment: a\nKEY\r\r\n",
  "trusted comment: a\nKEY\n",
  "Untrusted comment: a\nKEY\n",
  "\xef\xbb\xbfuntrusted comment: a\nKEY\n",
  "KEY\n",
  " KEY",
  "KEYA",
  "untrusted comment: a\nRWQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDN\n",
  "RXQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM",
  "RWUAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM",
  "RWQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GY=",
  "RWQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9G-_",
  "RWQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9G\xc3\xa9",
};

static void
test_what_is_no_public_key_is_told (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autofree char *crlf = g_strdup_printf ("untrusted comment: \r\n%s\r\n", key);
  g_autofree char *no_end = g_strdup_printf ("untrusted comment: é\n%s", key);
  g_autofree char *a = ter_signify_parse_public (crlf, NULL), *b = ter_signify_parse_public (no_end, NULL),
                  *c = ter_signify_parse_public (key, NULL);

  g_assert_cmpstr (a, ==, key);
  g_assert_cmpstr (b, ==, key);
  g_assert_cmpstr (c, ==, key);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GString *text = g_string_new (wrong[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *parsed = NULL;

      g_string_replace (text, "KEY", key, 0);
      parsed = ter_signify_parse_public (text->str, &error);
      if (parsed != NULL)
        g_error ("taken for a key: %s", text->str);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_null (ter_signify_get_signer (text->str, NULL));
      g_assert_null (ter_signify_get_public (text->str, NULL, NULL));
      g_string_free (text, TRUE);
    }
}

static void
test_a_comment_has_a_limit (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autofree char *at = g_strnfill (1024, 'x');
  g_autofree char *a = g_strdup_printf ("untrusted comment: %s\n%s\n", at, key);
  g_autofree char *b = g_strdup_printf ("untrusted comment: x%s\n%s\n", at, key);
  g_autofree char *parsed = ter_signify_parse_public (a, NULL);

  g_assert_cmpstr (parsed, ==, key);
  g_assert_null (ter_signify_parse_public (b, NULL));
}

/* Text of all sorts, cut everywhere and with each byte changed: an answer or an error, never more. */
static void
test_any_text_is_read_calmly (void)
{
  g_autofree char *secret = dup_rfc_secret ("00000000", RFC_PUBLIC, -1);
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autoptr (GBytes) message = new_message ("r");
  g_autofree char *signature = ter_signify_sign (secret, NULL, message, "", NULL);
  const char *const texts[] = { secret, key, signature };
  guint sound = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize at = 0; at <= strlen (texts[i]); at++)
      for (guint k = 0; k < 9; k++)
        {
          g_autofree char *text = g_strdup (texts[i]);
          gboolean is_protected;

          /* At the end there is nothing to change: the text as it is. */
          if (text[at] != '\0')
            text[at] = k == 8 ? '\0' : text[at] ^ (1 << k);
          g_free (ter_signify_parse_public (text, NULL));
          g_free (ter_signify_get_number (text));
          g_free (ter_signify_get_signer (text, NULL));
          ter_signify_is_protected (text, &is_protected, NULL);
          g_free (ter_signify_get_public (text, NULL, NULL));
          sound += ter_signify_verify (key, text, message, NULL) ? 1 : 0;
          if (at == strlen (texts[i]))
            break;
        }
  /* Without its last line break it is as good; nothing else than the comment can be changed. */
  g_assert_cmpuint (sound, >=, 1);
  g_assert_cmpuint (sound, <=, 16);
}

/* ---- Another program ---- */

typedef struct
{
  char *folder;
} Place;

static char *
dup_path (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static void
put (Place *place, const char *name, const char *text)
{
  g_autofree char *path = dup_path (place, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
get (Place *place, const char *name)
{
  g_autofree char *path = dup_path (place, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Runs it in the folder; @input: what is typed. */
static gboolean
run (Place *place, const char *input, const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *line = g_strdup_printf (PROGRAM " %s", arguments);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_cwd (launcher, place->folder);
  words = g_strsplit (line, " ", -1);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  /* One that refuses before it reads its input closes the pipe: its status tells. */
  if (!g_subprocess_communicate_utf8 (process, input, NULL, NULL, NULL, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  return g_subprocess_get_successful (process);
}

static gboolean
begin (Place *place)
{
  g_autofree char *program = g_find_program_in_path (PROGRAM);

  if (program == NULL)
    {
      g_test_skip (PROGRAM " is not here");
      return FALSE;
    }
  place->folder = g_dir_make_tmp ("signify-XXXXXX", NULL);
  put (place, "datapackage.json", "{\"name\": \"river\"}\n");
  return TRUE;
}

static void
end (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = dup_path (place, name);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
}

#define VERIFY "-V -p key.pub -x datapackage.json.sig -m datapackage.json"
#define SIGN "-S -s key.sec -x datapackage.json.sig -m datapackage.json"

static void
check_that_signify_uses_our_keys (const char *passphrase)
{
  Place place;
  g_autofree char *secret = NULL, *public_key = NULL, *key = NULL, *ours = NULL, *theirs = NULL, *input = NULL, *manifest = NULL;
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GError) error = NULL;

  if (!begin (&place))
    return;
  input = g_strdup_printf ("%s\n", passphrase != NULL ? passphrase : "");
  manifest = get (&place, "datapackage.json");
  message = new_message (manifest);
  g_assert_true (ter_signify_generate (passphrase, "river", &secret, &public_key, NULL));
  put (&place, "key.sec", secret);
  put (&place, "key.pub", public_key);

  ours = ter_signify_sign (secret, passphrase, message, "verify with key.pub", &error);
  g_assert_no_error (error);
  put (&place, "datapackage.json.sig", ours);
  g_assert_true (run (&place, NULL, VERIFY));
  put (&place, "datapackage.json", "{\"name\": \"rivet\"}\n");
  g_assert_false (run (&place, NULL, VERIFY));

  put (&place, "datapackage.json", manifest);
  put (&place, "datapackage.json.sig", "");
  g_assert_true (run (&place, input, SIGN));
  theirs = get (&place, "datapackage.json.sig");
  g_assert_cmpstr (theirs, ==, ours);
  key = ter_signify_parse_public (public_key, NULL);
  g_assert_true (ter_signify_verify (key, theirs, message, &error));
  g_assert_no_error (error);
  end (&place);
}

static void
check_that_we_use_keys_of_signify (const char *passphrase)
{
  Place place;
  g_autofree char *secret = NULL, *public_key = NULL, *key = NULL, *half = NULL, *ours = NULL, *theirs = NULL, *input = NULL,
                  *manifest = NULL;
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_protected;

  if (!begin (&place))
    return;
  input = g_strdup_printf ("%s\n%s\n", passphrase != NULL ? passphrase : "", passphrase != NULL ? passphrase : "");
  manifest = get (&place, "datapackage.json");
  message = new_message (manifest);
  g_assert_true (run (&place, input, passphrase != NULL ? "-G -p key.pub -s key.sec" : "-G -n -p key.pub -s key.sec"));
  secret = get (&place, "key.sec");
  public_key = get (&place, "key.pub");
  g_assert_true (ter_signify_is_protected (secret, &is_protected, &error));
  g_assert_true (is_protected == (passphrase != NULL));
  key = ter_signify_parse_public (public_key, &error);
  half = ter_signify_get_public (secret, passphrase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, half);

  g_assert_true (run (&place, input, SIGN));
  theirs = get (&place, "datapackage.json.sig");
  g_assert_true (ter_signify_verify (key, theirs, message, &error));
  g_assert_no_error (error);
  ours = ter_signify_sign (secret, passphrase, message, "verify with key.pub", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ours, ==, theirs);
  put (&place, "datapackage.json.sig", ours);
  g_assert_true (run (&place, NULL, VERIFY));
  end (&place);
}

static void
test_signify_uses_our_keys (void)
{
  check_that_signify_uses_our_keys (NULL);
}

static void
test_signify_uses_our_protected_keys (void)
{
  check_that_signify_uses_our_keys (PASSPHRASE);
}

static void
test_we_use_keys_of_signify (void)
{
  check_that_we_use_keys_of_signify (NULL);
}

static void
test_we_use_protected_keys_of_signify (void)
{
  check_that_we_use_keys_of_signify (PASSPHRASE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signify/the-vector-of-the-standard", test_the_vector_of_the_standard);
  g_test_add_func ("/signify/a-secret-key-that-is-not-whole-is-refused", test_a_secret_key_that_is_not_whole_is_refused);
  g_test_add_func ("/signify/keys-are-made-with-a-passphrase", test_keys_are_made_with_a_passphrase);
  g_test_add_func ("/signify/no-two-keys-are-the-same", test_no_two_keys_are_the_same);
  g_test_add_func ("/signify/comments-stay-on-their-line", test_comments_stay_on_their_line);
  g_test_add_func ("/signify/another-key-and-another-message-are-told", test_another_key_and_another_message_are_told);
  g_test_add_func ("/signify/a-signature-cannot-be-written-twice", test_a_signature_cannot_be_written_twice);
  g_test_add_func ("/signify/what-is-no-public-key-is-told", test_what_is_no_public_key_is_told);
  g_test_add_func ("/signify/a-comment-has-a-limit", test_a_comment_has_a_limit);
  g_test_add_func ("/signify/any-text-is-read-calmly", test_any_text_is_read_calmly);
  g_test_add_func ("/signify/signify-uses-our-keys", test_signify_uses_our_keys);
  g_test_add_func ("/signify/signify-uses-our-protected-keys", test_signify_uses_our_protected_keys);
  g_test_add_func ("/signify/we-use-keys-of-signify", test_we_use_keys_of_signify);
  g_test_add_func ("/signify/we-use-protected-keys-of-signify", test_we_use_protected_keys_of_signify);
  return g_test_run ();
}
