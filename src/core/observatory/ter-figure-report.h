/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"

G_BEGIN_DECLS

/**
 * ter_figure_report_new:
 *
 * What a figure gives to who paints it, for programs: the mark or why it is a table ("problem"), axes with their domains, names and ticks, series,
 * panels, each datum with its place and its words, guides, the territories of a map with their classes, the sentence, and the table. What has
 * no number is null. Any thread.
 *
 * Returns: (transfer full): an object
 */
JsonNode *ter_figure_report_new (TerFigure *figure);

G_END_DECLS
