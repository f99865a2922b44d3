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
/* (transfer full): what is said in one breath: "Ain: 3 examples, rank 14 of 101". @words: (nullable): those of ter_map_speech_round() */
char *ter_map_speech_dup_short (TerMapSpeech *self, const char *name, guint index, const char *words);
/* The territory with the highest value, or the lowest; 0 where none has one. */
guint ter_map_speech_find_extreme (TerMapSpeech *self, gboolean highest);
/* A large number with the three digits that the ear keeps: 1,426,929 is 1,430,000. Below 10,000 all is said. */
double ter_map_speech_round (double value);

G_END_DECLS
