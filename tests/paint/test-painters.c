/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "canvas-recording.h"
#include "ter-bar-layout.h"
#include "ter-legend.h"
#include "ter-paint-chart.h"
#include "ter-painter.h"
#include "ter-palette.h"
#include "ter-series-look.h"

#define WIDTH 640.0

/* A painted panel. */
typedef struct
{
  TerFigure *figure;
  TerPaintStyle style;
  TerPaintTexts *texts;
  TerChartLayout *layout;
  Recording recording;
} Painted;

static TerFigure *
make_figure (const char *rows, const char *spec)
{
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autofree char *quoted = g_strdelimit (g_strdup (spec), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
  g_autoptr (JsonNode) resource =
    json_from_string ("{\"mediatype\":\"application/json\",\"schema\":{\"fields\":[{\"name\":\"d\",\"type\":\"date\"}]}}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
  TerFigure *figure;

  g_assert_nonnull (node);
  g_assert_nonnull (table);
  figure = ter_figure_new (json_node_get_object (node), table);
  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  return figure;
}

static TerPaintStyle
make_style (gboolean dark)
{
  TerColor text = ter_color_new (dark ? 0xffffff : 0x202020), accent = ter_color_new (0x0461be);
  TerPaintStyle style = ter_paint_style_new (dark, FALSE, &text, &accent);

  style.size = 14.667;
  return style;
}

/* @hovered, @cursor, @own: -1: none */
static void
paint (Painted *self, const char *rows, const char *spec, gboolean dark, double width, int hovered, int cursor, int own)
{
  PangoContext *context;
  TerPaintChart chart;

  self->figure = make_figure (rows, spec);
  self->style = make_style (dark);
  context = ter_paint_style_create_context (&self->style);
  self->texts = ter_paint_texts_new (context);
  g_object_unref (context);
  self->layout = ter_chart_layout_new (self->figure, 0, width, ter_paint_texts_measure, self->texts);
  recording_init (&self->recording);
  chart = (TerPaintChart) { self->figure, 0, self->layout, &self->style, self->texts, hovered, cursor, own };
  ter_paint_chart_draw (&chart, &self->recording.canvas);
}

static void
painted_clear (Painted *self)
{
  recording_clear (&self->recording);
  ter_chart_layout_free (self->layout);
  ter_paint_texts_free (self->texts);
  g_object_unref (self->figure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Painted, painted_clear)

static gboolean
same_color (const TerColor *a, const TerColor *b)
{
  return fabsf (a->red - b->red) < 0.001f && fabsf (a->green - b->green) < 0.001f && fabsf (a->blue - b->blue) < 0.001f &&
         fabsf (a->alpha - b->alpha) < 0.001f;
}

static guint
count (Painted *self, RecordVerb verb, const TerColor *color)
{
  guint n = 0;

  for (guint i = 0; i < recording_get_n (&self->recording); i++)
    n += recording_get (&self->recording, i)->verb == verb && same_color (&recording_get (&self->recording, i)->color, color);
  return n;
}

static int
find_text (Painted *self, const char *text)
{
  for (guint i = 0; i < recording_get_n (&self->recording); i++)
    if (g_strcmp0 (recording_get (&self->recording, i)->text, text) == 0)
      return i;
  return -1;
}

static gboolean
overlap (const TerRect *a, const TerRect *b)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

#define PLACES \
  "[{'n':'Ain','s':'a','x':1,'v':3,'d':'2019-01-01'},{'n':'Aisne','s':'a','x':2,'v':5,'d':'2020-01-01'},{'n':'Allier','s':'a','x':3,'v':4,'d':'2021-01-01'}," \
  "{'n':'Ain','s':'b','x':2,'v':6,'d':'2019-01-01'},{'n':'Aisne','s':'b','x':4,'v':2,'d':'2020-01-01'},{'n':'Allier','s':'b','x':5,'v':7,'d':'2021-01-01'}]"
#define Q(field) "{'field':'" field "','type':'quantitative'}"
#define COLOR "'color':{'field':'s'}"

static const struct
{
  TerMark mark;
  const char *spec;
  guint fills[2]; /* of the two series' colours */
  guint lines;    /* of the first one's, as strokes */
} marks[] = {
  { TER_MARK_BAR, "{'mark':'bar','encoding':{'x':{'field':'n'},'y':" Q ("v") "," COLOR ",'xOffset':{'field':'s'}}}", { 3, 3 }, 0 },
  { TER_MARK_LINE, "{'mark':'line','encoding':{'x':{'field':'d','type':'temporal'},'y':" Q ("v") "," COLOR "}}", { 0, 0 }, 1 },
  { TER_MARK_LINE,
    "{'mark':{'type':'line','point':true},'encoding':{'x':{'field':'d','type':'temporal'},'y':" Q ("v") "," COLOR "}}",
    { 3, 3 },
    1 },
  { TER_MARK_AREA, "{'mark':'area','encoding':{'x':{'field':'d','type':'temporal'},'y':" Q ("v") "," COLOR "}}", { 1, 1 }, 0 },
  { TER_MARK_POINT, "{'mark':'point','encoding':{'x':" Q ("x") ",'y':" Q ("v") "," COLOR "}}", { 3, 3 }, 0 },
  { TER_MARK_TICK, "{'mark':'tick','encoding':{'x':" Q ("x") ",'y':{'field':'n'}," COLOR "}}", { 3, 3 }, 0 },
};

/* Each mark is drawn as often as it has data, in its series' colour, and nothing is outside of the box. */
static void
test_each_mark_is_drawn_in_its_colour_and_its_box (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (marks); i++)
    {
      gboolean dark = i % 2 == 1;
      g_auto (Painted) painted = { 0 };

      paint (&painted, PLACES, marks[i / 2].spec, dark, WIDTH, -1, -1, -1);
      g_test_message ("%s", marks[i / 2].spec);
      g_assert_cmpint (ter_figure_get_mark (painted.figure), ==, marks[i / 2].mark);
      for (guint series = 0; series < 2; series++)
        {
          TerColor color = ter_color_new (ter_palette_get (series, dark));

          g_assert_cmpuint (count (&painted, RECORD_FILL, &color), ==, marks[i / 2].fills[series]);
          g_assert_cmpuint (count (&painted, RECORD_STROKE, &color), ==, marks[i / 2].lines);
        }
      for (guint j = 0; j < recording_get_n (&painted.recording); j++)
        {
          const TerRect *rect = &recording_get (&painted.recording, j)->rect;

          g_assert_cmpfloat (rect->x, >=, -1);
          g_assert_cmpfloat (rect->y, >=, -1);
          g_assert_cmpfloat (rect->x + rect->width, <=, WIDTH + 1);
          g_assert_cmpfloat (rect->y + rect->height, <=, painted.layout->height + 1);
        }
    }
}

static void
test_what_is_drawn_is_where_the_layout_has_it (void)
{
  g_auto (Painted) bars = { 0 };
  guint met = 0;

  paint (&bars, PLACES, marks[0].spec, FALSE, WIDTH, -1, -1, -1);
  for (guint i = 0; i < bars.layout->marks->len; i++)
    {
      const TerRect *rect = &g_array_index (bars.layout->marks, TerChartMark, i).rect;

      for (guint j = 0; j < recording_get_n (&bars.recording); j++)
        {
          const Record *record = recording_get (&bars.recording, j);

          met += record->verb == RECORD_FILL && fabs (record->rect.x - rect->x) < 0.01 && fabs (record->rect.y - rect->y) < 0.01 &&
                 fabs (record->rect.width - rect->width) < 0.01 && fabs (record->rect.height - rect->height) < 0.01;
        }
      g_assert_cmpuint (met, ==, i + 1);
    }
  /* Names, values and the axis are written once each. */
  g_assert_cmpint (find_text (&bars, "Aisne"), >=, 0);
  g_assert_cmpint (find_text (&bars, "7"), >=, 0);
}

static void
test_a_ring_and_a_table_of_colours_say_their_values (void)
{
  g_auto (Painted) ring = { 0 };
  g_auto (Painted) cells = { 0 };
  TerColor low, high;

  paint (&ring, "[{'n':'one','v':3},{'n':'two','v':5},{'n':'three','v':2}]",
         "{'mark':{'type':'arc','innerRadius':40},'encoding':{'theta':" Q ("v") ",'color':{'field':'n'}}}", FALSE, WIDTH, -1, -1,
         -1);
  for (guint i = 0; i < 3; i++)
    {
      TerColor color = ter_color_new (ter_palette_get (i, FALSE));
      /* With a pattern, its value stands on the colour alone. */
      g_assert_cmpuint (count (&ring, RECORD_FILL, &color), >=, 1);
    }
  g_assert_cmpuint (count (&ring, RECORD_STROKE, &ring.style.card), ==, 3);
  paint (&cells, PLACES, "{'mark':'rect','encoding':{'x':{'field':'s'},'y':{'field':'n'},'color':" Q ("v") "}}", FALSE, WIDTH, -1,
         -1, -1);
  low = ter_paint_style_get_heat (&cells.style, 0);
  high = ter_paint_style_get_heat (&cells.style, 1);
  g_assert_cmpuint (count (&cells, RECORD_FILL, &low), ==, 1);
  g_assert_cmpuint (count (&cells, RECORD_FILL, &high), ==, 1);
  for (guint value = 2; value <= 7; value++)
    {
      g_autofree char *text = g_strdup_printf ("%u", value);
      int index = find_text (&cells, text);

      g_assert_cmpint (index, >=, 0);
    }
}

static void
test_what_is_pointed_at_and_walked_to_is_seen (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_auto (Painted) quiet = { 0 };
      g_auto (Painted) walked = { 0 };
      g_auto (Painted) own = { 0 };

      paint (&quiet, PLACES, marks[i].spec, FALSE, WIDTH, -1, -1, -1);
      paint (&walked, PLACES, marks[i].spec, FALSE, WIDTH, -1, 1, -1);
      paint (&own, PLACES, marks[i].spec, FALSE, WIDTH, -1, -1, 2);
      g_assert_cmpuint (recording_get_n (&walked.recording), ==, recording_get_n (&quiet.recording) + 1);
      g_assert_cmpuint (recording_get_n (&own.recording), ==, recording_get_n (&quiet.recording) + 1);
    }
}

/* ---- Lines across ---- */

#define OVER_BARS \
  "{'layer':[{'mark':'bar','encoding':{'y':{'field':'n'},'x':" Q ("v") "}},{'mark':'rule','encoding':{'x':{'datum':%s}}}]}"
#define SOME "[{'n':'Ain','v':3},{'n':'Aisne','v':6},{'n':'Allier','v':9}]"

/* Of a line over bars: on a halo of the card's colour, and below what is written. */
static void
test_a_line_across_bars_is_seen_and_strikes_nothing_through (void)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      g_autofree char *spec = g_strdup_printf (OVER_BARS, "6.1");
      g_auto (Painted) painted = { 0 };
      int line = -1, text, ground = -1;

      paint (&painted, SOME, spec, dark, WIDTH, -1, -1, -1);
      for (guint i = 0; i < recording_get_n (&painted.recording); i++)
        if (recording_get (&painted.recording, i)->n_dashes > 0)
          line = i;
      g_assert_cmpint (line, >, 0);
      g_assert_true (same_color (&recording_get (&painted.recording, line - 1)->color, &painted.style.card));
      g_assert_cmpfloat (recording_get (&painted.recording, line - 1)->width, >,
                         recording_get (&painted.recording, line)->width + 2);
      /* The value of 6 stands where the line passes. */
      text = find_text (&painted, "6");
      for (int i = line; i < (int) recording_get_n (&painted.recording); i++)
        if (recording_get (&painted.recording, i)->text != NULL && g_str_equal (recording_get (&painted.recording, i)->text, "6"))
          {
            text = i;
            ground = i - 1;
          }
      g_assert_cmpint (text, >, line);
      g_assert_true (overlap (&recording_get (&painted.recording, text)->rect,
                              &(TerRect) { recording_get (&painted.recording, line)->rect.x, 0, 2, painted.layout->height }));
      g_assert_true (same_color (&recording_get (&painted.recording, ground)->color, &painted.style.card));
      g_assert_cmpfloat (recording_get (&painted.recording, ground)->rect.width, >=,
                         recording_get (&painted.recording, text)->rect.width);
    }
}

