/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-trust-private.h"

#include <string.h>

/* Each situation with its seal and its sentence. %NULL: nothing is said. */
static const struct
{
  const char *situation;
  TerAssessment assessment;
  const char *seal;
  const char *caution; /* what it says, among other words */
  const char *also;
} rows[] = {
  { "not signed",
    { .signature = TER_SIGNATURE_NONE, .verdict = TER_VERDICT_ASK },
    "Not signed",
    "This pack is not signed: nobody can tell who made it",
    "Install it if you trust the person who gave it to you." },
  { "damaged",
    { .signature = TER_SIGNATURE_BAD, .verdict = TER_VERDICT_REFUSE },
    "Damaged, or changed after it was signed",
    "was changed after it was signed, or its signature is damaged. It cannot be installed.",
    "Ask the person" },
  { "unknown signer",
    { .signature = TER_SIGNATURE_UNKNOWN, .verdict = TER_VERDICT_ASK, .name = (char *) "La Source" },
    "Intact, unknown signer",
    "It gives the name “La Source”: nothing proves it.",
    "you accept this publisher" },
  { "nameless signer",
    { .signature = TER_SIGNATURE_UNKNOWN, .verdict = TER_VERDICT_ASK },
    "Intact, unknown signer",
    "it does not say its name",
    "you accept this publisher" },
  { "borrowed name",
    { .signature = TER_SIGNATURE_UNKNOWN, .verdict = TER_VERDICT_ASK, .name = (char *) "La Source", .borrows_name = TRUE },
    "Intact, unknown signer",
    "Caution: this pack gives the name “La Source”, which is that of a publisher that you accepted",
    "Install it only if “La Source”" },
  { "known signer",
    { .signature = TER_SIGNATURE_KNOWN, .verdict = TER_VERDICT_WELCOME, .name = (char *) "La Source" },
    "Intact, signed by “La Source”",
    NULL,
    NULL },
  { "known signer without a name",
    { .signature = TER_SIGNATURE_KNOWN, .verdict = TER_VERDICT_WELCOME },
    "Intact, signed by a publisher that you accepted",
    NULL,
    NULL },
  { "successor",
    { .signature = TER_SIGNATURE_SUCCESSOR,
      .change = TER_CHANGE_UPDATE,
      .verdict = TER_VERDICT_WELCOME,
      .name = (char *) "La Source" },
    "Intact, signed by “La Source”",
    NULL,
    NULL },
  { "revoked key",
    { .signature = TER_SIGNATURE_REVOKED, .verdict = TER_VERDICT_REFUSE, .name = (char *) "La Source" },
    "Signed with a key that was withdrawn",
    "a key that “La Source” has withdrawn",
    "What you have already stays. Ask “La Source” for a copy" },
  { "revoked key without a name",
    { .signature = TER_SIGNATURE_REVOKED, .verdict = TER_VERDICT_REFUSE },
    "Signed with a key that was withdrawn",
    "a key that its publisher has withdrawn",
    "What you have already stays." },
  { "revoked key, what is there already",
    { .signature = TER_SIGNATURE_REVOKED, .change = TER_CHANGE_SAME, .verdict = TER_VERDICT_WELCOME },
    "Signed with a key that was withdrawn",
    NULL,
    NULL },
  { "older version",
    { .signature = TER_SIGNATURE_KNOWN,
      .change = TER_CHANGE_OLDER,
      .verdict = TER_VERDICT_ASK,
      .name = (char *) "La Source",
      .version = (char *) "1.2.0",
      .installed_version = (char *) "999999.0.0" },
    "Intact, signed by “La Source”",
    "This is version 1.2.0, which is older than version 999999.0.0 that you have.",
    "both are kept" },
  { "older version that is not signed",
    { .signature = TER_SIGNATURE_NONE,
      .change = TER_CHANGE_OLDER,
      .verdict = TER_VERDICT_ASK,
      .version = (char *) "1.0.0",
      .installed_version = (char *) "2.0.0" },
    "Not signed",
    "This pack is not signed",
    "\n\nThis is version 1.0.0" },
  { "newer, though not the newest ever",
    { .signature = TER_SIGNATURE_KNOWN,
      .change = TER_CHANGE_UPDATE,
      .verdict = TER_VERDICT_ASK,
      .name = (char *) "La Source",
      .version = (char *) "1.3.0",
      .installed_version = (char *) "1.2.0",
      .below_highest = TRUE },
    "Intact, signed by “La Source”",
    "It is newer than version 1.2.0 that you use now",
    "a still newer one before" },
  { "same version, other content",
    { .signature = TER_SIGNATURE_KNOWN,
      .change = TER_CHANGE_OTHER,
      .verdict = TER_VERDICT_REFUSE,
      .name = (char *) "La Source",
      .version = (char *) "1.2.0" },
    "Intact, signed by “La Source”",
    "You already have version 1.2.0 of this pack, and its content is not the same.",
    "a new version number" },
  { "another publisher",
    { .signature = TER_SIGNATURE_KNOWN,
      .change = TER_CHANGE_UPDATE,
      .signer = TER_SIGNER_DIFFERENT,
      .verdict = TER_VERDICT_ASK,
      .name = (char *) "La Source",
      .installed_name = (char *) "Les Rives" },
    "Intact, signed by “La Source”",
    "Caution: the pack that you have is signed by “Les Rives”; this one is signed by “La Source”.",
    "Install it only if" },
  { "another publisher, unknown",
    { .signature = TER_SIGNATURE_UNKNOWN,
      .change = TER_CHANGE_UPDATE,
      .signer = TER_SIGNER_DIFFERENT,
      .verdict = TER_VERDICT_ASK,
      .name = (char *) "La Source",
      .installed_name = (char *) "Les Rives" },
    "Intact, unknown signer",
    "signed by “Les Rives”; this one is signed by an unknown signer who gives the name “La Source”.",
    "Install it only if" },
  { "another publisher, both without a name",
    { .signature = TER_SIGNATURE_UNKNOWN, .change = TER_CHANGE_UPDATE, .signer = TER_SIGNER_DIFFERENT, .verdict = TER_VERDICT_ASK },
    "Intact, unknown signer",
    "signed by a publisher whose name is not known any more; this one is signed by an unknown signer.",
    "Install it only if" },
  { "another key of the same name",
    { .signature = TER_SIGNATURE_UNKNOWN,
      .change = TER_CHANGE_UPDATE,
      .signer = TER_SIGNER_DIFFERENT,
      .verdict = TER_VERDICT_ASK,
      .name = (char *) "Les Rives",
      .installed_name = (char *) "Les Rives" },
    "Intact, unknown signer",
    "it is not signed with the same key as the pack that you have",
    "only if “Les Rives” has told you about a new key" },
  { "signed, and now not",
    { .signature = TER_SIGNATURE_NONE,
      .change = TER_CHANGE_UPDATE,
      .signer = TER_SIGNER_LOST,
      .verdict = TER_VERDICT_ASK,
      .installed_name = (char *) "Les Rives" },
    "Not signed",
    "Caution: the pack that you have is signed by “Les Rives”; this one is not signed. Anyone may have changed it.",
    "ask for the signed pack" },
};

