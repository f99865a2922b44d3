/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-map-speech.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define ROUNDED_FROM 10000.0

struct _TerMapSpeech
{
  TerMapScale scale;
  guint n, n_ranked;
  double *values;
  guint32 *ranks; /* from 1, the highest value first; equals have the same */
};

typedef struct
{
  double value;
  guint32 index;
} Ranked;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  return (one->value < other->value) - (one->value > other->value);
}

TerMapSpeech *
ter_map_speech_new (const TerMapScale *scale, const double *values, guint n_values)
{
  TerMapSpeech *self = g_new0 (TerMapSpeech, 1);
  g_autofree Ranked *ranked = g_new (Ranked, MAX (n_values, 1));

  self->scale = *scale;
  self->n = n_values;
  self->values = g_memdup2 (values, sizeof (double) * n_values);
  self->ranks = g_new0 (guint32, MAX (n_values, 1));
  for (guint32 i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      ranked[self->n_ranked++] = (Ranked) { values[i], i };
  qsort (ranked, self->n_ranked, sizeof *ranked, compare);
  for (guint i = 0; i < self->n_ranked; i++)
    self->ranks[ranked[i].index] = i > 0 && ranked[i].value == ranked[i - 1].value ? self->ranks[ranked[i - 1].index] : i + 1;
  return self;
}

void
ter_map_speech_free (TerMapSpeech *self)
{
  g_free (self->values);
  g_free (self->ranks);
  g_free (self);
}

char *
ter_map_speech_dup_short (TerMapSpeech *self, const char *name, guint index, const char *words)
{
  g_return_val_if_fail (self != NULL && index < self->n, NULL);

  if (words == NULL || ter_map_scale_find (&self->scale, self->values[index]) < 0)
    /* Translators: a territory and its figure on a map: "Ain: 3 examples". */
    return g_strdup_printf (_ ("%s: %s"), name, words != NULL ? words : _ ("no data"));
  /* Translators: a territory on a map, its value, its rank: "Ain: 3 examples, rank 14 of 101". */
  return g_strdup_printf (_ ("%s: %s, rank %u of %u"), name, words, self->ranks[index], self->n_ranked);
}

guint
ter_map_speech_find_extreme (TerMapSpeech *self, gboolean highest)
{
  guint found = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 1; i < self->n; i++)
    if (isfinite (self->values[i]) && (!isfinite (self->values[found]) ||
                                       (highest ? self->values[i] > self->values[found] : self->values[i] < self->values[found])))
      found = i;

  return found;
}

double
ter_map_speech_round (double value)
{
  double step;

  if (!isfinite (value) || fabs (value) < ROUNDED_FROM)
    return value;
  step = pow (10, floor (log10 (fabs (value))) - 2);
  return round (value / step) * step;
}

char *
ter_map_speech_dup (TerMapSpeech *self, const char *name, guint index, const char *words)
{
  int class;

  g_return_val_if_fail (self != NULL && index < self->n, NULL);

  class = ter_map_scale_find (&self->scale, self->values[index]);
  if (words == NULL || class < 0 || self->scale.continuous)
    return ter_map_speech_dup_short (self, name, index, words);
  /* Translators: a territory on a map, its value, the class of its colour, its rank: "Ain: 3 examples, class 2 of 5, rank 14 of 101". */
  return g_strdup_printf (_ ("%s: %s, class %d of %u, rank %u of %u"), name, words, class + 1, self->scale.classes.n_classes,
                          self->ranks[index], self->n_ranked);
}
