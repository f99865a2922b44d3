/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ter-issue.h"
#include "ter-pack-checker.h"
#include "ter-pack-files.h"
#include "ter-pack-reader.h"
#include "ter-sha256.h"
#include "ter-store-private.h"
#include "ter-trust.h"

/* Any bytes as datapackage.json, and as the signature beside it what follows the first NUL: judged, checked, and read when it is sound. */

static void
assess (GBytes *manifest, const char *signature)
{
  g_autoptr (JsonObject) object = ter_store_parse_manifest (manifest, NULL);
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
  const TerInstalledVersion installed = { "0", "1.0.0", "1.0.0", "RWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };

  if (object == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TerAssessment) assessment =
        ter_trust_assess (manifest, object, signature, publishers, i > 0 ? &installed : NULL, 1764000000);
      g_autofree char *seal = ter_assessment_dup_seal (assessment);
      g_autofree char *caution = ter_assessment_dup_caution (assessment);

      g_assert_true (*seal != '\0' && g_utf8_validate (seal, -1, NULL));
      g_assert_true (caution == NULL || g_utf8_validate (caution, -1, NULL));
      g_assert_true (assessment->verdict == TER_VERDICT_WELCOME || caution != NULL);
      if (assessment->verdict != TER_VERDICT_REFUSE && assessment->key != NULL)
        ter_trust_learn (publishers, object, assessment->key, assessment->name != NULL ? assessment->name : "", 1764000000);
    }
}

/* A folder of one file: the manifest. What it lists is missing. */
static void
check (GBytes *manifest)
{
  static char *folder;
  g_autofree char *path = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (manifest, &length);

  if (folder == NULL)
    folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, TER_PACK_MANIFEST, NULL);
  g_assert_true (g_file_set_contents_full (path, length > 0 ? data : "", length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  place = g_file_new_for_path (folder);
  files = ter_pack_files_new_for_folder (place);
  issues = ter_pack_checker_check (files, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "fr");

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
  pack = ter_pack_reader_read (files, "fr", NULL, NULL);
  for (guint i = 0; pack != NULL && i < ter_pack_get_n_sections (pack); i++)
    g_assert_true (g_utf8_validate (ter_pack_get_section (pack, i)->title, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *nul = size > 0 ? memchr (data, '\0', size) : NULL;
  g_autoptr (GBytes) manifest = g_bytes_new (data, nul != NULL ? (gsize) (nul - data) : size);
  g_autofree char *signature = nul != NULL ? g_strndup ((const char *) nul + 1, size - (nul - data) - 1) : NULL;

  assess (manifest, signature);
  check (manifest);
  return 0;
}
