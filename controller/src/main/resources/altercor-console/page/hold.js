// A button that must be held: 0.6 s, while its ring fills. Letting go, or sliding off, undoes it.

/** How long. The machine refuses less. */
const HOLD_MS = 600;

/** @type {?{button: HTMLElement, since: number, timer: number}} */
let held = null;

/**
 * @param {Event} event of the finger or the key going down
 * @param {(event: Event, heldMs: number) => void} done
 */
export function holdDown(event, done) {
  if (event instanceof KeyboardEvent && (event.repeat || !(event.key === " " || event.key === "Enter"))) return;
  event.preventDefault();
  letGo();
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  const since = performance.now();
  button.classList.add("holding");
  const timer = window.setTimeout(() => {
    letGo();
    done(new Event("held"), performance.now() - since);
  }, HOLD_MS);
  held = { button, since, timer };
}

export function letGo() {
  if (held === null) return;
  window.clearTimeout(held.timer);
  held.button.classList.remove("holding");
  held = null;
}
