/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-value.h"

#include <string.h>

#define ID "[a-z0-9]+(-[a-z0-9]+)*"
#define DAY \
  "(((?!0000)[0-9]{4})-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))" \
  "|((?!0000)([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00))-02-29)"
#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9]"
#define DATE "((?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?|" DAY ")"
#define STRING .schema = "{'type':'string'}"

static const TerValueRow rows[TER_N_VALUES] = {
  [TER_VALUE_ANY] = { NULL, "any value" },
  [TER_VALUE_TEXT] = { "text", "text", "One line of plain text" },
  [TER_VALUE_COMMONMARK] = { "commonmark", "CommonMark", "CommonMark; lines of at most 2,000 characters" },
  [TER_VALUE_ID] = { "id", "id", "Small letters and digits in groups parted by “-”; never changed once published",
                     "^(?=.{1,64}$)" ID "$", TER_ISSUE_ID_INVALID },
  [TER_VALUE_VERSION] = { "version", "`1.2.3`", "Semantic version: 1.2.3",
                          "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",
                          TER_ISSUE_VERSION_INVALID },
  [TER_VALUE_LANGUAGE] = { "language", "BCP 47 tag", "BCP 47 tag: fr, en, pt-BR", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
                           TER_ISSUE_LANGUAGE_INVALID },
  [TER_VALUE_LICENSE] = { "license", "SPDX name", "SPDX identifier: CC-BY-SA-4.0, etalab-2.0", "^[A-Za-z0-9.+-]+$",
                          TER_ISSUE_LICENSE_INVALID },
  [TER_VALUE_HASH] = { "hash", "`sha256:` + 64 hex digits", "sha256: and 64 hexadecimal digits", "^sha256:[0-9a-f]{64}$",
                       TER_ISSUE_HASH_INVALID },
  [TER_VALUE_KEY] = { "key", "key", "The text of a public key: the second line of a .pub file", "^RW[Q-T][A-Za-z0-9+/]{53}$",
                      TER_ISSUE_KEY_INVALID },
  [TER_VALUE_MEDIATYPE] = { "mediatype", "media type", "TYPE/SUBTYPE", "^[a-z0-9.+-]+/[A-Za-z0-9.+-]+$",
                            TER_ISSUE_MEDIATYPE_INVALID, "any-media" },
  [TER_VALUE_COLOR] = { "color", "`#RRGGBB`", "#RRGGBB", "^#[0-9A-Fa-f]{6}$", TER_ISSUE_COLOR_INVALID },
  [TER_VALUE_URL] = { "url", "url", "https:// or http://, percent-encoded", "^https?://[!#-;=?-\\[\\]_a-z~]+$",
                      TER_ISSUE_URL_INVALID },
  [TER_VALUE_DATE] = { "date", "date", "2020, 2020-05 or 2020-05-28", "^" DATE "$", TER_ISSUE_DATE_INVALID, "date" },
  [TER_VALUE_DATE_TIME] = { "dateTime", "RFC 3339 date-time or date", "2020-05-28, or 2020-05-28T13:00:00Z",
                            "^" DAY "(T" CLOCK ":([0-5][0-9]|60)(\\.[0-9]+)?(Z|[+-]" CLOCK "))?$", TER_ISSUE_DATE_INVALID,
                            "date-time" },
  [TER_VALUE_LOCAL_TIME] = { "localTime", "`2020-05-28T13:00` or date", "2020-05-28T13:00 in the webinar's time zone, or a date",
                             "^(" DATE "|" DAY "T" CLOCK "(:[0-5][0-9])?)$", TER_ISSUE_DATE_INVALID, "local-time" },
  [TER_VALUE_TIME] = { "time", "`13:05`", "13:05", "^" CLOCK "$", TER_ISSUE_TIME_INVALID },
  [TER_VALUE_ZONE] = { "zone", "IANA name", "The name of a time zone: Europe/Paris", STRING },
  [TER_VALUE_PATH] = { "path", "path", "Relative to the pack: at most 4 levels of 64 characters, none starting with a dot",
                       TER_VALUE_PATH_PATTERN, TER_ISSUE_PATH_INVALID },
  [TER_VALUE_TAG] = { "tag", "tag", "VOCABULARY:TERM", "^" ID ":" ID "$", TER_ISSUE_TAG_INVALID },
  [TER_VALUE_TERRITORY] = { "territory", "territory", "LEVEL:CODE: departement:94, commune:01001",
                            "^(country|region|departement|epci|commune):[0-9A-Z]{2,9}$", TER_ISSUE_TERRITORY_INVALID },
  [TER_VALUE_CONFIDENCE] = { "confidence", "term of vocabulary `confidence`", "A term of the vocabulary “confidence”", STRING },
  [TER_VALUE_ENTRY] = { "entryId", "entry id", "The id of an entry of this pack", STRING },
  [TER_VALUE_SECTION] = { "sectionId", "section id", "The id of a section of this pack", STRING },
  [TER_VALUE_FIGURE] = { "figureId", "`DASHBOARD/FIGURE`", "DASHBOARD/FIGURE, both ids of this pack", STRING },
  [TER_VALUE_VOCABULARY] = { "vocabularyId", "vocabulary id", "The id of a vocabulary of this pack", STRING },
  [TER_VALUE_TABLE] = { "tableName", "name of a table", "The name of a table of this pack", STRING },
  [TER_VALUE_FIGURE_TABLE] = { "figureTableName", "name of a table or of outlines",
                               "The name of a table of the pack, or of outlines", STRING },
  [TER_VALUE_FILE] = { "file", "path of a listed file", "The path of a listed file", STRING },
  [TER_VALUE_TEXT_FILE] = { "textFile", "path of a `text`", "The path of a file with the role “text”", STRING },
  [TER_VALUE_PICTURE_FILE] = { "pictureFile", "path of a `picture`", "The path of a file with the role “picture”", STRING },
  [TER_VALUE_CHOICE] = { NULL, "one of" },
  [TER_VALUE_VIEW] = { "view", "view", "The entries of another view are listed" },
  [TER_VALUE_KIND] = { "kind", "kind", "Other kinds are shown with title, summary and text" },
  [TER_VALUE_ICON] = { "icon", "symbolic icon name", "Another one falls back to a plain folder",
                       .schema = "{'anyOf':[{'$ref':'icons.json'},{'type':'string'}]}" },
  [TER_VALUE_WHOLE] = { "whole", "integer", "A whole number, not below zero", .schema = "{'type':'integer','minimum':0}" },
  [TER_VALUE_SCALAR] = { "scalar", "text or number", "A text or a number",
                         .schema = "{'anyOf':[{'type':'number'},{'$ref':'#/$defs/text'}]}" },
  [TER_VALUE_FORMAT] = { "format", "`[1, 0]`", "Major and minor version of the format",
                         .schema = "{'type':'array','prefixItems':[{'const':1},{'type':'integer','minimum':0}],"
                                   "'minItems':2,'maxItems':2}" },
  [TER_VALUE_OBJECT] = { NULL, "object" },
};

const TerValueRow *
ter_value_get_row (TerValueType type)
{
  g_return_val_if_fail (type < TER_N_VALUES, &rows[TER_VALUE_ANY]);

  return &rows[type];
}

/* Compiled once for the life of the program: an entry has a dozen of them. */
static GRegex *
get_regex (TerValueType type)
{
  static GRegex *regexes[TER_N_VALUES];

  if (g_once_init_enter_pointer (&regexes[type]))
    {
      GRegex *regex = g_regex_new (rows[type].pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave_pointer (&regexes[type], regex);
    }
  return regexes[type];
}

gboolean
ter_value_matches (TerValueType type, const char *text)
{
  g_return_val_if_fail (type < TER_N_VALUES && rows[type].pattern != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) <= TER_VALUE_MAX_PATTERN_BYTES && g_regex_match (get_regex (type), text, 0, NULL);
}
