/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-versions.h"

#include <archive.h>
#include <cmark.h>
#include <json-glib/json-glib.h>
#include <openssl/crypto.h>
#include <sqlite3.h>

/**
 * ter_versions_dup:
 *
 * The libraries that core works with, as they run now: a distribution may have renewed them since the build. JSON-GLib alone tells only
 * what it was at the build. Any thread.
 *
 * Returns: (transfer full): a line for each, "NAME VERSION", without a line break at the end
 */
char *
ter_versions_dup (void)
{
  return g_strdup_printf ("GLib %u.%u.%u\nJSON-GLib " JSON_VERSION_S "\nSQLite %s\nlibarchive %s\ncmark %s\nOpenSSL %s",
                          glib_major_version, glib_minor_version, glib_micro_version, sqlite3_libversion (),
                          archive_version_string () + strlen ("libarchive "), cmark_version_string (),
                          OpenSSL_version (OPENSSL_VERSION_STRING));
}
