// The top line: how long, which machine, and what kind of rig this is.
import { html, nothing } from "./lib.js";
import { act } from "./acts.js";
import { link } from "./link.js";
import { elapsed } from "./value.js";
import { text } from "./text.js";

export function top() {
  const { bypass, crossClamp } = link.state.timers;
  return html`
    <header class="top">
      <div class="timer ${bypass.runs ? "runs" : ""}"><span>${text("top.bypass")}</span>
        <time class="v bypass">${elapsed(bypass.seconds)}</time></div>
      <div class="timer ${crossClamp.runs ? "runs" : ""}"><span>${text("top.cross-clamp")}</span>
        <time class="v cross-clamp">${elapsed(crossClamp.seconds)}</time></div>
      ${link.facts.maySendActs
        ? html`<button class="clamp-touch"
            @click=${(/** @type {Event} */ event) => act(event, { act: "cross-clamp", on: !crossClamp.runs })}>
            ${text(crossClamp.runs ? "top.clamp-off" : "top.clamp-on")}</button>`
        : nothing}
      <div class="machine">${link.facts.title}</div>
      <div class="rig">${link.facts.banner ?? text("rig.hardware")}</div>
      <time class="clock">${link.state.clock}</time>
    </header>`;
}
