/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-date.h"
#include "ter-pack.h"
#include "ter-webinar.h"

G_BEGIN_DECLS

/* What can differ in an entry, a section, a file: what a reader has a word for. In the order in which they are told. */
typedef enum
{
  TER_PART_ID,
  TER_PART_KIND,
  TER_PART_TITLE,
  TER_PART_SUMMARY,
  TER_PART_DESCRIPTION,
  TER_PART_TEXT,
  TER_PART_DATES,
  TER_PART_STATUS,
  TER_PART_SPEAKERS,
  TER_PART_AGENDA,
  TER_PART_REGISTRATION,
  TER_PART_REPLAY,
  TER_PART_RESOURCES,
  TER_PART_FILES,
  TER_PART_DATA,
  TER_PART_COLUMNS,
  TER_PART_FIGURES,
  TER_PART_KEY_FIGURES,
  TER_PART_RESULT,
  TER_PART_STATE,
  TER_PART_TARGETS,
  TER_PART_DOCUMENTS,
  TER_PART_DOCUMENT_TYPE,
  TER_PART_TERMS,
  TER_PART_CONTENTS,
  TER_PART_SECTION_ORDER,
  TER_PART_ENTRY_ORDER,
  TER_PART_APPEARANCE,
  TER_PART_PLACE,
  TER_PART_ACTORS,
  TER_PART_CONTACT,
  TER_PART_ROLE,
  TER_PART_AUTHOR,
  TER_PART_PUBLISHER,
  TER_PART_LICENCE,
  TER_PART_NOTICE,
  TER_PART_ARCHIVE,
  TER_PART_PICTURE,
  TER_PART_TAGS,
  TER_PART_TERRITORIES,
  TER_PART_CONFIDENCE,
  TER_PART_SOURCES,
  TER_PART_LINKS,
  TER_PART_RELATED,
  TER_PART_ADDRESS,
  TER_PART_LANGUAGES,
  TER_PART_TRANSLATIONS,
  TER_PART_OTHER,
  TER_N_PARTS,
} TerPart;

#define TER_PART_BIT(part) (G_GUINT64_CONSTANT (1) << (part))

/* Half of a SHA-256: what a hostile pack cannot make collide. */
typedef struct
{
  guint64 words[2];
} TerDigest;

/* When a webinar takes place. */
typedef struct
{
  TerDate start;
  TerDate end;
  const char *zone; /* nullable */
  TerWebinarStatus status;
} TerMoment;

/* An entry or another thing of a pack, as little of it as a comparison needs. */
typedef struct
{
  const char *id;
  const char *kind;
  const char *title;
  guint64 parts; /* bits of TerPart: those that it has */
  guint digests; /* the first of its digests; one for each of its parts, in their order */
  guint moment;  /* 1 + the index of its moment; 0 when it is no webinar */
} TerPartsItem;

typedef enum
{
  TER_PARTS_PACK,
  TER_PARTS_SECTIONS,
  TER_PARTS_ENTRIES,
  TER_PARTS_VOCABULARIES,
  TER_PARTS_FILES,
  TER_N_PARTS_LISTS,
} TerPartsList;

/* All things of one version of a pack. A hundred thousand entries take some tens of megabytes. */
typedef struct _TerPackParts TerPackParts;

/* (nullable): %NULL with @error. Reads the entries and, in a folder, the files. Blocks. */
TerPackParts *ter_pack_parts_new (TerPack *pack, GCancellable *cancellable, GError **error);
void ter_pack_parts_free (TerPackParts *self);

guint ter_pack_parts_get_n (TerPackParts *self, TerPartsList list);
const TerPartsItem *ter_pack_parts_get (TerPackParts *self, TerPartsList list, guint index);
/* Whether there is one of this id, and where in its list. */
gboolean ter_pack_parts_find (TerPackParts *self, TerPartsList list, const char *id, guint *index);
const TerDigest *ter_pack_parts_get_digest (TerPackParts *self, const TerPartsItem *item, TerPart part); /* nullable */
const TerMoment *ter_pack_parts_get_moment (TerPackParts *self, const TerPartsItem *item);               /* nullable */
/* Whether the file at @path is told with the entry that it belongs to. */
gboolean ter_pack_parts_is_owned (TerPackParts *self, const char *path);

/* ---- Words (ter-pack-diff-words.c), all (transfer full) ---- */

char *ter_part_dup_words (guint64 parts);
char *ter_moment_dup_move (const TerMoment *before, const TerMoment *after);
char *ter_moment_dup_text (const TerMoment *moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPackParts, ter_pack_parts_free)

G_END_DECLS