static void
test_each_situation_has_its_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *seal = ter_assessment_dup_seal (&rows[i].assessment);
      g_autofree char *caution = ter_assessment_dup_caution (&rows[i].assessment);

      g_test_message ("%s: %s", rows[i].situation, caution);
      g_assert_cmpstr (seal, ==, rows[i].seal);
      if (rows[i].caution == NULL)
        g_assert_null (caution);
      else if (caution == NULL || strstr (caution, rows[i].caution) == NULL || strstr (caution, rows[i].also) == NULL)
        g_error ("%s: %s", rows[i].situation, caution);
    }
}

/* Whatever the states are: what is not welcome is never without a word, and what is welcome needs none. */
static void
test_no_question_and_no_refusal_is_without_words (void)
{
  for (TerSignatureState signature = TER_SIGNATURE_NONE; signature <= TER_SIGNATURE_REVOKED; signature++)
    for (TerVersionChange change = TER_CHANGE_NEW; change <= TER_CHANGE_OTHER; change++)
      for (TerSignerChange signer = TER_SIGNER_SAME; signer <= TER_SIGNER_GAINED; signer++)
        {
          TerAssessment assessment = { .signature = signature, .change = change, .signer = signer };
          g_autofree char *refusal = NULL, *question = NULL, *seal = ter_assessment_dup_seal (&assessment);

          g_assert_cmpstr (seal, !=, "");
          assessment.verdict = TER_VERDICT_REFUSE;
          refusal = ter_assessment_dup_caution (&assessment);
          if (signature == TER_SIGNATURE_BAD || signature == TER_SIGNATURE_REVOKED || change == TER_CHANGE_OTHER)
            g_assert_nonnull (refusal);
          assessment.verdict = TER_VERDICT_ASK;
          question = ter_assessment_dup_caution (&assessment);
          if (signature == TER_SIGNATURE_NONE || signature == TER_SIGNATURE_UNKNOWN || change == TER_CHANGE_OLDER ||
              signer == TER_SIGNER_LOST || signer == TER_SIGNER_DIFFERENT)
            g_assert_nonnull (question);
        }
}

