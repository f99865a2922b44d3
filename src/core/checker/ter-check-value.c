/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <math.h>
#include <string.h>

#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-pack-path.h"
#include "ter-view.h"
#include "ter-config.h"

/* What is longer is no url, date or name, and not worth a regular expression's time. */
#define MAX_PATTERN_BYTES 2000

#define ID "[a-z0-9]+(-[a-z0-9]+)*"
#define DAY \
  "(((?!0000)[0-9]{4})-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))" \
  "|((?!0000)([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00))-02-29)"
#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9]"
#define DATE "((?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?|" DAY ")"

typedef struct
{
  TerValueType type;
  TerIssueCode code;
  const char *expected; /* nullable: a key of ter-issue-words.h */
  const char *pattern;
} PatternRow;

/* The same text stands in data/schema/common.json: a test compares them. */
static const PatternRow patterns[] = {
  { TER_VALUE_ID, TER_ISSUE_ID_INVALID, NULL, "^(?=.{1,64}$)" ID "$" },
  { TER_VALUE_VERSION, TER_ISSUE_VERSION_INVALID, NULL,
    "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$" },
  { TER_VALUE_LANGUAGE, TER_ISSUE_LANGUAGE_INVALID, NULL, "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
  { TER_VALUE_LICENSE, TER_ISSUE_LICENSE_INVALID, NULL, "^[A-Za-z0-9.+-]+$" },
  { TER_VALUE_HASH, TER_ISSUE_HASH_INVALID, NULL, "^sha256:[0-9a-f]{64}$" },
  { TER_VALUE_KEY, TER_ISSUE_KEY_INVALID, NULL, "^RW[Q-T][A-Za-z0-9+/]{53}$" },
  { TER_VALUE_MEDIATYPE, TER_ISSUE_MEDIATYPE_INVALID, "any-media", "^[a-z0-9.+-]+/[A-Za-z0-9.+-]+$" },
  { TER_VALUE_COLOR, TER_ISSUE_COLOR_INVALID, NULL, "^#[0-9A-Fa-f]{6}$" },
  { TER_VALUE_URL, TER_ISSUE_URL_INVALID, NULL, "^https?://[!#-;=?-\\[\\]_a-z~]+$" },
  { TER_VALUE_DATE, TER_ISSUE_DATE_INVALID, "date", "^" DATE "$" },
  { TER_VALUE_DATE_TIME, TER_ISSUE_DATE_INVALID, "date-time",
    "^" DAY "(T" CLOCK ":([0-5][0-9]|60)(\\.[0-9]+)?(Z|[+-]" CLOCK "))?$" },
  { TER_VALUE_LOCAL_TIME, TER_ISSUE_DATE_INVALID, "local-time", "^(" DATE "|" DAY "T" CLOCK "(:[0-5][0-9])?)$" },
  { TER_VALUE_TIME, TER_ISSUE_TIME_INVALID, NULL, "^" CLOCK "$" },
  { TER_VALUE_PATH, TER_ISSUE_PATH_INVALID, NULL, TER_PACK_PATH_PATTERN },
  { TER_VALUE_TAG, TER_ISSUE_TAG_INVALID, NULL, "^" ID ":" ID "$" },
  { TER_VALUE_TERRITORY, TER_ISSUE_TERRITORY_INVALID, NULL, "^(country|region|departement|epci|commune):[0-9A-Z]{2,9}$" },
};

static const PatternRow *
find_pattern (TerValueType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (patterns[i].type == type)
      return &patterns[i];
  return NULL;
}

const char *
ter_check_pattern (TerValueType type)
{
  const PatternRow *row = find_pattern (type);

  return row != NULL ? row->pattern : NULL;
}

/* Compiled once for the life of the program: an entry has a dozen of them. */
static GRegex *
get_regex (const PatternRow *row)
{
  static GRegex *regexes[G_N_ELEMENTS (patterns)];
  guint i = row - patterns;

  if (g_once_init_enter_pointer (&regexes[i]))
    {
      GRegex *regex = g_regex_new (row->pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave_pointer (&regexes[i], regex);
    }
  return regexes[i];
}

gboolean
ter_check_matches (TerValueType type, const char *text)
{
  const PatternRow *row = find_pattern (type);

  g_assert (row != NULL);
  return strlen (text) <= MAX_PATTERN_BYTES && g_regex_match (get_regex (row), text, 0, NULL);
}

void
ter_check_not_type (TerCheck *check, const char *name, const char *expected)
{
  ter_check_add (check, TER_ISSUE_MEMBER_TYPE, "member", name, "@expected", expected, NULL);
}

static void
check_pattern (TerCheck *check, const PatternRow *row, const char *text)
{
  if (ter_check_matches (row->type, text))
    ter_check_reference (check, row->type, text);
  else if (row->expected != NULL)
    ter_check_add (check, row->code, "value", text, "@expected", row->expected, NULL);
  else
    ter_check_add (check, row->code, "value", text, "path", text, NULL);
}

/* @code: what to say of a value that readers will pass over. */
static void
check_choice (TerCheck *check, TerIssueCode code, const char *name, const char *text, const char *const *choices)
{
  g_autofree char *allowed = NULL;

  if (g_strv_contains (choices, text))
    return;
  allowed = g_strjoinv (", ", (char **) choices);
  ter_check_add (check, code, "member", name, "value", text, "allowed", allowed, NULL);
}

static void
check_zone (TerCheck *check, const char *text)
{
  g_autoptr (GTimeZone) zone = NULL;

  /* GLib also takes "+02:00" and POSIX rules, which no calendar shares. */
  if (g_ascii_isalpha (*text) && strlen (text) < 64 && strchr (text, ',') == NULL && strstr (text, "..") == NULL)
    zone = g_time_zone_new_identifier (text);
  if (zone == NULL || !g_str_equal (g_time_zone_get_identifier (zone), text))
    ter_check_add (check, TER_ISSUE_ZONE_UNKNOWN, "value", text, NULL);
}

static void
check_string (TerCheck *check, const char *name, const char *text, const TerMember *member)
{
  const PatternRow *row = find_pattern (member->type);

  if (row != NULL)
    {
      check_pattern (check, row, text);
      return;
    }
  switch (member->type)
    {
    case TER_VALUE_TEXT:
    case TER_VALUE_SCALAR: ter_check_plain (check, name, text); break;
    case TER_VALUE_COMMONMARK: ter_check_commonmark (check, name, text); break;
    case TER_VALUE_ZONE: check_zone (check, text); break;
    case TER_VALUE_CHOICE: check_choice (check, TER_ISSUE_VALUE_UNKNOWN, name, text, member->choices); break;
    case TER_VALUE_VIEW: check_choice (check, TER_ISSUE_VIEW_UNKNOWN, name, text, ter_view_list ()); break;
    case TER_VALUE_KIND: check_choice (check, TER_ISSUE_KIND_UNKNOWN, name, text, ter_kind_list ()); break;
    case TER_VALUE_ICON: check_choice (check, TER_ISSUE_ICON_UNKNOWN, name, text, ter_known_icons); break;
    default: ter_check_reference (check, member->type, text); break;
    }
}

static gboolean
is_whole (JsonNode *node)
{
  double value = ter_json_node_is_number (node) ? json_node_get_double (node) : -1;

  return value >= 0 && floor (value) == value;
}

/* [MAJOR, MINOR]. A newer major was told before anything else was looked at. */
static void
check_format (TerCheck *check, JsonNode *node)
{
  JsonArray *array = ter_json_node_array (node);

  if (ter_json_array_length (array) != 2 || !is_whole (json_array_get_element (array, 0)) ||
      !is_whole (json_array_get_element (array, 1)) || json_node_get_double (json_array_get_element (array, 0)) < 1)
    ter_check_add (check, TER_ISSUE_FORMAT_INVALID, NULL);
  else if (json_node_get_double (json_array_get_element (array, 1)) > TER_FORMAT_MINOR)
    {
      g_autofree char *version = g_strdup_printf ("%.0f.%.0f", json_node_get_double (json_array_get_element (array, 0)),
                                                  json_node_get_double (json_array_get_element (array, 1)));

      ter_check_add (check, TER_ISSUE_FORMAT_NEWER_MINOR, "version", version, NULL);
    }
}

void
ter_check_value (TerCheck *check, const char *name, JsonNode *node, const TerMember *member)
{
  const char *text = ter_json_node_string (node);

  switch (member->type)
    {
    case TER_VALUE_ANY: return;
    case TER_VALUE_OBJECT: ter_check_object_node (check, node, member->shape, name); return;
    case TER_VALUE_FORMAT: check_format (check, node); return;
    case TER_VALUE_WHOLE:
      if (!is_whole (node))
        ter_check_not_type (check, name, "whole");
      return;
    case TER_VALUE_SCALAR:
      if (ter_json_node_is_number (node))
        return;
      break;
    default: break;
    }
  if (text != NULL)
    check_string (check, name, text, member);
  else
    ter_check_not_type (check, name, member->type == TER_VALUE_SCALAR ? "value" : "text");
}
