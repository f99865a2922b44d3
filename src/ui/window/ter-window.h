/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TER_TYPE_WINDOW (ter_window_get_type ())
G_DECLARE_FINAL_TYPE (TerWindow, ter_window, TER, WINDOW, AdwApplicationWindow)

GtkWindow *ter_window_new (GtkApplication *application, TerContext *context);

G_END_DECLS