/* ---- What is written never meets ---- */

static void
assert_texts_apart (Painted *self)
{
  for (guint i = 0; i < recording_get_n (&self->recording); i++)
    for (guint j = 0; j < i; j++)
      {
        const Record *a = recording_get (&self->recording, i), *b = recording_get (&self->recording, j);

        if (a->text != NULL && b->text != NULL && overlap (&a->rect, &b->rect))
          g_error ("“%s” overprints “%s”", a->text, b->text);
      }
}

static void
test_values_names_and_numbers_are_apart (void)
{
  static const struct
  {
    const char *rows, *spec;
  } cases[] = {
    { "[{'n':'Loss','v':-100},{'n':'Gain','v':60},{'n':'More','v':100}]",
      "{'mark':'bar','encoding':{'x':{'field':'n'},'y':" Q ("v") "}}" },
    { "[{'n':'Loss','v':-100},{'n':'Gain','v':60}]", "{'mark':'bar','encoding':{'y':{'field':'n'},'x':" Q ("v") "}}" },
    { "[{'n':'Here','v':1170000},{'n':'There','v':1190000}]", "{'mark':'bar','encoding':{'y':{'field':'n'},'x':" Q ("v") "}}" },
    { "[{'n':'Here','v':117000000},{'n':'There','v':3}]", "{'mark':'bar','encoding':{'x':{'field':'n'},'y':" Q ("v") "}}" },
    { "[{'v':1100000,'w':3},{'v':1200000,'w':900000}]", "{'mark':'point','encoding':{'x':" Q ("v") ",'y':" Q ("w") "}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double width = 200; width < 900; width += 23)
      {
        g_auto (Painted) painted = { 0 };

        g_test_message ("%u at %g", i, width);
        paint (&painted, cases[i].rows, cases[i].spec, FALSE, width, -1, -1, -1);
        assert_texts_apart (&painted);
      }
}

/* The highest of a table of colours has its number as all have, or none has one. */
static void
test_the_highest_cell_has_its_number (void)
{
  g_autoptr (GString) rows = g_string_new ("[");
  guint n_all = 0, n_none = 0;

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (rows, "%s{'x':'c%u','y':'r','v':%s}", i > 0 ? "," : "", i, i == 5 ? "123456789" : "12");
  g_string_append (rows, "]");
  for (double width = 260; width < 1200; width += 37)
    {
      g_auto (Painted) painted = { 0 };
      guint written = 0;

      paint (&painted, rows->str, "{'mark':'rect','encoding':{'x':{'field':'x'},'y':{'field':'y'},'color':" Q ("v") "}}", FALSE,
             width, -1, -1, -1);
      for (guint i = 0; i < painted.layout->marks->len; i++)
        written += g_array_index (painted.layout->marks, TerChartMark, i).label.width > 0;
      g_assert_true (written == 0 || written == painted.layout->marks->len);
      n_all += written > 0;
      n_none += written == 0;
      if (width > 900)
        g_assert_cmpint (find_text (&painted, "123,456,789") >= 0 || find_text (&painted, "123 M") >= 0, ==, TRUE);
    }
  g_assert_cmpuint (n_all, >, 5);
}

/* ---- Looks ---- */

static TerFigure *
make_series (guint n)
{
  g_autoptr (GString) rows = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%s{'d':'2019-01-01','s':'s%02u','v':%u},{'d':'2020-01-01','s':'s%02u','v':3}", i > 0 ? "," : "",
                            i, i, i);
  g_string_append (rows, "]");
  return make_figure (rows->str, marks[1].spec);
}

static void
test_no_two_of_many_series_look_alike (void)
{
  g_autoptr (TerFigure) figure = make_series (TER_SERIES_LOOKS);

  g_assert_cmpuint (TER_SERIES_LOOKS, >=, 12);
  for (guint dark = 0; dark < 2; dark++)
    {
      TerPaintStyle style = make_style (dark);

      for (guint i = 0; i < TER_SERIES_LOOKS; i++)
        for (guint j = 0; j < i; j++)
          {
            TerSeriesLook a = ter_series_look_new (&style, figure, i), b = ter_series_look_new (&style, figure, j);

            g_assert_false (same_color (&a.color, &b.color) && a.pattern == b.pattern);
          }
    }
}

static void
test_the_reader_is_told_when_looks_come_again (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autoptr (TerFigure) figure = make_series (TER_SERIES_LOOKS + more);
      g_autoptr (TerLegend) legend = ter_legend_new (figure, 20);
      const TerLegendGroup *group = ter_legend_get_group (legend, 0);
      const TerLegendItem *last = &g_array_index (group->items, TerLegendItem, group->items->len - 1);

      g_assert_cmpuint (group->items->len, ==, TER_SERIES_LOOKS + 2 * more);
      g_assert_cmpint (last->sample, ==, more > 0 ? TER_SAMPLE_NONE : TER_SAMPLE_SERIES);
    }
}

