/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

#include "ter-bcrypt-pbkdf.h"
#include "ter-signify.h"

/* The formats are those of signify.c of OpenBSD 5.5 and later: packed, numbers high octet first, then base64. */
#define COMMENT_HEAD "untrusted comment: "
#define COMMENT_LIMIT 1024 /* octets: what signify reads */
#define COMMENT_CUT 1000   /* what is written, before "secret key" */

#define ALGORITHM "Ed"
#define KDF "BK"

#define KEY_OCTETS 32
#define SIGN_OCTETS 64
#define SECRET_OCTETS 64 /* the seed, then the public key */

#define NUMBER_AT 2
#define NUMBER_OCTETS 8
#define DATA_AT (NUMBER_AT + NUMBER_OCTETS)
#define PUBLIC_OCTETS (DATA_AT + KEY_OCTETS)
#define SIGNATURE_OCTETS (DATA_AT + SIGN_OCTETS)

#define ROUNDS_AT 4
#define SALT_AT 8
#define SALT_OCTETS 16
#define CHECKSUM_AT (SALT_AT + SALT_OCTETS)
#define CHECKSUM_OCTETS 8
#define SECRET_NUMBER_AT (CHECKSUM_AT + CHECKSUM_OCTETS)
#define SECRET_AT (SECRET_NUMBER_AT + NUMBER_OCTETS)
#define SECRET_FILE_OCTETS (SECRET_AT + SECRET_OCTETS)

#define ROUNDS 42
/* A hostile file must not keep the reader waiting for years: some 15 seconds. */
#define ROUNDS_LIMIT 1000u

/* A secret key that is open. On the stack: wiped by wipe_secret(). */
typedef struct
{
  guint8 number[NUMBER_OCTETS];
  guint8 key[SECRET_OCTETS];
} Secret;

static void
wipe_secret (Secret *secret)
{
  OPENSSL_cleanse (secret, sizeof *secret);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Secret, wipe_secret)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)

/* OpenSSL fails here for want of memory or of chance alone. */
static void
must (gboolean done)
{
  if (!done)
    g_error ("OpenSSL has no Ed25519");
}

/* ---- Text ---- */

/* (transfer full) (nullable): @n octets from @length letters of base64; only the one way to write them counts. */
static guint8 *
decode (const char *letters, gsize length, gsize n)
{
  g_autofree char *line = NULL, *again = NULL;
  guint8 *octets;
  gsize found;

  if (length != (n + 2) / 3 * 4)
    return NULL;
  line = g_strndup (letters, length);
  octets = g_base64_decode (line, &found);
  if (found == n)
    again = g_base64_encode (octets, found);
  if (again != NULL && g_str_equal (again, line))
    {
      OPENSSL_cleanse (again, length);
      OPENSSL_cleanse (line, length);
      return octets;
    }
  OPENSSL_cleanse (line, length);
  OPENSSL_cleanse (octets, found);
  g_free (octets);
  return NULL;
}

/* The second line, without its end; nothing else may follow. */
static const char *
find_line (const char *text, gsize *length)
{
  const char *end = strchr (text, '\n');
  const char *line;

  if (end == NULL || !g_str_has_prefix (text, COMMENT_HEAD) || (gsize) (end - text) > strlen (COMMENT_HEAD) + COMMENT_LIMIT)
    return NULL;
  line = end + 1;
  *length = strcspn (line, "\r\n");
  end = line + *length;
  end += *end == '\r' ? 1 : 0;
  end += *end == '\n' ? 1 : 0;
  return *end == '\0' ? line : NULL;
}

/* (transfer full) (nullable): the octets of a file: its comment, then @n octets that begin with @head. */
static guint8 *
read_file (const char *text, gsize n, const char *head)
{
  gsize length = 0;
  const char *line = find_line (text, &length);
  guint8 *octets = line != NULL ? decode (line, length, n) : NULL;

  if (octets == NULL || memcmp (octets, head, strlen (head)) == 0)
    return octets;
  OPENSSL_cleanse (octets, n);
  g_free (octets);
  return NULL;
}

/* (transfer full) (nullable): the octets of a key text. */
static guint8 *
read_key (const char *key)
{
  guint8 *octets = decode (key, strlen (key), PUBLIC_OCTETS);

  if (octets != NULL && memcmp (octets, ALGORITHM, strlen (ALGORITHM)) != 0)
    g_clear_pointer (&octets, g_free);
  return octets;
}

