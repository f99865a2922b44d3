/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-trust-private.h"

#include <string.h>

#include "ter-date.h"
#include "ter-fold.h"
#include "ter-json.h"
#include "ter-sha256.h"
#include "ter-signify.h"

/* ---- Publishers ---- */

TerPublisher *
ter_publisher_new (const char *key, const char *name, gint64 accepted_at, const char *successor, gboolean revoked)
{
  TerPublisher *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (TerPublisher, 1);
  self->key = g_strdup (key);
  self->name = g_strdup (name != NULL ? name : "");
  self->accepted_at = accepted_at;
  self->successor = g_strdup (successor);
  self->revoked = revoked;
  return self;
}

void
ter_publisher_free (TerPublisher *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->successor);
  g_free (self);
}

/* (nullable): the accepted publisher who has this key. */
static TerPublisher *
find_publisher (GPtrArray *publishers, const char *key)
{
  for (guint i = 0; key != NULL && i < publishers->len; i++)
    {
      TerPublisher *publisher = g_ptr_array_index (publishers, i);

      if (g_str_equal (publisher->key, key))
        return publisher;
    }
  return NULL;
}

/* (nullable): an accepted publisher who announced this key. */
static TerPublisher *
find_predecessor (GPtrArray *publishers, const char *key)
{
  for (guint i = 0; i < publishers->len; i++)
    {
      TerPublisher *publisher = g_ptr_array_index (publishers, i);

      if (g_strcmp0 (publisher->successor, key) == 0)
        return publisher;
    }
  return NULL;
}

/* Whether @older announced @newer, directly or through others. Never the other way round: anybody can announce anybody's key,
 * and is no one the more for it. */
static gboolean
leads_to (GPtrArray *publishers, const char *older, const char *newer)
{
  const char *key = older;

  /* A chain that is longer than the list turns in a circle. */
  for (guint i = 0; key != NULL && i <= publishers->len; i++)
    {
      TerPublisher *publisher;

      if (g_str_equal (key, newer))
        return TRUE;
      publisher = find_publisher (publishers, key);
      key = publisher != NULL ? publisher->successor : NULL;
    }
  return FALSE;
}

/* Marks, spaces and directions that would change the sentence around a name. */
static gboolean
is_plain (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED: return FALSE;
    default: return TRUE;
    }
}

char *
ter_trust_clean_name (const char *name)
{
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : g_strdup ("");
  g_autoptr (GString) clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && (clean->len == 0 || clean->str[clean->len - 1] == ' '))
        continue;
      if (!g_unichar_isspace (c) && !is_plain (c))
        continue;
      if (n++ == TER_PUBLISHER_NAME_CHARS)
        {
          g_string_append (clean, "…");
          break;
        }
      g_string_append_unichar (clean, g_unichar_isspace (c) ? ' ' : c);
    }
  g_strchomp (clean->str);
  return *clean->str != '\0' ? g_strdup (clean->str) : NULL;
}

/* ---- The signature ---- */

/* (transfer full) (nullable): who the manifest says that it comes from. */
static char *
dup_claimed_name (JsonObject *manifest)
{
  JsonArray *contributors = ter_json_get_array (manifest, "contributors");

  for (guint i = 0; i < ter_json_array_length (contributors); i++)
    {
      JsonObject *contributor = ter_json_array_object (contributors, i);
      g_auto (GStrv) roles = ter_json_dup_strv (contributor, "roles");

      if (g_strv_contains ((const char *const *) roles, "publisher"))
        return ter_trust_clean_name (ter_json_get_string (contributor, "title"));
    }
  return NULL;
}

static gboolean
is_sound (const char *key, const char *signature, GBytes *bytes)
{
  return key != NULL && ter_signify_verify (key, signature, bytes, NULL);
}

/* (nullable): the key under which the signature is sound, among those that may count. */
static const char *
find_key (GBytes *bytes, JsonObject *manifest, const char *signature, GPtrArray *publishers)
{
  JsonObject *named = ter_json_get_object (manifest, "publisher");
  const char *const keys[] = { ter_json_get_string (named, "key"), ter_json_get_string (named, "successor") };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (is_sound (keys[i], signature, bytes))
      return keys[i];
  for (guint i = 0; i < publishers->len; i++)
    {
      const TerPublisher *publisher = g_ptr_array_index (publishers, i);

      if (is_sound (publisher->key, signature, bytes))
        return publisher->key;
      if (is_sound (publisher->successor, signature, bytes))
        return publisher->successor;
    }
  return NULL;
}

