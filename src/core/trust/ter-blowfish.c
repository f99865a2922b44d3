/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-blowfish.h"

#include <openssl/bn.h>
#include <string.h>

/* Bruce Schneier, "Description of a New Variable-Length Key, 64-Bit Block Cipher (Blowfish)", 1993; the schedule with a salt: Niels
 * Provos and David Mazières, "A Future-Adaptable Password Scheme", 1999. OpenSSL's Blowfish has no such schedule. */

#define STATE_WORDS (TER_BLOWFISH_SUBKEYS + TER_BLOWFISH_BOXES * 256)
#define STATE_BITS (STATE_WORDS * 32)
/* More bits than are kept: each of the some 14,000 divisions loses less than one unit of the last. */
#define GUARD_BITS 64

G_STATIC_ASSERT (sizeof (TerBlowfish) == STATE_WORDS * sizeof (guint32));

/* Fails for want of memory alone, like g_malloc(). */
static void
must (gboolean done)
{
  if (!done)
    g_error ("OpenSSL cannot count");
}

/* Adds @factor × arctan (1 / @x) to @sum, both in units of 2^-(STATE_BITS + GUARD_BITS): 1/x - 1/3x³ + 1/5x⁵ - … */
static void
add_arctan (BIGNUM *sum, int factor, BN_ULONG x)
{
  BIGNUM *power = BN_new (), *term = BN_new ();
  gboolean negative = factor < 0;

  must (power != NULL && term != NULL && BN_set_word (power, ABS (factor)) && BN_lshift (power, power, STATE_BITS + GUARD_BITS));
  must (BN_div_word (power, x) != (BN_ULONG) -1);
  for (BN_ULONG n = 1; !BN_is_zero (power); n += 2, negative = !negative)
    {
      must (BN_copy (term, power) != NULL && BN_div_word (term, n) != (BN_ULONG) -1);
      must (negative ? BN_sub (sum, sum, term) : BN_add (sum, sum, term));
      must (BN_div_word (power, x * x) != (BN_ULONG) -1);
    }
  BN_free (power);
  BN_free (term);
}

/* The tables are digits of pi: they are computed (Machin: pi = 16 arctan 1/5 - 4 arctan 1/239), some 50 ms once, not copied. */
static guint32 *
compute_pi (void)
{
  guint32 *words = g_new (guint32, STATE_WORDS);
  guint8 *octets = g_new (guint8, STATE_WORDS * 4);
  BIGNUM *pi = BN_new ();

  must (pi != NULL);
  BN_zero (pi);
  add_arctan (pi, 16, 5);
  add_arctan (pi, -4, 239);
  must (BN_rshift (pi, pi, GUARD_BITS) && BN_mask_bits (pi, STATE_BITS) && BN_bn2binpad (pi, octets, STATE_WORDS * 4) > 0);
  for (gsize i = 0; i < STATE_WORDS; i++)
    {
      memcpy (&words[i], octets + 4 * i, 4);
      words[i] = GUINT32_FROM_BE (words[i]);
    }
  BN_free (pi);
  g_free (octets);
  return words;
}

/* The next 32 bits of @data, read again from its beginning when it ends. */
static guint32
next_word (const guint8 *data, gsize length, gsize *at)
{
  guint32 word = 0;

  for (guint i = 0; i < 4; i++)
    {
      word = word << 8 | data[*at];
      *at = *at + 1 < length ? *at + 1 : 0;
    }
  return word;
}

static inline guint32
mix (const TerBlowfish *self, guint32 x)
{
  return ((self->s[0][x >> 24] + self->s[1][x >> 16 & 0xff]) ^ self->s[2][x >> 8 & 0xff]) + self->s[3][x & 0xff];
}

void
ter_blowfish_init (TerBlowfish *self)
{
  static guint32 *pi;

  g_return_if_fail (self != NULL);

  if (g_once_init_enter_pointer (&pi))
    g_once_init_leave_pointer (&pi, compute_pi ());
  memcpy (self->p, pi, sizeof self->p);
  memcpy (self->s, pi + TER_BLOWFISH_SUBKEYS, sizeof self->s);
}

void
ter_blowfish_encrypt (const TerBlowfish *self, guint32 *left, guint32 *right)
{
  guint32 l = *left, r = *right;

  for (guint i = 0; i < TER_BLOWFISH_SUBKEYS - 2; i += 2)
    {
      l ^= self->p[i];
      r ^= mix (self, l);
      r ^= self->p[i + 1];
      l ^= mix (self, r);
    }
  *left = r ^ self->p[TER_BLOWFISH_SUBKEYS - 1];
  *right = l ^ self->p[TER_BLOWFISH_SUBKEYS - 2];
}

/* Replaces @n words by what the cipher makes of the salt, going on from the block before. */
static void
fill (TerBlowfish *self, guint32 *words, gsize n, const guint8 *salt, gsize salt_length, gsize *at, guint32 block[2])
{
  for (gsize i = 0; i < n; i += 2)
    {
      if (salt != NULL)
        {
          block[0] ^= next_word (salt, salt_length, at);
          block[1] ^= next_word (salt, salt_length, at);
        }
      ter_blowfish_encrypt (self, &block[0], &block[1]);
      words[i] = block[0];
      words[i + 1] = block[1];
    }
}

void
ter_blowfish_expand (TerBlowfish *self, const guint8 *salt, gsize salt_length, const guint8 *key, gsize key_length)
{
  guint32 block[2] = { 0, 0 };
  gsize at = 0;

  g_return_if_fail (self != NULL && key != NULL && key_length > 0);
  g_return_if_fail (salt == NULL || salt_length > 0);

  for (guint i = 0; i < TER_BLOWFISH_SUBKEYS; i++)
    self->p[i] ^= next_word (key, key_length, &at);
  at = 0;
  fill (self, self->p, TER_BLOWFISH_SUBKEYS, salt, salt_length, &at, block);
  for (guint i = 0; i < TER_BLOWFISH_BOXES; i++)
    fill (self, self->s[i], G_N_ELEMENTS (self->s[i]), salt, salt_length, &at, block);
}
