// One drawer over the trend, for everything that is a touch away.
import { html, nothing } from "./lib.js";
import { text } from "./text.js";

/** @type {?{name: string, title: string, body: () => unknown, head: () => unknown}} */
let shown = null;

/**
 * @param {string} name
 * @param {string} title
 * @param {() => unknown} body drawn with every picture
 * @param {() => unknown} head beside the title, drawn likewise
 */
export function openDrawer(name, title, body, head = () => nothing) {
  shown = { name, title, body, head };
}

export function closeDrawer() {
  shown = null;
}

export function drawer() {
  if (shown === null) return nothing;
  return html`
    <aside class="drawer ${shown.name}" aria-label=${shown.title}>
      <header><h2>${shown.title}</h2>${shown.head()}<button class="close" @click=${closeDrawer}>${text("drawer.close")}</button></header>
      <div class="drawer-body">${shown.body()}</div>
    </aside>`;
}
