/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Sound packs of the corpus, kept in memory, and what becomes of them. */
typedef struct _Seeds Seeds;

typedef enum
{
  MUTANT_BYTES,
  MUTANT_ZIP,
  MUTANT_JSON,
  MUTANT_MANIFEST,
  N_MUTANT_KINDS
} MutantKind;

typedef struct
{
  MutantKind kind;
  const char *seed; /* the pack's name */
  GString *bytes;   /* of the .tpack */
  GString *log;     /* what was done */
} Mutant;

/* @folder: holds the packs, one a sub-folder */
Seeds *seeds_new (const char *folder, const char *const *names);
void seeds_free (Seeds *self);
guint seeds_get_n (Seeds *self);
/* (transfer full): a seed as a .tpack; @version: (nullable): instead of its own; @is_signed: by the key of the seeds, which the manifest announces. */
GString *seeds_write (Seeds *self, guint index, const char *version, gboolean is_signed);

/* The mutant with this number: the same for the same @seed. */
Mutant *mutant_new (Seeds *seeds, guint64 seed, guint number);
void mutant_free (Mutant *self);
const char *mutant_kind_get_name (MutantKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Seeds, seeds_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mutant, mutant_free)

G_END_DECLS
