/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trust-fixture.h"

/* Which sentence is said is tested in test-trust-words.c; here: what is decided. */
#define assert_assessment(assessment, expected_signature, expected_change, expected_signer, expected_verdict) \
  G_STMT_START \
  { \
    g_assert_cmpint ((assessment)->signature, ==, expected_signature); \
    g_assert_cmpint ((assessment)->change, ==, expected_change); \
    g_assert_cmpint ((assessment)->signer, ==, expected_signer); \
    g_assert_cmpint ((assessment)->verdict, ==, expected_verdict); \
  } \
  G_STMT_END

/* ---- A pack of an id that is not installed ---- */

static void
test_an_unsigned_pack_asks (void)
{
  g_auto (FixturePack) pack = fixture_pack ("1.0.0", NULL, NULL, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = fixture_assess (&pack, publishers, NULL);

  assert_assessment (assessment, TER_SIGNATURE_NONE, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_ASK);
  g_assert_null (assessment->key);
  g_assert_null (assessment->name);
}

static void
test_naming_a_known_key_without_a_signature_is_not_signed (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  g_clear_pointer (&pack.signature, g_free);
  assessment = fixture_assess (&pack, publishers, NULL);
  assert_assessment (assessment, TER_SIGNATURE_NONE, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_ASK);
}

static void
test_an_unknown_signer_asks_once (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) next = fixture_signed_pack ("1.1.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = fixture_assess (&pack, publishers, NULL), later = NULL;
  TerInstalledVersion installed = fixture_installed (&pack, &key);
  const TerPublisher *publisher;

  assert_assessment (assessment, TER_SIGNATURE_UNKNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_ASK);
  g_assert_cmpstr (assessment->key, ==, key.key);
  g_assert_cmpstr (assessment->name, ==, "Les Rives");
  g_assert_false (assessment->borrows_name);

  ter_trust_learn (publishers, json_node_get_object (pack.root), assessment->key, assessment->name, FIXTURE_TODAY);
  g_assert_cmpuint (publishers->len, ==, 1);
  publisher = g_ptr_array_index (publishers, 0);
  g_assert_cmpstr (publisher->key, ==, key.key);
  g_assert_cmpstr (publisher->name, ==, "Les Rives");
  g_assert_cmpint (publisher->accepted_at, ==, FIXTURE_TODAY);
  g_assert_null (publisher->successor);
  g_assert_false (publisher->revoked);

  later = fixture_assess (&next, publishers, &installed);
  assert_assessment (later, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

static void
test_a_known_signer_is_welcome (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) unnamed = fixture_pack ("1.0.0", NULL, NULL, &key);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL, other = NULL;

  fixture_accept (publishers, &key, "Les Rives du Rhône", NULL);
  assessment = fixture_assess (&pack, publishers, NULL);
  assert_assessment (assessment, TER_SIGNATURE_KNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
  /* The name that was accepted, not the one that the manifest gives itself. */
  g_assert_cmpstr (assessment->name, ==, "Les Rives du Rhône");
  /* A manifest that names no key counts when the key is known. */
  other = fixture_assess (&unnamed, publishers, NULL);
  assert_assessment (other, TER_SIGNATURE_KNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

static void
test_a_signature_of_no_key_that_is_named_is_bad (void)
{
  g_auto (FixtureKey) key = fixture_key (), other = fixture_key ();
  g_auto (FixturePack) unnamed = fixture_pack ("1.0.0", NULL, NULL, &key);
  g_autofree char *names_other = g_strdup_printf ("{\"key\": \"%s\"}", other.key);
  g_auto (FixturePack) misnamed = fixture_pack ("1.0.0", names_other, NULL, &key);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) a = fixture_assess (&unnamed, publishers, NULL), b = fixture_assess (&misnamed, publishers, NULL),
                            c = NULL;

  assert_assessment (a, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  assert_assessment (b, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  g_assert_null (b->key);
  /* Not even when the one that is named is known. */
  fixture_accept (publishers, &other, "Les Rives", NULL);
  c = fixture_assess (&misnamed, publishers, NULL);
  assert_assessment (c, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
}

static void
test_members_of_any_type_are_harmless (void)
{
  static const char *const values[] = {
    "null",
    "1",
    "\"RW\"",
    "[]",
    "{}",
    "{\"key\": null}",
    "{\"key\": [\"a\"], \"successor\": {}, \"revoked\": \"x\"}",
    "{\"key\": \"\", \"successor\": \"\", \"revoked\": [null, 1, \"\", {}]}",
    "{\"revoked\": {}}",
  };
  g_auto (FixtureKey) key = fixture_key ();

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_auto (FixturePack) pack = fixture_pack ("1.0.0", values[i], ", \"validUntil\": [2020]", &key);
      g_autoptr (GPtrArray) publishers = fixture_publishers ();
      g_autoptr (TerAssessment) assessment = fixture_assess (&pack, publishers, NULL);

      assert_assessment (assessment, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
      g_assert_false (assessment->expired);
      ter_trust_learn (publishers, json_node_get_object (pack.root), key.key, NULL, FIXTURE_TODAY);
      g_assert_cmpuint (publishers->len, ==, 1);
    }
}

static void
test_an_unknown_signer_cannot_borrow_a_name_unseen (void)
{
  g_auto (FixtureKey) known = fixture_key (), thief = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &thief, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL;

  fixture_accept (publishers, &known, "LES  RIVES", NULL);
  assessment = fixture_assess (&pack, publishers, NULL);
  assert_assessment (assessment, TER_SIGNATURE_UNKNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_ASK);
  g_assert_true (assessment->borrows_name);
}

/* ---- Damage ---- */

static void
test_each_changed_byte_of_the_manifest_is_found (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, ", \"revoked\": []");
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  gsize length;
  const guint8 *data = g_bytes_get_data (pack.bytes, &length);

  fixture_accept (publishers, &key, "Les Rives", NULL);
  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        guint8 *changed = g_memdup2 (data, length);
        g_auto (FixturePack) other = { NULL };
        g_autoptr (TerAssessment) assessment = NULL;

        changed[i] ^= 1 << bit;
        other.bytes = g_bytes_new_take (changed, length);
        other.root = fixture_parse (other.bytes);
        /* What is no JSON any more is refused before; here it may still say what it said. */
        if (other.root == NULL)
          other.root = json_node_ref (pack.root);
        other.signature = g_strdup (pack.signature);
        assessment = fixture_assess (&other, publishers, NULL);
        g_assert_cmpint (assessment->signature, ==, TER_SIGNATURE_BAD);
        g_assert_cmpint (assessment->verdict, ==, TER_VERDICT_REFUSE);
        g_assert_null (assessment->key);
      }
}

static void
test_each_changed_byte_of_the_signature_is_found_or_changes_nothing (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) forged = fixture_signed_pack ("2.0.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  gsize length = strlen (pack.signature);
  guint still_sound = 0;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree char *changed = g_strdup (pack.signature);
        g_autoptr (TerAssessment) assessment = NULL, other = NULL;

        changed[i] ^= 1 << bit;
        assessment = ter_trust_assess (pack.bytes, json_node_get_object (pack.root), changed, publishers, NULL, FIXTURE_TODAY);
        other = ter_trust_assess (forged.bytes, json_node_get_object (forged.root), changed, publishers, NULL, FIXTURE_TODAY);
        g_assert_cmpint (other->signature, ==, TER_SIGNATURE_BAD);
        if (assessment->signature == TER_SIGNATURE_KNOWN)
          still_sound++;
        else
          g_assert_cmpint (assessment->signature, ==, TER_SIGNATURE_BAD);
      }
  /* The comment "test" is signed by nobody and said to nobody; nor is the last line break missed. */
  g_assert_cmpuint (still_sound, >, 0);
  g_assert_cmpuint (still_sound, <=, 8 * strlen ("test\n"));
}

static void
test_any_signature_is_read_calmly (void)
{
  static const char *const texts[] = { "", "\n", "untrusted comment: \n\n", "RW", "{}", "untrusted comment: a\nRWQ=\n" };
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TerAssessment) assessment =
        ter_trust_assess (pack.bytes, json_node_get_object (pack.root), texts[i], publishers, NULL, FIXTURE_TODAY);

      assert_assessment (assessment, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
    }
}

static void
test_another_key_put_in_the_place_of_the_signer_is_found (void)
{
  g_auto (FixtureKey) key = fixture_key (), thief = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) swapped = fixture_signed_pack ("1.0.0", &thief, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  g_free (swapped.signature);
  swapped.signature = g_strdup (pack.signature);
  assessment = fixture_assess (&swapped, publishers, NULL);
  assert_assessment (assessment, TER_SIGNATURE_BAD, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
}

/* ---- Successors ---- */

static void
test_an_announced_successor_is_accepted_and_learned (void)
{
  g_auto (FixtureKey) old = fixture_key (), new = fixture_key ();
  g_autofree char *announces = g_strdup_printf (", \"successor\": \"%s\"", new.key);
  g_autofree char *revokes = g_strdup_printf (", \"revoked\": [\"%s\"]", old.key);
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &old, announces);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &new, revokes);
  g_auto (FixturePack) late = fixture_signed_pack ("3.0.0", &old, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL, again = NULL, stolen = NULL, kept = NULL;
  TerInstalledVersion installed = fixture_installed (&first, &old), updated = fixture_installed (&second, &new);

  ter_trust_learn (publishers, json_node_get_object (first.root), old.key, "Les Rives", FIXTURE_TODAY);
  assessment = fixture_assess (&second, publishers, &installed);
  assert_assessment (assessment, TER_SIGNATURE_SUCCESSOR, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
  g_assert_cmpstr (assessment->name, ==, "Les Rives");

  ter_trust_learn (publishers, json_node_get_object (second.root), assessment->key, assessment->name, FIXTURE_TODAY + 1);
  g_assert_cmpuint (publishers->len, ==, 2);
  again = fixture_assess (&second, publishers, NULL);
  assert_assessment (again, TER_SIGNATURE_KNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_WELCOME);

  /* The old key was withdrawn by the new one: it installs nothing more, and takes away nothing that is there. */
  stolen = fixture_assess (&late, publishers, &updated);
  assert_assessment (stolen, TER_SIGNATURE_REVOKED, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_REFUSE);
  kept = fixture_assess (&first, publishers, &installed);
  assert_assessment (kept, TER_SIGNATURE_REVOKED, TER_CHANGE_SAME, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

static void
test_a_successor_that_only_claims_to_be_one_is_unknown (void)
{
  g_auto (FixtureKey) known = fixture_key (), claimant = fixture_key ();
  g_autofree char *publisher = g_strdup_printf ("{\"key\": \"%s\", \"successor\": \"%s\"}", known.key, claimant.key);
  g_auto (FixturePack) pack = fixture_pack ("2.0.0", publisher, NULL, &claimant);
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &known, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) fresh = NULL, over = NULL;
  TerInstalledVersion installed = fixture_installed (&first, &known);
  const TerPublisher *accepted;

  accepted = fixture_accept (publishers, &known, "Les Rives", NULL);
  fresh = fixture_assess (&pack, publishers, NULL);
  assert_assessment (fresh, TER_SIGNATURE_UNKNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_ASK);
  over = fixture_assess (&pack, publishers, &installed);
  assert_assessment (over, TER_SIGNATURE_UNKNOWN, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_ASK);

  /* Even when he is accepted, as somebody else, he has not become the successor. */
  ter_trust_learn (publishers, json_node_get_object (pack.root), claimant.key, "Les Rives", FIXTURE_TODAY);
  g_assert_null (accepted->successor);
  g_clear_pointer (&over, ter_assessment_free);
  over = fixture_assess (&pack, publishers, &installed);
  assert_assessment (over, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_ASK);
}

static void
test_who_steals_a_key_cannot_replace_its_successor (void)
{
  g_auto (FixtureKey) key = fixture_key (), heir = fixture_key (), thief = fixture_key ();
  g_autofree char *right = g_strdup_printf (", \"successor\": \"%s\"", heir.key);
  g_autofree char *wrong = g_strdup_printf (", \"successor\": \"%s\"", thief.key);
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &key, right);
  g_auto (FixturePack) second = fixture_signed_pack ("1.1.0", &key, wrong);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  const TerPublisher *publisher;

  ter_trust_learn (publishers, json_node_get_object (first.root), key.key, "Les Rives", FIXTURE_TODAY);
  ter_trust_learn (publishers, json_node_get_object (second.root), key.key, "Les Rives", FIXTURE_TODAY);
  publisher = g_ptr_array_index (publishers, 0);
  g_assert_cmpstr (publisher->successor, ==, heir.key);
}

static void
test_announcing_the_key_of_another_gives_no_right_to_his_packs (void)
{
  g_auto (FixtureKey) good = fixture_key (), other = fixture_key ();
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &good, NULL);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &other, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL;
  TerInstalledVersion installed = fixture_installed (&first, &good);

  fixture_accept (publishers, &good, "Les Rives", NULL);
  fixture_accept (publishers, &other, "La Source", good.key);
  assessment = fixture_assess (&second, publishers, &installed);
  assert_assessment (assessment, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_ASK);
}

static void
test_successors_in_a_circle_end (void)
{
  g_auto (FixtureKey) a = fixture_key (), b = fixture_key (), c = fixture_key ();
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &a, NULL);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &c, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) assessment = NULL;
  TerInstalledVersion installed = fixture_installed (&first, &a);

  fixture_accept (publishers, &a, "A", b.key);
  fixture_accept (publishers, &b, "B", a.key);
  fixture_accept (publishers, &c, "C", NULL);
  assessment = fixture_assess (&second, publishers, &installed);
  g_assert_cmpint (assessment->signer, ==, TER_SIGNER_DIFFERENT);
}

/* ---- Revoked keys ---- */

static void
test_a_revoked_key_installs_nothing_new (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&first, &key);
  g_autoptr (TerAssessment) fresh = NULL, update = NULL, same = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL)->revoked = TRUE;
  fresh = fixture_assess (&second, publishers, NULL);
  assert_assessment (fresh, TER_SIGNATURE_REVOKED, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  update = fixture_assess (&second, publishers, &installed);
  assert_assessment (update, TER_SIGNATURE_REVOKED, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  same = fixture_assess (&first, publishers, &installed);
  assert_assessment (same, TER_SIGNATURE_REVOKED, TER_CHANGE_SAME, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

static void
test_nobody_revokes_the_key_of_another (void)
{
  g_auto (FixtureKey) good = fixture_key (), other = fixture_key (), new = fixture_key ();
  g_autofree char *text = g_strdup_printf (", \"revoked\": [\"%s\", \"%s\"]", good.key, new.key);
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &other, text);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  const TerPublisher *accepted = fixture_accept (publishers, &good, "Les Rives", new.key);
  const TerPublisher *heir = fixture_accept (publishers, &new, "Les Rives", NULL);

  ter_trust_learn (publishers, json_node_get_object (pack.root), other.key, "La Source", FIXTURE_TODAY);
  g_assert_cmpuint (publishers->len, ==, 3);
  g_assert_false (accepted->revoked);
  g_assert_false (heir->revoked);
}

static void
test_an_older_key_does_not_revoke_the_newer_one (void)
{
  g_auto (FixtureKey) old = fixture_key (), new = fixture_key ();
  g_autofree char *text = g_strdup_printf (", \"revoked\": [\"%s\"]", new.key);
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &old, text);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  const TerPublisher *heir;

  fixture_accept (publishers, &old, "Les Rives", new.key);
  heir = fixture_accept (publishers, &new, "Les Rives", NULL);
  ter_trust_learn (publishers, json_node_get_object (pack.root), old.key, "Les Rives", FIXTURE_TODAY);
  g_assert_false (heir->revoked);
}

static void
test_a_key_withdraws_itself_with_its_last_pack (void)
{
  g_auto (FixtureKey) key = fixture_key (), heir = fixture_key ();
  g_autofree char *text = g_strdup_printf (", \"successor\": \"%s\", \"revoked\": [\"%s\"]", heir.key, key.key);
  g_auto (FixturePack) last = fixture_signed_pack ("1.0.0", &key, text);
  g_auto (FixturePack) late = fixture_signed_pack ("1.1.0", &key, NULL);
  g_auto (FixturePack) next = fixture_signed_pack ("2.0.0", &heir, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autoptr (TerAssessment) a = NULL, b = NULL, c = NULL;
  TerInstalledVersion installed = fixture_installed (&last, &key);

  fixture_accept (publishers, &key, "Les Rives", NULL);
  a = fixture_assess (&last, publishers, NULL);
  assert_assessment (a, TER_SIGNATURE_KNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
  ter_trust_learn (publishers, json_node_get_object (last.root), key.key, "Les Rives", FIXTURE_TODAY);
  b = fixture_assess (&late, publishers, &installed);
  assert_assessment (b, TER_SIGNATURE_REVOKED, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  c = fixture_assess (&next, publishers, &installed);
  assert_assessment (c, TER_SIGNATURE_SUCCESSOR, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

static void
test_a_revoked_key_teaches_nothing (void)
{
  g_auto (FixtureKey) key = fixture_key (), thief = fixture_key ();
  g_autofree char *text = g_strdup_printf (", \"successor\": \"%s\"", thief.key);
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, text);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerPublisher *publisher = fixture_accept (publishers, &key, "Les Rives", NULL);

  publisher->revoked = TRUE;
  ter_trust_learn (publishers, json_node_get_object (pack.root), key.key, "Les Rives", FIXTURE_TODAY);
  g_assert_null (publisher->successor);
  g_assert_true (publisher->revoked);
}

/* ---- Over what is installed ---- */

static void
test_the_same_manifest_again_is_welcome (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) bare = fixture_pack ("1.0.0", NULL, NULL, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&pack, &key), unsigned_one = fixture_installed (&bare, NULL);
  g_autoptr (TerAssessment) a = NULL, b = fixture_assess (&bare, publishers, &unsigned_one), c = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  a = fixture_assess (&pack, publishers, &installed);
  assert_assessment (a, TER_SIGNATURE_KNOWN, TER_CHANGE_SAME, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
  assert_assessment (b, TER_SIGNATURE_NONE, TER_CHANGE_SAME, TER_SIGNER_SAME, TER_VERDICT_WELCOME);

  /* Without its signature it asks: it would take the seal away. */
  g_clear_pointer (&pack.signature, g_free);
  c = fixture_assess (&pack, publishers, &installed);
  assert_assessment (c, TER_SIGNATURE_NONE, TER_CHANGE_SAME, TER_SIGNER_LOST, TER_VERDICT_ASK);
}

static void
test_an_older_version_asks (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) old = fixture_signed_pack ("1.9.0", &key, NULL);
  g_auto (FixturePack) new = fixture_signed_pack ("1.10.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&new, &key);
  g_autoptr (TerAssessment) assessment = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  assessment = fixture_assess (&old, publishers, &installed);
  assert_assessment (assessment, TER_SIGNATURE_KNOWN, TER_CHANGE_OLDER, TER_SIGNER_SAME, TER_VERDICT_ASK);
}

static void
test_the_same_version_with_other_content_is_refused (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) one = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) two = fixture_signed_pack ("1.0.0", &key, ", \"revoked\": []");
  g_auto (FixturePack) build = fixture_signed_pack ("1.0.0+2", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&one, &key);
  g_autoptr (TerAssessment) a = NULL, b = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  a = fixture_assess (&two, publishers, &installed);
  assert_assessment (a, TER_SIGNATURE_KNOWN, TER_CHANGE_OTHER, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
  b = fixture_assess (&build, publishers, &installed);
  assert_assessment (b, TER_SIGNATURE_KNOWN, TER_CHANGE_OTHER, TER_SIGNER_SAME, TER_VERDICT_REFUSE);
}

static void
test_another_publisher_of_a_known_id_asks (void)
{
  g_auto (FixtureKey) one = fixture_key (), two = fixture_key ();
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &one, NULL);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &two, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&first, &one);
  g_autoptr (TerAssessment) a = NULL, b = NULL;

  fixture_accept (publishers, &one, "Les Rives", NULL);
  a = fixture_assess (&second, publishers, &installed);
  assert_assessment (a, TER_SIGNATURE_UNKNOWN, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_ASK);
  fixture_accept (publishers, &two, "La Source", NULL);
  b = fixture_assess (&second, publishers, &installed);
  assert_assessment (b, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_DIFFERENT, TER_VERDICT_ASK);
  g_assert_cmpstr (b->name, ==, "La Source");
  g_assert_cmpstr (b->installed_name, ==, "Les Rives");
}

static void
test_a_signature_that_is_lost_asks (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) first = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) second = fixture_pack ("2.0.0", NULL, NULL, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&first, &key);
  g_autoptr (TerAssessment) assessment = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  assessment = fixture_assess (&second, publishers, &installed);
  assert_assessment (assessment, TER_SIGNATURE_NONE, TER_CHANGE_UPDATE, TER_SIGNER_LOST, TER_VERDICT_ASK);
  g_assert_cmpstr (assessment->installed_name, ==, "Les Rives");
}

