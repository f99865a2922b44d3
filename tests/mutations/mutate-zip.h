/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "zip-maker.h"

G_BEGIN_DECLS

/* Makes one to three records of a ZIP lie. @log: what was done is appended. */
void mutate_zip (GRand *rand, Zip *zip, GString *log);

G_END_DECLS
