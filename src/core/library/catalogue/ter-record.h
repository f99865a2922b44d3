/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): JSON of the index, which we wrote ourselves from what was checked; %NULL with @error when it is damaged. */
JsonObject *ter_record_parse (const char *data, gssize length, GError **error);
/* The same, where the record is an array. */
JsonArray *ter_record_parse_array (const char *data, gssize length, GError **error);

G_END_DECLS
