/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the text of a file is written. */
typedef enum
{
  TER_SHEET_ENCODING_FOUND, /* asked for: whichever fits */
  TER_SHEET_ENCODING_UTF8,
  TER_SHEET_ENCODING_UTF16,
  TER_SHEET_ENCODING_WINDOWS_1252,
  TER_SHEET_ENCODING_LATIN9,
  TER_SHEET_ENCODING_MACROMAN,
} TerSheetEncoding;

/* The name of an encoding, for people and for programs: "UTF-8", "Windows-1252", "ISO-8859-15", "MacRoman"… */
const char *ter_sheet_text_get_name (TerSheetEncoding encoding);
/* From such a name, in any case; %FALSE for another word. */
gboolean ter_sheet_text_parse_name (const char *name, TerSheetEncoding *encoding);

/**
 * ter_sheet_text_decode:
 * @bytes: a file of text
 * @encoding: (inout): what was asked for, then what was taken
 * @doubtful: (out): another encoding would give other letters as plausible
 * @length: (out): bytes of the text
 * @error: G_IO_ERROR_INVALID_DATA: it is empty or no text, or a file of UTF-8 has a byte that is none: its line and column
 *
 * Decodes the whole file: UTF-8, UTF-16 in either order, and of the encodings of one byte that which gives French words. Line breaks of
 * old Macintoshes become those of others. A file of UTF-8 in which a byte was damaged is refused, never read in another way.
 *
 * Returns: (transfer full) (nullable): UTF-8 without a byte order mark
 */
char *ter_sheet_text_decode (GBytes *bytes, TerSheetEncoding *encoding, gboolean *doubtful, gsize *length, GError **error);

G_END_DECLS
