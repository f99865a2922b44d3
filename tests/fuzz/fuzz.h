/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <stddef.h>
#include <stdint.h>

/* What a target does with one input: see README.md. Called by libFuzzer, or by replay.c. Always 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
