/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-signify.h"
#include "ter-trust.h"

/* Any text as a key, a signature, a secret key, a version. Beyond not crashing: what is read can be written and read again, and no
 * text but the one true signature verifies. (The key is that of RFC 8032, 7.1, test 2; secret keys that ask for a passphrase are
 * not opened, which takes half a second by design.) */
#define KEY "RWQAESIzRFVmdz1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM"
#define SIGNATURE "RWQAESIzRFVmd5KgCanw1Mq4cg6CC19kJUCisntUFlA/j7N2IiPr22naCFrB5D4VmW5FjzYT0PEdjDh7Lq60MCrusA0pFhK7DAA="

static void
check_public (const char *text)
{
  g_autofree char *key = ter_signify_parse_public (text, NULL), *file = NULL, *again = NULL, *number = NULL;

  if (key == NULL)
    return;
  file = ter_signify_format_public (key, text);
  again = ter_signify_parse_public (file, NULL);
  number = ter_signify_get_number (key);
  g_assert_cmpstr (again, ==, key);
  g_assert_cmpuint (strlen (number), ==, 16);
}

static void
check_signature (const char *text)
{
  g_autoptr (GBytes) message = g_bytes_new_static ("r", 1);
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
  g_autoptr (JsonObject) manifest = json_object_new ();
  g_autoptr (TerAssessment) assessment = NULL;
  g_autofree char *signer = ter_signify_get_signer (text, NULL), *caution = NULL, *seal = NULL;
  gboolean sound = ter_signify_verify (KEY, text, message, NULL);

  g_assert_true (!sound || (signer != NULL && strstr (text, "\n" SIGNATURE) != NULL));
  g_ptr_array_add (publishers, ter_publisher_new (KEY, text, 0, text, FALSE));
  assessment = ter_trust_assess (message, manifest, text, publishers, NULL, 0);
  g_assert_true ((assessment->signature == TER_SIGNATURE_KNOWN) == sound);
  caution = ter_assessment_dup_caution (assessment);
  seal = ter_assessment_dup_seal (assessment);
}

static void
check_secret (const char *text)
{
  gboolean is_protected;
  g_autofree char *key = NULL;

  if (!ter_signify_is_protected (text, &is_protected, NULL))
    return;
  key = ter_signify_get_public (text, NULL, NULL);
  g_assert_true (!is_protected || key == NULL);
}

static void
check_version (const char *text)
{
  const char *line = strchr (text, '\n');

  if (line != NULL)
    {
      g_autofree char *first = g_strndup (text, line - text);

      g_assert_cmpint (ter_version_compare (first, line + 1), ==, -ter_version_compare (line + 1, first));
    }
  g_assert_cmpint (ter_version_compare (text, text), ==, 0);
}

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (data != NULL ? (const char *) data : "", size);

  check_public (text);
  check_signature (text);
  check_secret (text);
  check_version (text);
  return 0;
}
