/// What blood is like: viscosity and oxygen. Pure functions of numbers.
package org.altercor.hal.twin.blood;
