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
/* Checks packs (files or folders) one after the other, and asks whether to install them. */
void ter_window_import (TerWindow *self, GFile **files, int n_files);
/* This is the reader's first start: once the packs have been read, the window asks which territory is the reader's, and does so once. */
void ter_window_set_welcome (TerWindow *self);

G_END_DECLS
