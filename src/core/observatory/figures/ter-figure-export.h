/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"

G_BEGIN_DECLS

/* A figure's table as a file, so that it is understood away from its pack. Any thread. */

/* What stands under the table; each %NULL when there is nothing to say. */
typedef struct
{
  const char *title;
  const char *question; /* of a survey */
  const char *base;     /* who was asked */
  const char *source;
  const char *date;
} TerFigureCaption;

typedef enum
{
  TER_CSV_STANDARD, /* RFC 4180: commas, decimals with a point */
  TER_CSV_FRENCH,   /* semicolons, decimals with a comma, a byte order mark: as spreadsheets in French open it by a double click */
} TerCsvStyle;

/**
 * ter_figure_export_csv:
 * @caption: (nullable): %NULL: the table alone, as for the clipboard
 *
 * The first line holds the titles with their units, dates are as in ISO 8601. A text that a spreadsheet would take for a formula begins
 * with an apostrophe (OWASP, CSV Injection): packs come from strangers.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *ter_figure_export_csv (TerFigure *figure, TerCsvStyle style, const TerFigureCaption *caption);

/**
 * ter_figure_export_ods:
 *
 * An OpenDocument spreadsheet (ISO/IEC 26300-1:2015, version 1.2): numbers and dates as such, titles in bold, the caption below
 * and in the document's properties. The same figure gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *ter_figure_export_ods (TerFigure *figure, const TerFigureCaption *caption);

G_END_DECLS