/* One line that signify reads: no line break, not too long, cut between two characters. */
static void
append_comment (GString *text, const char *comment)
{
  g_autofree char *valid = g_utf8_make_valid (comment, -1);
  gsize length = MIN (strlen (valid), COMMENT_CUT);

  while (length > 0 && ((guint8) valid[length] & 0xc0) == 0x80)
    length--;
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, g_ascii_iscntrl (valid[i]) ? ' ' : valid[i]);
}

/* (transfer full): a file. @suffix: stands behind the comment */
static char *
write_file (const char *comment, const char *suffix, const guint8 *octets, gsize n)
{
  GString *text = g_string_sized_new (COMMENT_LIMIT + 2 * n);
  char *letters = g_base64_encode (octets, n);

  g_string_append (text, COMMENT_HEAD);
  append_comment (text, comment);
  g_string_append_printf (text, "%s\n%s\n", suffix, letters);
  OPENSSL_cleanse (letters, strlen (letters));
  g_free (letters);
  return g_string_free_and_steal (text);
}

static char *
dup_number (const guint8 number[NUMBER_OCTETS])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < NUMBER_OCTETS; i++)
    g_string_append_printf (text, "%02x", number[i]);
  return g_string_free_and_steal (text);
}

/* ---- Public keys and signatures ---- */

char *
ter_signify_parse_public (const char *text, GError **error)
{
  g_autofree guint8 *octets = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  octets = read_key (text);
  if (octets == NULL)
    octets = read_file (text, PUBLIC_OCTETS, ALGORITHM);
  if (octets != NULL)
    return g_base64_encode (octets, PUBLIC_OCTETS);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a public key."));
  return NULL;
}

char *
ter_signify_format_public (const char *key, const char *comment)
{
  g_autofree guint8 *octets = NULL;

  g_return_val_if_fail (key != NULL && comment != NULL, NULL);

  octets = read_key (key);
  g_return_val_if_fail (octets != NULL, NULL);
  return write_file (comment, "", octets, PUBLIC_OCTETS);
}

static void
set_not_signature (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The signature is damaged."));
}

char *
ter_signify_get_signer (const char *signature, GError **error)
{
  g_autofree guint8 *octets = NULL;

  g_return_val_if_fail (signature != NULL, NULL);

  octets = read_file (signature, SIGNATURE_OCTETS, ALGORITHM);
  if (octets == NULL)
    {
      set_not_signature (error);
      return NULL;
    }
  return dup_number (octets + NUMBER_AT);
}

char *
ter_signify_get_number (const char *key)
{
  g_autofree guint8 *octets = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  octets = read_key (key);
  return octets != NULL ? dup_number (octets + NUMBER_AT) : NULL;
}

static gboolean
is_sound (const guint8 *key, const guint8 *signature, GBytes *message)
{
  g_autoptr (EVP_PKEY) public_key = EVP_PKEY_new_raw_public_key (EVP_PKEY_ED25519, NULL, key, KEY_OCTETS);
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (message, &length);

  must (context != NULL);
  if (public_key == NULL || EVP_DigestVerifyInit (context, NULL, NULL, NULL, public_key) != 1)
    return FALSE;
  return EVP_DigestVerify (context, signature, SIGN_OCTETS, data != NULL ? data : (const guint8 *) "", length) == 1;
}

gboolean
ter_signify_verify (const char *key, const char *signature, GBytes *message, GError **error)
{
  g_autofree guint8 *key_octets = NULL, *octets = NULL;

  g_return_val_if_fail (key != NULL && signature != NULL && message != NULL, FALSE);

  key_octets = read_key (key);
  if (key_octets == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a public key."));
      return FALSE;
    }
  octets = read_file (signature, SIGNATURE_OCTETS, ALGORITHM);
  if (octets == NULL)
    {
      set_not_signature (error);
      return FALSE;
    }
  if (memcmp (key_octets + NUMBER_AT, octets + NUMBER_AT, NUMBER_OCTETS) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The signature was made with another key."));
      return FALSE;
    }
  if (!is_sound (key_octets + DATA_AT, octets + DATA_AT, message))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The signature is not of this file: one of the two was changed."));
      return FALSE;
    }
  return TRUE;
}

