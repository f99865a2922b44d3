/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>

#include "ter-date.h"
#include "ter-trust-private.h"

/* What is known of a pack's origin, in words for people who have never heard of keys. */

char *
ter_assessment_dup_seal (const TerAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->signature)
    {
    case TER_SIGNATURE_BAD: return g_strdup (_ ("Damaged, or changed after it was signed"));
    case TER_SIGNATURE_UNKNOWN: return g_strdup (_ ("Intact, unknown signer"));
    case TER_SIGNATURE_KNOWN:
    case TER_SIGNATURE_SUCCESSOR:
      if (self->name == NULL)
        return g_strdup (_ ("Intact, signed by a publisher that you accepted"));
      /* Translators: %s is the name of a pack's publisher. */
      return g_strdup_printf (_ ("Intact, signed by “%s”"), self->name);
    case TER_SIGNATURE_REVOKED: return g_strdup (_ ("Signed with a key that was withdrawn"));
    case TER_SIGNATURE_NONE:
    default: return g_strdup (_ ("Not signed"));
    }
}

/* (transfer full): a version as a sentence can hold it. */
static char *
dup_version (const char *version)
{
  char *clean = ter_trust_clean_name (version);

  /* Translators: in place of a version's number */
  return clean != NULL ? clean : g_strdup (_ ("unknown"));
}

static char *
dup_refusal (const TerAssessment *self)
{
  if (self->signature == TER_SIGNATURE_BAD)
    return g_strdup (_ ("This pack was changed after it was signed, or its signature is damaged. It cannot be installed. "
                        "Ask the person who gave it to you for a new copy."));
  if (self->signature == TER_SIGNATURE_REVOKED)
    {
      if (self->name == NULL)
        return g_strdup (_ (
          "This pack is signed with a key that its publisher has withdrawn: it may come from someone else. It cannot be installed. "
          "What you have already stays. Ask for a copy that is signed with the new key."));
      return g_strdup_printf (
        _ ("This pack is signed with a key that “%s” has withdrawn: it may come from someone else. It cannot be installed. "
           "What you have already stays. Ask “%s” for a copy that is signed with the new key."),
        self->name, self->name);
    }
  if (self->change == TER_CHANGE_OTHER)
    {
      g_autofree char *version = dup_version (self->version);

      return g_strdup_printf (
        _ (
          "You already have version %s of this pack, and its content is not the same. Two different packs cannot have the same version: "
          "this one cannot be installed. Ask its publisher for a copy with a new version number."),
        version);
    }
  return NULL;
}

/* (transfer full): who signed, in the middle of a sentence. */
static char *
dup_signer (const TerAssessment *self)
{
  if (self->name == NULL)
    /* Translators: “this one is signed by …” */
    return g_strdup (_ ("an unknown signer"));
  if (self->signature == TER_SIGNATURE_UNKNOWN)
    /* Translators: “this one is signed by …”; %s is the name that the signer gives itself */
    return g_strdup_printf (_ ("an unknown signer who gives the name “%s”"), self->name);
  /* Translators: “this one is signed by …”; %s is the name of a pack's publisher */
  return g_strdup_printf (_ ("“%s”"), self->name);
}

/* (transfer full): who signed what is installed, in the middle of a sentence. */
static char *
dup_installed_signer (const TerAssessment *self)
{
  if (self->installed_name == NULL)
    /* Translators: “the pack that you have is signed by …” */
    return g_strdup (_ ("a publisher whose name is not known any more"));
  return g_strdup_printf (_ ("“%s”"), self->installed_name);
}

static char *
dup_different (const TerAssessment *self)
{
  g_autofree char *signer = dup_signer (self);
  g_autofree char *installed = dup_installed_signer (self);

  if (self->name != NULL && g_strcmp0 (self->name, self->installed_name) == 0)
    return g_strdup_printf (
      _ ("Caution: this pack gives the name “%s”, but it is not signed with the same key as the pack that you have. "
         "Someone may be borrowing this name. Install it only if “%s” has told you about a new key."),
      self->name, self->name);
  /* Translators: both %s are publishers: “Name”, or “an unknown signer” */
  return g_strdup_printf (
    _ (
      "Caution: the pack that you have is signed by %s; this one is signed by %s. "
      "Someone may be taking the place of the publisher that you know. Install it only if that publisher has told you about the change."),
    installed, signer);
}

