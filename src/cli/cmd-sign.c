/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <openssl/crypto.h>
#include <string.h>

#include "cli-manifest.h"
#include "cli-passphrase.h"
#include "cli.h"
#include "ter-limits.h"
#include "ter-signify.h"
#include "ter-integrity.h"

static char *key_file, *passphrase_file;

static const GOptionEntry entries[] = {
  { "key", 'k', 0, G_OPTION_ARG_FILENAME, &key_file, N_ ("The secret key, as “keygen” made it"), N_ ("NAME.sec") },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Read the passphrase from the first line of FILE"),
    N_ ("FILE") },
  { NULL },
};

/* What is asked for to sign; wiped at the end. */
typedef struct
{
  char *secret;
  char *passphrase; /* nullable */
} Signer;

static void
signer_clear (Signer *signer)
{
  if (signer->secret != NULL)
    OPENSSL_cleanse (signer->secret, strlen (signer->secret));
  g_free (signer->secret);
  cli_passphrase_free (signer->passphrase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Signer, signer_clear)

static gboolean
open_signer (Signer *signer)
{
  g_autoptr (GError) error = NULL;
  gboolean is_protected;

  signer->secret = cli_manifest_read_file (key_file);
  if (signer->secret == NULL)
    return FALSE;
  if (!ter_signify_is_protected (signer->secret, &is_protected, &error))
    {
      cli_complain ("%s: %s", key_file, error->message);
      return FALSE;
    }
  if (!is_protected)
    return TRUE;
  signer->passphrase = cli_passphrase_read (passphrase_file, FALSE);
  return signer->passphrase != NULL;
}

/* A signature holds what the list holds: a file that is not as listed would be refused by every reader. */
static CliStatus
check_files (TerPackFiles *files, JsonNode *manifest)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (!ter_integrity_check (files, json_node_get_object (manifest), issues, NULL, NULL, NULL, &error))
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (issues->len == 0)
    return CLI_SOUND;
  cli_manifest_print_issues (issues);
  cli_complain (_ ("the files are not those that datapackage.json lists: nothing was signed."));
  return CLI_PROBLEM;
}

static CliStatus
check_key (JsonNode *manifest, const char *key)
{
  const char *named = cli_manifest_get_key (manifest);

  if (g_strcmp0 (named, key) == 0)
    return CLI_SOUND;
  if (named == NULL)
    cli_complain (_ ("datapackage.json does not name this key: nothing was signed. Add this member to it, then sign again:"));
  else
    cli_complain (
      _ ("datapackage.json names another key: nothing was signed. To sign with this one, make its member “publisher” say:"));
  g_printerr ("\n  \"publisher\": {\"key\": \"%s\"}\n\n", key);
  return CLI_PROBLEM;
}

static CliStatus
write_signature (const char *folder, Signer *signer, GBytes *bytes)
{
  g_autofree char *name = g_path_get_basename (key_file);
  g_autofree char *stem = g_str_has_suffix (name, ".sec") ? g_strndup (name, strlen (name) - strlen (".sec")) : g_strdup (name);
  g_autofree char *comment = g_strdup_printf ("verify with %s.pub", stem);
  g_autofree char *path = g_build_filename (folder, TER_PACK_SIGNATURE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ter_signify_sign (signer->secret, signer->passphrase, bytes, comment, &error);

  if (text == NULL ||
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &error))
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  g_print (_ ("Signed: “%s” is written.\n"), TER_PACK_SIGNATURE);
  return CLI_SOUND;
}

static CliStatus
sign_folder (GFile *folder)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, NULL, &error);
  g_autoptr (JsonNode) manifest = bytes != NULL ? cli_manifest_parse (bytes) : NULL;
  g_auto (Signer) signer = { NULL };
  g_autofree char *key = NULL;
  CliStatus status;

  if (bytes == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (manifest == NULL)
    {
      cli_complain (_ ("datapackage.json has faults: “territoires-pack validate” tells which."));
      return CLI_PROBLEM;
    }
  if (!open_signer (&signer))
    return CLI_FAILED;
  key = ter_signify_get_public (signer.secret, signer.passphrase, &error);
  if (key == NULL)
    {
      cli_complain ("%s: %s", key_file, error->message);
      return CLI_FAILED;
    }
  status = check_key (manifest, key);
  if (status == CLI_SOUND)
    status = check_files (files, manifest);
  return status == CLI_SOUND ? write_signature (g_file_peek_path (folder), &signer, bytes) : status;
}

CliStatus
cli_sign (int argc, char **argv)
{
  g_autoptr (GFile) folder = NULL;

  if (
    !cli_parse (
      &argc, &argv, entries, "sign", _ ("DIR"),
      _ (
        "Signs the pack in the folder DIR: writes datapackage.json.sig. The manifest must name the key in its member “publisher”,\n"
        "and every file must be as it is listed. Exits with 0 when it is signed, 1 when the pack is not ready, 2 when it could not run.")))
    return CLI_FAILED;
  if (argc != 2 || key_file == NULL)
    {
      cli_complain (_ ("“sign” wants one folder, and “--key NAME.sec”."));
      return CLI_FAILED;
    }
  folder = g_file_new_for_commandline_arg (argv[1]);
  if (g_file_peek_path (folder) == NULL)
    {
      cli_complain (_ ("“%s” is not a folder of this computer."), argv[1]);
      return CLI_FAILED;
    }
  return sign_folder (folder);
}
