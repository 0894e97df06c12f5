/// The control loop and the operator's side of the machine.
package org.altercor.controller;