static gboolean
is_borrowed (GPtrArray *publishers, const char *name)
{
  g_autofree char *folded = ter_fold (name);

  for (guint i = 0; name != NULL && i < publishers->len; i++)
    {
      const TerPublisher *publisher = g_ptr_array_index (publishers, i);
      g_autofree char *other = ter_fold (publisher->name);

      if (*folded != '\0' && g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
assess_signature (TerAssessment *self, GBytes *bytes, JsonObject *manifest, const char *signature, GPtrArray *publishers)
{
  const char *key = signature != NULL ? find_key (bytes, manifest, signature, publishers) : NULL;
  const TerPublisher *known, *predecessor;

  self->signature = signature == NULL ? TER_SIGNATURE_NONE : TER_SIGNATURE_BAD;
  if (key == NULL)
    return;
  self->key = g_strdup (key);
  known = find_publisher (publishers, key);
  predecessor = find_predecessor (publishers, key);
  if (known != NULL)
    self->name = ter_trust_clean_name (known->name);
  else if (predecessor != NULL)
    self->name = ter_trust_clean_name (predecessor->name);
  else
    self->name = dup_claimed_name (manifest);

  if (known != NULL && known->revoked)
    self->signature = TER_SIGNATURE_REVOKED;
  else if (known != NULL)
    self->signature = TER_SIGNATURE_KNOWN;
  else if (predecessor != NULL)
    self->signature = TER_SIGNATURE_SUCCESSOR;
  else
    {
      self->signature = TER_SIGNATURE_UNKNOWN;
      self->borrows_name = is_borrowed (publishers, self->name);
    }
}

/* ---- What is installed ---- */

static TerVersionChange
get_change (GBytes *bytes, const char *version, const TerInstalledVersion *installed)
{
  g_autofree char *sha256 = NULL;
  int order;

  if (installed == NULL)
    return TER_CHANGE_NEW;
  sha256 = ter_sha256_of_bytes (bytes);
  if (g_strcmp0 (sha256, installed->manifest_sha256) == 0)
    return TER_CHANGE_SAME;
  order = ter_version_compare (version, installed->version);
  if (order == 0)
    return TER_CHANGE_OTHER;
  return order > 0 ? TER_CHANGE_UPDATE : TER_CHANGE_OLDER;
}

static TerSignerChange
get_signer (const char *key, const TerInstalledVersion *installed, GPtrArray *publishers)
{
  if (installed == NULL || (installed->key == NULL && key == NULL))
    return TER_SIGNER_SAME;
  if (key == NULL)
    return TER_SIGNER_LOST;
  if (installed->key == NULL)
    return TER_SIGNER_GAINED;
  return leads_to (publishers, installed->key, key) ? TER_SIGNER_SAME : TER_SIGNER_DIFFERENT;
}

static void
assess_installed (TerAssessment *self, GBytes *bytes, const TerInstalledVersion *installed, GPtrArray *publishers)
{
  const TerPublisher *publisher;

  self->change = get_change (bytes, self->version, installed);
  self->signer = get_signer (self->key, installed, publishers);
  if (installed == NULL)
    return;
  self->installed_version = g_strdup (installed->version);
  self->below_highest = self->change == TER_CHANGE_UPDATE && ter_version_compare (self->version, installed->highest) < 0;
  publisher = find_publisher (publishers, installed->key);
  if (publisher != NULL)
    self->installed_name = ter_trust_clean_name (publisher->name);
}

/* ---- Time ---- */

static void
assess_time (TerAssessment *self, JsonObject *manifest, gint64 today)
{
  const char *text = ter_json_get_string (manifest, "validUntil");
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (today);
  TerDate until;

  if (text == NULL || !ter_date_parse (text, &until))
    return;
  self->valid_until = g_strdup (text);
  if (now == NULL)
    return;
  /* "2026-05" is valid to the end of May, "2026" to the end of the year. */
  if (g_date_time_get_year (now) != until.year)
    self->expired = g_date_time_get_year (now) > until.year;
  else if (until.month != 0 && g_date_time_get_month (now) != until.month)
    self->expired = g_date_time_get_month (now) > until.month;
  else
    self->expired = until.month != 0 && until.day != 0 && g_date_time_get_day_of_month (now) > until.day;
}

/* ---- The verdict ---- */

static TerVerdict
get_verdict (const TerAssessment *self)
{
  if (self->signature == TER_SIGNATURE_BAD || self->change == TER_CHANGE_OTHER)
    return TER_VERDICT_REFUSE;
  /* Losing a signature is asked even for the same manifest: otherwise the next unsigned one would be no surprise any more. */
  if (self->signer == TER_SIGNER_LOST || self->signer == TER_SIGNER_DIFFERENT)
    return self->signature == TER_SIGNATURE_REVOKED ? TER_VERDICT_REFUSE : TER_VERDICT_ASK;
  /* What the reader has already he keeps, whatever became of the key. */
  if (self->change == TER_CHANGE_SAME && self->signer == TER_SIGNER_SAME)
    return TER_VERDICT_WELCOME;
  if (self->signature == TER_SIGNATURE_REVOKED)
    return TER_VERDICT_REFUSE;
  if (self->signature == TER_SIGNATURE_NONE || self->signature == TER_SIGNATURE_UNKNOWN)
    return TER_VERDICT_ASK;
  return self->change == TER_CHANGE_OLDER || self->below_highest ? TER_VERDICT_ASK : TER_VERDICT_WELCOME;
}

TerAssessment *
ter_trust_assess (GBytes *bytes, JsonObject *manifest, const char *signature, GPtrArray *publishers,
                  const TerInstalledVersion *installed, gint64 today)
{
  TerAssessment *self;

  g_return_val_if_fail (bytes != NULL && manifest != NULL && publishers != NULL, NULL);

  self = g_new0 (TerAssessment, 1);
  self->version = g_strdup (ter_json_get_string (manifest, "version"));
  assess_signature (self, bytes, manifest, signature, publishers);
  assess_installed (self, bytes, installed, publishers);
  assess_time (self, manifest, today);
  self->verdict = get_verdict (self);
  return self;
}

void
ter_assessment_free (TerAssessment *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->installed_name);
  g_free (self->installed_version);
  g_free (self->version);
  g_free (self->valid_until);
  g_free (self);
}

/* ---- Learning ---- */

static void
learn_successor (TerPublisher *publisher, JsonObject *manifest)
{
  const char *text = ter_json_get_string (ter_json_get_object (manifest, "publisher"), "successor");
  g_autofree char *successor = text != NULL ? ter_signify_parse_public (text, NULL) : NULL;

  if (publisher->successor == NULL && successor != NULL && !g_str_equal (successor, publisher->key))
    publisher->successor = g_steal_pointer (&successor);
}

static void
learn_revoked (GPtrArray *publishers, const char *key, JsonObject *manifest)
{
  g_auto (GStrv) revoked = ter_json_dup_strv (ter_json_get_object (manifest, "publisher"), "revoked");

  for (guint i = 0; revoked[i] != NULL; i++)
    {
      TerPublisher *publisher = find_publisher (publishers, revoked[i]);

      if (publisher != NULL && leads_to (publishers, publisher->key, key))
        publisher->revoked = TRUE;
    }
}

void
ter_trust_learn (GPtrArray *publishers, JsonObject *manifest, const char *key, const char *name, gint64 today)
{
  TerPublisher *publisher;

  g_return_if_fail (publishers != NULL && manifest != NULL && key != NULL);

  publisher = find_publisher (publishers, key);
  if (publisher != NULL && publisher->revoked)
    return;
  if (publisher == NULL)
    {
      g_autofree char *clean = ter_trust_clean_name (name);

      publisher = ter_publisher_new (key, clean, today, NULL, FALSE);
      g_ptr_array_add (publishers, publisher);
    }
  learn_successor (publisher, manifest);
  learn_revoked (publishers, key, manifest);
}
