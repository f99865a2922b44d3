/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-outline.h"

G_BEGIN_DECLS

/* What a feature of GeoJSON says, read from its text without a tree: a position costs a few dozen nanoseconds. */
typedef struct
{
  gboolean is_feature; /* its type, and an object of properties */
  char *code, *name;   /* nullable: not there, or no texts; the name is the member "name" or, as in tables, "nom" */
  gboolean has_code;   /* there is one, text or not */
  const char *wanted;  /* nullable: what its geometry should be, a key of ter-issue-words.h: "polygon", "ring", "degrees" */
  GArray *positions;   /* of TerPosition: all rings, one after the other */
  GArray *rings;       /* of guint: where each ring ends */
  double west, south, east, north;
} TerOutlineFeature;

void ter_outline_feature_init (TerOutlineFeature *self); /* for any number of readings */
void ter_outline_feature_clear (TerOutlineFeature *self);
/* @text: sound JSON (TerJsonScan has looked at it). What was read before is forgotten. */
void ter_outline_feature_read (TerOutlineFeature *self, const char *text, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TerOutlineFeature, ter_outline_feature_clear)

G_END_DECLS
