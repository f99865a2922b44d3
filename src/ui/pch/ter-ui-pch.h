/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read once for all files of the window where the build asks for it (b_pch, as the build with sanitizers does). Each file still includes
 * what it needs: the usual build goes without.
 */

#pragma once

#include <adwaita.h>
