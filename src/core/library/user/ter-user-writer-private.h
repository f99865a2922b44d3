/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"

G_BEGIN_DECLS

/* The one thread that reads and writes the file of what the user made, so that no other ever waits for it. It does what it is given in
 * the order given, and answers each. */
typedef struct _TerUserWriter TerUserWriter;

typedef struct
{
  guint64 number;  /* of what was given; 0: the file was opened */
  GError *error;   /* (nullable): why it is not on the disk */
  sqlite3 *memory; /* (nullable): what the file holds now, where that may be other than expected; its owner takes it */
} TerUserAnswer;

/* @called: called in the thread-default main context of the caller when there is an answer to take */
TerUserWriter *ter_user_writer_new (const char *path, GSourceFunc called, gpointer user_data);
/* Ends when all that was given is on the disk, or cannot be. Answers that nobody took are dropped, and failures logged. */
void ter_user_writer_free (TerUserWriter *self); /* @self: (nullable) (transfer full) */

/* Gives SQL to be written, whole or not at all. Returns: its number, from 1. @sql: (transfer full) */
guint64 ter_user_writer_add (TerUserWriter *self, char *sql);
/* Asks for what the file holds, if somebody else wrote it. */
guint64 ter_user_writer_look (TerUserWriter *self);
/* Returns: (transfer full) (nullable): the next answer. @wait: until there is one */
TerUserAnswer *ter_user_writer_take (TerUserWriter *self, gboolean wait);
void ter_user_writer_answer_free (TerUserAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerUserWriter, ter_user_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerUserAnswer, ter_user_writer_answer_free)

G_END_DECLS
