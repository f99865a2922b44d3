/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-issue-private.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-safe-file.h"

static void
add (TerCheck *check, TerIssueCode code, const char *pointer, guint line, guint column, va_list args)
{
  if (check->issues->len >= TER_LIMIT_ISSUES)
    {
      check->n_more++;
      return;
    }
  g_ptr_array_add (check->issues, ter_issue_new_valist (code, check->file, pointer, line, column, args));
}

void
ter_check_add (TerCheck *check, TerIssueCode code, ...)
{
  va_list args;

  va_start (args, code);
  add (check, code, check->pointer->str, check->base_line, 0, args);
  va_end (args);
}

void
ter_check_add_at (TerCheck *check, TerIssueCode code, guint line, guint column, ...)
{
  va_list args;

  va_start (args, column);
  add (check, code, check->pointer->str, line, column, args);
  va_end (args);
}

void
ter_check_begin (TerCheck *check, const char *file)
{
  check->file = file;
  check->base_line = 0;
  g_string_truncate (check->pointer, 0);
}

/* Whether @issue still waits for the line and column of its pointer. */
static gboolean
waits (TerCheck *check, TerIssue *issue)
{
  return ter_issue_get_line (issue) == 0 && g_str_equal (ter_issue_get_file (issue), check->file);
}

void
ter_check_end (TerCheck *check, TerJsonScan *scan)
{
  g_autoptr (GHashTable) positions = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, g_free);

  for (guint i = 0; i < check->issues->len && scan != NULL; i++)
    {
      TerIssue *issue = g_ptr_array_index (check->issues, i);

      if (waits (check, issue))
        g_hash_table_replace (positions, (gpointer) ter_issue_get_pointer (issue), g_new0 (TerJsonPosition, 1));
    }
  if (g_hash_table_size (positions) > 0)
    ter_json_scan_locate (scan, positions);
  for (guint i = 0; i < check->issues->len && scan != NULL; i++)
    {
      TerIssue *issue = g_ptr_array_index (check->issues, i);
      TerJsonPosition *position = waits (check, issue) ? g_hash_table_lookup (positions, ter_issue_get_pointer (issue)) : NULL;

      if (position != NULL)
        ter_issue_set_position (issue, position->line, position->column);
    }
  ter_check_begin (check, "");
}

gsize
ter_check_enter (TerCheck *check, const char *member)
{
  gsize mark = check->pointer->len;

  ter_json_pointer_append (check->pointer, member);
  return mark;
}

gsize
ter_check_enter_index (TerCheck *check, guint index)
{
  gsize mark = check->pointer->len;

  g_string_append_printf (check->pointer, "/%u", index);
  return mark;
}

void
ter_check_leave (TerCheck *check, gsize mark)
{
  g_string_truncate (check->pointer, mark);
}

gboolean
ter_check_is_cancelled (TerCheck *check)
{
  return g_cancellable_is_cancelled (check->cancellable);
}

/* Files that are not there, or are no files, were told when the folder was walked. */
static void
tell_unreadable (TerCheck *check, const char *path, gsize limit, GError *error)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    ter_check_add (check, TER_ISSUE_FILE_TOO_LARGE, "path", path, "limit", size, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ter_check_add (check, TER_ISSUE_FILE_UNREADABLE, "path", path, "@reason", "unreadable", NULL);
}

GBytes *
ter_check_load (TerCheck *check, const char *path, gsize limit, gboolean quiet)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ter_pack_files_load (check->pack_files, path, limit, check->cancellable, &error);

  if (bytes == NULL && !quiet)
    tell_unreadable (check, path, limit, error);
  return bytes;
}

static void
tell_problem (TerCheck *check, TerJsonProblem *problem)
{
  static const TerIssueCode codes[] = {
    [TER_JSON_SYNTAX] = TER_ISSUE_JSON_SYNTAX,
    [TER_JSON_TRUNCATED] = TER_ISSUE_JSON_TRUNCATED,
    [TER_JSON_ENCODING] = TER_ISSUE_FILE_ENCODING,
    [TER_JSON_DUPLICATE] = TER_ISSUE_JSON_DUPLICATE,
    [TER_JSON_NUL] = TER_ISSUE_JSON_NUL,
    [TER_JSON_NUMBER] = TER_ISSUE_JSON_NUMBER,
    [TER_JSON_DEPTH] = TER_ISSUE_JSON_DEPTH,
    [TER_JSON_SIZE] = TER_ISSUE_JSON_SIZE,
    [TER_JSON_RECORDS] = TER_ISSUE_RECORDS_TOO_MANY,
    [TER_JSON_VALUES] = TER_ISSUE_VALUES_TOO_MANY,
    [TER_JSON_FILE_VALUES] = TER_ISSUE_FILE_VALUES_TOO_MANY,
    [TER_JSON_POSITIONS] = TER_ISSUE_POSITIONS_TOO_MANY,
    [TER_JSON_MEMBERS] = TER_ISSUE_MEMBERS_TOO_MANY,
    [TER_JSON_ALIKE] = TER_ISSUE_MEMBERS_ALIKE,
  };

  g_string_assign (check->pointer, problem->pointer);
  ter_check_add_at (check, codes[problem->fault], problem->position.line, problem->position.column, "found", problem->detail,
                    "member", problem->detail, "number", problem->detail, "limit", problem->detail, NULL);
  g_string_truncate (check->pointer, 0);
}

/* @scan: (transfer full) */
static TerJsonScan *
tell_problems (TerCheck *check, TerJsonScan *scan, gboolean quiet)
{
  g_autoptr (TerJsonScan) owned = scan;
  GPtrArray *problems = ter_json_scan_get_problems (scan);

  for (guint i = 0; i < problems->len && !quiet; i++)
    tell_problem (check, g_ptr_array_index (problems, i));
  if (!quiet)
    check->n_more += ter_json_scan_get_n_more (scan);
  return ter_json_scan_is_readable (scan) ? g_steal_pointer (&owned) : NULL;
}

TerJsonScan *
ter_check_scan (TerCheck *check, const char *path, gsize limit, const char *records, gboolean quiet)
{
  g_autoptr (GBytes) bytes = ter_check_load (check, path, limit, quiet);

  return bytes != NULL ? tell_problems (check, ter_json_scan_new (bytes, records, check->cancellable), quiet) : NULL;
}

TerJsonScan *
ter_check_scan_outlines (TerCheck *check, const char *path)
{
  g_autoptr (GBytes) bytes = ter_check_load (check, path, TER_LIMIT_JSON_BYTES, FALSE);

  return bytes != NULL ? tell_problems (check, ter_json_scan_new_outlines (bytes, check->cancellable), FALSE) : NULL;
}

const char *
ter_check_role (JsonObject *resource)
{
  const char *role = ter_json_get_string (resource, "role");

  return role != NULL ? role : "";
}

gboolean
ter_check_has_file (TerCheck *check, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");

  return path != NULL && ter_value_matches (TER_VALUE_PATH, path) && g_hash_table_contains (check->files, path);
}