static char *
dup_lost (const TerAssessment *self)
{
  g_autofree char *installed = dup_installed_signer (self);

  /* Translators: %s is a publisher: “Name” */
  return g_strdup_printf (_ ("Caution: the pack that you have is signed by %s; this one is not signed. Anyone may have changed it. "
                             "Install it only if you know where it comes from; otherwise ask for the signed pack."),
                          installed);
}

static char *
dup_unknown (const TerAssessment *self)
{
  if (self->borrows_name)
    return g_strdup_printf (
      _ (
        "Caution: this pack gives the name “%s”, which is that of a publisher that you accepted, but it is signed with another key. "
        "Someone may be borrowing this name. Install it only if “%s” has told you about a new key."),
      self->name, self->name);
  if (self->name == NULL)
    return g_strdup (_ (
      "This pack is intact, but you have not accepted its publisher yet, and it does not say its name. "
      "Ask the person who gave it to you where it comes from. If you install it, you accept this publisher: its next packs will be recognised."));
  return g_strdup_printf (
    _ (
      "This pack is intact, but you have not accepted its publisher yet. It gives the name “%s”: nothing proves it. "
      "Ask the person who gave it to you where it comes from. If you install it, you accept this publisher: its next packs will be recognised."),
    self->name);
}

/* (transfer full) (nullable): the question about who made it. */
static char *
dup_origin (const TerAssessment *self)
{
  if (self->signer == TER_SIGNER_DIFFERENT)
    return dup_different (self);
  if (self->signer == TER_SIGNER_LOST)
    return dup_lost (self);
  if (self->signature == TER_SIGNATURE_UNKNOWN)
    return dup_unknown (self);
  if (self->signature == TER_SIGNATURE_NONE)
    return g_strdup (_ ("This pack is not signed: nobody can tell who made it, nor whether it was changed on the way. "
                        "Install it if you trust the person who gave it to you."));
  return NULL;
}

/* (transfer full) (nullable): the question about its age. */
static char *
dup_age (const TerAssessment *self)
{
  g_autofree char *version = dup_version (self->version);
  g_autofree char *installed = dup_version (self->installed_version);

  if (self->change == TER_CHANGE_OLDER)
    /* Translators: both %s are versions, such as 1.2.0 */
    return g_strdup_printf (
      _ (
        "This is version %s, which is older than version %s that you have. If you install it, both are kept: you can go back at any time."),
      version, installed);
  if (self->below_highest)
    /* Translators: both %s are versions, such as 1.2.0 */
    return g_strdup_printf (
      _ ("This is version %s. It is newer than version %s that you use now, but you have had a still newer one before."), version,
      installed);
  return NULL;
}

char *
ter_assessment_dup_caution (const TerAssessment *self)
{
  g_autofree char *origin = NULL, *age = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->verdict == TER_VERDICT_REFUSE)
    return dup_refusal (self);
  if (self->verdict == TER_VERDICT_WELCOME)
    return NULL;
  origin = dup_origin (self);
  age = dup_age (self);
  if (origin != NULL && age != NULL)
    return g_strdup_printf ("%s\n\n%s", origin, age);
  return origin != NULL ? g_steal_pointer (&origin) : g_steal_pointer (&age);
}

char *
ter_assessment_dup_expiry (const TerAssessment *self)
{
  g_autofree char *date = NULL;
  TerDate until;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->expired || !ter_date_parse (self->valid_until, &until))
    return NULL;
  date = ter_date_format (&until, TER_DATE_MEDIUM);
  /* Translators: %s is a date, a month or a year: 31 December 2026 */
  return g_strdup_printf (
    _ (
      "This pack was meant to be used until %s. It still opens, but what it says may have changed: ask its publisher for a newer version."),
    date);
}
