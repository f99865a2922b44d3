/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-date.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A Data Package (https://datapackage.org) that was not made for the app. */

/* Whether @manifest is that of one: it lists resources, and has none of what makes a pack. */
gboolean ter_data_package_is_one (JsonObject *manifest);

/**
 * ter_data_package_adopt:
 * @source: its folder, or its datapackage.json
 * @folder: a local folder that is not there
 * @language: "fr" or "en": of the few words that are added
 * @n_tables: (out): how many tables were taken
 * @error: in the locale's words: G_IO_ERROR_INVALID_DATA (it is none, or has no table in CSV), G_IO_ERROR_EXISTS (the folder is there), or
 *   the disk's
 *
 * Writes a pack of its tables: with its title, the titles of their columns, their types where the cells are so, and its sources; and a page
 * that says plainly what it is. Each table stands in a dashboard, as a table. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the pack's id
 */
char *
ter_data_package_adopt (GFile *source, GFile *folder, const char *language, const TerDate *today, guint *n_tables, GError **error);

G_END_DECLS
