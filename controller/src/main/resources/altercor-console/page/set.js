// What a pump is offered to start with, and the drawer in which it is set: every mode that the machine says it has.
import { html, nothing } from "./lib.js";
import { act } from "./acts.js";
import { link } from "./link.js";
import { figure } from "./value.js";
import { text } from "./text.js";
import { openDrawer, closeDrawer } from "./drawer.js";

/** Taps in quick succession build on each other, not on a picture that has not caught up. */
const BUILDS_ON_MS = 600;

/** @typedef {{mode: string, values: Record<string, number>}} Aim */

/** @type {Map<string, Aim>} */
const offers = new Map();
/** What a pump was asked for before it held zero flow. @type {Map<string, Aim>} */
const pumped = new Map();
/** @type {Map<string, {aim: Aim, at: number}>} */
const lastAsked = new Map();
/** @type {Aim & {pump: string, key: string, since: number, asks: boolean}} */
let draft = { pump: "", mode: "", values: {}, key: "", since: 0, asks: false };

/**
 * @param {any} facts of the pump
 * @param {string} mode
 */
function modeOf(facts, mode) {
  return facts.modes.find((/** @type {any} */ each) => each.mode === mode);
}

/**
 * @param {any} facts
 * @param {string} mode
 */
export function has(facts, mode) {
  return modeOf(facts, mode) !== undefined;
}

/** @param {any} facts */
export function offerOf(facts) {
  return offers.get(facts.name) ?? firstOf(facts.modes[0]);
}

/** What a pump that holds zero flow goes back to. @param {any} facts */
export function returnOf(facts) {
  return pumped.get(facts.name) ?? firstOf(facts.modes.find((/** @type {any} */ each) => each.numbers.length > 0));
}

function firstOf(mode) {
  return { mode: mode.mode, values: Object.fromEntries(mode.numbers.map((each) => [each.key, each.start])) };
}

/** Remembers what pumps are asked for, picture by picture; a stop ends what was before it. */
export function rememberAims() {
  for (const pump of link.state.pumps) {
    if (pump.mode === "stopped") pumped.delete(pump.name);
    else if (pump.mode !== "zero-flow") pumped.set(pump.name, aimOf(pump));
  }
}

function aimOf(pump) {
  return { mode: pump.mode, values: { ...pump.asked } };
}

/** What a mode's numbers are called together, and its leader where it has one: what stands for {0}, {1} and so on. */
function fillings(facts, aim) {
  const mode = modeOf(facts, aim.mode);
  return [...mode.numbers.map((each) => bare(each, aim.values[each.key])), facts.leader ?? ""];
}

/** @param {any} facts @param {Aim} aim */
export function words(facts, aim) {
  return text(`aim.${aim.mode}`, ...fillings(facts, aim));
}

/** What is asked first of all, and what beside it. @param {any} facts @param {Aim} aim */
export function offerWords(facts, aim) {
  const beside = aim.mode === "pulsatile" || aim.mode === "follower";
  return {
    first: text(`pump.offer-${aim.mode}`, ...fillings(facts, aim)),
    beside: beside ? text(`told.${aim.mode}`, ...fillings(facts, aim)) : "",
  };
}

function bare(number, value) {
  if (number.rungs.length > 0) return number.rungs[rungOf(number, value)].name;
  return figure(value / number.scale, number.decimals);
}

function rungOf(number, value) {
  const off = number.rungs.map((each) => Math.abs(Math.log(each.value / value)));
  return off.indexOf(Math.min(...off));
}

/** A value some small steps on, within its range; up is more flow. */
function stepped(number, from, steps) {
  if (number.rungs.length > 0) {
    const rung = rungOf(number, from) + steps;
    return number.rungs[Math.min(number.rungs.length - 1, Math.max(0, rung))].value;
  }
  const value = Math.round(from / number.step + steps) * number.step;
  return Math.min(number.largest, Math.max(number.smallest, value));
}

/**
 * One small step from what is asked now, of the number that a hand changes most; null where there is none.
 * @param {any} facts
 * @param {any} pump
 * @param {number} direction
 */
export function nextStep(facts, pump, direction) {
  const number = modeOf(facts, pump.mode)?.numbers[0];
  if (number === undefined || pump.asked[number.key] === undefined) return null;
  const recent = lastAsked.get(facts.name);
  const buildsOn = recent && recent.aim.mode === pump.mode && performance.now() - recent.at < BUILDS_ON_MS;
  const aim = buildsOn ? recent.aim : aimOf(pump);
  const value = stepped(number, aim.values[number.key], direction);
  return {
    aim: { mode: pump.mode, values: { ...aim.values, [number.key]: value } },
    name: number.rungs.length > 0 ? bare(number, value) : "",
  };
}

/** @param {string} pump @param {Aim} aim that was asked for by a step */
export function stepAsked(pump, aim) {
  lastAsked.set(pump, { aim, at: performance.now() });
}

