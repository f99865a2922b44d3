/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-manifest.h"
#include "cli.h"
#include "ter-issue.h"
#include "ter-json-scanner.h"
#include "ter-json.h"

#define SMALL_FILE 4096

JsonNode *
cli_manifest_parse (GBytes *bytes)
{
  g_autoptr (TerJsonScan) scan = ter_json_scan_new (bytes, NULL, NULL);

  if (!ter_json_scan_is_readable (scan) || ter_json_scan_get_problems (scan)->len > 0 || ter_json_scan_get_root (scan) != '{')
    return NULL;
  return ter_json_scan_build (scan, NULL);
}

const char *
cli_manifest_get_key (JsonNode *manifest)
{
  return ter_json_get_string (ter_json_get_object (json_node_get_object (manifest), "publisher"), "key");
}

char *
cli_manifest_read_file (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autofree char *text = g_malloc0 (SMALL_FILE + 2);
  gsize length = 0;

  if (stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), text, SMALL_FILE + 1, &length, NULL, &error) &&
      length <= SMALL_FILE)
    return g_steal_pointer (&text);
  if (error != NULL)
    cli_complain ("%s", error->message);
  else
    cli_complain (_ ("“%s” is too large for a key."), name);
  return NULL;
}

void
cli_manifest_print_issues (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      TerIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, NULL);

      /* The sentence names the file, in letters that cannot play with the terminal. */
      g_print ("%s [%s]\n", sentence, ter_issue_get_code (issue));
    }
}
