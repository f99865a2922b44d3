/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-source.h"
#include "ter-stage.h"

G_BEGIN_DECLS

/* For ter-stage.c (what is imported) and ter-stage-read.c (its files). */

/* One file to read. */
typedef struct
{
  const char *path; /* both of the manifest */
  const char *sha256;
  guint64 size;
} TerStageFile;

struct _TerStage
{
  TerStore *store;
  GFile *file;
  TerSource *source;

  GBytes *bytes;        /* of the manifest */
  JsonObject *manifest; /* nullable: it cannot be parsed */
  char *manifest_sha256;
  char *signature;        /* nullable: its text */
  char *signature_sha256; /* nullable */
  char *incoming;         /* nullable: the folder, once it has been made */
  guint64 size;
  GArray *wanted; /* of TerStageFile */
  TerStageProgress progress;
};

/* Says in incoming/ what is imported: from here on a sweep leaves it its objects. */
gboolean ter_stage_make_incoming (TerStage *self, GError **error);

G_END_DECLS
