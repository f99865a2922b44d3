/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ter-pack.h"

G_BEGIN_DECLS

/* What is told of a pack beside its contents, in words. All (transfer full) (nullable): %NULL when the pack does not say it. */
char *ter_pack_facts_dup_languages (TerPack *pack); /* "French, English" */
char *ter_pack_facts_dup_licenses (TerPack *pack);
char *ter_pack_facts_dup_created (TerPack *pack); /* "28 May 2020" */
/* Whether it is in a Flatpak extension: whoever installed that updates and removes it. */
gboolean ter_pack_facts_is_extension (TerPack *pack);
guint64 ter_pack_facts_get_size (TerPack *pack); /* octets of the files that its manifest lists */
char *ter_pack_facts_dup_date (gint64 seconds);
/* A row of a fact: its name small, its value below. */
GtkWidget *ter_pack_facts_new_row (const char *name, const char *value);

G_END_DECLS