static void
test_each_mark_has_its_painter (void)
{
  for (TerMark mark = TER_MARK_TABLE; mark <= TER_MARK_RULE; mark++)
    {
      gboolean is_chart = mark != TER_MARK_TABLE && mark != TER_MARK_TEXT && mark != TER_MARK_MAP;

      g_assert_cmpint (ter_painter_find (mark) != NULL, ==, is_chart);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painters/table", test_each_mark_has_its_painter);
  g_test_add_func ("/painters/marks", test_each_mark_is_drawn_in_its_colour_and_its_box);
  g_test_add_func ("/painters/places", test_what_is_drawn_is_where_the_layout_has_it);
  g_test_add_func ("/painters/values", test_a_ring_and_a_table_of_colours_say_their_values);
  g_test_add_func ("/painters/cursor", test_what_is_pointed_at_and_walked_to_is_seen);
  g_test_add_func ("/painters/line-across", test_a_line_across_bars_is_seen_and_strikes_nothing_through);
  g_test_add_func ("/painters/apart", test_values_names_and_numbers_are_apart);
  g_test_add_func ("/painters/highest", test_the_highest_cell_has_its_number);
  g_test_add_func ("/painters/looks", test_no_two_of_many_series_look_alike);
  g_test_add_func ("/painters/looks-again", test_the_reader_is_told_when_looks_come_again);
  return g_test_run ();
}
