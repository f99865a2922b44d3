/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry.h"

G_BEGIN_DECLS

/* One file of a kit: what its pack says of it. Immutable, shared by reference. */
typedef struct _TerKitFile TerKitFile;
#define TER_TYPE_KIT_FILE (ter_kit_file_get_type ())

GType ter_kit_file_get_type (void);
TerKitFile *ter_kit_file_ref (TerKitFile *self);
void ter_kit_file_unref (TerKitFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerKitFile, ter_kit_file_unref)

GFile *ter_kit_file_get_file (TerKitFile *self);
const char *ter_kit_file_get_name (TerKitFile *self);
const char *ter_kit_file_get_title (TerKitFile *self);
const char *ter_kit_file_get_description (TerKitFile *self);
const char *ter_kit_file_get_media_type (TerKitFile *self);
const char *ter_kit_file_get_license (TerKitFile *self);
const char *ter_kit_file_get_sha256 (TerKitFile *self);
guint64 ter_kit_file_get_size (TerKitFile *self);
char *ter_kit_file_dup_format (TerKitFile *self);

/* A kit, read once from its entry. Immutable. */
#define TER_TYPE_KIT (ter_kit_get_type ())
G_DECLARE_FINAL_TYPE (TerKit, ter_kit, TER, KIT, GObject)

TerKit *ter_kit_new (TerEntry *entry);

TerEntry *ter_kit_get_entry (TerKit *self); /* (transfer none) */
const char *ter_kit_get_author (TerKit *self);
const char *ter_kit_get_license (TerKit *self);
GPtrArray *ter_kit_get_files (TerKit *self);
guint64 ter_kit_get_size (TerKit *self);
char *ter_kit_dup_formats (TerKit *self);

G_END_DECLS