static void
test_a_signature_that_is_gained_is_judged_by_itself (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) first = fixture_pack ("1.0.0", NULL, NULL, NULL);
  g_auto (FixturePack) second = fixture_signed_pack ("2.0.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&first, NULL);
  g_autoptr (TerAssessment) a = fixture_assess (&second, publishers, &installed), b = NULL;

  assert_assessment (a, TER_SIGNATURE_UNKNOWN, TER_CHANGE_UPDATE, TER_SIGNER_GAINED, TER_VERDICT_ASK);
  fixture_accept (publishers, &key, "Les Rives", NULL);
  b = fixture_assess (&second, publishers, &installed);
  assert_assessment (b, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_GAINED, TER_VERDICT_WELCOME);
}

static void
test_a_version_that_was_too_high_can_be_left (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_auto (FixturePack) high = fixture_signed_pack ("999999.0.0", &key, NULL);
  g_auto (FixturePack) real = fixture_signed_pack ("1.2.0", &key, NULL);
  g_auto (FixturePack) next = fixture_signed_pack ("1.3.0", &key, NULL);
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  TerInstalledVersion installed = fixture_installed (&high, &key), left = fixture_installed (&real, &key);
  g_autoptr (TerAssessment) a = NULL, b = NULL, c = NULL;

  fixture_accept (publishers, &key, "Les Rives", NULL);
  a = fixture_assess (&real, publishers, &installed);
  assert_assessment (a, TER_SIGNATURE_KNOWN, TER_CHANGE_OLDER, TER_SIGNER_SAME, TER_VERDICT_ASK);
  /* The next one is an update again, with a question as long as the highest version is remembered. */
  left.highest = "999999.0.0";
  b = fixture_assess (&next, publishers, &left);
  assert_assessment (b, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_ASK);
  g_assert_true (b->below_highest);
  left.highest = "1.2.0";
  c = fixture_assess (&next, publishers, &left);
  assert_assessment (c, TER_SIGNATURE_KNOWN, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
}

/* ---- Time ---- */

static const struct
{
  const char *until;
  const char *now;
  gboolean expired;
} dates[] = {
  { "2026-11-24", "2026-11-24T23:59:59Z", FALSE }, { "2026-11-24", "2026-11-25T00:00:00Z", TRUE },
  { "2026-11", "2026-11-30T12:00:00Z", FALSE },    { "2026-11", "2026-12-01T00:00:00Z", TRUE },
  { "2026", "2026-12-31T23:00:00Z", FALSE },       { "2026", "2027-01-01T00:00:00Z", TRUE },
  { "2026-12-31", "2016-11-24T00:00:00Z", FALSE }, { "2026-12-31", "2036-11-24T00:00:00Z", TRUE },
  { "2026-01-31", "2025-12-01T00:00:00Z", FALSE }, { "soon", "2036-11-24T00:00:00Z", FALSE },
  { "", "2036-11-24T00:00:00Z", FALSE },           { "2026-02-31", "2036-11-24T00:00:00Z", FALSE },
};

static void
test_what_is_out_of_date_is_marked_and_no_more (void)
{
  g_auto (FixtureKey) key = fixture_key ();
  g_autoptr (GPtrArray) publishers = fixture_publishers ();
  g_autofree char *publisher = g_strdup_printf ("{\"key\": \"%s\"}", key.key);

  fixture_accept (publishers, &key, "Les Rives", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *more = g_strdup_printf (", \"validUntil\": \"%s\"", dates[i].until);
      g_auto (FixturePack) pack = fixture_pack ("1.0.0", publisher, more, &key);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (dates[i].now, NULL);
      g_autoptr (TerAssessment) assessment = ter_trust_assess (pack.bytes, json_node_get_object (pack.root), pack.signature,
                                                               publishers, NULL, g_date_time_to_unix (now));

      if (assessment->expired != dates[i].expired)
        g_error ("%s on %s: %d", dates[i].until, dates[i].now, assessment->expired);
      assert_assessment (assessment, TER_SIGNATURE_KNOWN, TER_CHANGE_NEW, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
    }
}

static void
test_a_wrong_clock_locks_nothing_out (void)
{
  static const gint64 clocks[] = {
    FIXTURE_TODAY - 10 * FIXTURE_YEAR, FIXTURE_TODAY, FIXTURE_TODAY + 10 * FIXTURE_YEAR, 0, -1, G_MAXINT64, G_MININT64
  };
  g_auto (FixtureKey) key = fixture_key (), heir = fixture_key ();
  g_auto (FixturePack) pack = fixture_signed_pack ("1.0.0", &key, NULL);
  g_auto (FixturePack) next = fixture_signed_pack ("1.1.0", &heir, NULL);
  TerInstalledVersion installed = fixture_installed (&pack, &key);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autoptr (GPtrArray) publishers = fixture_publishers ();
      g_autoptr (TerAssessment) a = NULL, b = NULL;

      fixture_accept (publishers, &key, "Les Rives", heir.key);
      a = ter_trust_assess (pack.bytes, json_node_get_object (pack.root), pack.signature, publishers, &installed, clocks[i]);
      assert_assessment (a, TER_SIGNATURE_KNOWN, TER_CHANGE_SAME, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
      b = ter_trust_assess (next.bytes, json_node_get_object (next.root), next.signature, publishers, &installed, clocks[i]);
      assert_assessment (b, TER_SIGNATURE_SUCCESSOR, TER_CHANGE_UPDATE, TER_SIGNER_SAME, TER_VERDICT_WELCOME);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/trust/" name, function)
  ADD ("an-unsigned-pack-asks", test_an_unsigned_pack_asks);
  ADD ("naming-a-known-key-without-a-signature-is-not-signed", test_naming_a_known_key_without_a_signature_is_not_signed);
  ADD ("an-unknown-signer-asks-once", test_an_unknown_signer_asks_once);
  ADD ("a-known-signer-is-welcome", test_a_known_signer_is_welcome);
  ADD ("a-signature-of-no-key-that-is-named-is-bad", test_a_signature_of_no_key_that_is_named_is_bad);
  ADD ("members-of-any-type-are-harmless", test_members_of_any_type_are_harmless);
  ADD ("an-unknown-signer-cannot-borrow-a-name-unseen", test_an_unknown_signer_cannot_borrow_a_name_unseen);
  ADD ("each-changed-byte-of-the-manifest-is-found", test_each_changed_byte_of_the_manifest_is_found);
  ADD ("each-changed-byte-of-the-signature-is-found-or-changes-nothing",
       test_each_changed_byte_of_the_signature_is_found_or_changes_nothing);
  ADD ("any-signature-is-read-calmly", test_any_signature_is_read_calmly);
  ADD ("another-key-put-in-the-place-of-the-signer-is-found", test_another_key_put_in_the_place_of_the_signer_is_found);
  ADD ("an-announced-successor-is-accepted-and-learned", test_an_announced_successor_is_accepted_and_learned);
  ADD ("a-successor-that-only-claims-to-be-one-is-unknown", test_a_successor_that_only_claims_to_be_one_is_unknown);
  ADD ("who-steals-a-key-cannot-replace-its-successor", test_who_steals_a_key_cannot_replace_its_successor);
  ADD ("announcing-the-key-of-another-gives-no-right-to-his-packs", test_announcing_the_key_of_another_gives_no_right_to_his_packs);
  ADD ("successors-in-a-circle-end", test_successors_in_a_circle_end);
  ADD ("a-revoked-key-installs-nothing-new", test_a_revoked_key_installs_nothing_new);
  ADD ("nobody-revokes-the-key-of-another", test_nobody_revokes_the_key_of_another);
  ADD ("an-older-key-does-not-revoke-the-newer-one", test_an_older_key_does_not_revoke_the_newer_one);
  ADD ("a-key-withdraws-itself-with-its-last-pack", test_a_key_withdraws_itself_with_its_last_pack);
  ADD ("a-revoked-key-teaches-nothing", test_a_revoked_key_teaches_nothing);
  ADD ("the-same-manifest-again-is-welcome", test_the_same_manifest_again_is_welcome);
  ADD ("an-older-version-asks", test_an_older_version_asks);
  ADD ("the-same-version-with-other-content-is-refused", test_the_same_version_with_other_content_is_refused);
  ADD ("another-publisher-of-a-known-id-asks", test_another_publisher_of_a_known_id_asks);
  ADD ("a-signature-that-is-lost-asks", test_a_signature_that_is_lost_asks);
  ADD ("a-signature-that-is-gained-is-judged-by-itself", test_a_signature_that_is_gained_is_judged_by_itself);
  ADD ("a-version-that-was-too-high-can-be-left", test_a_version_that_was_too_high_can_be_left);
  ADD ("what-is-out-of-date-is-marked-and-no-more", test_what_is_out_of_date_is_marked_and_no_more);
  ADD ("a-wrong-clock-locks-nothing-out", test_a_wrong_clock_locks_nothing_out);
#undef ADD
  return g_test_run ();
}
