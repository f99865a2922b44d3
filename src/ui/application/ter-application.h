/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TER_TYPE_APPLICATION (ter_application_get_type ())
G_DECLARE_FINAL_TYPE (TerApplication, ter_application, TER, APPLICATION, AdwApplication)

TerApplication *ter_application_new (void);

G_END_DECLS
