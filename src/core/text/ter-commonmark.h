/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* CommonMark as the few blocks that we show. Everything is text: raw HTML stays as it was written, links keep only the
 * targets of our own list, pictures only a path. Immutable once parsed; any thread. */

/* What is longer is cut (a pack's text has at most 10,000 characters: see docs/pack-format.md). */
#define TER_COMMONMARK_MAX_CHARS 40000
/* Lists, items and quotes nested deeper are shown at this depth. */
#define TER_COMMONMARK_MAX_DEPTH 10
/* A longer word, in characters, is broken by a new line. */
#define TER_COMMONMARK_MAX_WORD 400

typedef enum
{
  TER_RUN_PLAIN = 0,
  TER_RUN_STRONG = 1 << 0,
  TER_RUN_EMPHASIS = 1 << 1,
  TER_RUN_CODE = 1 << 2,
} TerRunStyle;

/* A piece of one paragraph, all of one style. */
typedef struct
{
  char *text; /* UTF-8; "\n" is a line break */
  TerRunStyle style;
  char *target; /* nullable: "https://…", "http://…", "mailto:…", "entry:ID" or "section:ID" */
} TerRun;

typedef enum
{
  TER_BLOCK_HEADING,   /* runs, level */
  TER_BLOCK_PARAGRAPH, /* runs */
  TER_BLOCK_LIST,      /* children: items; ordered, start, tight */
  TER_BLOCK_ITEM,      /* children */
  TER_BLOCK_QUOTE,     /* children */
  TER_BLOCK_CODE,      /* text */
  TER_BLOCK_BREAK,
  TER_BLOCK_TABLE,   /* children: rows, the first one holds the headings */
  TER_BLOCK_ROW,     /* children: as many cells in each row */
  TER_BLOCK_CELL,    /* runs, align */
  TER_BLOCK_PICTURE, /* path; text: what is shown to who cannot see it; caption */
} TerBlockType;

typedef enum
{
  TER_ALIGN_START,
  TER_ALIGN_CENTER,
  TER_ALIGN_END
} TerAlign;

typedef struct
{
  TerBlockType type;
  int level; /* 1 to 6 */
  gboolean ordered;
  gboolean tight;
  int start;
  TerAlign align;
  GPtrArray *runs;     /* of TerRun; nullable */
  GPtrArray *children; /* of TerBlock; nullable */
  char *text;          /* nullable */
  char *path;          /* nullable, as the author wrote it: ask the pack whether it lists such a file */
  char *caption;       /* nullable */
} TerBlock;

typedef struct _TerCommonmark TerCommonmark;

#define TER_TYPE_COMMONMARK (ter_commonmark_get_type ())
GType ter_commonmark_get_type (void);
TerCommonmark *ter_commonmark_parse (const char *text);
TerCommonmark *ter_commonmark_ref (TerCommonmark *self);
void ter_commonmark_unref (TerCommonmark *self);
GPtrArray *ter_commonmark_get_blocks (TerCommonmark *self); /* (transfer none), of TerBlock */
gboolean ter_commonmark_is_cut (TerCommonmark *self);

char *ter_commonmark_to_plain (const char *text);
char *ter_block_dup_plain (const TerBlock *block);
/* Whether @target is one that we follow. */
gboolean ter_commonmark_is_target (const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerCommonmark, ter_commonmark_unref)

G_END_DECLS
