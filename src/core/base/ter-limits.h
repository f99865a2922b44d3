/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* All limits of the format, in this one table: docs/pack-format.md tells them to authors. Each is counted while reading,
 * never believed from a header, and has two tests: at the limit (accepted) and one above (refused). */

/* The pack */
#define TER_LIMIT_PACK_BYTES (2ull * 1024 * 1024 * 1024)
#define TER_LIMIT_FILES 20000u
#define TER_LIMIT_ENTRIES 100000u /* of the whole pack */
#define TER_LIMIT_ISSUES 1000u    /* told; those beyond are counted */

/* The archive of a pack */
#define TER_LIMIT_ARCHIVE_BYTES (2ull * 1024 * 1024 * 1024)
#define TER_LIMIT_ARCHIVE_RATIO 100u                     /* unpacked to packed, of a file and of the whole … */
#define TER_LIMIT_ARCHIVE_RATIO_FROM (1024u * 1024)      /* … that is larger than this, unpacked */
#define TER_LIMIT_ARCHIVE_LIST_BYTES (16u * 1024 * 1024) /* its list of files */
#define TER_LIMIT_ARCHIVE_NOTE_BYTES 1024u               /* a comment; the extra fields of an entry */

/* Names */
#define TER_LIMIT_PATH_LEVELS 4u
#define TER_LIMIT_NAME_CHARS 64u /* a level of a path, an id */

/* JSON */
#define TER_LIMIT_MANIFEST_BYTES (16u * 1024 * 1024)
#define TER_LIMIT_JSON_BYTES (64u * 1024 * 1024)
#define TER_LIMIT_JSON_DEPTH 32u
#define TER_LIMIT_JSON_RECORD (4u * 1024 * 1024) /* bytes of one record of an array file */
#define TER_LIMIT_JSON_RECORDS 250000u
#define TER_LIMIT_JSON_VALUES 500000u /* in one record, and in a file outside its records: what json-glib builds at once */
#define TER_LIMIT_JSON_FILE_VALUES \
  720000u /* in a whole file, names of members counted too: bounds the time that a check takes (tests/mutations/worst-packs.c) */
#define TER_LIMIT_JSON_MEMBERS 256u /* of one object: json-glib keeps them in a table without a seed */
#define TER_LIMIT_JSON_ALIKE 48u    /* of them whose names have one value in 256 of GLib's hash: names that nobody meant have six */
#define TER_LIMIT_JSON_PROBLEMS 100u         /* told for one file */
#define TER_LIMIT_INTEGER 9007199254740991.0 /* 2^53 - 1: beyond, JSON’s numbers are not exact everywhere */

/* Texts, in characters */
#define TER_LIMIT_TEXT_CHARS 500u
#define TER_LIMIT_COMMONMARK_CHARS 10000u
#define TER_LIMIT_LINE_CHARS 2000u
#define TER_LIMIT_COMBINING 8u
#define TER_LIMIT_TEXT_BYTES (256u * 1024) /* of a text's file */

/* Tables, outlines, pictures */
#define TER_LIMIT_TABLE_BYTES (64u * 1024 * 1024)
#define TER_LIMIT_TABLE_COLUMNS 200u
#define TER_LIMIT_TABLE_ROWS 1000000u
#define TER_LIMIT_SHEET_CELLS 20000000u          /* of a file that becomes a table */
#define TER_LIMIT_XML_BYTES (512u * 1024 * 1024) /* of one part of a spreadsheet, unpacked */
#define TER_LIMIT_XML_DEPTH 64u
#define TER_LIMIT_OUTLINES 65000u            /* in a file: a map numbers them in 16 bits */
#define TER_LIMIT_OUTLINE_POSITIONS 2000000u /* in a file: all communes of France, simplified. They do not count as values … */
#define TER_LIMIT_OUTLINE_VALUES \
  1500000u /* … the others do, names of members too, in place of TER_LIMIT_JSON_FILE_VALUES: no tree is built of them */
#define TER_LIMIT_PICTURE_PIXELS 4096u /* on a side */
