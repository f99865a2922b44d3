/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-manifest.h"
#include "cli-pack.h"
#include "cli.h"
#include "ter-issue.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-signify.h"
#include "ter-trust.h"
#include "ter-integrity.h"

#define MAX_SIGNATURE 4096

static gboolean as_json;
static char *key_file;

static const GOptionEntry entries[] = {
  { "key", 'k', 0, G_OPTION_ARG_FILENAME, &key_file, N_ ("The public key that must have signed it"), N_ ("NAME.pub") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { NULL },
};

/* What is known of one pack. */
typedef struct
{
  GBytes *bytes;             /* of the manifest */
  char *signature;           /* nullable */
  JsonNode *manifest;        /* nullable: a .tpack that is damaged */
  GPtrArray *issues;         /* of TerIssue */
  TerAssessment *assessment; /* nullable: the same */
} Report;

static void
report_clear (Report *report)
{
  g_clear_pointer (&report->bytes, g_bytes_unref);
  g_clear_pointer (&report->signature, g_free);
  g_clear_pointer (&report->manifest, json_node_unref);
  g_clear_pointer (&report->issues, g_ptr_array_unref);
  g_clear_pointer (&report->assessment, ter_assessment_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

/* ---- Reading ---- */

/* (transfer full): the text of a signature; "" when it is no text, which is a signature that is damaged, not one that is missing. */
static char *
dup_signature (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return text != NULL && memchr (text, '\0', length) == NULL ? g_strndup (text, length) : g_strdup ("");
}

static gboolean
read_signature (Report *report, TerPackFiles *files, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, TER_PACK_SIGNATURE, MAX_SIGNATURE, NULL, &local_error);

  if (bytes != NULL)
    report->signature = dup_signature (bytes);
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    report->signature = g_strdup (""); /* there, and none */
  else if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* %FALSE with @error, or with nothing when the manifest has faults. A .tpack that is damaged is not read any further: its issues say all. */
static gboolean
read_pack (Report *report, const char *argument, GError **error)
{
  g_autoptr (CliPack) pack = cli_pack_open (argument, error);

  if (pack == NULL)
    return FALSE;
  for (guint i = 0; i < pack->issues->len; i++)
    g_ptr_array_add (report->issues, g_object_ref (g_ptr_array_index (pack->issues, i)));
  if (report->issues->len > 0)
    return TRUE;
  report->bytes = ter_pack_files_load (pack->files, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, NULL, error);
  if (report->bytes == NULL || !read_signature (report, pack->files, error))
    return FALSE;
  report->manifest = cli_manifest_parse (report->bytes);
  if (report->manifest == NULL)
    return FALSE;
  return ter_integrity_check (pack->files, json_node_get_object (report->manifest), report->issues, NULL, NULL, NULL, error);
}

/* (transfer full) (nullable): the publishers who count: the one of --key, if any. */
static GPtrArray *
read_publishers (void)
{
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
  g_autofree char *text = NULL, *key = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;

  if (key_file == NULL)
    return g_steal_pointer (&publishers);
  text = cli_manifest_read_file (key_file);
  if (text == NULL)
    return NULL;
  key = ter_signify_parse_public (text, &error);
  if (key == NULL)
    {
      cli_complain ("%s: %s", key_file, error->message);
      return NULL;
    }
  name = g_path_get_basename (key_file);
  g_ptr_array_add (publishers, ter_publisher_new (key, name, 0, NULL, FALSE));
  return g_steal_pointer (&publishers);
}

/* ---- Telling ---- */

static gboolean
is_other_key (const Report *report)
{
  return key_file != NULL && report->assessment != NULL && report->assessment->signature == TER_SIGNATURE_UNKNOWN;
}

static gboolean
is_good (const Report *report)
{
  TerSignatureState wanted = key_file != NULL ? TER_SIGNATURE_KNOWN : TER_SIGNATURE_UNKNOWN;

  return report->issues->len == 0 && report->assessment != NULL && report->assessment->signature == wanted;
}

/* (transfer full): the seal, of the manifest and of the files together. */
static char *
dup_seal (const Report *report)
{
  if (report->issues->len > 0 && (report->assessment == NULL || report->assessment->signature != TER_SIGNATURE_BAD))
    {
      g_autofree char *sentence = ter_issue_dup_sentence (g_ptr_array_index (report->issues, 0), NULL);

      /* Translators: %s is a sentence that names a file and what is wrong with it. */
      return g_strdup_printf (_ ("Damaged: %s"), sentence);
    }
  if (is_other_key (report))
    return g_strdup (_ ("Intact, but signed with another key"));
  return ter_assessment_dup_seal (report->assessment);
}

static void
print_text (const Report *report)
{
  const TerAssessment *assessment = report->assessment;
  g_autofree char *seal = dup_seal (report), *expiry = assessment != NULL ? ter_assessment_dup_expiry (assessment) : NULL;

  cli_manifest_print_issues (report->issues);
  g_print ("%s\n", seal);
  if (assessment != NULL && assessment->key != NULL)
    g_print (_ ("Key: %s\n"), assessment->key);
  if (expiry != NULL)
    g_print ("%s\n", expiry);
}

static void
add_issues (JsonBuilder *builder, GPtrArray *issues)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < issues->len; i++)
    {
      TerIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, NULL);
      g_autofree char *file = g_utf8_make_valid (ter_issue_get_file (issue), -1);

      json_builder_begin_object (builder);
      cli_add_string (builder, "code", ter_issue_get_code (issue));
      cli_add_string (builder, "file", file);
      cli_add_string (builder, "sentence", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const char *
signature_name (const Report *report)
{
  if (report->assessment == NULL)
    return "unknown";
  switch (report->assessment->signature)
    {
    case TER_SIGNATURE_NONE: return "none";
    case TER_SIGNATURE_BAD: return "bad";
    default: return is_other_key (report) ? "other-key" : "sound";
    }
}

static void
print_json (const Report *report)
{
  const TerAssessment *assessment = report->assessment;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *seal = dup_seal (report);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "verified");
  json_builder_add_boolean_value (builder, is_good (report));
  cli_add_string (builder, "signature", signature_name (report));
  cli_add_string (builder, "seal", seal);
  cli_add_string (builder, "key", assessment != NULL ? assessment->key : NULL);
  cli_add_string (builder, "version", assessment != NULL ? assessment->version : NULL);
  json_builder_set_member_name (builder, "expired");
  json_builder_add_boolean_value (builder, assessment != NULL && assessment->expired);
  add_issues (builder, report->issues);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  cli_print_json (root);
}

static CliStatus
verify (const char *argument)
{
  g_auto (Report) report = { .issues = g_ptr_array_new_with_free_func (g_object_unref) };
  g_autoptr (GPtrArray) publishers = read_publishers ();
  g_autoptr (GError) error = NULL;

  if (publishers == NULL)
    return CLI_FAILED;
  if (!read_pack (&report, argument, &error))
    {
      if (error != NULL)
        {
          cli_complain ("%s", error->message);
          return CLI_FAILED;
        }
      cli_complain (_ ("datapackage.json has faults: “territoires-pack validate” tells which."));
      return CLI_PROBLEM;
    }
  if (report.manifest != NULL)
    report.assessment = ter_trust_assess (report.bytes, json_node_get_object (report.manifest), report.signature, publishers, NULL,
                                          g_get_real_time () / G_USEC_PER_SEC);
  if (as_json)
    print_json (&report);
  else
    print_text (&report);
  return is_good (&report) ? CLI_SOUND : CLI_PROBLEM;
}

CliStatus
cli_verify (int argc, char **argv)
{
  if (
    !cli_parse (
      &argc, &argv, entries, "verify", _ ("PACK"),
      _ (
        "Checks the signature of a pack, a folder or a .tpack, and the size and hash of each of its files. Exits with 0 when it is\n"
        "intact and signed (with --key: by that key), 1 when it is not, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“verify” wants one pack."));
      return CLI_FAILED;
    }
  return verify (argv[1]);
}
