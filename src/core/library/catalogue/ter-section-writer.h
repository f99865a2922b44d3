/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack.h"

G_BEGIN_DECLS

/* Writes which entries each section shows, in which order. All entries and titles of the pack must be there. */
gboolean ter_section_writer_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GError **error);
/* The language under which a section's order is found: that of @pack when it sorts by title, "" otherwise. */
const char *ter_section_writer_get_language (TerPack *pack, const TerSection *section);

G_END_DECLS
