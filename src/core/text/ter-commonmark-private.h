/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-commonmark.h"

G_BEGIN_DECLS

/* What a paragraph is made of before it is known whether it is a table, holds pictures, or is text alone. */
typedef enum
{
  TER_PIECE_TEXT,
  TER_PIECE_CODE,
  TER_PIECE_SOFT_BREAK, /* a new line in the source */
  TER_PIECE_HARD_BREAK, /* a new line that the author wants */
  TER_PIECE_PICTURE,    /* text: alternative text; target: path */
} TerPieceType;

typedef struct
{
  TerPieceType type;
  char *text;
  TerRunStyle style;
  char *target;  /* nullable */
  char *caption; /* nullable */
} TerPiece;

GArray *ter_pieces_new (void);
TerBlock *ter_block_new (TerBlockType type);
void ter_block_free (TerBlock *block);
/* Adds text to a block; a run goes on as long as style and target stay the same. @length: in bytes; -1 up to the NUL */
void ter_block_add_run (TerBlock *block, const char *text, gssize length, TerRunStyle style, const char *target);
/* Takes what would be a space at a paragraph's ends away: next to a picture, say. */
void ter_block_trim (TerBlock *block);
/* (transfer full): @text, where no word is longer than %TER_COMMONMARK_MAX_WORD. @length: (inout): of the word so far */
char *ter_block_break_text (const char *text, guint *length);
/* The same for all runs of a block and of what it holds. */
void ter_block_break_long_words (TerBlock *block);
/* See ter_block_dup_plain(). */
void ter_block_append_plain (const TerBlock *block, GString *plain);

/* (transfer full) (nullable): a table, when the paragraph's second line is a row of dashes. */
TerBlock *ter_commonmark_table_from_pieces (GArray *pieces);

G_END_DECLS
