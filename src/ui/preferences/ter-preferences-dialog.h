/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TER_TYPE_PREFERENCES_DIALOG (ter_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TerPreferencesDialog, ter_preferences_dialog, TER, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *ter_preferences_dialog_new (TerContext *context);

G_END_DECLS
