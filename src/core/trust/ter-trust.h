/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Semantic versioning 2.0.0: its precedence, build metadata left out. What is no version comes before all versions. */
int ter_version_compare (const char *a, const char *b);

/* A publisher whose key the reader has accepted. */
typedef struct
{
  char *key;          /* key text: see ter-signify.h */
  char *name;         /* as it was when it was accepted */
  gint64 accepted_at; /* seconds since 1970 */
  char *successor;    /* nullable: the key that this one announced */
  gboolean revoked;   /* said so by a later key of the same publisher */
} TerPublisher;

/* (transfer full): copies its texts; @name and @successor may be %NULL. */
TerPublisher *ter_publisher_new (const char *key, const char *name, gint64 accepted_at, const char *successor, gboolean revoked);
void ter_publisher_free (TerPublisher *self);

typedef enum
{
  TER_SIGNATURE_NONE,      /* not signed */
  TER_SIGNATURE_BAD,       /* the signature is not of this manifest, or of no key that it names: refused */
  TER_SIGNATURE_UNKNOWN,   /* sound, by a key that was never accepted */
  TER_SIGNATURE_KNOWN,     /* sound, by an accepted publisher */
  TER_SIGNATURE_SUCCESSOR, /* sound, by the key that an accepted publisher announced */
  TER_SIGNATURE_REVOKED,   /* sound, by a key that its publisher has withdrawn */
} TerSignatureState;

typedef enum
{
  TER_CHANGE_NEW,    /* no pack of this id is installed */
  TER_CHANGE_SAME,   /* the very same manifest is installed */
  TER_CHANGE_UPDATE, /* a newer version */
  TER_CHANGE_OLDER,  /* an older version: asks; both are kept */
  TER_CHANGE_OTHER,  /* the same version with other content: refused */
} TerVersionChange;

typedef enum
{
  TER_SIGNER_SAME,      /* nothing is installed, or the same publisher signed both, or neither is signed */
  TER_SIGNER_DIFFERENT, /* the installed one was signed by another publisher: a plain question */
  TER_SIGNER_LOST,      /* the installed one was signed, this one is not: a plain question */
  TER_SIGNER_GAINED,    /* the installed one was not signed */
} TerSignerChange;

typedef enum
{
  TER_VERDICT_WELCOME, /* may be installed at once */
  TER_VERDICT_ASK,     /* may be installed after a plain question */
  TER_VERDICT_REFUSE,
} TerVerdict;

/* What is known of a pack before it is installed. Immutable. */
typedef struct
{
  TerSignatureState signature;
  TerVersionChange change;
  TerSignerChange signer;
  gboolean expired; /* past the manifest's "validUntil": shown, never locked out */
  TerVerdict verdict;
  char *key;  /* nullable: key text of the signer, when the signature is sound */
  char *name; /* nullable: the signer's name: the accepted one, or what the manifest says of itself */
  /* What the sentences need */
  char *installed_name;    /* nullable: the name of the signer of what is installed */
  char *installed_version; /* nullable */
  char *version;           /* nullable */
  char *valid_until;       /* nullable: the manifest's "validUntil", when it is a date */
  gboolean below_highest;  /* newer than what is installed, older than what once was */
  gboolean borrows_name;   /* an unknown signer gives itself the name of an accepted publisher */
} TerAssessment;

/* What is installed under the same id, as far as trust goes. */
typedef struct
{
  const char *manifest_sha256;
  const char *version;
  const char *highest; /* the highest version that was ever installed */
  const char *key;     /* nullable: key text of its signer */
} TerInstalledVersion;

/**
 * ter_trust_assess:
 * @bytes: the exact bytes of the manifest
 * @manifest: the same, parsed: "publisher": {"key", "successor", "revoked": []}, "version", "validUntil"
 * @signature: (nullable): the contents of datapackage.json.sig
 * @publishers: (element-type TerPublisher): those that the reader has accepted
 * @installed: (nullable):
 * @today: seconds since 1970
 *
 * Pure: all scenarios of trust pass here. The signature is checked before the manifest is believed in anything but the keys it names:
 * it counts when it is sound under "key" or "successor" of the manifest, or a key that an accepted publisher has or announced.
 *
 * Returns: (transfer full):
 */
TerAssessment *ter_trust_assess (GBytes *bytes, JsonObject *manifest, const char *signature, GPtrArray *publishers,
                                 const TerInstalledVersion *installed, gint64 today);
void ter_assessment_free (TerAssessment *self);
/* (transfer full): the seal in words: "Intact, signed by «name»", "Intact, unknown signer", "Not signed", … in the locale's language. */
char *ter_assessment_dup_seal (const TerAssessment *self);
/* (transfer full) (nullable): the plain question, or why it is refused; %NULL when it is welcome without a word. Paragraphs are
 * parted by an empty line. */
char *ter_assessment_dup_caution (const TerAssessment *self);
/* (transfer full) (nullable): that the pack is past its "validUntil"; %NULL when it is not. */
char *ter_assessment_dup_expiry (const TerAssessment *self);

/**
 * ter_trust_learn:
 * @manifest: that of a pack which is being installed, whose signature by @key is sound
 * @publishers: (element-type TerPublisher): changed in place: a publisher is added or renewed, its successor noted, revoked keys marked
 *
 * What an installation teaches. Only a key that is accepted already, or accepted by this very installation, can announce or revoke.
 * The first successor that a key announces holds: who steals the key cannot put another in its place. A key is revoked by itself or
 * by one that it announced, directly or through others: no publisher can withdraw another's key. A revoked key teaches nothing.
 */
void ter_trust_learn (GPtrArray *publishers, JsonObject *manifest, const char *key, const char *name, gint64 today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerAssessment, ter_assessment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPublisher, ter_publisher_free)

G_END_DECLS