/* ---- Secret keys ---- */

static guint32
get_rounds (const guint8 *octets)
{
  guint32 rounds;

  memcpy (&rounds, octets + ROUNDS_AT, sizeof rounds);
  return GUINT32_FROM_BE (rounds);
}

/* (transfer full) (nullable): the octets of a secret key's file. */
static guint8 *
read_secret (const char *text, GError **error)
{
  guint8 *octets = read_file (text, SECRET_FILE_OCTETS, ALGORITHM KDF);

  if (octets != NULL && get_rounds (octets) <= ROUNDS_LIMIT)
    return octets;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a secret key."));
  if (octets != NULL)
    OPENSSL_cleanse (octets, SECRET_FILE_OCTETS);
  g_free (octets);
  return NULL;
}

static void
get_checksum (const guint8 key[SECRET_OCTETS], guint8 checksum[EVP_MAX_MD_SIZE])
{
  must (EVP_Digest (key, SECRET_OCTETS, checksum, NULL, EVP_sha512 (), NULL) == 1);
}

/* Covers and uncovers: both are the same exclusive or. */
static void
cover (guint8 key[SECRET_OCTETS], const char *passphrase, const guint8 *salt, guint rounds)
{
  guint8 mask[SECRET_OCTETS];

  ter_bcrypt_pbkdf ((const guint8 *) passphrase, strlen (passphrase), salt, SALT_OCTETS, mask, sizeof mask, rounds);
  for (guint i = 0; i < SECRET_OCTETS; i++)
    key[i] ^= mask[i];
  OPENSSL_cleanse (mask, sizeof mask);
}

/* Whether the second half is the public key of the first: what signs with two halves that do not match gives its secret away. */
static gboolean
is_whole (const Secret *secret)
{
  g_autoptr (EVP_PKEY) key = EVP_PKEY_new_raw_private_key (EVP_PKEY_ED25519, NULL, secret->key, KEY_OCTETS);
  guint8 public_key[KEY_OCTETS];
  gsize length = sizeof public_key;

  must (key != NULL && EVP_PKEY_get_raw_public_key (key, public_key, &length) == 1);
  return CRYPTO_memcmp (public_key, secret->key + KEY_OCTETS, KEY_OCTETS) == 0;
}

static gboolean
open_octets (const guint8 *octets, const char *passphrase, Secret *secret, GError **error)
{
  guint rounds = get_rounds (octets);
  guint8 checksum[EVP_MAX_MD_SIZE];

  if (rounds > 0 && (passphrase == NULL || *passphrase == '\0'))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("This key needs its passphrase."));
      return FALSE;
    }
  memcpy (secret->number, octets + SECRET_NUMBER_AT, NUMBER_OCTETS);
  memcpy (secret->key, octets + SECRET_AT, SECRET_OCTETS);
  if (rounds > 0)
    cover (secret->key, passphrase, octets + SALT_AT, rounds);
  get_checksum (secret->key, checksum);
  if (CRYPTO_memcmp (checksum, octets + CHECKSUM_AT, CHECKSUM_OCTETS) == 0 && is_whole (secret))
    return TRUE;
  /* Of a protected key nobody can tell a wrong passphrase from damage. */
  if (rounds > 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("The passphrase is not the right one."));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The secret key is damaged."));
  return FALSE;
}

static gboolean
open_secret (const char *text, const char *passphrase, Secret *secret, GError **error)
{
  guint8 *octets = read_secret (text, error);
  gboolean opened;

  if (octets == NULL)
    return FALSE;
  opened = open_octets (octets, passphrase, secret, error);
  OPENSSL_cleanse (octets, SECRET_FILE_OCTETS);
  g_free (octets);
  return opened;
}

/* The octets of a public key's file. */
static void
pack_public (const Secret *secret, guint8 octets[PUBLIC_OCTETS])
{
  memcpy (octets, ALGORITHM, NUMBER_AT);
  memcpy (octets + NUMBER_AT, secret->number, NUMBER_OCTETS);
  memcpy (octets + DATA_AT, secret->key + KEY_OCTETS, KEY_OCTETS);
}

