/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-po.h"

G_BEGIN_DECLS

/* The localised members of a pack as messages for translators: the context is FILE#POINTER, the source is the text in the default
 * language, the translation that of the member "NAME@LANGUAGE". An array of texts is one message, a line an element. What stands in
 * files of their own (a "bodyPath", a column of a table) is translated as a file. */

typedef struct
{
  GPtrArray *messages; /* of TerPoMessage, in the order of the files */
  char *project;       /* the pack's name and version */
  guint n_missing;     /* without a translation */
  guint n_fuzzy;
  guint n_paths; /* texts that are files and lack a translated one */
} TerTranslations;

/**
 * ter_translations_extract:
 * @pack: a local folder
 * @language: a BCP 47 tag, other than the pack's default one
 * @before: (nullable) (element-type TerPoMessage): the file of an earlier extraction: a translation in it that the pack lacks is kept,
 *   one whose source has changed since becomes fuzzy
 * @error: in the locale's words: there is no pack, one of its files is no sound JSON, @language is its default one
 *
 * Blocks; any thread.
 */
TerTranslations *
ter_translations_extract (GFile *pack, const char *language, GPtrArray *before, GCancellable *cancellable, GError **error);
void ter_translations_free (TerTranslations *self);

typedef struct
{
  guint n_written; /* members added or changed */
  guint n_same;
  guint n_fuzzy;           /* left out: to be looked at first */
  guint n_lost;            /* left out: their source is not in the pack any more, or their lines do not match */
  guint n_files;           /* files that were changed */
  gboolean language_added; /* to "languages" */
  gboolean is_signed;      /* the pack has a signature, which is no longer of its manifest */
} TerTranslationsMerge;

/**
 * ter_translations_merge:
 * @messages: (element-type TerPoMessage): a translator's file
 * @error: as above, or the disk's
 *
 * Writes each translation beside its source, and keeps the form of all else. Sizes and hashes in the manifest follow. A message whose
 * place has moved is found by its source, if that is the only one of its kind. Each file is written whole or not at all. Blocks.
 */
gboolean ter_translations_merge (GFile *pack, const char *language, GPtrArray *messages, TerTranslationsMerge *result,
                                 GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTranslations, ter_translations_free)

G_END_DECLS
