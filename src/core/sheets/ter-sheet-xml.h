/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-archive.h"

G_BEGIN_DECLS

/* The attributes of an element. Names are told without their prefix: who wrote the file chose it. */
typedef struct
{
  const char **names, **values;
} TerSheetAttributes;

/* What is told of one part of a spreadsheet. Any of these may be %NULL; %FALSE with @error ends the reading. */
typedef struct
{
  gboolean (*start) (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error);
  gboolean (*end) (const char *name, gpointer user_data, GError **error);
  void (*text) (const char *text, gsize length, gpointer user_data);
} TerSheetXmlFuncs;

/**
 * ter_sheet_xml_read:
 * @archive: a document
 * @path: of the part
 * @error: G_IO_ERROR_INVALID_DATA, in the locale's words: there is no such part, it is damaged, no XML, too deep or too long; entities of
 *   its own are none; or what @funcs gave, or the disk's
 *
 * Reads one part, and never more of it than the limits. Blocks; any thread.
 */
gboolean ter_sheet_xml_read (TerArchive *archive, const char *path, const TerSheetXmlFuncs *funcs, gpointer user_data,
                             GCancellable *cancellable, GError **error);

/* Nullable: the value of an attribute. */
const char *ter_sheet_xml_get (const TerSheetAttributes *attributes, const char *name);
/* The same as a number; @otherwise when there is none, or no number. */
guint ter_sheet_xml_get_number (const TerSheetAttributes *attributes, const char *name, guint otherwise);

/* %FALSE, with @error: the file is no spreadsheet that can be read. @what: in the locale's words */
gboolean ter_sheet_xml_fail (GError **error, const char *what);
/* %FALSE, with what the first of @issues says as @error, unless there is an error already. */
gboolean ter_sheet_xml_fail_issue (GError **error, GPtrArray *issues);

G_END_DECLS
