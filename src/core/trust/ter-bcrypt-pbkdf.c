/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bcrypt-pbkdf.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>

#include "ter-blowfish.h"

#define SHA512_OCTETS 64
#define HASH_WORDS 8
#define HASH_OCTETS (HASH_WORDS * 4)
#define COST 64

static void
sha512 (const guint8 *data, gsize length, guint8 digest[SHA512_OCTETS])
{
  /* Fails for want of memory alone, like g_malloc(). */
  if (EVP_Digest (data, length, digest, NULL, EVP_sha512 (), NULL) != 1)
    g_error ("OpenSSL has no SHA-512");
}

/* bcrypt with a text of its own, as it is in bcrypt_pbkdf(3). */
static void
hash (const guint8 passphrase[SHA512_OCTETS], const guint8 salt[SHA512_OCTETS], guint8 out[HASH_OCTETS])
{
  static const char text[HASH_OCTETS + 1] = "OxychromaticBlowfishSwatDynamite";
  TerBlowfish state;
  guint32 words[HASH_WORDS];

  ter_blowfish_init (&state);
  ter_blowfish_expand (&state, salt, SHA512_OCTETS, passphrase, SHA512_OCTETS);
  for (guint i = 0; i < COST; i++)
    {
      ter_blowfish_expand (&state, NULL, 0, salt, SHA512_OCTETS);
      ter_blowfish_expand (&state, NULL, 0, passphrase, SHA512_OCTETS);
    }

  memcpy (words, text, sizeof words);
  for (guint i = 0; i < HASH_WORDS; i++)
    words[i] = GUINT32_FROM_BE (words[i]);
  for (guint i = 0; i < COST; i++)
    for (guint block = 0; block < HASH_WORDS; block += 2)
      ter_blowfish_encrypt (&state, &words[block], &words[block + 1]);
  /* The text was read high octet first; the result is written low octet first. */
  for (guint i = 0; i < HASH_WORDS; i++)
    words[i] = GUINT32_TO_LE (words[i]);
  memcpy (out, words, sizeof words);
  OPENSSL_cleanse (&state, sizeof state);
  OPENSSL_cleanse (words, sizeof words);
}

/* The block number @count: the exclusive or of @rounds hashes, each salted with the one before. */
static void
derive_block (const guint8 passphrase[SHA512_OCTETS], const guint8 *salt, gsize salt_length, guint32 count, guint rounds,
              guint8 out[HASH_OCTETS])
{
  g_autofree guint8 *counted = g_malloc (salt_length + sizeof count);
  guint8 digest[SHA512_OCTETS], piece[HASH_OCTETS];

  count = GUINT32_TO_BE (count);
  memcpy (counted, salt, salt_length);
  memcpy (counted + salt_length, &count, sizeof count);
  sha512 (counted, salt_length + sizeof count, digest);
  hash (passphrase, digest, piece);
  memcpy (out, piece, HASH_OCTETS);
  for (guint i = 1; i < rounds; i++)
    {
      sha512 (piece, sizeof piece, digest);
      hash (passphrase, digest, piece);
      for (guint k = 0; k < HASH_OCTETS; k++)
        out[k] ^= piece[k];
    }
  OPENSSL_cleanse (digest, sizeof digest);
  OPENSSL_cleanse (piece, sizeof piece);
}

void
ter_bcrypt_pbkdf (const guint8 *passphrase, gsize passphrase_length, const guint8 *salt, gsize salt_length, guint8 *key,
                  gsize key_length, guint rounds)
{
  guint8 digest[SHA512_OCTETS], block[HASH_OCTETS];
  gsize n_blocks, per_block;

  g_return_if_fail (passphrase != NULL && passphrase_length > 0);
  g_return_if_fail (salt != NULL && salt_length > 0);
  g_return_if_fail (key != NULL && key_length > 0 && key_length <= HASH_OCTETS * HASH_OCTETS);
  g_return_if_fail (rounds > 0);

  n_blocks = (key_length + HASH_OCTETS - 1) / HASH_OCTETS;
  per_block = (key_length + n_blocks - 1) / n_blocks;
  sha512 (passphrase, passphrase_length, digest);
  /* The blocks are dealt out like cards: whoever wants any part of the key has to compute them all. */
  for (gsize i = 0; i < n_blocks; i++)
    {
      derive_block (digest, salt, salt_length, i + 1, rounds, block);
      for (gsize k = 0; k < per_block && k * n_blocks + i < key_length; k++)
        key[k * n_blocks + i] = block[k];
    }
  OPENSSL_cleanse (digest, sizeof digest);
  OPENSSL_cleanse (block, sizeof block);
}
