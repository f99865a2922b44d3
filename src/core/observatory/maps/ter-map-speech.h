/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-map-scale.h"

G_BEGIN_DECLS

/* What a map says of each territory: its value, its class and its rank. */
typedef struct _TerMapSpeech TerMapSpeech;

/* (transfer full): @values: one each territory, NaN where there is none; copied, as @scale is; what that borrows has to outlive it. */
TerMapSpeech *ter_map_speech_new (const TerMapScale *scale, const double *values, guint n_values);
void ter_map_speech_free (TerMapSpeech *self);
/* (transfer full): "Ain: 3 examples, class 2 of 5, rank 14 of 101". @words: (nullable): the value; %NULL: there is none */
char *ter_map_speech_dup (TerMapSpeech *self, const char *name, guint index, const char *words);

G_END_DECLS
