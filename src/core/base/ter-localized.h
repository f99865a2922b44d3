/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ter_localized_get:
 * @object: a JSON object of a pack
 * @member: a localised member's name, without language
 * @language: (nullable): the language wanted, as a BCP 47 tag ("en", "fr-CA"); %NULL when it is the pack's default one
 * @used_default: (out) (optional): set to %TRUE when @language was wanted and was not there; left alone otherwise, so that
 *   one variable can follow several calls
 *
 * Reads `MEMBER@LANGUAGE`, or `MEMBER` when the former is missing. "fr-CA" is then looked for as "fr".
 *
 * Returns: (nullable): the text, owned by @object
 */
const char *ter_localized_get (JsonObject *object, const char *member, const char *language, gboolean *used_default);

/* The same for a member that is an array of text; never %NULL. */
GStrv ter_localized_dup_strv (JsonObject *object, const char *member, const char *language);

G_END_DECLS
