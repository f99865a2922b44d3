/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-hash.h"

#include <string.h>
#include <sys/random.h>

typedef struct
{
  guint64 a, b, c, d;
} State;

static inline guint64
rotate (guint64 word, int bits)
{
  return word << bits | word >> (64 - bits);
}

static inline void
mix (State *s)
{
  s->a += s->b;
  s->c += s->d;
  s->b = rotate (s->b, 13) ^ s->a;
  s->d = rotate (s->d, 16) ^ s->c;
  s->a = rotate (s->a, 32);
  s->c += s->b;
  s->a += s->d;
  s->b = rotate (s->b, 17) ^ s->c;
  s->d = rotate (s->d, 21) ^ s->a;
  s->c = rotate (s->c, 32);
}

static inline void
take (State *s, guint64 word)
{
  s->d ^= word;
  mix (s);
  s->a ^= word;
}

guint64
ter_hash_siphash (gconstpointer data, gsize length, guint64 key0, guint64 key1)
{
  State s = {
    key0 ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
    key1 ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
    key0 ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
    key1 ^ G_GUINT64_CONSTANT (0x7465646279746573),
  };
  const guint8 *at = data;
  guint64 last = (guint64) length << 56;
  guint64 word;

  for (gsize left = length; left >= 8; left -= 8, at += 8)
    {
      memcpy (&word, at, 8);
      take (&s, GUINT64_FROM_LE (word));
    }
  for (gsize i = 0; i < length % 8; i++)
    last |= (guint64) at[i] << (8 * i);
  take (&s, last);
  s.c ^= 0xff;
  for (int i = 0; i < 3; i++)
    mix (&s);
  return s.a ^ s.b ^ s.c ^ s.d;
}

static const guint64 *
seed (void)
{
  static guint64 drawn[2];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      if (getrandom (drawn, sizeof drawn, 0) != sizeof drawn)
        g_error ("the system gives no random numbers");
      g_once_init_leave (&done, 1);
    }
  return drawn;
}

static guint
hash (gconstpointer data, gsize length)
{
  const guint64 *keys = seed ();

  return (guint) ter_hash_siphash (data, length, keys[0], keys[1]);
}

guint
ter_hash_text (gconstpointer text)
{
  return hash (text, strlen (text));
}

guint
ter_hash_double (gconstpointer number)
{
  const double value = *(const double *) number + 0.0; /* -0 becomes 0 */

  return hash (&value, sizeof value);
}

guint
ter_hash_int64 (gconstpointer number)
{
  return hash (number, sizeof (gint64));
}
