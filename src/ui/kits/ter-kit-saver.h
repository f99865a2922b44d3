/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-kit.h"

G_BEGIN_DECLS

/* Opens and saves the files of a kit, and says how it goes: invisible until it has something to show. */
#define TER_TYPE_KIT_SAVER (ter_kit_saver_get_type ())
G_DECLARE_FINAL_TYPE (TerKitSaver, ter_kit_saver, TER, KIT_SAVER, GtkWidget)

GtkWidget *ter_kit_saver_new (void);
void ter_kit_saver_open (TerKitSaver *self, TerKitFile *file);
void ter_kit_saver_save (TerKitSaver *self, TerKitFile *file);
void ter_kit_saver_save_all (TerKitSaver *self, TerKit *kit);

G_END_DECLS
