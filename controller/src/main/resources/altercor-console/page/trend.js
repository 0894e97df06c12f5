// The trend: two plots side by side, and marks where something happened. A gap is what was not known.
import { html, uPlot } from "./lib.js";
import { link } from "./link.js";
import { figure } from "./value.js";
import { text } from "./text.js";

const SPANS = { short: 600, hour: 3600, case: Infinity };
const PLOTS = [["flow-arterial-line", "pressure-arterial-line", "pressure-patient"],
  ["saturation-venous-line", "temperature-arterial-line", "temperature-venous-line"]];
const DASHES = [[], [8, 4], [2, 3]];
const HEIGHT = 144;

/** @type {{seconds: number, values: (?number)[]}[]} */
let samples = [];
/** @type {{seconds: number, kind: string, text: string}[]} */
let marks = [];
let span = "short";
/** @type {any[]} */
let plots = [];

/** Fetches the case so far. */
export async function loadTrend() {
  const whole = await (await fetch("/trend")).json();
  samples = whole.samples;
  marks = whole.marks;
}

/** Takes the newest sample of a picture. */
export function takeSample() {
  const sample = link.state.trend;
  if (sample.seconds > (samples.at(-1)?.seconds ?? -1)) {
    samples.push(sample);
    draw();
  }
}

export function trend() {
  return html`
    <section class="trend">
      <div class="spans">
        ${Object.keys(SPANS).map((each) => html`<button class=${span === each ? "chosen" : ""}
          aria-pressed=${span === each} @click=${() => { span = each; draw(); }}>${text(`trend.${each}`)}</button>`)}
      </div>
      ${PLOTS.map((keys, i) => html`<figure>
        <figcaption>${keys.map((key, at) => caption(key, at))}</figcaption>
        <div class="plot" data-plot=${i}></div></figure>`)}
    </section>`;
}

function caption(key, at) {
  const index = link.facts.curves.findIndex((/** @type {any} */ curve) => curve.key === key);
  const value = samples.at(-1)?.values[index] ?? null;
  const shown = value === null ? "—" : figure(written(key, value), decimals(key));
  return html`<span class="curve c${at}"><svg viewBox="0 0 28 6" aria-hidden="true">
    <line x1="0" y1="3" x2="28" y2="3"></line></svg>${text(`trend.${key}`)}
    <b class="v">${shown}</b> ${link.facts.curves[index].unit}</span>`;
}

function written(key, value) {
  return key.startsWith("flow") ? value / 1000 : value;
}

function decimals(key) {
  return key.startsWith("flow") || key.startsWith("temperature") ? 1 : 0;
}

/** Builds the plots anew: once, and when the light changes. */
export function buildTrend() {
  plots.forEach((plot) => plot.destroy());
  const css = getComputedStyle(document.body);
  const colour = (/** @type {string} */ name) => css.getPropertyValue(name).trim();
  plots = PLOTS.map((keys, i) => new uPlot(options(i, colour), [[], [], [], []],
    /** @type {HTMLElement} */ (document.querySelector(`[data-plot="${i}"]`))));
  draw();
}

function options(i, colour) {
  const axis = { stroke: colour("--quiet"), font: "13px Inter", ticks: { show: false },
    grid: { stroke: colour("--line"), width: 1 } };
  const scales = i === 0
    ? { x: { time: false }, first: { range: [0, 8] }, second: { range: [0, 400] } }
    : { x: { time: false }, first: { range: [40, 100] }, second: { range: [25, 40] } };
  return {
    width: 452, height: HEIGHT, scales, legend: { show: false }, cursor: { show: false },
    axes: [{ ...axis, size: 24, splits: minutes, values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map(ago) },
      { ...axis, scale: "first", size: 34 },
      { ...axis, scale: "second", side: 1, size: 40, grid: { show: false } }],
    series: [{}, ...[0, 1, 2].map((at) => ({ scale: at === 0 ? "first" : "second", stroke: colour(`--curve-${at}`),
      width: 2, dash: DASHES[at], points: { show: false } }))],
    hooks: { draw: [(/** @type {any} */ plot) => drawMarks(plot, colour("--quiet"))] },
  };
}

/** Whole minutes back from now, not too many. */
function minutes(_, __, least, most) {
  const step = 60 * Math.max(1, Math.ceil((most - least) / 60 / 6));
  const at = [];
  for (let seconds = most; seconds >= least; seconds -= step) at.unshift(seconds);
  return at;
}

function ago(seconds) {
  const minutes = Math.round((seconds - (samples.at(-1)?.seconds ?? 0)) / 60);
  return minutes === 0 ? text("trend.now") : `${figure(minutes, 0)} min`;
}

function drawMarks(plot, colour) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([1, 3]);
  for (const mark of marks) {
    if (mark.seconds < plot.scales.x.min) continue;
    const x = Math.round(plot.valToPos(mark.seconds, "x", true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

function draw() {
  if (plots.length === 0 || samples.length === 0) return;
  const newest = samples.at(-1).seconds;
  const from = Math.max(samples[0].seconds, newest - SPANS[span]);
  const inside = samples.filter((sample) => sample.seconds >= from);
  const least = span === "short" ? newest - SPANS.short : from;
  PLOTS.forEach((keys, i) => {
    const columns = keys.map((key) => {
      const index = link.facts.curves.findIndex((/** @type {any} */ curve) => curve.key === key);
      return inside.map((sample) => (sample.values[index] === null ? null : written(key, sample.values[index])));
    });
    plots[i].setData([inside.map((sample) => sample.seconds), ...columns], false);
    plots[i].setScale("x", { min: least, max: newest });
  });
}

/** Marks come with the events that a picture shows. */
export async function refreshMarks() {
  marks = (await (await fetch("/trend")).json()).marks;
}
