/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack.h"

G_BEGIN_DECLS

/* What of an entry is searched, in the order in which a passage is chosen to be shown. */
typedef enum
{
  TER_SEARCH_TITLE,
  TER_SEARCH_SUMMARY,
  TER_SEARCH_BODY,
  TER_SEARCH_BODY_PATH, /* the path of a file that holds the body */
  TER_SEARCH_MORE,      /* all other texts of the entry */
  TER_SEARCH_TAG,       /* a term's title */
} TerSearchPart;

typedef void (*TerSearchTextFunc) (TerSearchPart part, const char *text, gpointer user_data);

/* Whether the entry says anything in @language, which is not the pack's default. */
gboolean ter_search_text_is_translated (JsonObject *entry, const char *language);
/* Calls @func for each text of the entry in the language of @pack, or in the default one where there is none. Texts may be CommonMark. */
void ter_search_text_foreach (TerPack *pack, JsonObject *entry, TerSearchTextFunc func, gpointer user_data);
/* Appends CommonMark without its marks, addresses and line breaks, as one line of plain text. */
void ter_search_text_append_plain (GString *plain, const char *markdown, gsize length);

G_END_DECLS
