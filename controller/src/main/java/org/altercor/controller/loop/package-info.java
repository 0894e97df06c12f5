/// The control loop: gather one frame, take one pure step, apply it, publish it. 100 Hz.
package org.altercor.controller.loop;
