/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ter-issue.h"

G_BEGIN_DECLS

/* What a value of the format is: the one table of types. The checker, the schemas and the description of the format read it. */
typedef enum
{
  TER_VALUE_ANY,
  TER_VALUE_TEXT,
  TER_VALUE_COMMONMARK,
  TER_VALUE_ID,
  TER_VALUE_VERSION,
  TER_VALUE_LANGUAGE,
  TER_VALUE_LICENSE,
  TER_VALUE_HASH,
  TER_VALUE_KEY, /* the text of a public key */
  TER_VALUE_MEDIATYPE,
  TER_VALUE_COLOR,
  TER_VALUE_URL,
  TER_VALUE_DATE,
  TER_VALUE_DATE_TIME,
  TER_VALUE_LOCAL_TIME,
  TER_VALUE_TIME,
  TER_VALUE_ZONE,
  TER_VALUE_PATH,
  TER_VALUE_TAG,
  TER_VALUE_TERRITORY,
  TER_VALUE_CONFIDENCE,
  TER_VALUE_ENTRY,
  TER_VALUE_SECTION,
  TER_VALUE_FIGURE,
  TER_VALUE_VOCABULARY,
  TER_VALUE_TABLE,        /* a table's name */
  TER_VALUE_FIGURE_TABLE, /* the name of a table or of outlines, in a figure */
  TER_VALUE_FILE,         /* the path of a listed file */
  TER_VALUE_TEXT_FILE,
  TER_VALUE_PICTURE_FILE,
  TER_VALUE_CHOICE,
  TER_VALUE_VIEW,
  TER_VALUE_KIND,
  TER_VALUE_ICON,
  TER_VALUE_WHOLE,
  TER_VALUE_SCALAR, /* a text or a number */
  TER_VALUE_FORMAT,
  TER_VALUE_OBJECT,
  TER_N_VALUES
} TerValueType;

#define TER_VALUE_PATH_LEVEL "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}"
#define TER_VALUE_PATH_PATTERN "^" TER_VALUE_PATH_LEVEL "(/" TER_VALUE_PATH_LEVEL "){0,3}$"

typedef struct
{
  const char *name;     /* (nullable): in data/schema/common.json; %NULL when a member says more */
  const char *words;    /* in the tables of docs/pack-format.md, "id" */
  const char *says;     /* (nullable): what an author reads */
  const char *pattern;  /* (nullable): a regular expression of PCRE and of ECMAScript */
  TerIssueCode code;    /* with a pattern: what to tell of a text that does not match */
  const char *expected; /* (nullable): a key of ter-issue-words.h */
  const char *schema;   /* (nullable): without a pattern: its JSON Schema, with ' for " */
} TerValueRow;

/* (transfer none): what is known of a type; never %NULL. Any thread. */
const TerValueRow *ter_value_get_row (TerValueType type);
/* Whether @text is a value of @type, which has a pattern. Any thread. */
gboolean ter_value_matches (TerValueType type, const char *text);
/* What is longer matches no pattern, in bytes, and is not worth a regular expression’s time. */
#define TER_VALUE_MAX_PATTERN_BYTES 2000

G_END_DECLS