static void
test_what_is_out_of_date_says_until_when (void)
{
  TerAssessment assessment = { .expired = TRUE, .valid_until = (char *) "2025-12-31" };
  g_autofree char *day = ter_assessment_dup_expiry (&assessment), *year = NULL;

  g_assert_true (g_str_has_prefix (day, "This pack was meant to be used until 31 December 2025."));
  assessment.valid_until = (char *) "2025";
  year = ter_assessment_dup_expiry (&assessment);
  g_assert_true (g_str_has_prefix (year, "This pack was meant to be used until 2025."));
  assessment.expired = FALSE;
  g_assert_null (ter_assessment_dup_expiry (&assessment));
}

static const struct
{
  const char *name;
  const char *expected;
} names[] = {
  { NULL, NULL },
  { "", NULL },
  { " \t\n ", NULL },
  { "\xe2\x80\xae\xe2\x80\xac", NULL },
  { "Les Rives", "Les Rives" },
  { "  Les \n\n Rives ", "Les Rives" },
  { "Les\xe2\x80\xae Rives\xe2\x80\xac\x07\x1b", "Les Rives" },
  { "<b>Rives</b> & é 🌊", "<b>Rives</b> & é 🌊" },
  { "Rives\xff", "Rives\xef\xbf\xbd" },
};

static void
test_a_name_cannot_play_with_the_sentence (void)
{
  g_autofree char *letters = g_strnfill (TER_PUBLISHER_NAME_CHARS + 1, 'x');
  g_autofree char *cut = ter_trust_clean_name (letters), *whole = ter_trust_clean_name (letters + 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *clean = ter_trust_clean_name (names[i].name);

      g_assert_cmpstr (clean, ==, names[i].expected);
    }
  g_assert_cmpstr (whole, ==, letters + 1);
  g_assert_true (g_str_has_suffix (cut, "x…"));
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, TER_PUBLISHER_NAME_CHARS + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust-words/each-situation-has-its-words", test_each_situation_has_its_words);
  g_test_add_func ("/trust-words/no-question-and-no-refusal-is-without-words", test_no_question_and_no_refusal_is_without_words);
  g_test_add_func ("/trust-words/what-is-out-of-date-says-until-when", test_what_is_out_of_date_says_until_when);
  g_test_add_func ("/trust-words/a-name-cannot-play-with-the-sentence", test_a_name_cannot_play_with_the_sentence);
  return g_test_run ();
}