static void
make_secret (Secret *secret)
{
  g_autoptr (EVP_PKEY) key = NULL;
  gsize length = KEY_OCTETS;

  must (RAND_bytes (secret->number, NUMBER_OCTETS) == 1 && RAND_priv_bytes (secret->key, KEY_OCTETS) == 1);
  key = EVP_PKEY_new_raw_private_key (EVP_PKEY_ED25519, NULL, secret->key, KEY_OCTETS);
  must (key != NULL && EVP_PKEY_get_raw_public_key (key, secret->key + KEY_OCTETS, &length) == 1);
}

/* (transfer full): the contents of a secret key's file. */
static char *
write_secret (const Secret *secret, const char *passphrase, const char *comment)
{
  guint8 octets[SECRET_FILE_OCTETS], checksum[EVP_MAX_MD_SIZE];
  guint32 rounds = GUINT32_TO_BE (passphrase != NULL ? ROUNDS : 0);
  char *text;

  memcpy (octets, ALGORITHM KDF, ROUNDS_AT);
  memcpy (octets + ROUNDS_AT, &rounds, sizeof rounds);
  must (RAND_bytes (octets + SALT_AT, SALT_OCTETS) == 1);
  get_checksum (secret->key, checksum);
  memcpy (octets + CHECKSUM_AT, checksum, CHECKSUM_OCTETS);
  memcpy (octets + SECRET_NUMBER_AT, secret->number, NUMBER_OCTETS);
  memcpy (octets + SECRET_AT, secret->key, SECRET_OCTETS);
  if (passphrase != NULL)
    cover (octets + SECRET_AT, passphrase, octets + SALT_AT, ROUNDS);
  text = write_file (comment, " secret key", octets, sizeof octets);
  OPENSSL_cleanse (octets, sizeof octets);
  return text;
}

gboolean
ter_signify_generate (const char *passphrase, const char *comment, char **secret, char **public_key, GError **error)
{
  g_auto (Secret) made = { 0 };
  guint8 octets[PUBLIC_OCTETS];

  g_return_val_if_fail (comment != NULL && secret != NULL && public_key != NULL, FALSE);

  if (passphrase != NULL && *passphrase == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The passphrase is empty."));
      return FALSE;
    }
  make_secret (&made);
  pack_public (&made, octets);
  *secret = write_secret (&made, passphrase, comment);
  *public_key = write_file (comment, " public key", octets, sizeof octets);
  return TRUE;
}

gboolean
ter_signify_is_protected (const char *secret, gboolean *is_protected, GError **error)
{
  guint8 *octets;

  g_return_val_if_fail (secret != NULL && is_protected != NULL, FALSE);

  octets = read_secret (secret, error);
  if (octets == NULL)
    return FALSE;
  *is_protected = get_rounds (octets) > 0;
  OPENSSL_cleanse (octets, SECRET_FILE_OCTETS);
  g_free (octets);
  return TRUE;
}

char *
ter_signify_get_public (const char *secret, const char *passphrase, GError **error)
{
  g_auto (Secret) opened = { 0 };
  guint8 octets[PUBLIC_OCTETS];

  g_return_val_if_fail (secret != NULL, NULL);

  if (!open_secret (secret, passphrase, &opened, error))
    return NULL;
  pack_public (&opened, octets);
  return g_base64_encode (octets, sizeof octets);
}

char *
ter_signify_sign (const char *secret, const char *passphrase, GBytes *message, const char *comment, GError **error)
{
  g_auto (Secret) opened = { 0 };
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (EVP_MD_CTX) context = NULL;
  guint8 octets[SIGNATURE_OCTETS] = ALGORITHM;
  gsize length = SIGN_OCTETS, message_length;
  const guint8 *data;

  g_return_val_if_fail (secret != NULL && message != NULL && comment != NULL, NULL);

  if (!open_secret (secret, passphrase, &opened, error))
    return NULL;
  key = EVP_PKEY_new_raw_private_key (EVP_PKEY_ED25519, NULL, opened.key, KEY_OCTETS);
  context = EVP_MD_CTX_new ();
  data = g_bytes_get_data (message, &message_length);
  must (key != NULL && context != NULL && EVP_DigestSignInit (context, NULL, NULL, NULL, key) == 1);
  must (EVP_DigestSign (context, octets + DATA_AT, &length, data != NULL ? data : (const guint8 *) "", message_length) == 1);
  memcpy (octets + NUMBER_AT, opened.number, NUMBER_OCTETS);
  return write_file (comment, "", octets, sizeof octets);
}
