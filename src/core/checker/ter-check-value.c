/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <math.h>
#include <string.h>

#include "ter-icon.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-view.h"
#include "ter-config.h"

void
ter_check_not_type (TerCheck *check, const char *name, const char *expected)
{
  ter_check_add (check, TER_ISSUE_MEMBER_TYPE, "member", name, "@expected", expected, NULL);
}

static void
check_pattern (TerCheck *check, TerValueType type, const char *text)
{
  const TerValueRow *row = ter_value_get_row (type);

  if (ter_value_matches (type, text))
    ter_check_reference (check, type, text);
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
  if (ter_value_get_row (member->type)->pattern != NULL)
    {
      check_pattern (check, member->type, text);
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
    case TER_VALUE_ICON: check_choice (check, TER_ISSUE_ICON_UNKNOWN, name, text, ter_icon_list ()); break;
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
