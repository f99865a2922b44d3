/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <openssl/crypto.h>
#include <openssl/ui.h>
#include <stdio.h>
#include <string.h>

#include "cli-passphrase.h"
#include "cli.h"

#define MAX_OCTETS 1023 /* what signify reads */

void
cli_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    OPENSSL_cleanse (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static char *
read_file (const char *name)
{
  FILE *file = g_fopen (name, "re");
  char line[MAX_OCTETS + 3] = "";
  char *passphrase = NULL;
  gsize length;

  if (file == NULL)
    {
      cli_complain ("%s: %s", name, g_strerror (errno));
      return NULL;
    }
  /* No copy of it stays in the buffer of the stream. */
  setvbuf (file, NULL, _IONBF, 0);
  if (fgets (line, sizeof line, file) == NULL)
    *line = '\0';
  fclose (file);
  length = strcspn (line, "\r\n");
  if (length == 0)
    cli_complain (_ ("“%s” does not begin with a passphrase."), name);
  else if (length > MAX_OCTETS)
    cli_complain (_ ("the passphrase is longer than %d characters."), MAX_OCTETS);
  else
    passphrase = g_strndup (line, length);
  OPENSSL_cleanse (line, sizeof line);
  return passphrase;
}

/* OpenSSL's terminal: it hides what is typed, and shows it again after Ctrl+C. */
static gboolean
ask (char *first, char *second, gboolean is_new)
{
  UI *ui = UI_new ();
  gboolean asked = ui != NULL &&
                   UI_add_input_string (ui, is_new ? _ ("New passphrase: ") : _ ("Passphrase: "), 0, first, 1, MAX_OCTETS) >= 0 &&
                   (!is_new || UI_add_verify_string (ui, _ ("The same once more: "), 0, second, 1, MAX_OCTETS, first) >= 0) &&
                   UI_process (ui) == 0;

  UI_free (ui);
  return asked;
}

static gboolean
has_terminal (void)
{
  g_autofd int fd = g_open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC, 0);

  return fd >= 0;
}

static char *
read_terminal (gboolean is_new)
{
  char first[MAX_OCTETS + 1] = "", second[MAX_OCTETS + 1] = "";
  char *passphrase = NULL;

  if (!has_terminal ())
    {
      cli_complain (_ ("there is no terminal to ask for the passphrase: “--passphrase-file” reads it from a file."));
      return NULL;
    }
  if (ask (first, second, is_new))
    passphrase = g_strdup (first);
  else if (is_new)
    cli_complain (_ ("no passphrase was typed twice the same."));
  else
    cli_complain (_ ("no passphrase was typed."));
  OPENSSL_cleanse (first, sizeof first);
  OPENSSL_cleanse (second, sizeof second);
  return passphrase;
}

char *
cli_passphrase_read (const char *file, gboolean is_new)
{
  return file != NULL ? read_file (file) : read_terminal (is_new);
}
