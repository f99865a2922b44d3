/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ter-context.h"

G_BEGIN_DECLS

/* Shows one import from its check to its end. Closing it gives the import up while it is checked or asks, leaves it for later when
 * it was interrupted, and is not possible while it is being installed. */
#define TER_TYPE_IMPORT_DIALOG (ter_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TerImportDialog, ter_import_dialog, TER, IMPORT_DIALOG, AdwDialog)

AdwDialog *ter_import_dialog_new (TerContext *context, TerImport *import);

G_END_DECLS
