/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ter-sheet-book.h"
#include "ter-stored-zip.h"

#define ODS_NAMES \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""

/* A file of memory that holds a ZIP of these parts; @fd: (out): close it after use. */
static inline GFile *
book_maker_write (GBytes *zip, int *fd)
{
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (zip, &size);

  *fd = memfd_create ("book", MFD_CLOEXEC);
  g_assert_cmpint (write (*fd, data, size), ==, size);
  path = g_strdup_printf ("/proc/self/fd/%d", *fd);
  return g_file_new_for_path (path);
}

/* (transfer full): an OpenDocument spreadsheet whose content.xml is @content. */
static inline GBytes *
book_maker_dup_ods (GBytes *content)
{
  g_autoptr (GBytes) kind = g_bytes_new_static ("application/vnd.oasis.opendocument.spreadsheet", 46);
  const TerStoredFile files[] = { { "mimetype", kind }, { "content.xml", content }, { NULL, NULL } };

  return ter_stored_zip (files);
}

/* (transfer full): a workbook with one sheet, @sheet, and shared strings, @strings. */
static inline GBytes *
book_maker_dup_xlsx (GBytes *sheet, GBytes *strings)
{
  static const char workbook[] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
  static const char relations[] = "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"s.xml\"/>"
                                  "<Relationship Id=\"b\" Type=\"t/sharedStrings\" Target=\"t.xml\"/></Relationships>";
  g_autoptr (GBytes) first = g_bytes_new_static (workbook, strlen (workbook));
  g_autoptr (GBytes) second = g_bytes_new_static (relations, strlen (relations));
  const TerStoredFile files[] = { { "xl/workbook.xml", first },
                                  { "xl/_rels/workbook.xml.rels", second },
                                  { "xl/s.xml", sheet },
                                  { "xl/t.xml", strings },
                                  { NULL, NULL } };

  return ter_stored_zip (files);
}
