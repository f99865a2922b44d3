/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "ter-sha256.h"
#include "ter-signify.h"
#include "ter-trust.h"

/* Real keys and signatures for the tests of trust. */

#define FIXTURE_TODAY G_GINT64_CONSTANT (1795478400) /* 2026-11-24 */
#define FIXTURE_YEAR G_GINT64_CONSTANT (31557600)

typedef struct
{
  char *secret;
  char *key;
} FixtureKey;

static inline FixtureKey
fixture_key (void)
{
  FixtureKey key;
  g_autofree char *text = NULL;

  g_assert_true (ter_signify_generate (NULL, "test", &key.secret, &text, NULL));
  key.key = ter_signify_parse_public (text, NULL);
  return key;
}

static inline void
fixture_key_clear (FixtureKey *key)
{
  g_clear_pointer (&key->secret, g_free);
  g_clear_pointer (&key->key, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FixtureKey, fixture_key_clear)

/* A manifest as it travels. */
typedef struct
{
  GBytes *bytes;
  JsonNode *root;
  char *signature; /* nullable */
  char *sha256;
} FixturePack;

static inline JsonNode *
fixture_parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, length, NULL) || json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  return json_parser_steal_root (parser);
}

/* @publisher: (nullable): the member's value; @more: members, with a comma before; @signer: (nullable) */
static inline FixturePack
fixture_pack (const char *version, const char *publisher, const char *more, const FixtureKey *signer)
{
  FixturePack pack = { NULL };
  char *text = g_strdup_printf (
    "{\"name\": \"river\", \"version\": \"%s\", \"contributors\": [{\"title\": \"Les Rives\", \"roles\": [\"publisher\"]}]%s%s%s}\n",
    version, publisher != NULL ? ", \"publisher\": " : "", publisher != NULL ? publisher : "", more != NULL ? more : "");

  pack.bytes = g_bytes_new_take (text, strlen (text));
  pack.root = fixture_parse (pack.bytes);
  g_assert_nonnull (pack.root);
  pack.sha256 = ter_sha256_of_bytes (pack.bytes);
  if (signer != NULL)
    pack.signature = ter_signify_sign (signer->secret, NULL, pack.bytes, "test", NULL);
  return pack;
}

/* The same, which names its own key: "publisher": {"key": …, @members} */
static inline FixturePack
fixture_signed_pack (const char *version, const FixtureKey *signer, const char *members)
{
  g_autofree char *publisher = g_strdup_printf ("{\"key\": \"%s\"%s}", signer->key, members != NULL ? members : "");

  return fixture_pack (version, publisher, NULL, signer);
}

static inline void
fixture_pack_clear (FixturePack *pack)
{
  g_clear_pointer (&pack->bytes, g_bytes_unref);
  g_clear_pointer (&pack->root, json_node_unref);
  g_clear_pointer (&pack->signature, g_free);
  g_clear_pointer (&pack->sha256, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FixturePack, fixture_pack_clear)

static inline GPtrArray *
fixture_publishers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
}

static inline TerPublisher *
fixture_accept (GPtrArray *publishers, const FixtureKey *key, const char *name, const char *successor)
{
  TerPublisher *publisher = ter_publisher_new (key->key, name, FIXTURE_TODAY, successor, FALSE);

  g_ptr_array_add (publishers, publisher);
  return publisher;
}

static inline TerAssessment *
fixture_assess (const FixturePack *pack, GPtrArray *publishers, const TerInstalledVersion *installed)
{
  return ter_trust_assess (pack->bytes, json_node_get_object (pack->root), pack->signature, publishers, installed, FIXTURE_TODAY);
}

/* What @pack is once it is installed; lends. */
static inline TerInstalledVersion
fixture_installed (const FixturePack *pack, const FixtureKey *signer)
{
  const char *version = json_object_get_string_member (json_node_get_object (pack->root), "version");

  return (TerInstalledVersion) { pack->sha256, version, version, signer != NULL ? signer->key : NULL };
}
