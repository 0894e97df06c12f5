// The whole screen, drawn anew with every picture and with every tick of this page's own clock.
import { html, render } from "./lib.js";
import { link, open, isOld, ageMs } from "./link.js";
import { learn, text } from "./text.js";
import { top } from "./top.js";
import { banner } from "./banner.js";
import { strip } from "./strip.js";
import { rememberAims } from "./set.js";
import { patient } from "./patient.js";
import { trend, loadTrend, buildTrend, takeSample, refreshMarks } from "./trend.js";
import { drawer } from "./drawer.js";
import { bar } from "./bar.js";
import { figure } from "./value.js";

const TICK_MS = 100;
const root = /** @type {HTMLElement} */ (document.getElementById("screen"));
let isLight = new URLSearchParams(location.search).get("light") === "1";
let isBuilt = false;
let newestEvent = 0;

function view() {
  const { facts, state } = link;
  return html`
    ${top()}
    ${banner()}
    <div class="strips">
      ${facts.pumps.map((/** @type {any} */ pump, /** @type {number} */ i) => strip(pump, state.pumps[i]))}
      ${patient()}
    </div>
    <div class="lower">
      ${trend()}
      <section class="events"><h2>${text("events.title")}</h2>
        <ol>${state.events.map((/** @type {any} */ event) => html`<li class=${event.logged ? "" : "unlogged"} title=${event.logged ? "" : text("events.unlogged")}><time>${event.time}</time> ${event.text}</li>`)}</ol>
      </section>
      ${drawer()}
      <p class="data-old" role="alert"><b>${text("old.title")} ${figure(ageMs() / 1000, 1)} s</b>
        <span>${text("old.help")}</span></p>
    </div>
    ${bar(isLight, turnLight)}`;
}

function draw() {
  if (link.facts === null || link.state === null) return;
  document.body.classList.toggle("old", isOld());
  render(view(), root);
  if (!isBuilt) {
    isBuilt = true;
    buildTrend();
  }
}

function turnLight() {
  isLight = !isLight;
  document.body.classList.toggle("light", isLight);
  buildTrend();
}

function onPicture() {
  takeSample();
  rememberAims();
  const newest = link.state.events[0]?.number ?? 0;
  if (newest !== newestEvent) {
    newestEvent = newest;
    refreshMarks();
  }
  draw();
}

document.body.classList.toggle("light", isLight);
link.facts = await (await fetch("/facts")).json();
learn(link.facts.texts);
document.title = link.facts.title;
await loadTrend();
await document.fonts.load("16px Inter");
open(onPicture, loadTrend);
document.addEventListener("answered", draw);
document.addEventListener("click", () => draw());
window.setInterval(draw, TICK_MS);