/** @param {string} name of the pump */
export function openSet(name) {
  const facts = link.facts.pumps.find((/** @type {any} */ each) => each.name === name);
  const pump = link.state.pumps.find((/** @type {any} */ each) => each.name === name);
  const aim = pump.mode === "stopped" ? offerOf(facts) : aimOf(pump);
  draft = { pump: name, mode: "", values: {}, key: "", since: link.state.frame, asks: false };
  choose(facts, aim.mode, aim.values);
  openDrawer("set", text("drawer.set", facts.title), () => body(facts), () => modes(facts));
}

function choose(facts, mode, values) {
  const numbers = modeOf(facts, mode).numbers;
  draft.mode = mode;
  draft.values = Object.fromEntries(numbers.map((each) => [each.key, stepped(each, values[each.key] ?? each.start, 0)]));
  draft.key = numbers[0]?.key ?? "";
}

/** A pump in another mode begins where it is now. */
function change(facts, mode) {
  if (draft.mode === mode) return;
  const pump = link.state.pumps.find((/** @type {any} */ each) => each.name === facts.name);
  const now = pump.mode === "stopped" || pump.mode === "zero-flow"
    ? {}
    : { flowMlPerMin: pump.flow.now ?? undefined, speedRpm: pump.speedRpm.now ?? undefined, ...pump.asked };
  choose(facts, mode, now);
}

/** Beside the title: the modes, or the question that Yes and No belong to. */
function modes(facts) {
  if (draft.asks) return html`<p class="question">${text("asks.step", words(facts, draft))}</p>`;
  return html`
    <div class="modes" role="group" aria-label=${text("drawer.mode")}>
      ${facts.modes.map((/** @type {any} */ each) => html`
        <button class="mode-${each.mode} ${draft.mode === each.mode ? "chosen" : ""}"
          aria-pressed=${draft.mode === each.mode} @click=${() => change(facts, each.mode)}>${each.name}</button>`)}
    </div>`;
}

function body(facts) {
  if (draft.asks) return question(facts);
  const pump = link.state.pumps.find((/** @type {any} */ each) => each.name === facts.name);
  const stands = pump.mode === "stopped";
  const mode = modeOf(facts, draft.mode);
  const take = (/** @type {Event} */ event) => {
    if (stands) {
      offers.set(facts.name, { mode: draft.mode, values: draft.values });
      closeDrawer();
    } else {
      send(event, facts, false);
    }
  };
  const brief = mode.numbers.length > 1 ? text(`pump.${draft.mode}`) : words(facts, draft);
  return html`
    <div class="set-row">
      <div class="numbers">${mode.numbers.map((each) => number(each, mode.numbers.length > 1))}
        ${mode.means ? html`<p class="means">${mode.means}</p>` : nothing}</div>
      ${mode.numbers.length > 0 ? steps(mode.numbers.find((each) => each.key === draft.key)) : nothing}
      <button class="take" @click=${take}>${text(stands ? "drawer.offer" : "drawer.take", brief)}</button>
    </div>`;
}

function number(each, isOneOfMany) {
  const value = html`<output class="draft" data-key=${each.key}>${bare(each, draft.values[each.key])}</output>
    <span class="unit">${each.unit}</span>`;
  return isOneOfMany
    ? html`<button class="number ${draft.key === each.key ? "chosen" : ""}" data-number=${each.key}
        aria-pressed=${draft.key === each.key} @click=${() => { draft.key = each.key; }}>
        <span class="name">${each.name}</span><span>${value}</span></button>`
    : html`<div class="number"><span class="name">${each.name}</span><span>${value}</span></div>`;
}

/** Four buttons for the chosen number, from much less to much more; what has rungs says where each leads. */
function steps(each) {
  const button = (/** @type {number} */ count, /** @type {string} */ sign) => {
    const value = stepped(each, draft.values[each.key], count);
    return html`<button class="set-step ${each.rungs.length > 0 ? "rung" : ""}" data-steps=${count}
      aria-label=${text(count < 0 ? "pump.less" : "pump.more", each.name)}
      ?disabled=${value === draft.values[each.key]}
      @click=${() => { draft.values = { ...draft.values, [each.key]: value }; }}>
      ${each.rungs.length > 0 ? bare(each, value) : sign}</button>`;
  };
  return html`<div class="steps">
    ${button(-each.leap, "−−")}${button(-1, "−")}${button(1, "+")}${button(each.leap, "++")}</div>`;
}

function question(facts) {
  return html`
    <div class="set-row">
      <button class="yes" @click=${(/** @type {Event} */ event) => send(event, facts, true)}>
        ${text("drawer.yes", words(facts, draft))}</button>
      <button class="no" @click=${() => { draft.asks = false; }}>${text("drawer.no")}</button>
    </div>`;
}

/** What was changed elsewhere since the drawer was opened is refused; whoever was told so looks, and touches again. */
async function send(event, facts, confirmed) {
  const frame = link.state.frame;
  const { mode, values, since } = draft;
  const verdict = await act(event, { act: "change", pump: facts.name, mode, ...values, since, confirmed });
  draft.asks = verdict === "ASKS";
  if (verdict === "REFUSED") draft.since = frame;
  if (verdict === "ACCEPTED") closeDrawer();
}
