/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <openssl/crypto.h>
#include <string.h>
#include <unistd.h>

#include "cli-passphrase.h"
#include "cli.h"
#include "ter-signify.h"

static gboolean no_passphrase;
static char *passphrase_file;

static const GOptionEntry entries[] = {
  { "no-passphrase", 0, 0, G_OPTION_ARG_NONE, &no_passphrase, N_ ("Do not protect the secret key: whoever reads the file can sign"),
    NULL },
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Read the passphrase from the first line of FILE"),
    N_ ("FILE") },
  { NULL },
};

/* Writes a file that is not there yet, down to the disk: keys are never written over. */
static gboolean
write_new (const char *name, const char *text, int mode)
{
  g_autofd int fd = g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  gsize length = strlen (text), done = 0;

  if (fd < 0)
    {
      cli_complain ("%s: %s", name, g_strerror (errno));
      return FALSE;
    }
  while (done < length)
    {
      gssize written = write (fd, text + done, length - done);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        break;
      done += written;
    }
  if (done == length && fsync (fd) == 0)
    return TRUE;
  cli_complain ("%s: %s", name, g_strerror (errno));
  g_unlink (name);
  return FALSE;
}

static gboolean
write_both (const char *secret_name, const char *secret, const char *public_name, const char *public_key)
{
  if (!write_new (secret_name, secret, 0600))
    return FALSE;
  if (write_new (public_name, public_key, 0644))
    return TRUE;
  g_unlink (secret_name);
  return FALSE;
}

/* Says it before a passphrase is typed for nothing. */
static gboolean
is_free (const char *name)
{
  if (!g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  cli_complain (_ ("“%s” is there already: a key is never written over."), name);
  return FALSE;
}

static CliStatus
make_keys (const char *name)
{
  g_autofree char *secret_name = g_strconcat (name, ".sec", NULL), *public_name = g_strconcat (name, ".pub", NULL);
  g_autofree char *comment = g_path_get_basename (name), *public_key = NULL, *key = NULL;
  g_autoptr (GError) error = NULL;
  char *passphrase = NULL, *secret = NULL;
  gboolean made;

  if (!is_free (secret_name) || !is_free (public_name))
    return CLI_FAILED;
  if (!no_passphrase && (passphrase = cli_passphrase_read (passphrase_file, TRUE)) == NULL)
    return CLI_FAILED;
  made = ter_signify_generate (passphrase, comment, &secret, &public_key, &error);
  cli_passphrase_free (passphrase);
  if (!made)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  made = write_both (secret_name, secret, public_name, public_key);
  OPENSSL_cleanse (secret, strlen (secret));
  g_free (secret);
  if (!made)
    return CLI_FAILED;

  key = ter_signify_parse_public (public_key, NULL);
  g_print (_ ("“%s” signs: keep it for yourself, with a copy in a safe place.\n"), secret_name);
  g_print (_ ("“%s” verifies: give it to anybody. In datapackage.json, write:\n"), public_name);
  g_print ("\n  \"publisher\": {\"key\": \"%s\"}\n\n", key);
  return CLI_SOUND;
}

CliStatus
cli_keygen (int argc, char **argv)
{
  if (!cli_parse (
        &argc, &argv, entries, "keygen", _ ("NAME"),
        _ ("Makes the two keys of a publisher: NAME.sec, which signs packs, and NAME.pub, which verifies them. Asks for a\n"
           "passphrase that protects NAME.sec. Exits with 0 when both are written, 2 otherwise.")))
    return CLI_FAILED;
  if (argc != 2 || *argv[1] == '\0')
    {
      cli_complain (_ ("“keygen” wants one name."));
      return CLI_FAILED;
    }
  if (no_passphrase && passphrase_file != NULL)
    {
      cli_complain (_ ("“--no-passphrase” and “--passphrase-file” exclude each other."));
      return CLI_FAILED;
    }
  return make_keys (argv[1]);
}
