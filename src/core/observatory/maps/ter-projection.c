/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-projection.h"

#include <math.h>

#define RADIANS(degrees) ((degrees) * G_PI / 180.0)
/* The poles are at infinity in Mercator's and one of them in Lambert's: stay short of them. */
#define MAX_LATITUDE 89.5

static double
half_angle (double latitude)
{
  return tan (G_PI_4 + RADIANS (CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE)) / 2.0);
}

void
ter_projection_init_parallels (TerProjection *self, double first, double second, double longitude, double latitude)
{
  double cosine = cos (RADIANS (first));

  self->longitude = RADIANS (longitude);
  if (fabs (first - second) < 1e-9)
    self->n = sin (RADIANS (first));
  else
    self->n = log (cosine / cos (RADIANS (second))) / log (half_angle (second) / half_angle (first));

  if (fabs (self->n) < 1e-6)
    {
      self->n = 0.0;
      self->f = 1.0;
      self->rho = log (half_angle (latitude));
      return;
    }

  self->f = cosine * pow (half_angle (first), self->n) / self->n;
  self->rho = self->f / pow (half_angle (latitude), self->n);
}

void
ter_projection_init (TerProjection *self, double west, double south, double east, double north)
{
  double height = north - south;

  ter_projection_init_parallels (self, south + height / 6.0, north - height / 6.0, (west + east) / 2.0, (south + north) / 2.0);
}

void
ter_projection_project (const TerProjection *self, double longitude, double latitude, double *x, double *y)
{
  double theta = RADIANS (longitude) - self->longitude;
  double rho;

  if (self->n == 0.0)
    {
      *x = theta;
      *y = self->rho - log (half_angle (latitude));
      return;
    }

  rho = self->f / pow (half_angle (latitude), self->n);
  *x = rho * sin (self->n * theta);
  *y = rho * cos (self->n * theta) - self->rho;
}
