/// What an operator may set while the machine runs: the slots of a machine, orders to change them, what became of the
/// orders, and the corrections of sensors that follow from them.
package org.altercor.safety.setting;
