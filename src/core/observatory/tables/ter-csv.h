/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A cursor over CSV as RFC 4180 defines it. It works in the caller's buffer: fields are unquoted and ended by a NUL where
 * they stand, so that a table costs its own bytes and nothing more. A plain value; one thread at a time. */
typedef struct
{
  char *data;
  gsize length;
  gsize position;
  guint line;     /* of the next record, from 1 */
  char delimiter; /* ',' as RFC 4180 has it; who imports from a spreadsheet may set another one after ter_csv_init() */
} TerCsv;

/**
 * ter_csv_init:
 * @data: the text, which reading changes; @data[@length] must be writable
 * @length: its bytes, less than 4 GiB
 * @error: it is not UTF-8, or holds a NUL
 *
 * Begins to read. A byte order mark is passed over (RFC 4180 does not speak of it; spreadsheets write one).
 */
gboolean ter_csv_init (TerCsv *self, char *data, gsize length, GError **error);

/**
 * ter_csv_next:
 * @fields: (element-type guint32): set to where each field begins in the data
 * @line: (out) (optional): the line, from 1, on which the record begins
 * @error: what RFC 4180 does not allow, with its line
 *
 * Reads a record: fields between commas (or what delimiter is set), a line break (CRLF, or LF alone) at the end, a field that holds a comma, a quote or
 * a line break between quotes, a quote in it doubled. The last line break may be missing.
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean ter_csv_next (TerCsv *self, GArray *fields, guint *line, GError **error);

/* Appends @text to @out as one field: between quotes when it must be. %NULL is an empty field. */
void ter_csv_append_field (GString *out, const char *text);

G_END_DECLS
